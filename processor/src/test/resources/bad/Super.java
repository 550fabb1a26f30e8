package bad;

import io.cotangent.Differentiable;

class Super extends Thread {
  @Differentiable
  double f(double x) {
    return x * super.getPriority();
  }
}

// error 8:16 'super' can't be reached from the generated class: call a method of this class [cotangent:super]
