package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.Root;
import io.cotangent.Solver;

/** Roots between bounds, one for each entry of an array; a minimum that captures its parameters. */
final class BracketPrograms {
  private final double[] y;

  BracketPrograms(double[] y) {
    this.y = y;
  }

  /** Each entry of its own equation, {@code x³ + x = c}. */
  @Root(unknown = "x", lower = "low", upper = "high", solver = Solver.BISECTION, tolerance = 1e-14)
  static double[] bisected(double[] x, double[] c, double[] low, double[] high) {
    double[] rest = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      rest[i] = x[i] * x[i] * x[i] + x[i] - c[i];
    }
    return rest;
  }

  @Root(unknown = "x", lower = "low", upper = "high", solver = Solver.CHANDRUPATLA)
  static double[] interpolated(double[] x, double[] c, double[] low, double[] high) {
    return bisected(x, c, low, high);
  }

  @Root(unknown = "x", lower = "low", upper = "high")
  static double[] chosen(double[] x, double[] c, double[] low, double[] high) {
    return bisected(x, c, low, high);
  }

  /** Second order through the solution. */
  @Differentiable(wrt = "c", order = 2)
  static double ofRoots(double[] c, double[] low, double[] high) {
    double[] x = BracketProgramsBisectedRoot.solve(new double[c.length], c, low, high);
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      product *= 1 + x[i];
    }
    return product;
  }

  @Argmin(unknown = "x")
  double capturing(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * x[i] - x[i] * y[i];
    }
    return sum;
  }
}
