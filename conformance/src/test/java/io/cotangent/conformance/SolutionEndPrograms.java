package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.FixedPoint;
import io.cotangent.Root;
import io.cotangent.Solver;

/** Problems without a solution. */
final class SolutionEndPrograms {
  private SolutionEndPrograms() {}

  @Argmin(unknown = "x")
  static double unbounded(double x, double a) {
    return a * x;
  }

  @Argmin(unknown = "x", inequality = "impossible")
  static double infeasible(double x, double a) {
    return a * x * x;
  }

  static double[] impossible(double x, double a) {
    return new double[] {x + 1, 1 - x};
  }

  /** Only the difference is settled, and that slowly: Newton's matrix is singular. */
  @FixedPoint(state = "x")
  static double[] open(double[] x, double a) {
    double rest = 0.025 * Math.sinh(x[0] - x[1] - a);
    return new double[] {x[0] - rest, x[1] + rest};
  }

  @Root(unknown = "x")
  static double noRoot(double x, double a) {
    return x * x + a;
  }

  @Root(unknown = "x", lower = "low", upper = "high", solver = Solver.BISECTION)
  static double pole(double x, double a, double low, double high) {
    return 1 / (x - a);
  }
}
