package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.Mlp;
import java.util.Arrays;

/** The adjoint of {@link Mlp#loss}, image by image: each one's share right after its loss. */
public final class MlpAdjoint {
  private final double[] hidden;
  private final double[] scores;
  private final double[] hiddenBar;

  /** Adjoints of the parameters. */
  public final double[][] w1;

  /** Adjoints of the parameters. */
  public final double[] b1;

  /** Adjoints of the parameters. */
  public final double[][] w2;

  /** Adjoints of the parameters. */
  public final double[] b2;

  /** For a perceptron of this shape. */
  public MlpAdjoint(int inputs, int hidden, int classes) {
    this.hidden = new double[hidden];
    this.scores = new double[classes];
    this.hiddenBar = new double[hidden];
    w1 = new double[hidden][inputs];
    b1 = new double[hidden];
    w2 = new double[classes][hidden];
    b2 = new double[classes];
  }

  /** Returns the loss and overwrites the adjoints. */
  public double valueAndGradient(
      double[][] w1, double[] b1, double[][] w2, double[] b2, double[][] images, int[] labels) {
    clear();
    double sum = 0;
    double seed = 1.0 / images.length;
    for (int n = 0; n < images.length; n++) {
      layer(w1, b1, images[n], hidden);
      for (int j = 0; j < hidden.length; j++) {
        hidden[j] = Math.tanh(hidden[j]);
      }
      layer(w2, b2, hidden, scores);
      double top = scores[0];
      for (int j = 1; j < scores.length; j++) {
        top = Math.max(top, scores[j]);
      }
      double all = 0;
      double right = scores[labels[n]];
      for (int j = 0; j < scores.length; j++) {
        scores[j] = Math.exp(scores[j] - top);
        all += scores[j];
      }
      sum += Math.log(all) + top - right;
      Arrays.fill(hiddenBar, 0);
      for (int j = 0; j < scores.length; j++) {
        double bar = seed * (scores[j] / all - (j == labels[n] ? 1 : 0));
        this.b2[j] += bar;
        double[] row = w2[j];
        double[] rowBar = this.w2[j];
        for (int i = 0; i < row.length; i++) {
          rowBar[i] += bar * hidden[i];
          hiddenBar[i] += bar * row[i];
        }
      }
      double[] image = images[n];
      for (int j = 0; j < hidden.length; j++) {
        double bar = hiddenBar[j] * (1 - hidden[j] * hidden[j]);
        this.b1[j] += bar;
        double[] rowBar = this.w1[j];
        for (int i = 0; i < image.length; i++) {
          rowBar[i] += bar * image[i];
        }
      }
    }
    return sum / images.length;
  }

  private void clear() {
    for (double[] row : w1) {
      Arrays.fill(row, 0);
    }
    for (double[] row : w2) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b1, 0);
    Arrays.fill(b2, 0);
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
}
