package io.cotangent.samples.spark;

import io.cotangent.batch.Device;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Examples that lie on one machine.
 *
 * @param x the features, row by row
 * @param label 0 or 1
 */
public record Part(double[] x, double[] label) implements Serializable {

  /**
   * Loss and gradient, summed over the examples.
   *
   * @param weights the weights, then the bias
   * @return the gradient in the same order, then the loss
   */
  double[] gradient(double[] weights) {
    int n = label.length;
    int features = weights.length - 1;
    double[] w = Arrays.copyOf(weights, features);
    double[] wBar = new double[features];
    double[] out = new double[n];
    double bBar =
        LossOfBatch.gradient(Device.sequential(), n, w, weights[features], x, label, out, wBar);
    double[] all = Arrays.copyOf(wBar, features + 2);
    all[features] = bBar;
    all[features + 1] = Arrays.stream(out).sum();
    return all;
  }

  /** The sum of two gradients, in the place of the first. */
  static double[] plus(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
    return sum;
  }
}
