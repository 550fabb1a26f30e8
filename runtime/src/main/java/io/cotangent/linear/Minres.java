package io.cotangent.linear;

import io.cotangent.Status;

/** The minimal residual method (Paige and Saunders 1975), for symmetric matrices. */
public final class Minres implements LinearSolver {
  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    double[] v = new double[n];
    double[] before = new double[n];
    double[] next = new double[n];
    double[] d = new double[n];
    double[] dBefore = new double[n];
    double[] dNext = new double[n];
    a.apply(x, next);
    for (int i = 0; i < n; i++) {
      v[i] = b[i] - next[i];
    }
    double beta = Vectors.norm(v);
    if (beta > 0) {
      Vectors.scale(v, 1 / beta);
    }
    double phi = beta;
    double first = beta;
    double cos = 1;
    double sin = 0;
    double cosBefore = 1;
    double sinBefore = 0;
    double betaNow = 0;
    int k = 0;
    Status status = Status.CONVERGED;
    while (Math.abs(phi) > target) {
      if (k == maxIterations) {
        status = Status.MAX_ITERATIONS;
        break;
      }
      k++;
      a.apply(v, next);
      double alpha = Vectors.dot(v, next);
      Vectors.add(next, -alpha, v);
      Vectors.add(next, -betaNow, before);
      double betaNext = Vectors.norm(next);
      double epsilon = sinBefore * betaNow;
      double deltaBar = cosBefore * betaNow;
      double delta = cos * deltaBar + sin * alpha;
      double gammaBar = cos * alpha - sin * deltaBar;
      double gamma = Math.hypot(gammaBar, betaNext);
      if (gamma <= 1e-300 || !Double.isFinite(gamma)) {
        status = Double.isFinite(gamma) ? Status.SINGULAR : Status.DIVERGED;
        break;
      }
      cosBefore = cos;
      sinBefore = sin;
      cos = gammaBar / gamma;
      sin = betaNext / gamma;
      for (int i = 0; i < n; i++) {
        dNext[i] = (v[i] - delta * d[i] - epsilon * dBefore[i]) / gamma;
      }
      double[] spare = dBefore;
      dBefore = d;
      d = dNext;
      dNext = spare;
      Vectors.add(x, cos * phi, d);
      phi *= -sin;
      if (betaNext <= 1e-15 * first || betaNext == 0) {
        break;
      }
      Vectors.scale(next, 1 / betaNext);
      spare = before;
      before = v;
      v = next;
      next = spare;
      betaNow = betaNext;
    }
    return LinearResult.of(a, b, x, next, target, new LinearResult(status, k, 0));
  }
}
