package io.cotangent.linear;

import io.cotangent.Status;
import java.util.Optional;

/**
 * Conjugate gradients (Hestenes and Stiefel 1952), for symmetric positive definite matrices, with
 * or without a preconditioner of that kind.
 */
public final class ConjugateGradient implements LinearSolver {
  private final Optional<LinearOperator> preconditioner;

  /** Without a preconditioner. */
  public ConjugateGradient() {
    preconditioner = Optional.empty();
  }

  /**
   * With a preconditioner.
   *
   * @param preconditioner near the inverse of the matrix, symmetric and positive definite
   */
  public ConjugateGradient(LinearOperator preconditioner) {
    this.preconditioner = Optional.of(preconditioner);
  }

  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    double[] r = new double[n];
    double[] z = preconditioner.isPresent() ? new double[n] : r;
    double[] p = new double[n];
    double[] q = new double[n];
    a.apply(x, q);
    for (int i = 0; i < n; i++) {
      r[i] = b[i] - q[i];
    }
    double rho = next(r, z);
    Vectors.copy(z, p);
    int k = 0;
    Status status = Status.CONVERGED;
    while (Vectors.norm(r) > target) {
      if (k == maxIterations) {
        status = Status.MAX_ITERATIONS;
        break;
      }
      k++;
      a.apply(p, q);
      double curvature = Vectors.dot(p, q);
      if (!(curvature > 0) || !(rho > 0)) {
        status = curvature <= 0 || rho <= 0 ? Status.SINGULAR : Status.DIVERGED;
        break;
      }
      double alpha = rho / curvature;
      Vectors.add(x, alpha, p);
      Vectors.add(r, -alpha, q);
      double next = next(r, z);
      double beta = next / rho;
      rho = next;
      for (int i = 0; i < n; i++) {
        p[i] = z[i] + beta * p[i];
      }
    }
    return LinearResult.of(a, b, x, q, target, new LinearResult(status, k, 0));
  }

  /** Applies the preconditioner; the residual's square in its measure. */
  private double next(double[] r, double[] z) {
    preconditioner.ifPresent(operator -> operator.apply(r, z));
    return Vectors.dot(r, z);
  }
}
