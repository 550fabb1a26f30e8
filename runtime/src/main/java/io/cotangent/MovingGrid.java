package io.cotangent;

/** How the weights of finite differences, and slopes made of them, change as a grid moves. */
final class MovingGrid {
  private final Stencils stencils;
  private final double[] grid;
  private final double[] dots;
  private final int order;

  MovingGrid(Stencils stencils, double[] grid, double[] dots, int order) {
    this.stencils = stencils;
    this.grid = grid;
    this.dots = dots;
    this.order = order;
  }

  /** The rates of a stencil's weights of a derivative at a point of the grid. */
  private double[] rates(int i, int at, int k) {
    int from = stencils.start(i);
    int to = from + stencils.width(i);
    return new Weights(grid[at], dots[at], to - from, k).rates(grid, dots, from);
  }

  /** The rate of {@link Stencils#applyTransposed} with a fixed argument. */
  double[] transposedRate(double[] bar, Lines lines) {
    double[] out = new double[bar.length];
    for (int i = 0; i < grid.length; i++) {
      double[] rates = rates(i, i, order);
      for (int line = 0; line < lines.lines(); line++) {
        int first = lines.start(line);
        for (int k = 0; k < rates.length; k++) {
          out[first + (stencils.start(i) + k) * lines.inner()] +=
              rates[k] * bar[first + i * lines.inner()];
        }
      }
    }
    return out;
  }

  /** The rates of {@link Stencils#slopes} with fixed values. */
  double[] slopeRates(double[] values, Lines lines, int line, int i) {
    double[] local = stencils.local(values, lines, line, i);
    double[] weights = stencils.weights(i);
    double[] weightRates = rates(i, i, order);
    double[] out = new double[local.length];
    for (int k = 0; k < out.length; k++) {
      int at = stencils.start(i) + k;
      out[k] =
          -weightRates[k] * stencils.derivative(local, i, at, 1)
              - weights[k] * dot(rates(i, at, 1), local);
    }
    out[i - stencils.start(i)] += dot(rates(i, i, order + 1), local);
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** {@link Fornberg}'s recursion with the rates of all its numbers. */
  private static final class Weights {
    private final double at;
    private final double atDot;
    private final double[][] w;
    private final double[][] wDot;

    Weights(double at, double atDot, int points, int order) {
      this.at = at;
      this.atDot = atDot;
      w = new double[order + 1][points];
      wDot = new double[order + 1][points];
      w[0][0] = 1;
    }

    double[] rates(double[] points, double[] dots, int from) {
      double before = 1;
      double beforeDot = 0;
      for (int i = 1; i < w[0].length; i++) {
        double product = 1;
        double productDot = 0;
        for (int j = 0; j < i; j++) {
          double distance = points[from + i] - points[from + j];
          double distanceDot = dots[from + i] - dots[from + j];
          productDot = productDot * distance + product * distanceDot;
          product *= distance;
          if (j == i - 1) {
            double ratio = before / product;
            double ratioDot = (beforeDot - ratio * productDot) / product;
            extend(i, ratio, ratioDot, points[from + j] - at, dots[from + j] - atDot);
          }
          revise(i, j, points[from + i] - at, dots[from + i] - atDot, distance, distanceDot);
        }
        before = product;
        beforeDot = productDot;
      }
      return wDot[wDot.length - 1];
    }

    private void extend(int i, double ratio, double ratioDot, double offset, double offsetDot) {
      for (int k = Math.min(i, w.length - 1); k >= 0; k--) {
        double lower = k == 0 ? 0 : k * w[k - 1][i - 1];
        double lowerDot = k == 0 ? 0 : k * wDot[k - 1][i - 1];
        double rest = lower - offset * w[k][i - 1];
        double restDot = lowerDot - offsetDot * w[k][i - 1] - offset * wDot[k][i - 1];
        w[k][i] = ratio * rest;
        wDot[k][i] = ratioDot * rest + ratio * restDot;
      }
    }

    private void revise(
        int i, int j, double offset, double offsetDot, double distance, double distanceDot) {
      for (int k = Math.min(i, w.length - 1); k >= 0; k--) {
        double lower = k == 0 ? 0 : k * w[k - 1][j];
        double lowerDot = k == 0 ? 0 : k * wDot[k - 1][j];
        double now = (offset * w[k][j] - lower) / distance;
        double rest = offsetDot * w[k][j] + offset * wDot[k][j] - lowerDot;
        wDot[k][j] = (rest - now * distanceDot) / distance;
        w[k][j] = now;
      }
    }
  }
}
