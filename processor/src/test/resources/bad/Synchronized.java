package bad;

import io.cotangent.Differentiable;

class Synchronized {
  @Differentiable
  static double f(double x, Object lock) {
    synchronized (lock) {
      return x * x;
    }
  }
}

// error 8:5 'synchronized' can't be differentiated: take the lock in the method's caller [cotangent:unsupported-construct]
