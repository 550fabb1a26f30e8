package bad;

import io.cotangent.Differentiable;

class Try {
  @Differentiable
  static double f(double x, int i) {
    double y = x;
    try {
      y = x / i;
    } catch (ArithmeticException e) {
      y = 0;
    }
    return y;
  }
}

// error 9:5 'try' can't be differentiated: catch the exception in the method's caller, or check for its cause with 'if' before [cotangent:try]
