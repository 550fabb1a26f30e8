package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/**
 * Mirror descent with the entropy, for positive unknowns whose sum stays that of the start:
 * multiplicative steps, whose length is halved where the gradient changes too much.
 */
public final class MirrorDescent {
  private MirrorDescent() {}

  /**
   * Iterates until the residual is small.
   *
   * @param equations the equations of the minimum over the simplex
   * @param theta their parameters
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate
   */
  public static Solved solve(
      ProximalEquations equations, double[] theta, double[] start, SolverOptions options) {
    int n = start.length;
    double[] x = new double[n];
    equations.step(start, theta, 1, x);
    double sum = 0;
    for (double entry : x) {
      sum += entry;
    }
    for (int i = 0; i < n; i++) {
      // No step leads away from zero.
      x[i] = 0.5 * x[i] + 0.5 * sum / n;
    }
    double[] residual = new double[n];
    double[] gradient = new double[n];
    double[] next = new double[n];
    double[] there = new double[n];
    double length = 1;
    for (int k = 0; ; k++) {
      equations.residual(x, theta, residual);
      double norm = Vectors.norm(residual);
      if (options.accepts(norm, x)) {
        return new Solved(x, Status.CONVERGED, k, norm);
      }
      if (!Double.isFinite(norm)) {
        return new Solved(x, Status.DIVERGED, k, norm);
      }
      if (k >= options.maxIterations()) {
        return new Solved(x, Status.MAX_ITERATIONS, k, norm);
      }
      equations.smooth().residual(x, theta, gradient);
      length *= 2;
      while (!step(equations, theta, x, gradient, length, sum, next, there)) {
        length *= 0.5;
        if (length < 1e-18) {
          return new Solved(x, Status.STAGNATED, k, norm);
        }
      }
      double moved = 0;
      for (int i = 0; i < n; i++) {
        moved += (next[i] - x[i]) * (next[i] - x[i]);
      }
      Vectors.copy(next, x);
      options.listener().iteration(k + 1, norm, Math.sqrt(moved));
    }
  }

  /** Tries a step; whether the gradient changes by less than the step allows. */
  private static boolean step(
      ProximalEquations equations,
      double[] theta,
      double[] x,
      double[] gradient,
      double length,
      double sum,
      double[] next,
      double[] there) {
    double least = Double.POSITIVE_INFINITY;
    for (double slope : gradient) {
      least = Math.min(least, slope);
    }
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      next[i] = x[i] * Math.exp(-length * (gradient[i] - least));
      total += next[i];
    }
    Vectors.scale(next, sum / total);
    equations.smooth().residual(next, theta, there);
    double curvature = 0;
    double allowed = 0;
    for (int i = 0; i < x.length; i++) {
      double change = next[i] - x[i];
      curvature += (there[i] - gradient[i]) * change;
      allowed += change * change / Math.max(Math.max(x[i], next[i]), Double.MIN_NORMAL);
    }
    return curvature <= allowed / length;
  }
}
