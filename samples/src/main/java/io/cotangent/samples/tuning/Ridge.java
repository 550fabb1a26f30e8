package io.cotangent.samples.tuning;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;

/** Least squares with a ridge, and how well they foretell a row that is left out. */
final class Ridge {
  private Ridge() {}

  /** The rows count by their weights. */
  @Argmin(unknown = "w", tolerance = 1e-10)
  static double squares(double[] w, double[][] x, double[] y, double[] weights, double penalty) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i];
      for (int j = 0; j < w.length; j++) {
        rest -= x[i][j] * w[j];
      }
      sum += 0.5 * weights[i] * rest * rest;
    }
    for (double entry : w) {
      sum += 0.5 * penalty * entry * entry;
    }
    return sum;
  }

  /** The mean square of every row's error in the fit without it, by the penalty's logarithm. */
  @Differentiable(wrt = "logPenalty", order = 2)
  static double leftOut(double logPenalty, double[][] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double[] weights = new double[y.length];
      for (int k = 0; k < y.length; k++) {
        weights[k] = k == i ? 0 : 1;
      }
      double[] w =
          RidgeSquaresArgmin.solve(new double[x[0].length], x, y, weights, Math.exp(logPenalty));
      double rest = y[i];
      for (int j = 0; j < w.length; j++) {
        rest -= x[i][j] * w[j];
      }
      sum += rest * rest;
    }
    return sum / y.length;
  }
}
