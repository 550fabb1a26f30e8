package io.cotangent.linear;

import io.cotangent.Status;

/**
 * How a linear solve ended.
 *
 * @param status {@code CONVERGED}, or why not
 * @param iterations how many products with the matrix were needed
 * @param residual the Euclidean norm of {@code b - A x}, computed afresh
 */
public record LinearResult(Status status, int iterations, double residual) {
  /** Computes the true residual and sets the status by it. */
  static LinearResult of(
      LinearOperator a, double[] b, double[] x, double[] work, double target, LinearResult ended) {
    a.apply(x, work);
    for (int i = 0; i < work.length; i++) {
      work[i] = b[i] - work[i];
    }
    double residual = Vectors.norm(work);
    if (residual <= target) {
      return new LinearResult(Status.CONVERGED, ended.iterations(), residual);
    }
    Status status = ended.status() == Status.CONVERGED ? Status.STAGNATED : ended.status();
    boolean lost = !Double.isFinite(residual);
    return new LinearResult(lost ? Status.DIVERGED : status, ended.iterations(), residual);
  }
}
