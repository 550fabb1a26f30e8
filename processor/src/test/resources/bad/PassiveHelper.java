package bad;

import io.cotangent.Differentiable;

class PassiveHelper {
  @Differentiable
  static double f(double x, int n) {
    return x * steps(n) * scale(n);
  }

  private static int steps(int n) {
    synchronized (PassiveHelper.class) {}
    return n;
  }

  static double scale(int n) {
    synchronized (PassiveHelper.class) {}
    return n;
  }
}

// error 12:5 'synchronized' can't be differentiated: take the lock in the method's caller [cotangent:unsupported-construct]
