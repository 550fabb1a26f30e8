package io.cotangent.samples.tuning;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.implicit.Proximals;

/** Logistic regression with an L1 penalty, and its error on rows that it was not fitted to. */
final class SparseLogistic {
  private SparseLogistic() {}

  /** The mean of the losses; the last weight is the intercept. */
  @Argmin(unknown = "w", proximal = "shrunk", tolerance = 1e-9, maxIterations = 20000)
  static double loss(double[] w, double[][] x, double[] y, double penalty) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double score = w[w.length - 1];
      for (int j = 0; j < x[i].length; j++) {
        score += x[i][j] * w[j];
      }
      double margin = (2 * y[i] - 1) * score;
      sum += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
    }
    return sum / y.length;
  }

  /** The intercept is not shrunk. */
  static double[] shrunk(double[] w, double[][] x, double[] y, double penalty, double step) {
    double[] out = Proximals.lasso(w, penalty, step);
    out[w.length - 1] = w[w.length - 1];
    return out;
  }

  @Differentiable(wrt = "logPenalty")
  static double validation(
      double logPenalty, double[][] x, double[] y, double[][] others, double[] theirs) {
    double[] w =
        SparseLogisticLossArgmin.solve(new double[x[0].length + 1], x, y, Math.exp(logPenalty));
    return loss(w, others, theirs, 0);
  }
}
