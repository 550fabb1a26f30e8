package io.cotangent.samples.tuning;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.implicit.Proximals;

/** Least squares with an L1 penalty on all rows but one, and that row's error. */
final class Lasso {
  private Lasso() {}

  /** The rows count by their weights. */
  @Argmin(unknown = "w", proximal = "shrunk", tolerance = 1e-10, maxIterations = 100000)
  static double squares(double[] w, double[][] x, double[] y, double[] weights, double penalty) {
    return Ridge.squares(w, x, y, weights, 0);
  }

  static double[] shrunk(
      double[] w, double[][] x, double[] y, double[] weights, double penalty, double step) {
    return Proximals.lasso(w, penalty, step);
  }

  /** The mean square of every row's error in the fit without it, by the penalty's logarithm. */
  @Differentiable(wrt = "logPenalty")
  static double leftOut(double logPenalty, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double[] weights = new double[y.length];
      for (int k = 0; k < y.length; k++) {
        weights[k] = k == i ? 0 : 1;
      }
      double[] w =
          LassoSquaresArgmin.solve(new double[x[0].length], x, y, weights, Math.exp(logPenalty));
      double rest = y[i];
      for (int j = 0; j < w.length; j++) {
        rest -= x[i][j] * w[j];
      }
      sum += rest * rest;
    }
    return sum / y.length;
  }
}
