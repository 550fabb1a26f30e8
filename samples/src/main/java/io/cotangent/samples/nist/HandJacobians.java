package io.cotangent.samples.nist;

/** Jacobians of all the curves as one would derive them with pencil and paper, for comparison. */
final class HandJacobians {

  private HandJacobians() {}

  static double[][] saturation(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(-b[1] * x[i]);
      j[i] = new double[] {1 - e, b[0] * x[i] * e};
    }
    return j;
  }

  static double[][] chwirut(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double d = b[1] + b[2] * x[i];
      double y = Math.exp(-b[0] * x[i]) / d;
      j[i] = new double[] {-x[i] * y, -y / d, -x[i] * y / d};
    }
    return j;
  }

  static double[][] lanczos(double[] b, double[] x) {
    double[][] j = new double[x.length][b.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < b.length; k += 2) {
        double e = Math.exp(-b[k + 1] * x[i]);
        j[i][k] = e;
        j[i][k + 1] = -b[k] * x[i] * e;
      }
    }
    return j;
  }

  static double[][] gauss(double[] b, double[] x) {
    double[][] j = new double[x.length][8];
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(-b[1] * x[i]);
      j[i][0] = e;
      j[i][1] = -b[0] * x[i] * e;
      for (int k = 2; k < 8; k += 3) {
        double d = (x[i] - b[k + 1]) / b[k + 2];
        double bump = Math.exp(-d * d);
        j[i][k] = bump;
        j[i][k + 1] = b[k] * bump * 2 * d / b[k + 2];
        j[i][k + 2] = b[k] * bump * 2 * d * d / b[k + 2];
      }
    }
    return j;
  }

  static double[][] mgh17(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(-x[i] * b[3]);
      double f = Math.exp(-x[i] * b[4]);
      j[i] = new double[] {1, e, f, -b[1] * x[i] * e, -b[2] * x[i] * f};
    }
    return j;
  }

  static double[][] mgh10(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double s = x[i] + b[2];
      double e = Math.exp(b[1] / s);
      j[i] = new double[] {e, b[0] * e / s, -b[0] * e * b[1] / (s * s)};
    }
    return j;
  }

  static double[][] nelson(double[] b, double[] weeks, double[] temperature) {
    double[][] j = new double[weeks.length][];
    for (int i = 0; i < weeks.length; i++) {
      double e = weeks[i] * Math.exp(-b[2] * temperature[i]);
      j[i] = new double[] {1, -e, b[1] * temperature[i] * e};
    }
    return j;
  }

  static double[][] eckerle4(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double d = (x[i] - b[2]) / b[1];
      double e = Math.exp(-0.5 * d * d) / b[1];
      j[i] = new double[] {e, b[0] * e * (d * d - 1) / b[1], b[0] * e * d / b[1]};
    }
    return j;
  }

  static double[][] rat42(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(b[1] - b[2] * x[i]);
      double d = 1 + e;
      double slope = b[0] * e / (d * d);
      j[i] = new double[] {1 / d, -slope, x[i] * slope};
    }
    return j;
  }

  static double[][] rat43(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(b[1] - b[2] * x[i]);
      double root = Math.pow(1 + e, -1 / b[3]);
      double slope = b[0] * root * e / (b[3] * (1 + e));
      double last = b[0] * root * Math.log1p(e) / (b[3] * b[3]);
      j[i] = new double[] {root, -slope, x[i] * slope, last};
    }
    return j;
  }

  static double[][] misra1b(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double d = 1 + b[1] * x[i] / 2;
      j[i] = new double[] {1 - 1 / (d * d), b[0] * x[i] / (d * d * d)};
    }
    return j;
  }

  static double[][] misra1c(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double d = 1 + 2 * b[1] * x[i];
      double root = Math.sqrt(d);
      j[i] = new double[] {1 - 1 / root, b[0] * x[i] / (d * root)};
    }
    return j;
  }

  static double[][] misra1d(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double d = 1 + b[1] * x[i];
      j[i] = new double[] {b[1] * x[i] / d, b[0] * x[i] / (d * d)};
    }
    return j;
  }

  static double[][] kirby2(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double t = x[i];
      double d = 1 + b[3] * t + b[4] * t * t;
      double y = (b[0] + b[1] * t + b[2] * t * t) / d;
      j[i] = new double[] {1 / d, t / d, t * t / d, -y * t / d, -y * t * t / d};
    }
    return j;
  }

  static double[][] cubicOverCubic(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double t = x[i];
      double t2 = t * t;
      double t3 = t2 * t;
      double d = 1 + b[4] * t + b[5] * t2 + b[6] * t3;
      double y = (b[0] + b[1] * t + b[2] * t2 + b[3] * t3) / d;
      j[i] = new double[] {1 / d, t / d, t2 / d, t3 / d, -y * t / d, -y * t2 / d, -y * t3 / d};
    }
    return j;
  }

  static double[][] mgh09(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double t = x[i];
      double n = t * t + t * b[1];
      double d = t * t + t * b[2] + b[3];
      double y = b[0] * n / d;
      j[i] = new double[] {n / d, b[0] * t / d, -y * t / d, -y / d};
    }
    return j;
  }

  static double[][] power(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double p = Math.pow(x[i], b[1]);
      j[i] = new double[] {p, b[0] * p * Math.log(x[i])};
    }
    return j;
  }

  static double[][] bennett5(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double s = b[1] + x[i];
      double p = Math.pow(s, -1 / b[2]);
      double y = b[0] * p;
      j[i] = new double[] {p, -y / (b[2] * s), y * Math.log(s) / (b[2] * b[2])};
    }
    return j;
  }

  static double[][] roszman1(double[] b, double[] x) {
    double[][] j = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double s = x[i] - b[3];
      double d = Math.PI * (s * s + b[2] * b[2]);
      j[i] = new double[] {1, -x[i], -s / d, -b[2] / d};
    }
    return j;
  }

  static double[][] enso(double[] b, double[] months) {
    double[][] j = new double[months.length][9];
    for (int i = 0; i < months.length; i++) {
      double yearly = 2 * Math.PI * months[i] / 12;
      j[i][0] = 1;
      j[i][1] = Math.cos(yearly);
      j[i][2] = Math.sin(yearly);
      for (int k = 3; k < 9; k += 3) {
        double a = 2 * Math.PI * months[i] / b[k];
        j[i][k] = (b[k + 1] * Math.sin(a) - b[k + 2] * Math.cos(a)) * a / b[k];
        j[i][k + 1] = Math.cos(a);
        j[i][k + 2] = Math.sin(a);
      }
    }
    return j;
  }
}
