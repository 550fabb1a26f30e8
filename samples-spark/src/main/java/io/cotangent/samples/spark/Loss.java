package io.cotangent.samples.spark;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** What one example costs a logistic regression. */
final class Loss {
  private Loss() {}

  @Differentiable(wrt = {"w", "b"})
  @Batched(over = {"x", "label"})
  static double of(double[] w, double b, double[] x, double label) {
    double score = b;
    for (int i = 0; i < w.length; i++) {
      score += w[i] * x[i];
    }
    return SpecialMath.log1pexp(score) - label * score;
  }
}
