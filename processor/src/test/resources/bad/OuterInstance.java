package bad;

import io.cotangent.Differentiable;

class OuterInstance {
  double gain = 2;

  class Inner {
    @Differentiable
    double f(double x) {
      return gain * x;
    }
  }
}

// error 11:14 the enclosing instance 'bad.OuterInstance.this' can't be reached from the generated class: pass what is needed as a parameter [cotangent:outer-instance]
