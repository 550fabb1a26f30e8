package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** One array under several names: aliases, rows, swaps, arguments passed twice. */
final class AliasPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};

  private AliasPrograms() {}

  static List<Point> points() {
    double[][] matrix = {{0.5, -1}, {2, 0.25}, {-0.75, 1.5}};
    return List.of(
        at("readUnderAnotherName", new double[] {2}, 5.0),
        at("readUnderAnotherName", new double[] {2}, -5.0),
        at("twoNames", (Object) ABC),
        at("conditionalName", ABC, true),
        at("conditionalName", ABC, false),
        at("rowTaken", (Object) matrix),
        at("rowsSwapped", (Object) matrix),
        at("rowsSwappedInLoop", (Object) matrix),
        at("rowShared", (Object) ABC),
        at("rowReplaced", (Object) matrix),
        at("buffersSwapped", (Object) ABC),
        at("buffersSwappedWhile", 0.5),
        at("threeBuffers", (Object) ABC),
        at("passedTwice", (Object) ABC),
        at("sameOrOther", ABC, new double[] {3, -2, 1}, 0),
        at("sameOrOther", ABC, new double[] {3, -2, 1}, 1),
        at("returnedAlias", (Object) ABC),
        at("returnedChosen", ABC, new double[] {3, -2, 1}),
        at("aliasThenReassign", (Object) ABC),
        at("arrayOfAliases", (Object) ABC),
        at("oldNameLives", (Object) ABC),
        at("comparesReferences", ABC, new double[] {1, 2, 3}),
        at("pivoted", (Object) new double[][] {{0.1, 2, 1}, {3, -1, 0.5}, {1, 0.25, -2}}));
  }

  private static Point at(String program, Object... args) {
    return Point.of(AliasPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double twoNames(double[] x) {
    double[] y = x;
    y[0] = x[1] * x[2];
    x[1] = y[0] * y[1];
    return x[0] * y[1] + y[2];
  }

  @Differentiable(order = 2)
  static double conditionalName(double[] x, boolean fresh) {
    double[] y = fresh ? new double[] {x[2], x[1], x[0]} : x;
    y[0] *= x[1];
    x[1] = y[0] * y[2];
    return x[0] * y[1];
  }

  @Differentiable(order = 2)
  static double rowTaken(double[][] a) {
    double[] row = a[1];
    row[0] = a[0][0] * row[1];
    a[1][1] *= row[0];
    return row[1] * a[1][0] * a[2][0];
  }

  @Differentiable(order = 2)
  static double rowsSwapped(double[][] a) {
    double[] first = a[0];
    a[0] = a[2];
    a[2] = first;
    a[0][1] *= a[2][0];
    first[1] += a[0][1] * a[1][1];
    return a[0][0] * a[2][1] + first[0] * a[0][1];
  }

  @Differentiable(order = 2)
  static double rowsSwappedInLoop(double[][] a) {
    for (int k = 0; k < 4; k++) {
      double[] t = a[k % 3];
      a[k % 3] = a[(k + 1) % 3];
      a[(k + 1) % 3] = t;
      t[0] = t[0] * a[k % 3][1] + 0.5;
    }
    return a[0][0] * a[1][0] + a[2][0] * a[2][1];
  }

  @Differentiable(order = 2)
  static double rowShared(double[] x) {
    double[][] a = {x, x};
    a[0][0] = a[1][1] * a[0][2];
    a[1][1] *= x[0];
    return a[0][1] * a[1][0];
  }

  @Differentiable(order = 2)
  static double rowReplaced(double[][] a) {
    double[] old = a[1];
    a[1] = new double[] {old[1] * a[0][0], old[0]};
    old[0] = a[1][0] * a[1][1];
    a[1][0] += old[0];
    return a[1][0] * old[0] + a[2][1];
  }

  @Differentiable(order = 2)
  static double buffersSwapped(double[] x) {
    double[] now = x;
    double[] next = new double[x.length];
    for (int t = 0; t < 5; t++) {
      for (int i = 0; i < x.length; i++) {
        next[i] = now[i] * now[(i + 1) % x.length] + 0.25 * now[i];
      }
      double[] swap = now;
      now = next;
      next = swap;
    }
    return now[0] + now[1] * next[2];
  }

  @Differentiable(order = 2)
  static double buffersSwappedWhile(double x) {
    double[] a = {x};
    double[] b = {1};
    while (a[0] < 3) {
      b[0] += a[0] * b[0];
      double[] t = a;
      a = b;
      b = t;
    }
    return a[0] * b[0];
  }

  @Differentiable(order = 2)
  static double threeBuffers(double[] x) {
    double[] a = x;
    double[] b = {x[1], x[2], x[0]};
    double[] c = {1, 1, 1};
    for (int t = 0; t < 4; t++) {
      c[t % 3] = a[0] * b[1] + c[2];
      double[] last = a;
      a = b;
      b = c;
      c = last;
    }
    return a[0] + b[1] * c[2];
  }

  @Differentiable(order = 2)
  static double passedTwice(double[] x) {
    addInto(x, x, 0);
    addInto(x, x, 1);
    return x[0] * x[1] * x[2];
  }

  private static void addInto(double[] target, double[] source, int from) {
    for (int i = from; i < target.length; i++) {
      target[i] = target[i] * source[i] + source[(i + 1) % source.length];
    }
  }

  @Differentiable(order = 2)
  static double sameOrOther(double[] x, double[] y, int n) {
    double[] z = n == 0 ? x : y;
    for (int i = 0; i < 3; i++) {
      z[i] *= x[(i + 1) % 3];
      x[i] += y[i] * z[0];
    }
    return x[0] * y[1] + z[2];
  }

  @Differentiable(order = 2)
  static double returnedAlias(double[] x) {
    double[] y = scaled(x, 2);
    y[0] *= x[1];
    return x[0] * y[2];
  }

  private static double[] scaled(double[] x, double s) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= s * x[i];
    }
    return x;
  }

  @Differentiable(order = 2)
  static double returnedChosen(double[] x, double[] y) {
    double[] larger = larger(x, y);
    larger[1] *= x[0];
    double[] again = larger(x, y);
    again[0] *= larger[1];
    return x[0] * x[1] + y[0] * y[1];
  }

  private static double[] larger(double[] x, double[] y) {
    return x[0] > y[0] ? x : y;
  }

  @Differentiable(order = 2)
  static double aliasThenReassign(double[] x) {
    double[] y = x;
    x = new double[] {y[0] * y[1], y[2], 1};
    y[0] = x[0] * x[1];
    x[2] = y[0];
    y = x;
    y[1] *= y[2];
    return x[1] + y[0];
  }

  @Differentiable(order = 2)
  static double arrayOfAliases(double[] x) {
    double[][] views = new double[4][];
    for (int i = 0; i < views.length; i++) {
      views[i] = i % 2 == 0 ? x : new double[] {x[i % 3], i};
    }
    double sum = 0;
    for (double[] view : views) {
      view[0] *= view[1];
      sum += view[0];
    }
    return sum * x[0];
  }

  @Differentiable(order = 2)
  static double oldNameLives(double[] x) {
    double[] old = x;
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      x = new double[] {x[1], x[2], x[0] * x[1]};
      old[i] += x[2];
      sum += old[i] * x[0];
    }
    return sum + old[0] * x[2];
  }

  @Differentiable(order = 2)
  static double comparesReferences(double[] x, double[] y) {
    double[] z = y;
    if (z == y) {
      z = x;
    }
    return z != y ? z[0] * y[1] : 0;
  }

  @Differentiable(order = 2)
  static double pivoted(double[][] a) {
    double det = 1;
    for (int k = 0; k < a.length; k++) {
      int best = k;
      for (int i = k + 1; i < a.length; i++) {
        if (Math.abs(a[i][k]) > Math.abs(a[best][k])) {
          best = i;
        }
      }
      if (best != k) {
        double[] t = a[k];
        a[k] = a[best];
        a[best] = t;
        det = -det;
      }
      det *= a[k][k];
      for (int i = k + 1; i < a.length; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < a.length; j++) {
          a[i][j] -= f * a[k][j];
        }
      }
    }
    return det;
  }

  /** An update of a shadow must not be moved past a read of the same element by another name. */
  @Differentiable(order = 2)
  static double readUnderAnotherName(double[] a, double x) {
    double[] w = a.clone();
    double[] cur = new double[1];
    if (x > 0) {
      cur = w;
    }
    double s = w[0] * x;
    cur[0] += x * x;
    s += w[0] * 3;
    return s;
  }
}
