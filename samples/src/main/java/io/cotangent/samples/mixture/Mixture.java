package io.cotangent.samples.mixture;

/**
 * A fitted mixture in the plane.
 *
 * @param weights the components' weights, which sum to 1
 * @param means their means
 * @param covariances their covariances
 */
record Mixture(double[] weights, double[][] means, double[][][] covariances) {

  /**
   * Out of free parameters (see {@link GaussianMixture#loss}), over points that had been divided by
   * {@code scale} after {@code centre} was taken off.
   */
  static Mixture of(
      double[] logits, double[][] means, double[][] factors, double[] centre, double[] scale) {
    int components = logits.length;
    double[] weights = new double[components];
    double[][] moved = new double[components][2];
    double[][][] covariances = new double[components][][];
    double all = 0;
    for (double logit : logits) {
      all += Math.exp(logit);
    }
    for (int k = 0; k < components; k++) {
      weights[k] = Math.exp(logits[k]) / all;
      for (int i = 0; i < 2; i++) {
        moved[k][i] = centre[i] + scale[i] * means[k][i];
      }
      covariances[k] = covariance(factors[k], scale);
    }
    return new Mixture(weights, moved, covariances);
  }

  /** The inverse of LᵀL for a packed L of two rows, in the units before scaling. */
  private static double[][] covariance(double[] factor, double[] scale) {
    double a = Math.exp(factor[0]);
    double c = factor[1];
    double b = Math.exp(factor[2]);
    double xx = scale[0] * scale[0] / (a * a);
    double xy = -scale[0] * scale[1] * c / (a * a * b);
    double yy = scale[1] * scale[1] * (a * a + c * c) / (a * a * b * b);
    return new double[][] {{xx, xy}, {xy, yy}};
  }

  /** The density of the points under component {@code k}, times its weight. */
  double weightedDensity(int k, double x, double y) {
    double[][] s = covariances[k];
    double determinant = s[0][0] * s[1][1] - s[0][1] * s[1][0];
    double dx = x - means[k][0];
    double dy = y - means[k][1];
    double distance = (s[1][1] * dx * dx - 2 * s[0][1] * dx * dy + s[0][0] * dy * dy) / determinant;
    return weights[k] * Math.exp(-distance / 2) / (2 * Math.PI * Math.sqrt(determinant));
  }

  /** The probability that a point is of component {@code k}. */
  double responsibility(int k, double x, double y) {
    double all = 0;
    for (int j = 0; j < weights.length; j++) {
      all += weightedDensity(j, x, y);
    }
    return weightedDensity(k, x, y) / all;
  }

  /** The log-likelihood of points, a row each. */
  double logLikelihood(double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      double density = 0;
      for (int k = 0; k < weights.length; k++) {
        density += weightedDensity(k, point[0], point[1]);
      }
      sum += Math.log(density);
    }
    return sum;
  }
}
