package io.cotangent.samples.nist;

import io.cotangent.Differentiable;

/** The curves of NIST's reference sets that are quotients and powers of polynomials. */
final class RationalModels {

  private RationalModels() {}

  /** Misra1b: {@code y = b1 (1 - (1 + b2 x / 2)^-2)}. */
  @Differentiable(wrt = "b")
  static double[] misra1b(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * (1 - Math.pow(1 + b[1] * x[i] / 2, -2));
    }
    return y;
  }

  /** Misra1c: {@code y = b1 (1 - 1 / sqrt(1 + 2 b2 x))}. */
  @Differentiable(wrt = "b")
  static double[] misra1c(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * (1 - 1 / Math.sqrt(1 + 2 * b[1] * x[i]));
    }
    return y;
  }

  /** Misra1d: {@code y = b1 b2 x / (1 + b2 x)}. */
  @Differentiable(wrt = "b")
  static double[] misra1d(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double bound = b[1] * x[i];
      y[i] = b[0] * bound / (1 + bound);
    }
    return y;
  }

  /** Kirby2: {@code y = (b1 + b2 x + b3 x^2) / (1 + b4 x + b5 x^2)}. */
  @Differentiable(wrt = "b")
  static double[] kirby2(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double t = x[i];
      y[i] = (b[0] + b[1] * t + b[2] * t * t) / (1 + b[3] * t + b[4] * t * t);
    }
    return y;
  }

  /** Hahn1 and Thurber: {@code (b1 + b2 x + b3 x^2 + b4 x^3) / (1 + b5 x + b6 x^2 + b7 x^3)}. */
  @Differentiable(wrt = "b")
  static double[] cubicOverCubic(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double numerator = 0;
      for (int k = 3; k >= 0; k--) {
        numerator = numerator * x[i] + b[k];
      }
      double denominator = 0;
      for (int k = 6; k >= 4; k--) {
        denominator = (denominator + b[k]) * x[i];
      }
      y[i] = numerator / (1 + denominator);
    }
    return y;
  }

  /** MGH09: {@code y = b1 (x^2 + b2 x) / (x^2 + b3 x + b4)}. */
  @Differentiable(wrt = "b")
  static double[] mgh09(double[] b, double[] x) {
    double[] y = new double[x.length];
    int i = 0;
    for (double t : x) {
      y[i++] = b[0] * (t * t + t * b[1]) / (t * t + t * b[2] + b[3]);
    }
    return y;
  }
}
