package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Calls whose arguments are no longer there, or no longer the same, when their reverse runs. */
final class HandBackPrograms {
  private static final double[] ABC = {0.5, -1.25, 2};
  static final double[] SHARED = {1.5, -2, 0.25};

  private HandBackPrograms() {}

  static List<Point> points() {
    return List.of(
        at("assignedLater", 0.6),
        at("assignedInside", 0.6),
        at("inLoop", (Object) ABC),
        at("overwritten", (Object) ABC),
        at("rowsExchanged", (Object) new double[][] {{0.5, -1}, {1.5, 0.75}}),
        at("rowsExchangedInside", (Object) new double[][] {{0.5, -1}, {1.5, 0.75}}),
        at("movingIndex", (Object) ABC),
        at("expression", 0.6, 1.5),
        at("chosen", ABC, new double[] {1, 2, 3}, true),
        at("chosen", ABC, new double[] {1, 2, 3}, false),
        at("nothing", ABC, 0.6),
        at("ofAClass", 0.6),
        at("steps", ABC, 3),
        at("steps", ABC, 0),
        at("throwsInOrder", ABC, 5),
        at("throwsInOrder", ABC, 1),
        at("scratch", (Object) ABC),
        at("fresh", (Object) ABC),
        at("twoLevels", 0.6, 1.5),
        at("returned", (Object) ABC));
  }

  private static Point at(String program, Object... args) {
    return Point.of(HandBackPrograms.class, program, args);
  }

  private static double product(double a, double b) {
    return a * b * b;
  }

  private static double weighted(double[] v, double w) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * v[i] * w;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double assignedLater(double x) {
    double t = x;
    double first = product(t, x);
    t = t * 2 + 1;
    double second = product(t, first);
    t = second * t;
    return product(t, t);
  }

  private static double moved(double a, double b) {
    double kept = a * b;
    a = a * a + kept;
    b = b * a;
    return a * b;
  }

  @Differentiable(order = 2)
  static double assignedInside(double x) {
    return moved(x, x * x) * moved(x + 1, x);
  }

  @Differentiable(order = 2)
  static double inLoop(double[] x) {
    double y = 1;
    for (int i = 0; i < x.length; i++) {
      y = product(y, x[i]) + product(x[i], y);
    }
    return y;
  }

  @Differentiable(order = 2)
  static double overwritten(double[] x) {
    double[] y = x.clone();
    for (int i = 1; i < y.length; i++) {
      y[i] = product(y[i], y[i - 1]);
      y[i - 1] = weighted(y, y[i]);
    }
    return y[0] + y[1] + y[2];
  }

  @Differentiable
  static double rowsExchanged(double[][] m) {
    double first = weighted(m[0], m[1][0]);
    double[] row = m[0];
    m[0] = m[1];
    m[1] = row;
    return first + weighted(m[0], m[1][1]) * first;
  }

  private static double exchange(double[][] m) {
    double before = m[0][0] * m[1][1];
    double[] row = m[0];
    m[0] = m[1];
    m[1] = row;
    return before * m[0][1];
  }

  @Differentiable
  static double rowsExchangedInside(double[][] m) {
    return exchange(m) * weighted(m[0], 2) + exchange(m);
  }

  private static double at(double[] v, int i) {
    return v[i] * v[i];
  }

  @Differentiable
  static double movingIndex(double[] x) {
    int i = 0;
    double sum = at(x, i++);
    sum *= at(x, i++);
    sum += at(x, i) * at(x, i - 1);
    return sum;
  }

  @Differentiable(order = 2)
  static double expression(double x, double y) {
    return product(Math.exp(x * y), x + y) + product(Math.sin(x), 3);
  }

  @Differentiable
  static double chosen(double[] x, double[] y, boolean first) {
    return weighted(first ? x : y, x[0]) + weighted(y, 0.5);
  }

  private static double maybe(double[] v, double w) {
    return v == null ? w * w : v[0] * w * w;
  }

  @Differentiable
  static double nothing(double[] x, double w) {
    return maybe(null, w) * maybe(x, w);
  }

  @Differentiable
  static double ofAClass(double x) {
    return weighted(SHARED, x) * x;
  }

  private static void step(double[] from, double[] to, double rate) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i] - rate * from[i] * from[i];
    }
  }

  @Differentiable(order = 2)
  static double steps(double[] x, int n) {
    double[] from = x.clone();
    double[] to = new double[x.length];
    for (int k = 0; k < n; k++) {
      step(from, to, 0.1 * (k + 1));
      double[] other = from;
      from = to;
      to = other;
    }
    return from[0] * from[1] + from[2];
  }

  private static double three(double a, double b, double c) {
    return a * b * c;
  }

  @Differentiable
  static double throwsInOrder(double[] x, int i) {
    return three(x[0] * 2, x[i] * x[1], x[2] / (1 / i)) + three(x[i], x[1] * x[1], 1 / (i - 1));
  }

  @Differentiable(order = 2)
  static double scratch(double[] x) {
    double[] work = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      step(x, work, x[i]);
      sum += weighted(work, x[i]);
    }
    return sum;
  }

  private static double[] scaled(double[] v, double w) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = v[i] * w;
    }
    return out;
  }

  @Differentiable
  static double fresh(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double[] y = scaled(x, x[i]);
      double[] z = i == 1 ? x : y;
      sum += weighted(scaled(z, sum), y[0]);
    }
    return sum + weighted(scaled(x, 2), 1);
  }

  private static double outer(double a, double b) {
    double t = a + b;
    return product(t, a) * product(b, t * t);
  }

  @Differentiable(order = 2)
  static double twoLevels(double x, double y) {
    return outer(x * y, y) + outer(y, 2);
  }

  private static double[] same(double[] v) {
    v[0] = v[0] * v[1];
    return v;
  }

  @Differentiable
  static double[] returned(double[] x) {
    double[] y = same(x.clone());
    double[] z = same(y);
    z[1] = weighted(y, z[0]);
    return z;
  }
}
