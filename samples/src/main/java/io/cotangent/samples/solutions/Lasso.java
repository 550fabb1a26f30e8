package io.cotangent.samples.solutions;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;

/** Least squares with an L1 penalty, tuned on rows that it was not fitted to. */
final class Lasso {
  private Lasso() {}

  @Argmin(unknown = "w", proximal = "shrunk", maxIterations = 20000)
  static double squares(double[] w, double[][] x, double[] y, double penalty) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i];
      for (int j = 0; j < w.length; j++) {
        rest -= x[i][j] * w[j];
      }
      sum += rest * rest;
    }
    return sum / (2 * y.length);
  }

  /** Soft thresholding, the proximal step of {@code penalty * |w|}. */
  static double[] shrunk(double[] w, double[][] x, double[] y, double penalty, double step) {
    double[] out = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      out[j] = Math.signum(w[j]) * Math.max(Math.abs(w[j]) - step * penalty, 0);
    }
    return out;
  }

  /** The mean square on other rows, by the logarithm of the penalty. */
  @Differentiable(wrt = "logPenalty")
  static double validation(
      double logPenalty, double[][] x, double[] y, double[][] others, double[] theirs) {
    double[] w = LassoSquaresArgmin.solve(new double[x[0].length], x, y, Math.exp(logPenalty));
    double sum = 0;
    for (int i = 0; i < theirs.length; i++) {
      double rest = theirs[i];
      for (int j = 0; j < w.length; j++) {
        rest -= others[i][j] * w[j];
      }
      sum += rest * rest;
    }
    return sum / theirs.length;
  }
}
