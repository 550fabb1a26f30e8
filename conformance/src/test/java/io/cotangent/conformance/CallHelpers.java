package io.cotangent.conformance;

/** Helpers in a file of their own, none of them annotated. */
final class CallHelpers {
  static final double OFFSET = 1.5;

  private CallHelpers() {}

  /** A class in a class. */
  static final class Nested {
    private Nested() {}

    static double bump(double t) {
      return t / (1 + t * t);
    }
  }

  static double offset() {
    return OFFSET * 2;
  }

  static double blend(double x, double y, double share) {
    double z = x * (1 - share);
    z += y * share;
    return z * z + x;
  }

  static void reverseInPlace(double[] x) {
    for (int i = 0, j = x.length - 1; i < j; i++, j--) {
      double t = x[i];
      x[i] = x[j];
      x[j] = t;
    }
  }

  static double[] times(double[] x, double s) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = s * x[i];
    }
    return y;
  }
}
