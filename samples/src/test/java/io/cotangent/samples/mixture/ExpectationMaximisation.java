package io.cotangent.samples.mixture;

/** The textbook's other way to fit a mixture of two Gaussians, without any gradient. */
final class ExpectationMaximisation {

  private static final int STEPS = 2000;

  private ExpectationMaximisation() {}

  static Mixture fit(double[][] points) {
    Mixture mixture =
        new Mixture(
            new double[] {0.5, 0.5},
            new double[][] {{2, 55}, {4.5, 80}},
            new double[][][] {{{0.2, 0}, {0, 40}}, {{0.2, 0}, {0, 40}}});
    for (int step = 0; step < STEPS; step++) {
      mixture = improved(mixture, points);
    }
    return mixture;
  }

  private static Mixture improved(Mixture mixture, double[][] points) {
    double[] weights = new double[2];
    double[][] means = new double[2][2];
    double[][][] covariances = new double[2][2][2];
    for (int k = 0; k < 2; k++) {
      double mass = 0;
      for (double[] point : points) {
        double share = mixture.responsibility(k, point[0], point[1]);
        mass += share;
        means[k][0] += share * point[0];
        means[k][1] += share * point[1];
      }
      means[k][0] /= mass;
      means[k][1] /= mass;
      for (double[] point : points) {
        double share = mixture.responsibility(k, point[0], point[1]) / mass;
        for (int i = 0; i < 2; i++) {
          for (int j = 0; j < 2; j++) {
            covariances[k][i][j] += share * (point[i] - means[k][i]) * (point[j] - means[k][j]);
          }
        }
      }
      weights[k] = mass / points.length;
    }
    return new Mixture(weights, means, covariances);
  }
}
