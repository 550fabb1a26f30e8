package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.FixedPoint;
import io.cotangent.Root;

/** One problem of each kind whose difficulty is in its numbers. */
final class SolutionGridPrograms {
  private SolutionGridPrograms() {}

  @FixedPoint(state = "x")
  static double[] layer(double[] x, double[][] w, double[] b) {
    double[] next = SolutionPrograms.times(w, x);
    for (int i = 0; i < next.length; i++) {
      next[i] = Math.tanh(next[i] + b[i]);
    }
    return next;
  }

  @Root(unknown = "x")
  static double[] balance(double[] x, double[][] w, double[] b) {
    double[] rest = SolutionPrograms.times(w, x);
    for (int i = 0; i < rest.length; i++) {
      rest[i] += 2 * x[i] + 0.5 * Math.sin(x[i]) - b[i];
    }
    return rest;
  }

  @Argmin(unknown = "x")
  static double energy(double[] x, double[][] w, double[] b) {
    double[] inner = SolutionPrograms.times(w, x);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double rest = inner[i] - b[i];
      sum += 0.5 * x[i] * x[i] + Math.sqrt(1 + rest * rest);
    }
    return sum;
  }
}
