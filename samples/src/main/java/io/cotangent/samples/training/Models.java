package io.cotangent.samples.training;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** What one example costs: its data are its own, the weights all examples share. */
final class Models {
  /** Units of the network's hidden layer. */
  static final int HIDDEN = 32;

  /** Its classes. */
  static final int CLASSES = 10;

  private Models() {}

  /** Logistic regression; {@code label} is 0 or 1. */
  @Differentiable(wrt = {"w", "b"})
  @Batched(
      over = {"x", "label"},
      gpu = true)
  static double regression(double[] w, double b, double[] x, double label) {
    double score = b;
    for (int i = 0; i < w.length; i++) {
      score += w[i] * x[i];
    }
    return SpecialMath.log1pexp(score) - label * score;
  }

  /**
   * A perceptron with one hidden layer.
   *
   * @param in row by row the weights of the hidden units
   * @param inBias their biases
   * @param up row by row the weights of the classes
   * @param upBias their biases
   */
  @Differentiable(wrt = {"in", "inBias", "up", "upBias"})
  @Batched(
      over = {"x", "label"},
      gpu = true)
  static double perceptron(
      double[] in, double[] inBias, double[] up, double[] upBias, double[] x, int label) {
    double[] scores = scores(in, inBias, up, upBias, x);
    double most = scores[0];
    for (int k = 1; k < scores.length; k++) {
      most = Math.max(most, scores[k]);
    }
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      sum += Math.exp(scores[k] - most);
    }
    return most + Math.log(sum) - scores[label];
  }

  static double[] scores(double[] in, double[] inBias, double[] up, double[] upBias, double[] x) {
    double[] hidden = new double[HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
      double s = inBias[j];
      for (int i = 0; i < x.length; i++) {
        s += in[j * x.length + i] * x[i];
      }
      hidden[j] = Math.tanh(s);
    }
    double[] scores = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      double s = upBias[k];
      for (int j = 0; j < HIDDEN; j++) {
        s += up[k * HIDDEN + j] * hidden[j];
      }
      scores[k] = s;
    }
    return scores;
  }
}
