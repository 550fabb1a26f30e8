package io.cotangent.check;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Derivatives of a vector function along one coordinate, by central differences with an error
 * estimate.
 *
 * <p>Differences with shrinking steps are extrapolated to step zero, and for each component the
 * extrapolation that changed least against its two ancestors is kept (C. J. F. Ridders, "Accurate
 * computation of F'(x) and F'(x) F''(x)", Advances in Engineering Software 4 (1982)). A step at
 * which the function throws or is not finite is left out.
 */
final class CentralDifferences {
  private static final double FIRST_STEP = 0.0717;
  private static final double SHRINK = 1.87;
  private static final int STEPS = 36;
  private static final int LEAST_STEPS = 5;
  private static final int EXTRAPOLATIONS = 7;
  private static final double GOOD_ENOUGH = 1e-10;
  private static final double USEFUL = 1e-4;
  private static final double WORSENING = 100;
  private static final double EPSILON = Math.ulp(1.0);

  private final UnaryOperator<double[]> function;
  private final double[] x;
  private final int coordinate;
  private final Estimate best;

  /** Components whose differences have passed their best and only get noisier. */
  private final boolean[] closed;

  private double[][] previous = {};

  private CentralDifferences(
      UnaryOperator<double[]> function, double[] x, int coordinate, int components) {
    this.function = function;
    this.x = x.clone();
    this.coordinate = coordinate;
    this.best =
        new Estimate(new double[components], new double[components], new double[components]);
    Arrays.fill(best.error, Double.POSITIVE_INFINITY);
    this.closed = new boolean[components];
  }

  /**
   * Estimates, and how far off they may be.
   *
   * @param value one derivative for each component of the function
   * @param error one error estimate for each component, infinite where there is no estimate
   * @param size a derivative's natural size: the component's own over the coordinate's
   */
  record Estimate(double[] value, double[] error, double[] size) {}

  /** The derivative of {@code function}, of {@code components} results, along one coordinate. */
  static Estimate along(
      UnaryOperator<double[]> function, double[] x, int coordinate, int components) {
    CentralDifferences differences = new CentralDifferences(function, x, coordinate, components);
    double step = FIRST_STEP * Math.max(1, Math.abs(x[coordinate]));
    for (int i = 0; i < STEPS && (i < LEAST_STEPS || !differences.settled()); i++) {
      differences.add(step);
      step /= SHRINK;
    }
    return differences.best;
  }

  private boolean settled() {
    for (int k = 0; k < closed.length; k++) {
      if (!closed[k] && !(best.error[k] <= GOOD_ENOUGH * scale(k))) {
        return false;
      }
    }
    return true;
  }

  private double scale(int component) {
    return Math.max(Math.abs(best.value[component]), best.size[component]);
  }

  /** Adds a row to the table of extrapolations. */
  private void add(double step) {
    double right = x[coordinate] + step;
    double left = x[coordinate] - step;
    double[] above = at(right);
    double[] below = at(left);
    if (above == null || below == null) {
      previous = new double[][] {};
      return;
    }
    double[][] row = new double[Math.min(previous.length + 1, EXTRAPOLATIONS)][closed.length];
    double[] noise = new double[closed.length];
    for (int k = 0; k < closed.length; k++) {
      double size = Math.abs(above[k]) + Math.abs(below[k]);
      row[0][k] = (above[k] - below[k]) / (right - left);
      noise[k] = 2 * EPSILON * size / (right - left);
      best.size[k] = Math.max(best.size[k], 0.5 * size / Math.max(1, Math.abs(x[coordinate])));
    }
    for (int k = 0; k < closed.length; k++) {
      extrapolate(row, k, noise[k]);
    }
    previous = row;
  }

  /** Fills a row of the table from the one before, and keeps its best entry if it is the best. */
  private void extrapolate(double[][] row, int component, double noise) {
    double factor = 1;
    double least = Double.POSITIVE_INFINITY;
    double found = 0;
    for (int j = 1; j < row.length; j++) {
      factor *= SHRINK * SHRINK;
      double fine = row[j - 1][component];
      double coarse = previous[j - 1][component];
      double next = (fine * factor - coarse) / (factor - 1);
      row[j][component] = next;
      double change = Math.max(Math.abs(next - fine), Math.abs(next - coarse)) + noise;
      if (change < least) {
        least = change;
        found = next;
      }
    }
    if (!closed[component] && least < best.error[component]) {
      best.error[component] = least;
      best.value[component] = found;
    }
    closed[component] |=
        best.error[component] <= USEFUL * scale(component)
            && least > WORSENING * best.error[component]
            && least < Double.POSITIVE_INFINITY;
  }

  /** The function with the coordinate moved, or null where it is not defined. */
  private double[] at(double moved) {
    double[] point = x.clone();
    point[coordinate] = moved;
    try {
      double[] result = function.apply(point);
      boolean finite = result.length == closed.length;
      for (double component : result) {
        finite &= Double.isFinite(component);
      }
      return finite ? result : null;
    } catch (RuntimeException outsideOfItsDomain) {
      return null;
    }
  }
}
