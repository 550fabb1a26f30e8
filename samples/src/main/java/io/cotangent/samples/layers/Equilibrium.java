package io.cotangent.samples.layers;

import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.SpecialMath;

/** A deep-equilibrium layer: what infinitely many equal layers with the image at each come to. */
final class Equilibrium {
  private Equilibrium() {}

  /** One layer, {@code tanh(W z + U image + b)} with {@code b} the last column of {@code U}. */
  @FixedPoint(state = "z", tolerance = 1e-8)
  static double[] layer(double[] z, double[][] w, double[][] u, double[] image) {
    double[] next = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double sum = u[i][image.length];
      for (int j = 0; j < z.length; j++) {
        sum += w[i][j] * z[j];
      }
      for (int j = 0; j < image.length; j++) {
        sum += u[i][j] * image[j];
      }
      next[i] = Math.tanh(sum);
    }
    return next;
  }

  /** The scores of the ten digits, from a layer's state. */
  static double[] scores(double[] z, double[][] v) {
    double[] scores = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      scores[i] = v[i][z.length];
      for (int j = 0; j < z.length; j++) {
        scores[i] += v[i][j] * z[j];
      }
    }
    return scores;
  }

  /** The loss of one image. */
  @Differentiable(wrt = {"w", "u", "v"})
  static double loss(double[][] w, double[][] u, double[][] v, double[] image, int digit) {
    double[] scores =
        scores(EquilibriumLayerFixedPoint.solve(new double[w.length], w, u, image), v);
    return SpecialMath.logSumExp(scores) - scores[digit];
  }

  /** The same by so many layers, one after the other, that reverse mode has to remember. */
  @Differentiable(wrt = {"w", "u", "v"})
  static double unrolled(
      double[][] w, double[][] u, double[][] v, double[] image, int digit, int layers) {
    double[] z = new double[w.length];
    for (int k = 0; k < layers; k++) {
      z = layer(z, w, u, image);
    }
    double[] scores = scores(z, v);
    return SpecialMath.logSumExp(scores) - scores[digit];
  }
}
