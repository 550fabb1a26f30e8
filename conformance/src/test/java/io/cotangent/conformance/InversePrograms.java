package io.cotangent.conformance;

import io.cotangent.Differentiable;

/** Programs for inverse mode, whose Jacobians are square. */
final class InversePrograms {
  private InversePrograms() {}

  @Differentiable(inverse = true)
  static double[] equasive(double x1, double x2, double x3) {
    double a = x1 * x2;
    double b = Math.exp(x3);
    double c = x2 * b;
    double d = a - c;
    return new double[] {d, c, b};
  }

  @Differentiable(inverse = true)
  static double[] sumAndNegation(double x, double y) {
    double a = x + y;
    double b = -y;
    return new double[] {a, b};
  }

  @Differentiable(inverse = true)
  static double[] sumAndNegationOfElements(double[] x) {
    return new double[] {x[0] + x[1], -x[1]};
  }

  @Differentiable(inverse = true, wrt = "x")
  static double scalar(double x, double c) {
    double y = Math.atan(x) * c;
    y = y + Math.tanh(y);
    return y * 3 - 1;
  }

  /** Both results read both values: the four numbers in between are one block. */
  @Differentiable(
      inverse = true,
      wrt = {"x", "y"})
  static double[] rotation(double x, double y, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double u = c * x - s * y;
    double v = s * x + c * y;
    return new double[] {u * u * u, Math.sinh(v)};
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] coupling(double[] x, double[] w, int layers) {
    double[] z = x.clone();
    int k = 0;
    for (int l = 0; l < layers; l++) {
      for (int i = 1; i < z.length; i++) {
        double s = Math.tanh(w[k] * z[i - 1] + w[k + 1]);
        z[i] = z[i] * Math.exp(s) + w[k + 2] * z[i - 1];
      }
      z[0] = z[0] + w[k] * Math.sin(z[z.length - 1]);
      k += 3;
    }
    return z;
  }

  /** The conditioner of each element is a sum over the others. */
  @Differentiable(inverse = true, wrt = "x")
  static double[] sums(double[] x, double[] w) {
    double[] z = x.clone();
    for (int i = 0; i < z.length; i++) {
      double t = 0;
      for (int j = 0; j < z.length; j++) {
        if (j != i) {
          t += w[j] * Math.sin(z[j]);
        }
      }
      z[i] = 2 * z[i] + t;
    }
    return z;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] reversal(double[] x, double c) {
    double[] z = x.clone();
    for (int i = 0, j = z.length - 1; i <= j; i++, j--) {
      double t = z[i] * c;
      z[i] = z[j];
      z[j] = t;
    }
    for (int i = 0; i < z.length; i++) {
      z[i] = z[i] + 0.1 * z[i] * z[i] * z[i];
    }
    return z;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] permutation(double[] x, int[] order) {
    double[] z = x.clone();
    for (int i = 0; i < order.length; i++) {
      double t = z[i];
      z[i] = z[order[i]];
      z[order[i]] = t;
    }
    return z;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] triangular(double[][] l, double[] x) {
    double[] z = x.clone();
    for (int i = z.length - 1; i >= 0; i--) {
      z[i] *= l[i][i];
      for (int j = 0; j < i; j++) {
        z[i] += l[i][j] * z[j];
      }
    }
    return z;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] inPlace(double[] x, double c) {
    for (int i = 0; i + 1 < x.length; i++) {
      x[i] = x[i] * c + Math.cos(x[i + 1]);
    }
    x[x.length - 1] = Math.exp(x[x.length - 1]);
    return x;
  }

  @Differentiable(inverse = true)
  static double[] branches(double x, double y) {
    double a;
    if (x > y) {
      a = x * 2 + y;
    } else {
      a = Math.exp(x) - y;
    }
    double b = y;
    if (b < 0) {
      b = b * a;
    }
    return new double[] {a, b};
  }

  @Differentiable(inverse = true)
  static double[] early(double x, double y) {
    if (x < 0) {
      return new double[] {y, 3 * x};
    }
    double z = x + y;
    return new double[] {z, x * z};
  }

