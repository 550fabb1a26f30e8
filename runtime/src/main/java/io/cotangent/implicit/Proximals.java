package io.cotangent.implicit;

/**
 * Proximal steps, the minimisers of {@code ½|z - x|² + step·g(z)}, of the usual penalties {@code
 * g}. They are plain enough to be differentiated through their source where a differentiable method
 * calls them; at kinks the derivative is that of one side.
 */
public final class Proximals {
  private Proximals() {}

  /**
   * Of the lasso's penalty, {@code penalty * Σ|z_i|}: soft thresholding.
   *
   * @param x the point
   * @param penalty the penalty, not negative
   * @param step the step's length
   * @return the minimiser
   */
  public static double[] lasso(double[] x, double penalty, double step) {
    double[] z = new double[x.length];
    double least = threshold(penalty, step);
    for (int i = 0; i < x.length; i++) {
      z[i] = Math.abs(x[i]) <= least ? 0 : x[i] > 0 ? x[i] - least : x[i] + least;
    }
    return z;
  }

  private static double threshold(double penalty, double step) {
    if (!(penalty >= 0)) {
      throw new IllegalArgumentException("a penalty is not negative");
    }
    return penalty * step;
  }

  /**
   * Of the lasso's penalty on vectors without negative entries.
   *
   * @param x the point
   * @param penalty the penalty, not negative
   * @param step the step's length
   * @return the minimiser
   */
  public static double[] nonNegativeLasso(double[] x, double penalty, double step) {
    double[] z = new double[x.length];
    double least = threshold(penalty, step);
    for (int i = 0; i < x.length; i++) {
      z[i] = Math.max(x[i] - least, 0);
    }
    return z;
  }

  /**
   * Of the ridge, {@code ½ penalty * Σ z_i²}.
   *
   * @param x the point
   * @param penalty the penalty, not negative
   * @param step the step's length
   * @return the minimiser
   */
  public static double[] ridge(double[] x, double penalty, double step) {
    double[] z = new double[x.length];
    double factor = 1 / (1 + threshold(penalty, step));
    for (int i = 0; i < x.length; i++) {
      z[i] = factor * x[i];
    }
    return z;
  }

  /**
   * Of the elastic net, {@code lasso * Σ|z_i| + ½ ridge * Σ z_i²}.
   *
   * @param x the point
   * @param lasso the first penalty, not negative
   * @param ridge the second penalty, not negative
   * @param step the step's length
   * @return the minimiser
   */
  public static double[] elasticNet(double[] x, double lasso, double ridge, double step) {
    return ridge(lasso(x, lasso, step), ridge, step);
  }

  /**
   * Of the group lasso, {@code penalty * Σ|z_g|} with the Euclidean norm of each group of entries
   * that follow one another.
   *
   * @param x the point
   * @param size how many entries a group has; the last one may have fewer
   * @param penalty the penalty, not negative
   * @param step the step's length
   * @return the minimiser
   */
  public static double[] groupLasso(double[] x, int size, double penalty, double step) {
    if (size < 1) {
      throw new IllegalArgumentException("groups have one entry at least");
    }
    double[] z = new double[x.length];
    double least = threshold(penalty, step);
    for (int from = 0; from < x.length; from += size) {
      int to = Math.min(from + size, x.length);
      double square = 0;
      for (int i = from; i < to; i++) {
        square += x[i] * x[i];
      }
      if (!(square <= least * least)) {
        double factor = 1 - least / Math.sqrt(square);
        for (int i = from; i < to; i++) {
          z[i] = factor * x[i];
        }
      }
    }
    return z;
  }

  /**
   * Of the group lasso with the rows of a matrix for groups.
   *
   * @param x the point
   * @param penalty the penalty, not negative
   * @param step the step's length
   * @return the minimiser
   */
  public static double[][] rowLasso(double[][] x, double penalty, double step) {
    double[][] z = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      z[i] = groupLasso(x[i], Math.max(1, x[i].length), penalty, step);
    }
    return z;
  }
}
