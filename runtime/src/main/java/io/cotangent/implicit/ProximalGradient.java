package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/**
 * Projected and proximal gradient steps with Nesterov's momentum, which restarts where it points
 * uphill (O'Donoghue and Candès 2015), and a step length found by halving.
 */
public final class ProximalGradient {
  private ProximalGradient() {}

  /**
   * Iterates until the residual is small.
   *
   * @param equations the equations of the minimum
   * @param theta their parameters
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate
   */
  public static Solved solve(
      ProximalEquations equations, double[] theta, double[] start, SolverOptions options) {
    int n = start.length;
    double[] there = new double[n];
    double[] x = new double[n];
    equations.step(start, theta, 1, x);
    double[] y = x.clone();
    double[] next = new double[n];
    double[] trial = new double[n];
    double[] gradient = new double[n];
    double[] residual = new double[n];
    double length = 1;
    double momentum = 1;
    for (int k = 0; ; k++) {
      equations.residual(x, theta, residual);
      double norm = Vectors.norm(residual);
      if (options.accepts(norm, x)) {
        return new Solved(x, Status.CONVERGED, k, norm);
      }
      double value = equations.smooth().value(y, theta, gradient);
      if (!Double.isFinite(norm) || !Double.isFinite(value)) {
        return new Solved(x, Status.DIVERGED, k, norm);
      }
      if (k >= options.maxIterations()) {
        return new Solved(x, Status.MAX_ITERATIONS, k, norm);
      }
      length *= 1.2;
      while (!step(equations, theta, y, value, gradient, length, trial, next, there)) {
        length *= 0.5;
        if (length < 1e-18) {
          return new Solved(x, Status.STAGNATED, k, norm);
        }
      }
      double uphill = 0;
      double moved = 0;
      for (int i = 0; i < n; i++) {
        uphill += (y[i] - next[i]) * (next[i] - x[i]);
        moved += (next[i] - x[i]) * (next[i] - x[i]);
      }
      double grown = uphill > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double weight = uphill > 0 ? 0 : (momentum - 1) / grown;
      for (int i = 0; i < n; i++) {
        y[i] = next[i] + weight * (next[i] - x[i]);
        x[i] = next[i];
      }
      momentum = grown;
      options.listener().iteration(k + 1, norm, Math.sqrt(moved));
    }
  }

  /** Tries a step; whether the function falls as its quadratic bound of that length promises. */
  private static boolean step(
      ProximalEquations equations,
      double[] theta,
      double[] y,
      double value,
      double[] gradient,
      double length,
      double[] trial,
      double[] next,
      double[] there) {
    Vectors.copy(y, trial);
    Vectors.add(trial, -length, gradient);
    equations.step(trial, theta, length, next);
    double linear = 0;
    double square = 0;
    for (int i = 0; i < y.length; i++) {
      double change = next[i] - y[i];
      linear += gradient[i] * change;
      square += change * change;
    }
    double reached = equations.smooth().value(next, theta, there);
    // Near the end the values' differences are lost in rounding; the gradients' are not.
    double curvature = 0;
    for (int i = 0; i < y.length; i++) {
      curvature += (there[i] - gradient[i]) * (next[i] - y[i]);
    }
    return reached <= value + linear + square / (2 * length)
        || curvature <= square / length && Math.abs(reached - value) <= 1e-10 * Math.abs(value);
  }
}
