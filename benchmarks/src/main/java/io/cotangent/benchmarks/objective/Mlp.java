package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/** A perceptron with one hidden layer, on a batch of images. */
public final class Mlp {
  private Mlp() {}

  /**
   * Mean cross-entropy of the labels.
   *
   * @param w1 hidden × inputs
   * @param b1 hidden
   * @param w2 classes × hidden
   * @param b2 classes
   * @param images batch × inputs
   * @param labels the right class of each image
   */
  @Differentiable(
      name = "MlpDerivatives",
      wrt = {"w1", "b1", "w2", "b2"})
  public static double loss(
      double[][] w1, double[] b1, double[][] w2, double[] b2, double[][] images, int[] labels) {
    double sum = 0;
    double[] hidden = new double[b1.length];
    double[] scores = new double[b2.length];
    for (int n = 0; n < images.length; n++) {
      layer(w1, b1, images[n], hidden);
      for (int j = 0; j < hidden.length; j++) {
        hidden[j] = Math.tanh(hidden[j]);
      }
      layer(w2, b2, hidden, scores);
      sum += crossEntropy(scores, labels[n]);
    }
    return sum / images.length;
  }

  private static void layer(double[][] w, double[] b, double[] in, double[] out) {
    for (int j = 0; j < out.length; j++) {
      double[] row = w[j];
      double s = b[j];
      for (int i = 0; i < in.length; i++) {
        s += row[i] * in[i];
      }
      out[j] = s;
    }
  }

  private static double crossEntropy(double[] scores, int label) {
    double top = scores[0];
    for (int j = 1; j < scores.length; j++) {
      top = Math.max(top, scores[j]);
    }
    double sum = 0;
    for (int j = 0; j < scores.length; j++) {
      sum += Math.exp(scores[j] - top);
    }
    return Math.log(sum) + top - scores[label];
  }
}
