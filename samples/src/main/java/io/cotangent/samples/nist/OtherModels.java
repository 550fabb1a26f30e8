package io.cotangent.samples.nist;

import io.cotangent.Differentiable;

/** The curves of NIST's reference sets with general powers, an arc tangent, or waves. */
final class OtherModels {

  private OtherModels() {}

  /** DanWood: {@code y = b1 x^b2}. */
  @Differentiable(wrt = "b")
  static double[] power(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * Math.pow(x[i], b[1]);
    }
    return y;
  }

  /** Bennett5: {@code y = b1 (b2 + x)^(-1 / b3)}. */
  @Differentiable(wrt = "b")
  static double[] bennett5(double[] b, double[] x) {
    double exponent = -1 / b[2];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * Math.pow(b[1] + x[i], exponent);
    }
    return y;
  }

  /** Roszman1: {@code y = b1 - b2 x - arctan(b3 / (x - b4)) / pi}. */
  @Differentiable(wrt = "b")
  static double[] roszman1(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] - b[1] * x[i] - Math.atan(b[2] / (x[i] - b[3])) / Math.PI;
    }
    return y;
  }

  /** ENSO: a mean, the yearly cycle, and two waves whose periods are fitted as well. */
  @Differentiable(wrt = "b")
  static double[] enso(double[] b, double[] months) {
    double[] y = new double[months.length];
    for (int i = 0; i < months.length; i++) {
      y[i] = b[0];
      y[i] += wave(months[i], 12, b[1], b[2]);
      y[i] += wave(months[i], b[3], b[4], b[5]);
      y[i] += wave(months[i], b[6], b[7], b[8]);
    }
    return y;
  }

  private static double wave(double t, double period, double cosine, double sine) {
    double angle = 2 * Math.PI * t / period;
    return cosine * Math.cos(angle) + sine * Math.sin(angle);
  }
}
