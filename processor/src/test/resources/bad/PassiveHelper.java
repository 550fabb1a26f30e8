package bad;

import io.cotangent.Differentiable;

class PassiveHelper {
  @Differentiable
  static double f(double x, int n) {
    return x * steps(n) * scale(n);
  }

  private static int steps(int n) {
    Runnable r = () -> {};
    return n;
  }

  static double scale(int n) {
    Runnable r = () -> {};
    return n;
  }
}

// error 12:18 a lambda can't be differentiated: write its body in place, or as a static method [cotangent:lambda]
