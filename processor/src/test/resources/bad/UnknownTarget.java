package bad;

import io.cotangent.Differentiable;

class UnknownTarget {
  @Differentiable
  static double f(double x) {
    return x * x;
  }

  @Differentiable
  static double g(double x) {
    return UnknownTargetFDerivatives.slope(x);
  }

  @Differentiable
  static double h(double x) {
    return UnknownTargetVDerivatives.jacobian(x)[0][0];
  }

  @Differentiable
  static double[] v(double x) {
    return new double[] {x, x * x};
  }
}

// error 18:12 nothing tells the derivative of 'UnknownTargetVDerivatives.jacobian': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
// error 13:12 the method that 'bad.UnknownTargetFDerivatives.slope(...)' calls is not known here: check the types of its receiver and arguments [cotangent:unknown-target]
