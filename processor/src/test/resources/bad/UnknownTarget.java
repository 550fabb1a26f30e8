package bad;

import io.cotangent.Differentiable;

class UnknownTarget {
  @Differentiable
  static double f(double x) {
    return x * x;
  }

  @Differentiable
  static double g(double x) {
    return UnknownTargetFDerivatives.gradient(x);
  }
}

// error 13:12 the method that 'bad.UnknownTargetFDerivatives.gradient(...)' calls is not known here: check the types of its receiver and arguments [cotangent:unknown-target]
