package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Vectors;

/** The Levenberg-Marquardt method: Gauss-Newton steps, damped until the residual shrinks. */
public final class LevenbergMarquardt {
  private LevenbergMarquardt() {}

  /**
   * Iterates until the residual is small.
   *
   * @param equations the equations
   * @param theta their parameters
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate; {@code STAGNATED} at a minimum of the norm that is not a root
   */
  public static Solved solve(
      Equations equations, double[] theta, double[] start, SolverOptions options) {
    int n = start.length;
    double[] z = start.clone();
    double[] r = new double[n];
    double[] gradient = new double[n];
    double[] step = new double[n];
    double[] trial = new double[n];
    double[] trialR = new double[n];
    equations.residual(z, theta, r);
    double residual = Vectors.norm(r);
    double damping = 1e-3;
    int k = 0;
    while (true) {
      if (options.accepts(residual, z)) {
        return new Solved(z, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual)) {
        return new Solved(z, Status.DIVERGED, k, residual);
      }
      double[][] rows = equations.at(z, theta).matrix().toDense();
      double[][] normal = normal(rows);
      new io.cotangent.linear.DenseOperator(rows).applyTransposed(r, gradient);
      boolean better = false;
      while (!better) {
        if (k >= options.maxIterations()) {
          return new Solved(z, Status.MAX_ITERATIONS, k, residual);
        }
        k++;
        if (damping > 1e30 || !solve(normal, gradient, damping, step)) {
          return new Solved(z, Status.STAGNATED, k, residual);
        }
        for (int i = 0; i < n; i++) {
          trial[i] = z[i] - step[i];
        }
        equations.residual(trial, theta, trialR);
        double reached = Vectors.norm(trialR);
        better = reached < residual;
        if (better) {
          Vectors.copy(trial, z);
          Vectors.copy(trialR, r);
          residual = reached;
          damping = Math.max(1e-18, damping / 10);
        } else {
          damping *= 5;
        }
        options.listener().iteration(k, residual, Vectors.norm(step));
      }
    }
  }

  private static double[][] normal(double[][] rows) {
    int n = rows.length;
    double[][] normal = new double[n][n];
    for (double[] row : rows) {
      for (int i = 0; i < n; i++) {
        Vectors.add(normal[i], row[i], row);
      }
    }
    return normal;
  }

  private static boolean solve(
      double[][] normal, double[] gradient, double damping, double[] step) {
    double largest = 0;
    for (int i = 0; i < normal.length; i++) {
      largest = Math.max(largest, normal[i][i]);
    }
    if (!(largest > 0)) {
      return false;
    }
    double[][] damped = new double[normal.length][];
    for (int i = 0; i < normal.length; i++) {
      damped[i] = normal[i].clone();
      damped[i][i] += damping * Math.max(normal[i][i], 1e-12 * largest);
    }
    Cholesky cholesky = new Cholesky(damped);
    if (cholesky.isDefinite()) {
      cholesky.solve(gradient, step);
    } else {
      java.util.Arrays.fill(step, 0);
    }
    return true;
  }
}
