package io.cotangent.samples.layers;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.Root;
import io.cotangent.Solver;

/**
 * The limited multi-label layer: chances between 0 and 1 that sum to {@code k} and minimise {@code
 * -scores·chances - entropy}. They are {@code 1/(1 + exp(-scores - ν))} for one number ν, which
 * bisection finds, or all of the minimum's conditions together.
 */
final class MultiLabel {
  private MultiLabel() {}

  @Root(unknown = "nu", lower = "low", upper = "high", solver = Solver.BISECTION)
  static double excess(double nu, double[] scores, double k, double low, double high) {
    double sum = -k;
    for (double score : scores) {
      sum += 1 / (1 + Math.exp(-score - nu));
    }
    return sum;
  }

  /** The chances by bisection. */
  @Differentiable(wrt = "scores", order = 2)
  static double byBisection(double[] scores, double k, double[] weights) {
    double reach = 40;
    for (double score : scores) {
      reach += Math.abs(score);
    }
    double nu = MultiLabelExcessRoot.solve(0, scores, k, -reach, reach);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += weights[i] * Math.log(1 / (1 + Math.exp(-scores[i] - nu)));
    }
    return sum;
  }

  @Argmin(unknown = "chances", equality = "total")
  static double cost(double[] chances, double[] scores, double k) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      double y = chances[i];
      sum += y * Math.log(y) + (1 - y) * Math.log(1 - y) - scores[i] * y;
    }
    return sum;
  }

  static double total(double[] chances, double[] scores, double k) {
    double sum = -k;
    for (double y : chances) {
      sum += y;
    }
    return sum;
  }

  /** The chances by the Karush-Kuhn-Tucker conditions. */
  @Differentiable(wrt = "scores", order = 2)
  static double byConditions(double[] scores, double k, double[] weights) {
    double[] start = new double[scores.length];
    for (int i = 0; i < start.length; i++) {
      start[i] = k / start.length;
    }
    double[] chances = MultiLabelCostArgmin.solve(start, scores, k);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += weights[i] * Math.log(chances[i]);
    }
    return sum;
  }
}
