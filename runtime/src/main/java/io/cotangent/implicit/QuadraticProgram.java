package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/**
 * The convex quadratic program {@code min ½ xᵀQx + cᵀx} subject to {@code A x = b} and {@code G x
 * <= h}.
 *
 * @param q a symmetric positive semidefinite matrix; only its symmetric part counts
 * @param c the linear term
 * @param a the equalities' rows; may be empty
 * @param b their right sides
 * @param g the inequalities' rows; may be empty
 * @param h their right sides
 */
public record QuadraticProgram(
    double[][] q, double[] c, double[][] a, double[] b, double[][] g, double[] h) {
  /** Checks the shapes. */
  public QuadraticProgram {
    requireMatrix("q", q, c.length, c.length);
    requireMatrix("a", a, b.length, c.length);
    requireMatrix("g", g, h.length, c.length);
  }

  private static void requireMatrix(String name, double[][] rows, int height, int width) {
    if (rows.length != height) {
      throw new IllegalArgumentException(
          name + " has " + rows.length + " rows instead of " + height);
    }
    for (double[] row : rows) {
      if (row.length != width) {
        throw new IllegalArgumentException(
            name + " has a row of length " + row.length + " instead of " + width);
      }
    }
  }

  /**
   * A solution with its multipliers, by the Lagrangian {@code ½ xᵀQx + cᵀx + λᵀ(Ax - b) + μᵀ(Gx -
   * h)}.
   *
   * @param primal the minimiser
   * @param equalityMultipliers {@code λ}
   * @param inequalityMultipliers {@code μ}, exactly zero where a constraint is not active
   * @param status how it ended; {@code DEGENERATE_ACTIVE_SET} is a solution too
   * @param iterations how many iterations were made
   * @param residual the norm of the optimality conditions' residual
   */
  public record Solution(
      double[] primal,
      double[] equalityMultipliers,
      double[] inequalityMultipliers,
      Status status,
      int iterations,
      double residual) {
    /**
     * Whether {@code primal} is a solution.
     *
     * @return whether it is
     */
    public boolean stands() {
      return status == Status.CONVERGED || status == Status.DEGENERATE_ACTIVE_SET;
    }
  }

  /**
   * Solves the program by a primal-dual interior-point method (Mehrotra 1992), then exactly on the
   * active set that it found.
   *
   * @param options what ends it
   * @return the solution, or the status says why there is none
   */
  public Solution solve(SolverOptions options) {
    return new InteriorPoint(this).solve(options);
  }

  /** The objective's gradient: {@code (Q + Qᵀ) x / 2 + c}. */
  void gradient(double[] x, double[] out) {
    Vectors.copy(c, out);
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c.length; j++) {
        out[i] += 0.5 * (q[i][j] + q[j][i]) * x[j];
      }
    }
  }

  /**
   * Whether the Lagrangian's gradient vanishes beside the terms that it is the sum of: beside the
   * norm of {@code x} it seems to vanish on the way to infinity of an unbounded program.
   */
  boolean isStationary(double[] x, double[] lambda, double[] mu, double tolerance) {
    double[] sum = new double[c.length];
    gradient(x, sum);
    double[] curved = sum.clone();
    Vectors.add(curved, -1, c);
    double size = 1 + Vectors.norm(c) + Vectors.norm(curved);
    for (int i = 0; i < b.length; i++) {
      Vectors.add(sum, lambda[i], a[i]);
      size += Math.abs(lambda[i]) * Vectors.norm(a[i]);
    }
    for (int i = 0; i < h.length; i++) {
      Vectors.add(sum, mu[i], g[i]);
      size += Math.abs(mu[i]) * Vectors.norm(g[i]);
    }
    return Vectors.norm(sum) <= tolerance * size;
  }

  /** The norm of the residual: stationarity, equalities, and {@code min(h - Gx, μ)}. */
  double residual(double[] x, double[] lambda, double[] mu) {
    double[] r = new double[c.length + b.length + h.length];
    double[] stationarity = new double[c.length];
    gradient(x, stationarity);
    for (int i = 0; i < b.length; i++) {
      Vectors.add(stationarity, lambda[i], a[i]);
      r[c.length + i] = Vectors.dot(a[i], x) - b[i];
    }
    for (int i = 0; i < h.length; i++) {
      Vectors.add(stationarity, mu[i], g[i]);
      r[c.length + b.length + i] = Math.min(h[i] - Vectors.dot(g[i], x), mu[i]);
    }
    Vectors.copy(stationarity, r);
    return Vectors.norm(r);
  }
}