  @Differentiable(
      inverse = true,
      wrt = {"x", "y"})
  static double[] whileLoop(double x, double y, int n) {
    double a = x;
    double b = y;
    int k = n;
    while (k > 0 && a < 50) {
      a = a + b;
      b = b * 2 - 0.1 * a;
      k--;
    }
    return new double[] {a, b};
  }

  @Differentiable(
      inverse = true,
      wrt = {"x", "y"})
  static double[] helpers(double x, double y, double c) {
    double a = scaled(x, c);
    double b = scaled(y, 1 + c * c) + a;
    double[] z = {a, b};
    shear(z, c);
    return z;
  }

  private static double scaled(double x, double c) {
    double twice = x * 2;
    return twice * c + Math.sinh(twice);
  }

  private static void shear(double[] z, double c) {
    z[0] = z[0] + c * z[1];
    z[1] = Math.atan(z[1]);
  }

  /** The value of a helper's loop is what the step adds. */
  @Differentiable(inverse = true, wrt = "x")
  static double[] conditioned(double[] x, double[] w) {
    double[] z = x.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] = z[i] * Math.exp(weighted(z, w, i)) + weighted(z, w, i + 1);
    }
    return z;
  }

  private static double weighted(double[] z, double[] w, int from) {
    double sum = 0;
    for (int j = from + 1; j < z.length; j++) {
      sum += w[j] * z[j];
    }
    return Math.tanh(sum);
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] elementwise(double[] x, double[] shift) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(x[i]) + shift[i];
    }
    return y;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] affine(double[] x, double[][] a, double[] b) {
    double[] y = b.clone();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += a[i][j] * x[j];
      }
      y[i] = Math.tanh(y[i]);
    }
    return y;
  }

  @Differentiable(inverse = true)
  static double[] mixed(double s, double[] x, double t) {
    double[] y = new double[x.length + 2];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * (2 + Math.sin(s));
    }
    y[x.length] = s + t;
    y[x.length + 1] = s * 0.5;
    return y;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[][] matrix(double[][] x, double c) {
    double[][] y = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i][j] = c * x[i][j] + x[j][i] * x[j][i];
      }
    }
    return y;
  }

  @Differentiable(inverse = true)
  static float[] single(float x, float y) {
    float a = x * y;
    return new float[] {a, x - y};
  }

  @Differentiable(inverse = true)
  static double[] checked(double[] x) {
    if (x.length != 2) {
      throw new IllegalArgumentException("two numbers, not " + x.length);
    }
    double u = x[0];
    double v = x[1];
    u += v * v;
    v -= 0.5 * u;
    return new double[] {u, v};
  }

  /** A place that is written twice, and one index that two variables hold. */
  @Differentiable(inverse = true, wrt = "x")
  static double[] sameIndex(double[] x, int i, int j) {
    double[] z = x.clone();
    double t = z[i] + 2 * z[j];
    z[j] = z[j] * 3 - t;
    z[i] = t + z[0];
    return z;
  }

  @Differentiable(inverse = true, wrt = "x")
  static double[] zeroPartial(double[] x, double c) {
    double[] z = x.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] = z[i] * c + 1;
    }
    return z;
  }

  /** To be solved by Newton's method. */
  @Differentiable(inverse = true)
  static double[] system(double[] x) {
    return new double[] {x[0] * x[0] + x[1] * x[1] - 4, Math.exp(x[0]) + x[1] - 1};
  }

  /** What the inverse function can undo. */
  @Differentiable(inverse = true, wrt = "x")
  static double functions(double x, double c) {
    double y = Math.sinh(x * 0.5);
    y = Math.tanh(y) + 1;
    y = Math.log(y);
    y = Math.cbrt(-y) * c;
    y = Math.expm1(y) / 2;
    y = Math.atan(y);
    y = c - Math.asin(y * 0.5);
    return 1 / Math.acos(y * 0.1);
  }

  @Differentiable(inverse = true, wrt = "x")
  static double powers(double x, double c) {
    double y = Math.pow(x, 3);
    y = Math.exp(Math.toDegrees(y) * 0.01);
    return Math.log10(Math.log1p(y)) * c;
  }

  @Differentiable(inverse = true)
  static double[] relu(double x, double y) {
    double a = Math.max(x, 0);
    return new double[] {a, y + a};
  }
}
