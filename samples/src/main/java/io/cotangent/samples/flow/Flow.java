package io.cotangent.samples.flow;

import io.cotangent.Differentiable;

/**
 * A normalising flow in the plane: layers that scale and shift one coordinate by functions of the
 * other, then exchange both (Dinh, Sohl-Dickstein and Bengio 2017).
 */
final class Flow {
  /** Weights of a layer. */
  static final int SIZE = 20;

  private static final int HALF = SIZE / 2;

  private Flow() {}

  /** Takes a point of the data to one of a standard normal distribution. */
  @Differentiable(inverse = true, wrt = "x")
  static double[] toNormal(double[] x, double[] w) {
    double[] z = x.clone();
    for (int k = 0; k < w.length; k += SIZE) {
      z[1] = z[1] * Math.exp(scale(w, k, z[0])) + bend(w, k + HALF, z[0]);
      double first = z[0];
      z[0] = z[1];
      z[1] = first;
    }
    return z;
  }

  /** The logarithm of the density at points in the plane, summed, by the change of variables. */
  @Differentiable(wrt = "w")
  static double logLikelihood(double[] w, double[][] points) {
    double sum = 0;
    for (double[] point : points) {
      double a = point[0];
      double b = point[1];
      for (int k = 0; k < w.length; k += SIZE) {
        double s = scale(w, k, a);
        double next = b * Math.exp(s) + bend(w, k + HALF, a);
        sum += s;
        b = a;
        a = next;
      }
      sum += -0.5 * (a * a + b * b) - Math.log(2 * Math.PI);
    }
    return sum;
  }

  private static double scale(double[] w, int k, double u) {
    return 2 * Math.tanh(bend(w, k, u));
  }

  private static double bend(double[] w, int k, double u) {
    return w[k] * Math.tanh(w[k + 1] * u + w[k + 2])
        + w[k + 3] * Math.tanh(w[k + 4] * u + w[k + 5])
        + w[k + 6] * Math.tanh(w[k + 7] * u + w[k + 8])
        + w[k + 9];
  }
}
