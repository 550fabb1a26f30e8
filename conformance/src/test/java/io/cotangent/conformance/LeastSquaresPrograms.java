package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.Root;
import io.cotangent.Solver;

/** Roots of more equations than unknowns, and minima of sums of squares. */
final class LeastSquaresPrograms {
  private LeastSquaresPrograms() {}

  /** A curve through points: none of such a form goes through all. */
  @Argmin(unknown = "w", solver = Solver.LEVENBERG_MARQUARDT)
  static double[] curve(double[] w, double[] t, double[] y) {
    double[] rest = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      rest[i] = w[0] * Math.exp(-w[1] * t[i]) - y[i];
    }
    return rest;
  }

  @Argmin(unknown = "w", name = "CurveByNewton")
  static double half(double[] w, double[] t, double[] y) {
    double sum = 0;
    for (double rest : curve(w, t, y)) {
      sum += 0.5 * rest * rest;
    }
    return sum;
  }

  /** Three circles that meet in one point, if the third goes through it. */
  @Root(unknown = "x", solver = Solver.LEVENBERG_MARQUARDT)
  static double[] circles(double[] x, double[] p, double third) {
    return new double[] {
      x[0] * x[0] + x[1] * x[1] - p[0],
      (x[0] - 1) * (x[0] - 1) + x[1] * x[1] - p[1],
      x[0] * x[0] + (x[1] - 1) * (x[1] - 1) - third
    };
  }

  @Root(unknown = "x", solver = Solver.LEVENBERG_MARQUARDT)
  static double[] two(double[] x, double[] p) {
    return new double[] {
      x[0] * x[0] + x[1] * x[1] - p[0], (x[0] - 1) * (x[0] - 1) + x[1] * x[1] - p[1]
    };
  }

  @Root(unknown = "x", solver = Solver.LEVENBERG_MARQUARDT)
  static double[] ofOne(double x, double a, double b) {
    return new double[] {x * x - a, x - b};
  }

  @Root(unknown = "x", solver = Solver.LEVENBERG_MARQUARDT)
  static double[] fewer(double[] x, double a) {
    return new double[] {x[0] + x[1] - a};
  }

  /** Where two of the circles meet, with the third one drawn through that. */
  @Differentiable(order = 2)
  static double ofCircles(double[] p) {
    double x = (p[0] - p[1] + 1) / 2;
    double y = Math.sqrt(p[0] - x * x);
    double third = x * x + (y - 1) * (y - 1);
    double[] found = LeastSquaresProgramsCirclesRoot.solve(new double[] {0.6, 0.7}, p, third);
    return Math.exp(found[0] + 2 * found[1]);
  }

  /** The same without a solver. */
  @Differentiable(order = 2)
  static double exactly(double[] p) {
    double x = (p[0] - p[1] + 1) / 2;
    return Math.exp(x + 2 * Math.sqrt(p[0] - x * x));
  }

  @Differentiable(order = 2)
  static double ofTwo(double[] p) {
    double[] found = LeastSquaresProgramsTwoRoot.solve(new double[] {0.6, 0.7}, p);
    return Math.exp(found[0] + 2 * found[1]);
  }

  @Differentiable(order = 2)
  static double ofCurve(double[] t, double[] y) {
    double[] w = LeastSquaresProgramsCurveArgmin.solve(new double[] {1, 1}, t, y);
    return Math.sin(w[0]) * w[1] + LeastSquaresProgramsCurveArgmin.value(w, t, y);
  }
}
