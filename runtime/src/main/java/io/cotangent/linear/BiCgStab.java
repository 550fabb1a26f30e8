package io.cotangent.linear;

import io.cotangent.Status;

/** The stabilised biconjugate gradient method (van der Vorst 1992), restarted at a breakdown. */
public final class BiCgStab implements LinearSolver {
  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    double[] r = new double[n];
    double[] shadow = new double[n];
    double[] p = new double[n];
    double[] v = new double[n];
    double[] t = new double[n];
    int k = 0;
    int breakdowns = 0;
    Status status = Status.CONVERGED;
    double rho = start(a, b, x, r, shadow, p, v);
    while (Vectors.norm(r) > target) {
      if (k == maxIterations) {
        status = Status.MAX_ITERATIONS;
        break;
      }
      k++;
      a.apply(p, v);
      double product = Vectors.dot(shadow, v);
      double alpha = rho / product;
      boolean broken = product == 0 || !Double.isFinite(alpha);
      if (!broken) {
        Vectors.add(x, alpha, p);
        Vectors.add(r, -alpha, v);
        if (Vectors.norm(r) <= target) {
          break;
        }
        a.apply(r, t);
        double omega = Vectors.dot(t, r) / Vectors.dot(t, t);
        broken = omega == 0 || !Double.isFinite(omega);
        if (!broken) {
          Vectors.add(x, omega, r);
          Vectors.add(r, -omega, t);
          double next = Vectors.dot(shadow, r);
          double beta = next / rho * (alpha / omega);
          broken = Math.abs(next) < 1e-30 * Vectors.dot(r, r) || !Double.isFinite(beta);
          rho = next;
          for (int i = 0; i < n; i++) {
            p[i] = r[i] + beta * (p[i] - omega * v[i]);
          }
        }
      }
      if (broken) {
        if (++breakdowns > 5 || !Vectors.isFinite(x)) {
          status = Status.STAGNATED;
          break;
        }
        rho = start(a, b, x, r, shadow, p, v);
      }
    }
    return LinearResult.of(a, b, x, t, target, new LinearResult(status, k, 0));
  }

  private static double start(
      LinearOperator a,
      double[] b,
      double[] x,
      double[] r,
      double[] shadow,
      double[] p,
      double[] work) {
    a.apply(x, work);
    for (int i = 0; i < b.length; i++) {
      r[i] = b[i] - work[i];
      shadow[i] = r[i];
      p[i] = r[i];
    }
    return Vectors.dot(r, r);
  }
}
