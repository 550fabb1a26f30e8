package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Vectors;

/**
 * The Levenberg-Marquardt method for more residuals than unknowns: Gauss-Newton steps by the normal
 * equations, damped until the sum of squares falls.
 */
final class LeastSquares {
  private final Residuals residuals;
  private final double[] theta;
  private double[] z;
  private double[] value;
  private double[][] columns;
  private double[] gradient;
  private double damping = 1e-3;

  private LeastSquares(Residuals residuals, double[] theta, double[] start) {
    this.residuals = residuals;
    this.theta = theta;
    z = start.clone();
    value = residuals.value(z, theta);
    columns = residuals.columns(z, theta);
    gradient = Residuals.gradient(columns, value);
  }

  /**
   * Iterates until the residuals are small, or until their squares' gradient is.
   *
   * @param root whether the residuals have to vanish
   */
  static Solved solve(
      Residuals residuals, double[] theta, double[] start, boolean root, SolverOptions options) {
    return new LeastSquares(residuals, theta, start).run(root, options);
  }

  private Solved run(boolean root, SolverOptions options) {
    for (int k = 0; ; k++) {
      double size = Vectors.norm(value);
      double measure = root ? size : Vectors.norm(gradient);
      if (options.accepts(measure, z)) {
        return new Solved(z, Status.CONVERGED, k, measure);
      }
      if (!Double.isFinite(size) || !Vectors.isFinite(gradient)) {
        return new Solved(z, Status.DIVERGED, k, measure);
      }
      if (k >= options.maxIterations()) {
        return new Solved(z, Status.MAX_ITERATIONS, k, measure);
      }
      double moved = advance(size);
      if (moved == 0) {
        return new Solved(z, Status.STAGNATED, k, measure);
      }
      options.listener().iteration(k + 1, measure, moved);
    }
  }

  /** Takes a step that helps; its length, or 0 where there is none. */
  private double advance(double size) {
    int n = z.length;
    double[][] normal = new double[n][n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        normal[i][j] = Vectors.dot(columns[i], columns[j]);
      }
      largest = Math.max(largest, normal[i][i]);
    }
    if (!(largest > 0)) {
      return 0;
    }
    for (; damping < 1e30; damping *= 5) {
      double[] step = step(normal, largest);
      double[] trial = z.clone();
      Vectors.add(trial, -1, step);
      double[] reached = residuals.value(trial, theta);
      double there = Vectors.norm(reached);
      // Near the end the sums' differences are lost in rounding; the gradients' are not.
      boolean lost = Math.abs(there - size) <= 1e-10 * size;
      if (!lost && !(there < size)) {
        continue;
      }
      double[][] next = residuals.columns(trial, theta);
      double[] slope = Residuals.gradient(next, reached);
      if (!lost || Vectors.norm(slope) < Vectors.norm(gradient)) {
        z = trial;
        value = reached;
        columns = next;
        gradient = slope;
        damping = Math.max(1e-18, damping / 10);
        return Vectors.norm(step);
      }
    }
    return 0;
  }

  private double[] step(double[][] normal, double largest) {
    double[][] damped = new double[normal.length][];
    for (int i = 0; i < normal.length; i++) {
      damped[i] = normal[i].clone();
      damped[i][i] += damping * Math.max(normal[i][i], 1e-12 * largest);
    }
    double[] step = new double[normal.length];
    Cholesky cholesky = new Cholesky(damped);
    if (cholesky.isDefinite()) {
      cholesky.solve(gradient, step);
    }
    return step;
  }
}
