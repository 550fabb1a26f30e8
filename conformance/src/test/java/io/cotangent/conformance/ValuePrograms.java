package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.Solver;
import io.cotangent.implicit.Projections;
import io.cotangent.implicit.Proximals;

/**
 * Optimal values over sets that move with the parameters: by name, and objectives at minimisers.
 */
final class ValuePrograms {
  private ValuePrograms() {}

  private static double bowl(double[] x, double[] p) {
    return (x[0] - 2) * (x[0] - 2)
        + Math.cosh(x[1] - p[2])
        + 0.3 * x[0] * x[1]
        + p[1] * x[1] * x[1];
  }

  @Argmin(unknown = "x", projection = "below")
  static double projected(double[] x, double[] p) {
    return bowl(x, p);
  }

  static double[] below(double[] x, double[] p) {
    return new double[] {Math.min(x[0], p[0]), x[1]};
  }

  @Argmin(unknown = "x", projection = "onBall", solver = Solver.PROJECTED_GRADIENT)
  static double onBalls(double[] x, double[] p) {
    return bowl(x, p);
  }

  static double[] onBall(double[] x, double[] p) {
    return Projections.l2Ball(x, p[0] * p[0]);
  }

  @Argmin(unknown = "x", inequality = "excess")
  static double limited(double[] x, double[] p) {
    return bowl(x, p);
  }

  static double[] excess(double[] x, double[] p) {
    return new double[] {x[0] - p[0], -9 - x[1]};
  }

  @Argmin(unknown = "x", equality = "circle", inequality = "excess")
  static double both(double[] x, double[] p) {
    return bowl(x, p);
  }

  static double circle(double[] x, double[] p) {
    return x[0] * x[0] + x[1] * x[1] * p[1] - p[0] * p[0] - 0.5;
  }

  @Argmin(unknown = "x", lower = "low", upper = "high")
  static double between(double x, double c, double low, double high) {
    return Math.cosh(x - c) + 0.2 * x * c;
  }

  @Argmin(unknown = "x", proximal = "shrunk")
  static double sparse(double[] x, double[] p) {
    return bowl(x, p);
  }

  static double[] shrunk(double[] x, double[] p, double step) {
    return Proximals.lasso(x, p[0], step);
  }

  /** Two constraints, of which either is one too many where the parameters agree. */
  @Argmin(unknown = "x", inequality = "twoLimits")
  static double doubled(double x, double p, double q) {
    return (x - 2) * (x - 2);
  }

  static double[] twoLimits(double x, double p, double q) {
    return new double[] {x - p, x - q};
  }

  /** The second says what the first says, whatever the parameter is. */
  @Argmin(unknown = "x", equality = "saidTwice")
  static double redundant(double[] x, double p) {
    return (x[0] - 2) * (x[0] - 2) + x[1] * x[1] * p;
  }

  static double[] saidTwice(double[] x, double p) {
    return new double[] {x[0] + x[1] - p, 2 * (x[0] + x[1] - p)};
  }

  @Argmin(unknown = "x", projection = "notNegative")
  static double nearest(double[] x, double[] c) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - c[i]) * (x[i] - c[i]) / 2;
    }
    return sum;
  }

  static double[] notNegative(double[] x, double[] c) {
    return Projections.nonNegative(x);
  }

  @Differentiable(order = 2)
  static double ofProjected(double[] p) {
    return projected(ValueProgramsProjectedArgmin.solve(new double[2], p), p);
  }

  @Differentiable(order = 2)
  static double valueOfProjected(double[] p) {
    return ValueProgramsProjectedArgmin.value(new double[2], p);
  }

  @Differentiable(order = 2)
  static double ofBall(double[] p) {
    return onBalls(ValueProgramsOnBallsArgmin.solve(new double[2], p), p);
  }

  @Differentiable(order = 2)
  static double valueOfBall(double[] p) {
    return ValueProgramsOnBallsArgmin.value(new double[2], p);
  }

  @Differentiable(order = 2)
  static double ofLimited(double[] p) {
    double[] x = ValueProgramsLimitedArgmin.solve(new double[2], p);
    return limited(x, p);
  }

  @Differentiable(order = 2)
  static double atLimited(double[] p) {
    double[] x =
        ValueProgramsLimitedArgmin.at(ValueProgramsLimitedArgmin.solve(new double[2], p), p);
    return limited(x, p);
  }

  @Differentiable(order = 2)
  static double valueOfLimited(double[] p) {
    return ValueProgramsLimitedArgmin.value(new double[2], p);
  }

  @Differentiable(order = 2)
  static double ofBoth(double[] p) {
    double[] x = ValueProgramsBothArgmin.solve(new double[] {1, 0.5}, p);
    return both(x, p);
  }

  @Differentiable(order = 2)
  static double valueOfBoth(double[] p) {
    return ValueProgramsBothArgmin.value(new double[] {1, 0.5}, p);
  }

  @Differentiable(order = 2)
  static double ofBetween(double c, double low, double high) {
    return between(ValueProgramsBetweenArgmin.solve(0, c, low, high), c, low, high);
  }

  @Differentiable(order = 2)
  static double valueOfBetween(double c, double low, double high) {
    return ValueProgramsBetweenArgmin.value(0, c, low, high);
  }

  @Differentiable(order = 2)
  static double ofSparse(double[] p) {
    return sparse(ValueProgramsSparseArgmin.solve(new double[2], p), p);
  }

  @Differentiable(order = 2)
  static double ofDoubled(double p, double q) {
    return doubled(ValueProgramsDoubledArgmin.solve(0, p, q), p, q);
  }

  @Differentiable(order = 2)
  static double valueOfDoubled(double p, double q) {
    return ValueProgramsDoubledArgmin.value(0, p, q);
  }

  @Differentiable(order = 2)
  static double ofRedundant(double p) {
    double[] x = ValueProgramsRedundantArgmin.solve(new double[2], p);
    return redundant(x, p);
  }

  @Differentiable(order = 2)
  static double valueOfRedundant(double p) {
    return ValueProgramsRedundantArgmin.value(new double[2], p);
  }
}
