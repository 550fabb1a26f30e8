package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Lu;
import io.cotangent.linear.Vectors;

/**
 * Broyden's first method: the inverse matrix at the start, then updates of rank one. The matrix is
 * made afresh where an update can't be made or the residual grows.
 */
public final class Broyden {
  private Broyden() {}

  /**
   * Iterates until the residual is small.
   *
   * @param equations the equations
   * @param theta their parameters
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate
   */
  public static Solved solve(
      Equations equations, double[] theta, double[] start, SolverOptions options) {
    int n = start.length;
    double[] z = start.clone();
    double[] r = new double[n];
    double[] nextR = new double[n];
    double[] step = new double[n];
    double[] work = new double[n];
    double[] row = new double[n];
    equations.residual(z, theta, r);
    double residual = Vectors.norm(r);
    double[][] inverse = new double[n][n];
    double[][] rows = new double[n][n];
    Lu lu = new Lu(n);
    boolean known = false;
    int age = 0;
    for (int k = 0; ; k++) {
      if (options.accepts(residual, z)) {
        return new Solved(z, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual)) {
        return new Solved(z, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(z, Status.MAX_ITERATIONS, k, residual);
      }
      if (!known) {
        java.util.Arrays.fill(work, 0);
        equations.at(z, theta).matrix().toDense(rows, work);
        known = invert(lu.factorise(rows), work, inverse);
        age = 0;
        if (!known) {
          return new Solved(z, Status.SINGULAR, k, residual);
        }
      }
      for (int i = 0; i < n; i++) {
        step[i] = -Vectors.dot(inverse[i], r);
      }
      double length = 1;
      double reached = move(equations, theta, z, step, length, work, nextR);
      while (!(reached < residual) && age == 0 && length > 1e-10) {
        length /= 2;
        reached = move(equations, theta, z, step, length, work, nextR);
      }
      if (!(reached < 2 * residual)) {
        if (age == 0) {
          return new Solved(z, Status.STAGNATED, k, residual);
        }
        known = false;
        continue;
      }
      Vectors.copy(work, z);
      Vectors.scale(step, length);
      known = update(inverse, step, r, nextR, work, row);
      age++;
      Vectors.copy(nextR, r);
      residual = reached;
      options.listener().iteration(k + 1, residual, Vectors.norm(step));
    }
  }

  private static double move(
      Equations equations,
      double[] theta,
      double[] z,
      double[] step,
      double length,
      double[] trial,
      double[] trialR) {
    for (int i = 0; i < z.length; i++) {
      trial[i] = z[i] + length * step[i];
    }
    equations.residual(trial, theta, trialR);
    return Vectors.norm(trialR);
  }

  private static boolean invert(Lu lu, double[] unit, double[][] inverse) {
    if (lu.isSingular()) {
      return false;
    }
    for (int i = 0; i < inverse.length; i++) {
      unit[i] = 1;
      lu.solveTransposed(unit, inverse[i]);
      unit[i] = 0;
    }
    return true;
  }

  /** Sherman and Morrison's formula; false where its divisor vanishes. */
  private static boolean update(
      double[][] inverse, double[] step, double[] r, double[] nextR, double[] work, double[] row) {
    int n = step.length;
    java.util.Arrays.fill(row, 0);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += inverse[i][j] * (nextR[j] - r[j]);
      }
      work[i] = sum;
      Vectors.add(row, step[i], inverse[i]);
    }
    double divisor = Vectors.dot(step, work);
    if (Math.abs(divisor) < 1e-12 * Vectors.norm(step) * Vectors.norm(work) || divisor == 0) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      Vectors.add(inverse[i], (step[i] - work[i]) / divisor, row);
    }
    return true;
  }
}
