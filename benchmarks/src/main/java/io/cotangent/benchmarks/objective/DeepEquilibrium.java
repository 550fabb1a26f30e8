package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;

/** A deep-equilibrium layer, and the same as so many layers one after the other. */
public final class DeepEquilibrium {
  private DeepEquilibrium() {}

  /** One layer, {@code tanh(W z + b)}. */
  @FixedPoint(state = "z", tolerance = 1e-10)
  public static double[] layer(double[] z, double[][] w, double[] b) {
    double[] next = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double sum = b[i];
      for (int j = 0; j < z.length; j++) {
        sum += w[i][j] * z[j];
      }
      next[i] = Math.tanh(sum);
    }
    return next;
  }

  /** A weighted sum of the state after so many layers. */
  @Differentiable(wrt = {"w", "b"})
  public static double unrolled(double[][] w, double[] b, double[] weights, int layers) {
    double[] z = new double[b.length];
    for (int k = 0; k < layers; k++) {
      z = layer(z, w, b);
    }
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += weights[i] * z[i];
    }
    return sum;
  }
}
