package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Batched;
import io.cotangent.FixedPoint;
import io.cotangent.Root;

/** Solutions of many items at once. */
final class BatchSolvers {
  private BatchSolvers() {}

  @Root(unknown = "e")
  @Batched(over = {"e", "m"})
  static double kepler(double e, double ecc, double m) {
    return e - ecc * Math.sin(e) - m;
  }

  /** No solution where a is positive. */
  @Root(unknown = "x")
  @Batched(over = {"x", "a"})
  static double square(double x, double a, double b) {
    return x * x * b + a;
  }

  @FixedPoint(state = "b")
  @Batched(over = {"b", "a"})
  static double[] step(double[] b, double[] a, double[] s) {
    double[] r = new double[b.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = 0.5 * Math.cos(b[i]) * s[i] + a[i];
    }
    return r;
  }

  @Argmin(unknown = "w")
  @Batched(over = {"w", "x", "y"})
  static double ridge(double[] w, double[] x, double y, double lambda) {
    double s = -y;
    double norm = 0;
    for (int i = 0; i < w.length; i++) {
      s += w[i] * x[i];
      norm += w[i] * w[i];
    }
    return s * s + lambda * norm;
  }

  record Line(double slope, double offset, int power) {}

  /** Parameters that are records, one of them shared. */
  @Root(unknown = "x")
  @Batched(over = {"x", "line"})
  static double crossing(double x, Line line, Line other) {
    return Math.sinh(x) * line.slope()
        + line.offset()
        - other.slope() * x
        - other.offset()
        + line.power();
  }

  record Point(double x, double y) {}

  /** The unknown is a record: its numbers are one array. */
  @FixedPoint(state = "p")
  @Batched(over = {"p", "by.x"})
  static Point turned(Point p, Point by, double s) {
    return new Point(0.4 * Math.cos(p.y()) * s + by.x(), 0.3 * Math.sin(p.x()) + by.y());
  }
}
