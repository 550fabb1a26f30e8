package io.cotangent.samples.nist;

import io.cotangent.Differentiable;

/** The curves of NIST's reference sets that are built from exponentials. */
final class ExponentialModels {

  private ExponentialModels() {}

  /** Misra1a and BoxBOD: {@code y = b1 (1 - exp(-b2 x))}. */
  @Differentiable(wrt = "b")
  static double[] saturation(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * (1 - Math.exp(-b[1] * x[i]));
    }
    return y;
  }

  /** Chwirut1 and Chwirut2: {@code y = exp(-b1 x) / (b2 + b3 x)}. */
  @Differentiable(wrt = "b")
  static double[] chwirut(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(-b[0] * x[i]) / (b[1] + b[2] * x[i]);
    }
    return y;
  }

  /** Lanczos1 to Lanczos3: a sum of decays, amplitudes and rates alternating in {@code b}. */
  @Differentiable(wrt = "b")
  static double[] lanczos(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int term = 0; term + 1 < b.length; term += 2) {
      double amplitude = b[term];
      double rate = b[term + 1];
      for (int i = 0; i < x.length; i++) {
        y[i] += amplitude * Math.exp(-rate * x[i]);
      }
    }
    return y;
  }

  /** Gauss1 to Gauss3: a decaying baseline with two bumps on it. */
  @Differentiable(wrt = "b")
  static double[] gauss(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double baseline = b[0] * Math.exp(-b[1] * x[i]);
      y[i] = baseline + bump(x[i], b[2], b[3], b[4]) + bump(x[i], b[5], b[6], b[7]);
    }
    return y;
  }

  private static double bump(double x, double height, double centre, double width) {
    double d = (x - centre) / width;
    return height * Math.exp(-d * d);
  }

  /** MGH17: {@code y = b1 + b2 exp(-b4 x) + b3 exp(-b5 x)}. */
  @Differentiable(wrt = "b")
  static double[] mgh17(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] + b[1] * Math.exp(-x[i] * b[3]) + b[2] * Math.exp(-x[i] * b[4]);
    }
    return y;
  }

  /** MGH10: {@code y = b1 exp(b2 / (x + b3))}. */
  @Differentiable(wrt = "b")
  static double[] mgh10(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] * Math.exp(b[1] / (x[i] + b[2]));
    }
    return y;
  }

  /** Nelson: the logarithm of a breakdown voltage, {@code b1 - b2 x1 exp(-b3 x2)}. */
  @Differentiable(wrt = "b")
  static double[] nelson(double[] b, double[] weeks, double[] temperature) {
    double[] logVoltage = new double[weeks.length];
    for (int i = 0; i < weeks.length; i++) {
      logVoltage[i] = b[0] - b[1] * weeks[i] * Math.exp(-b[2] * temperature[i]);
    }
    return logVoltage;
  }

  /** Eckerle4: {@code y = (b1 / b2) exp(-((x - b3) / b2)^2 / 2)}. */
  @Differentiable(wrt = "b")
  static double[] eckerle4(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] / b[1] * Math.exp(-0.5 * Math.pow((x[i] - b[2]) / b[1], 2));
    }
    return y;
  }

  /** Rat42: {@code y = b1 / (1 + exp(b2 - b3 x))}. */
  @Differentiable(wrt = "b")
  static double[] rat42(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] / (1 + Math.exp(b[1] - b[2] * x[i]));
    }
    return y;
  }

  /** Rat43: {@code y = b1 / (1 + exp(b2 - b3 x))^(1 / b4)}. */
  @Differentiable(wrt = "b")
  static double[] rat43(double[] b, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x[i]), 1 / b[3]);
    }
    return y;
  }
}
