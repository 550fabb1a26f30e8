package io.cotangent.samples.mixture;

import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** The likelihood of a mixture of Gaussians with full covariances, in free parameters. */
final class GaussianMixture {

  private GaussianMixture() {}

  /**
   * The mean negative log-likelihood of points under a mixture.
   *
   * @param logits the components' weights, as logarithms up to a common constant
   * @param means the components' means, a row each
   * @param factors for each component the lower triangular L with inverse covariance LᵀL, packed by
   *     rows; its diagonal entries as logarithms
   * @param points the points, a row each
   */
  @Differentiable(wrt = {"logits", "means", "factors"})
  static double loss(double[] logits, double[][] means, double[][] factors, double[][] points) {
    double weightOfAll = SpecialMath.logSumExp(logits);
    double sum = 0;
    double[] terms = new double[logits.length];
    for (double[] point : points) {
      for (int k = 0; k < logits.length; k++) {
        terms[k] = logits[k] - weightOfAll + logDensity(point, means[k], factors[k]);
      }
      sum += SpecialMath.logSumExp(terms);
    }
    return -sum / points.length;
  }

  /** The log density of one Gaussian, its factor packed as above. */
  static double logDensity(double[] point, double[] mean, double[] factor) {
    double sum = -0.5 * point.length * Math.log(2 * Math.PI);
    int next = 0;
    for (int i = 0; i < point.length; i++) {
      double z = 0;
      for (int j = 0; j < i; j++) {
        z += factor[next++] * (point[j] - mean[j]);
      }
      double logDiagonal = factor[next++];
      z += Math.exp(logDiagonal) * (point[i] - mean[i]);
      sum += logDiagonal - 0.5 * z * z;
    }
    return sum;
  }
}
