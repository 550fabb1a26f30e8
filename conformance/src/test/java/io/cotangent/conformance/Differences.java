package io.cotangent.conformance;

import java.util.function.UnaryOperator;

/** Central differences, extrapolated to step zero by Richardson's scheme as Ridders proposed. */
final class Differences {
  private static final int LEVELS = 10;
  private static final double SHRINK = 1.6;

  private Differences() {}

  /** The Jacobian of {@code f} at {@code x}; {@code step} is relative to entries above one. */
  static double[][] jacobian(UnaryOperator<double[]> f, double[] x, double step) {
    int rows = f.apply(x.clone()).length;
    double[][] jacobian = new double[rows][x.length];
    for (int j = 0; j < x.length; j++) {
      double[][] slopes = new double[LEVELS][];
      double h = step * Math.max(1, Math.abs(x[j]));
      for (int k = 0; k < LEVELS; k++) {
        slopes[k] = slope(f, x, j, h);
        h /= SHRINK;
      }
      for (int i = 0; i < rows; i++) {
        double[] column = new double[LEVELS];
        for (int k = 0; k < LEVELS; k++) {
          column[k] = slopes[k][i];
        }
        jacobian[i][j] = extrapolated(column);
      }
    }
    return jacobian;
  }

  private static double[] slope(UnaryOperator<double[]> f, double[] x, int j, double h) {
    double[] above = x.clone();
    double[] below = x.clone();
    above[j] += h;
    below[j] -= h;
    double[] up = f.apply(above);
    double[] down = f.apply(below);
    double[] slope = new double[up.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (up[i] - down[i]) / (above[j] - below[j]);
    }
    return slope;
  }

  /** The tableau's entry whose neighbours differ least from it. */
  private static double extrapolated(double[] slopes) {
    double best = slopes[0];
    double least = Double.POSITIVE_INFINITY;
    double[] previous = {slopes[0]};
    for (int k = 1; k < slopes.length; k++) {
      double[] row = new double[k + 1];
      row[0] = slopes[k];
      double factor = 1;
      for (int m = 1; m <= k; m++) {
        factor *= SHRINK * SHRINK;
        row[m] = (factor * row[m - 1] - previous[m - 1]) / (factor - 1);
        double error = Math.max(Math.abs(row[m] - row[m - 1]), Math.abs(row[m] - previous[m - 1]));
        if (error < least) {
          least = error;
          best = row[m];
        }
      }
      previous = row;
    }
    return best;
  }
}
