package bad;

import io.cotangent.Differentiable;

class Pattern {
  @Differentiable
  static double f(double x, Object o) {
    if (o instanceof Integer n && n > 3) {
      return x * n;
    }
    return x;
  }
}

// error 8:9 a pattern can't be differentiated: test with 'instanceof' and cast in a method that takes no active argument [cotangent:pattern]
