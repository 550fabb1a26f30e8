package bad;

import io.cotangent.Differentiable;

class OuterInstance extends Thread {
  class Inner extends Thread {
    @Differentiable
    double f(double x) {
      return OuterInstance.this.getPriority() * x;
    }
  }
}

// error 9:14 the enclosing instance 'bad.OuterInstance.this' can't be reached from the generated class: pass what is needed as a parameter [cotangent:outer-instance]
