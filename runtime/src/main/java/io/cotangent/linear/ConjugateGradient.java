package io.cotangent.linear;

import io.cotangent.Status;

/** Conjugate gradients (Hestenes and Stiefel 1952), for symmetric positive definite matrices. */
public final class ConjugateGradient implements LinearSolver {
  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    double[] r = new double[n];
    double[] p = new double[n];
    double[] q = new double[n];
    a.apply(x, q);
    for (int i = 0; i < n; i++) {
      r[i] = b[i] - q[i];
      p[i] = r[i];
    }
    double rho = Vectors.dot(r, r);
    int k = 0;
    Status status = Status.CONVERGED;
    while (Math.sqrt(rho) > target) {
      if (k == maxIterations) {
        status = Status.MAX_ITERATIONS;
        break;
      }
      k++;
      a.apply(p, q);
      double curvature = Vectors.dot(p, q);
      if (!(curvature > 0)) {
        status = curvature <= 0 ? Status.SINGULAR : Status.DIVERGED;
        break;
      }
      double alpha = rho / curvature;
      Vectors.add(x, alpha, p);
      Vectors.add(r, -alpha, q);
      double next = Vectors.dot(r, r);
      double beta = next / rho;
      rho = next;
      for (int i = 0; i < n; i++) {
        p[i] = r[i] + beta * p[i];
      }
    }
    return LinearResult.of(a, b, x, q, target, new LinearResult(status, k, 0));
  }
}
