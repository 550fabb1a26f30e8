package io.cotangent.samples.tuning;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;

/** Logistic regression with a ridge, and its error on rows that it was not fitted to. */
final class RidgeLogistic {
  private RidgeLogistic() {}

  /** The mean of the losses and the ridge; the last weight is the intercept, which has none. */
  @Argmin(unknown = "w", tolerance = 1e-10)
  static double loss(double[] w, double[][] x, double[] y, double penalty) {
    double sum = SparseLogistic.loss(w, x, y, 0);
    for (int j = 0; j < w.length - 1; j++) {
      sum += 0.5 * penalty * w[j] * w[j];
    }
    return sum;
  }

  @Differentiable(wrt = "logPenalty", order = 2)
  static double validation(
      double logPenalty, double[][] x, double[] y, double[][] others, double[] theirs) {
    double[] w =
        RidgeLogisticLossArgmin.solve(new double[x[0].length + 1], x, y, Math.exp(logPenalty));
    return SparseLogistic.loss(w, others, theirs, 0);
  }
}
