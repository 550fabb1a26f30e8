package io.cotangent.linear;

import io.cotangent.Status;

/**
 * Least squares by Golub-Kahan bidiagonalisation (Fong and Saunders 2011): from zero it goes to the
 * solution of least norm, also where the matrix is singular. The system counts as inconsistent, and
 * the status is {@code SINGULAR}, where the residual can't be made smaller any more.
 */
public final class Lsmr implements LinearSolver {
  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    double[] u = new double[n];
    double[] v = new double[n];
    double[] h = new double[n];
    double[] hBar = new double[n];
    double[] work = new double[n];
    a.apply(x, work);
    for (int i = 0; i < n; i++) {
      u[i] = b[i] - work[i];
    }
    double beta = normalise(u);
    a.applyTransposed(u, v);
    double alpha = normalise(v);
    double alphaBar = alpha;
    double zetaBar = alpha * beta;
    double rho = 1;
    double rhoBar = 1;
    double cBar = 1;
    double sBar = 0;
    double scale = alpha * alpha;
    double start = beta;
    Vectors.copy(v, h);
    int k = 0;
    Status status = Status.CONVERGED;
    while (true) {
      // The least squares residual's gradient, relative to the matrix and the residual.
      double gradient = Math.abs(zetaBar);
      double norm = Math.sqrt(scale);
      if (gradient <= 1e-2 * target * smallest(norm, alpha) || gradient <= 1e-15 * norm * start) {
        break;
      }
      if (k == maxIterations) {
        status = Status.MAX_ITERATIONS;
        break;
      }
      k++;
      a.apply(v, work);
      for (int i = 0; i < n; i++) {
        u[i] = work[i] - alpha * u[i];
      }
      beta = normalise(u);
      a.applyTransposed(u, work);
      for (int i = 0; i < n; i++) {
        v[i] = work[i] - beta * v[i];
      }
      alpha = normalise(v);
      double rhoOld = rho;
      rho = Math.hypot(alphaBar, beta);
      double c = alphaBar / rho;
      double s = beta / rho;
      double theta = s * alpha;
      alphaBar = c * alpha;
      double rhoBarOld = rhoBar;
      double thetaBar = sBar * rho;
      double rhoTemp = cBar * rho;
      rhoBar = Math.hypot(rhoTemp, theta);
      cBar = rhoTemp / rhoBar;
      sBar = theta / rhoBar;
      double zeta = cBar * zetaBar;
      zetaBar *= -sBar;
      scale += beta * beta + alpha * alpha;
      if (!(rho > 0) || !(rhoBar > 0)) {
        status = Status.SINGULAR;
        break;
      }
      for (int i = 0; i < n; i++) {
        hBar[i] = h[i] - thetaBar * rho / (rhoOld * rhoBarOld) * hBar[i];
        x[i] += zeta / (rho * rhoBar) * hBar[i];
        h[i] = v[i] - theta / rho * h[i];
      }
    }
    LinearResult result = LinearResult.of(a, b, x, work, target, new LinearResult(status, k, 0));
    return result.status() == Status.STAGNATED
        ? new LinearResult(Status.SINGULAR, k, result.residual())
        : result;
  }

  private static double smallest(double norm, double alpha) {
    return alpha > 0 ? Math.min(norm, alpha) : norm;
  }

  private static double normalise(double[] u) {
    double norm = Vectors.norm(u);
    if (norm > 0) {
      Vectors.scale(u, 1 / norm);
    }
    return norm;
  }
}
