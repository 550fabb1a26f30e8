package bad;

import io.cotangent.Differentiable;

class ExceptionValue {
  static class Stopped extends RuntimeException {
    final double value;

    Stopped(double value) {
      this.value = value;
    }
  }

  @Differentiable
  static double f(double x) {
    try {
      throw new Stopped(x * x);
    } catch (Stopped e) {
      return e.value * x;
    }
  }
}

// error 19:7 nothing tells the derivative of 'value': call a method whose source is in this compilation or that has a rule, or pass it Cotangent.stopGradient(...) if its derivative is meant to be zero [cotangent:no-derivative]
