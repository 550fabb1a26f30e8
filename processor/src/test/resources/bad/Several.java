package bad;

import io.cotangent.Differentiable;

class Several {
  static double last;

  @Differentiable
  static double f(double x, int n) {
    try {
      last = x;
      Double y = x;
    } finally {
      n++;
    }
    for (int i = 0; i < n; i++) {
      synchronized (Several.class) {
        Runnable r = () -> {};
      }
    }
    return helper(x);
  }

  private static double helper(double x) {
    return x + last++;
  }
}

// error 11:7 static field 'last' is written in a differentiable method: use a local variable and return its value [cotangent:static-write]
// error 17:7 'synchronized' can't be differentiated: take the lock in the method's caller [cotangent:unsupported-construct]
// error 25:16 static field 'last' is written in a differentiable method: use a local variable and return its value [cotangent:static-write]
