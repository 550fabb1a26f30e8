package bad;

import io.cotangent.Differentiable;

class LockedFarAway {
  @Differentiable
  static double f(double x) {
    return x * outer(x);
  }

  static double outer(double x) {
    return inner(x);
  }

  static double inner(double x) {
    double y = 0;
    synchronized (LockedFarAway.class) {
      y = x * x;
    }
    return y;
  }
}

// error 17:5 'synchronized' can't be differentiated: take the lock in the method's caller [cotangent:unsupported-construct]
