package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Arrays that are made, copied, returned and assigned anew. */
final class CopyPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};

  private CopyPrograms() {}

  static List<Point> points() {
    return List.of(
        at("makesArray", 0.6, 4),
        at("makesMatrix", 0.6, 3),
        at("initialisers", 0.6, -0.4),
        at("returnsFresh", ABC, 2.0),
        at("returnsParameter", (Object) ABC),
        at("returnsMatrix", 0.5, -1.5)
            .jacobianIs(r(1, 0), r(-1.5, 0.5), r(0, 1), r(2 * 0.5, 0))
            .note("of unequal rows"),
        at("returnsEmpty", (Object) ABC).jacobianIs(),
        at("returnsRow", rows(r(1, 2), r(3, 4)), 1),
        at("reassigns", (Object) ABC),
        at("growing", 0.5, 5),
        at("clones", (Object) ABC),
        at("clonesInLoop", (Object) ABC),
        at("clonesRows", rows(r(1, -2), r(0.5, 3))),
        at("clonesInHelper", (Object) ABC),
        at("returnsClone", (Object) ABC),
        at("copiesByHand", (Object) ABC),
        at("nullRows", 0.8));
  }

  private static Point at(String program, Object... args) {
    return Point.of(CopyPrograms.class, program, args);
  }

  private static double[] r(double... entries) {
    return entries;
  }

  private static Object rows(double[]... rows) {
    return rows;
  }

  @Differentiable(order = 2)
  static double makesArray(double x, int n) {
    double[] powers = new double[n];
    powers[0] = 1;
    for (int i = 1; i < n; i++) {
      powers[i] = powers[i - 1] * x;
    }
    return powers[n - 1] * powers[1] + powers[0];
  }

  @Differentiable(order = 2)
  static double makesMatrix(double x, int n) {
    double[][] m = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        m[i][j] = x * (i + 1) + j * x * x;
      }
    }
    double sum = 0;
    for (double[] row : m) {
      for (double entry : row) {
        sum += entry * entry;
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double initialisers(double x, double y) {
    double[] a = {x, y, x * y};
    double[][] b = {{x * x}, {}, {y, a[2]}};
    return a[0] * b[2][1] + b[0][0] * b[2][0] + new double[] {x, y}[1];
  }

  @Differentiable
  static double[] returnsFresh(double[] x, double s) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = s * x[i] * x[x.length - 1 - i];
    }
    return y;
  }

  @Differentiable
  static double[] returnsParameter(double[] x) {
    x[1] = x[0] * x[2];
    return x;
  }

  @Differentiable
  static double[][] returnsMatrix(double x, double y) {
    double[][] result = new double[2][];
    result[0] = new double[] {x, x * y, y};
    result[1] = new double[] {x * x};
    return result;
  }

  @SuppressWarnings("cotangent:zero-derivative")
  @Differentiable
  static double[] returnsEmpty(double[] x) {
    x[0] = 2;
    return new double[0];
  }

  @Differentiable
  static double[] returnsRow(double[][] x, int i) {
    x[i][0] *= x[0][1];
    return x[i];
  }

  @Differentiable(order = 2)
  static double reassigns(double[] x) {
    double[] y = x;
    x = new double[] {x[1], x[2], x[0] * x[0]};
    y[0] = x[0] * x[2];
    x[1] += y[0];
    y = new double[3];
    return x[1] * x[2] + y[0];
  }

  @Differentiable(order = 2)
  static double growing(double x, int n) {
    double[] a = {x};
    while (a.length < n) {
      double[] more = new double[a.length + 1];
      for (int i = 0; i < a.length; i++) {
        more[i + 1] = a[i] * x;
        more[0] += a[i];
      }
      a = more;
    }
    return a[0] * a[n - 1];
  }

  @Differentiable(order = 2)
  static double clones(double[] x) {
    double[] y = x.clone();
    x[0] = x[1] * x[2];
    y[1] *= x[0];
    return x[0] * y[0] + y[1] * x[1];
  }

  @Differentiable(order = 2)
  static double clonesInLoop(double[] x) {
    double[] last = x;
    for (int i = 0; i < 3; i++) {
      double[] y = last.clone();
      y[i] *= last[(i + 1) % 3];
      last[i] += y[i] * y[0];
      last = y;
    }
    return last[0] * x[0] + last[1] * x[1] + last[2];
  }

  @Differentiable(order = 2)
  static double clonesRows(double[][] x) {
    double[][] y = x.clone();
    y[0][0] *= x[1][0];
    y[1] = x[0].clone();
    y[1][1] *= x[0][1];
    x[0][1] += y[1][1] * y[1][0];
    return y[0][1] * y[1][1] + x[1][1] * x[0][0];
  }

  @Differentiable(order = 2)
  static double clonesInHelper(double[] x) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double[] y = bumped(x, i);
      sum += y[i] * x[0];
      x[i] += y[0];
    }
    return sum * x[1];
  }

  private static double[] bumped(double[] x, int i) {
    double[] y = x.clone();
    y[i] *= x[2] + y[0];
    return y;
  }

  @Differentiable
  static double[] returnsClone(double[] x) {
    double[] y = x.clone();
    x[0] *= 2;
    y[1] *= x[0];
    return y;
  }

  @Differentiable(order = 2)
  static double copiesByHand(double[] x) {
    double[] y = new double[x.length];
    System.arraycopy(x, 0, y, 1, 2);
    y[0] = x[2];
    x[0] *= y[1] * y[2];
    return x[0] * y[0] * y[1];
  }

  @Differentiable(order = 2)
  static double nullRows(double x) {
    double[][] a = new double[3][];
    a[1] = new double[] {x * x};
    return a[0] == null ? a[1][0] * x : x;
  }
}
