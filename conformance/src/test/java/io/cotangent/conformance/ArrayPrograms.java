package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Arrays of any rank, ragged and empty, read and written in place. */
final class ArrayPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};

  private ArrayPrograms() {}

  static List<Point> points() {
    return List.of(
        at("choosesIntoRow", new double[][] {{0.3, 0.7}, {0.4, 0.6}}, 0),
        at("choosesIntoRow", new double[][] {{0.3, 0.7}, {0.4, 0.6}}, 1),
        at("dot", ABC, new double[] {3, 0.5, -1}).gradient(3, 0.5, -1, 0.5, -1.25, 2),
        at("dot", new double[0], new double[0]).exactly(),
        at("overwritesParameter", (Object) ABC),
        at("overwritesWhileNeeded", (Object) ABC),
        at("prefixProducts", (Object) ABC),
        at("scan", (Object) new double[] {0.1, 0.2, -0.3, 0.4, 0.5}),
        at("compoundElements", ABC, 0.7),
        at("elementIncrements", (Object) ABC),
        at("matrixTimesVector", rows(r(1, 2, 3), r(-1, 0.5, 0)), ABC),
        at("determinant", rows(r(2, 1, 0.5), r(-1, 3, 0.25), r(0.5, -0.5, 1))),
        at("ragged", rows(r(1), r(), r(2, -3, 0.5))),
        at("cube", (Object) new double[][][] {{{1, 2}, {3}}, {{}, {0.5, -1, 4}}}),
        at("computedIndices", ABC, new int[] {2, 0, 2, 1}),
        at("sideEffectsInIndices", (Object) ABC),
        at("stencil", (Object) new double[] {0.1, 0.5, -0.3, 0.8}, 3),
        at("sorted", (Object) new double[] {0.5, -1, 2, 0.25}),
        at("throughPassiveArray", 0.5, new int[] {3, 1, 2}));
  }

  private static Point at(String program, Object... args) {
    return Point.of(ArrayPrograms.class, program, args);
  }

  private static double[] r(double... entries) {
    return entries;
  }

  private static Object rows(double[]... rows) {
    return rows;
  }

  @Differentiable(order = 2)
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double overwritesParameter(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * x[i] * x[0];
    }
    return x[0] + x[1] * x[2];
  }

  @Differentiable(order = 2)
  static double overwritesWhileNeeded(double[] x) {
    double a = x[0] * x[1];
    x[0] = Math.sin(x[1]);
    double b = x[0] * x[1] * a;
    x[1] = b * x[2];
    x[0] = x[1] * x[0];
    return a * b + x[0] * x[1];
  }

  @Differentiable(order = 2)
  static double prefixProducts(double[] x) {
    double[] p = new double[x.length + 1];
    p[0] = 1;
    for (int i = 0; i < x.length; i++) {
      p[i + 1] = p[i] * x[i] + 0.5;
    }
    double sum = 0;
    for (double each : p) {
      sum += each * each;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double scan(double[] x) {
    for (int round = 0; round < 3; round++) {
      for (int i = 1; i < x.length; i++) {
        x[i] += x[i - 1] * x[i];
      }
      x[0] = x[x.length - 1] * 0.5;
    }
    return x[0] * x[2] + x[4];
  }

  @Differentiable(order = 2)
  static double compoundElements(double[] x, double s) {
    x[0] += s * x[1];
    x[1] *= x[0];
    x[2] -= x[1] / s;
    x[0] /= 1 + x[2] * x[2];
    return x[0] * x[1] * x[2];
  }

  @Differentiable(order = 2)
  static double elementIncrements(double[] x) {
    int i = 0;
    double a = x[i++]++ * x[i]--;
    double b = ++x[i] * --x[i + 1];
    return a * b + x[0] * x[1] * x[2] + i;
  }

  @Differentiable
  static double[] matrixTimesVector(double[][] a, double[] x) {
    double[] y = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += a[i][j] * x[j];
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double determinant(double[][] a) {
    int n = a.length;
    double det = 1;
    for (int k = 0; k < n; k++) {
      det *= a[k][k];
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    return det;
  }

  @Differentiable(order = 2)
  static double ragged(double[][] a) {
    double product = 1;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        product *= a[i][j] + j;
      }
    }
    return product;
  }

  @Differentiable(order = 2)
  static double cube(double[][][] a) {
    double sum = 0;
    for (double[][] plane : a) {
      for (double[] row : plane) {
        for (int k = 0; k < row.length; k++) {
          sum += row[k] * row[k] * (k + 1) + sum * row[k] * 0.125;
        }
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double computedIndices(double[] x, int[] order) {
    double y = 1;
    for (int k : order) {
      x[k] *= y;
      y += x[(k + 1) % x.length];
    }
    return y * x[0];
  }

  @Differentiable(order = 2)
  static double sideEffectsInIndices(double[] x) {
    int i = 0;
    x[i++] = x[i] * x[i + 1];
    x[i] += x[i++] * x[0];
    return x[0] * x[1] * x[i];
  }

  @Differentiable(order = 2)
  static double stencil(double[] u, int steps) {
    int n = u.length;
    double[] next = new double[n];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < n; i++) {
        double left = u[(i + n - 1) % n];
        double right = u[(i + 1) % n];
        next[i] = u[i] + 0.3 * (left - 2 * u[i] + right) + 0.1 * u[i] * u[i];
      }
      for (int i = 0; i < n; i++) {
        u[i] = next[i];
      }
    }
    return u[0] * u[1] + u[2] - u[3];
  }

  @Differentiable(order = 2)
  static double sorted(double[] x) {
    for (int i = 1; i < x.length; i++) {
      for (int j = i; j > 0 && x[j - 1] > x[j]; j--) {
        double t = x[j];
        x[j] = x[j - 1];
        x[j - 1] = t;
      }
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (i + 1) * x[i] * x[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double throughPassiveArray(double x, int[] n) {
    int[] counts = new int[n.length];
    for (int i = 0; i < n.length; i++) {
      counts[i] += n[i] * n[n.length - 1 - i];
    }
    return counts[0] * x * x + counts[1] * x;
  }

  @Differentiable(order = 2)
  static double choosesIntoRow(double[][] a, int i) {
    a[i][0] = i > 3 ? 2.0 : i > 0 ? Math.tanh(a[i][1]) : Math.sin(a[i][0]) * a[i][1];
    return a[i][0] * a[i][1];
  }
}
