package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Loops over neighbouring elements, whose cotangents overlap from one iteration to the next. */
final class CarryPrograms {
  private static final double[] FIVE = {0.5, -1.25, 2, 0.75, -0.5};

  private CarryPrograms() {}

  static List<Point> points() {
    return List.of(
        at("pairs", (Object) FIVE),
        at("pairs", (Object) new double[] {2}),
        at("pairs", (Object) new double[0]),
        at("triples", (Object) FIVE),
        at("triples", (Object) new double[] {1, 2}),
        at("gap", (Object) FIVE),
        at("downwards", (Object) FIVE),
        at("upToIncluded", FIVE, 3),
        at("upToIncluded", FIVE, -1),
        at("twoArrays", FIVE, new double[] {1, 2, 3, 4, 5}),
        at("other", FIVE, new double[] {1, 2, 3, 4, 5}),
        at("movingBound", (Object) FIVE),
        at("inHelper", (Object) FIVE),
        at("afterOther", (Object) FIVE),
        at("readsBetween", (Object) FIVE),
        at("floats", (Object) new float[] {0.5f, -1.25f, 2, 0.75f}),
        at("smoothed", FIVE, 3));
  }

  private static Point at(String program, Object... args) {
    return Point.of(CarryPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double pairs(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double across = x[i + 1] - x[i] * x[i];
      sum += across * across * x[i];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double triples(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length - 1; i++) {
      double bend = x[i - 1] - 2 * x[i] + x[i + 1];
      sum += bend * bend * x[i - 1] * Math.sin(x[i + 1]);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double gap(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 2; i++) {
      sum += x[i] * x[i] * x[i + 2];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double downwards(double[] x) {
    double sum = 0;
    for (int i = x.length - 1; i > 1; i--) {
      sum += x[i] * x[i - 1] * x[i - 1] * x[i - 2];
    }
    return sum;
  }

  @Differentiable
  static double upToIncluded(double[] x, int last) {
    double sum = 0;
    for (int i = 0; i <= last; i++) {
      sum += x[i] * Math.exp(x[i + 1]);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double twoArrays(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      sum += x[i] * y[i + 1] * x[i + 1];
    }
    return sum;
  }

  /** What is carried for one array goes past what another, perhaps the same, is read for. */
  @Differentiable(wrt = {"x", "y"})
  static double other(double[] x, double[] y) {
    double[] z = x[0] > 0 ? x : y;
    double sum = z[1] * y[0];
    for (int i = 0; i < x.length - 1; i++) {
      sum += z[i] * z[i + 1] * z[i + 1];
    }
    return sum * x[1];
  }

  @Differentiable
  static double movingBound(double[] x) {
    double sum = 0;
    int n = x.length;
    for (int i = 0; i < n - 1; i++) {
      sum += x[i] * x[i + 1] * x[i + 1];
    }
    n = 2;
    return sum * n;
  }

  @Differentiable(order = 2)
  static double inHelper(double[] x) {
    return pairs(x) * triples(x);
  }

  @Differentiable(order = 2)
  static double afterOther(double[] x) {
    double first = 0;
    for (int i = 0; i < x.length; i++) {
      first += x[i] * x[i];
    }
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      sum += x[i] * x[i] * x[i + 1];
    }
    return first * sum;
  }

  @Differentiable
  static double readsBetween(double[] x) {
    double[] y = x.clone();
    for (int i = 1; i < y.length; i++) {
      y[i] = y[i] * y[i - 1] + x[i] * x[i - 1];
    }
    return y[y.length - 1];
  }

  @Differentiable
  static float floats(float[] x) {
    float sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      sum += x[i] * x[i + 1] * x[i + 1];
    }
    return sum;
  }

  /** A step of a difference scheme, some times over. */
  @Differentiable
  static double[] smoothed(double[] x, int steps) {
    double[] u = x.clone();
    for (int step = 0; step < steps; step++) {
      double[] next = new double[u.length];
      for (int i = 1; i < u.length - 1; i++) {
        next[i] = u[i] + 0.25 * (u[i - 1] - 2 * u[i] + u[i + 1]) - 0.1 * u[i] * u[i + 1];
      }
      u = next;
    }
    return u;
  }
}
