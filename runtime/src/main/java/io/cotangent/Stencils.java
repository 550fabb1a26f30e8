package io.cotangent;

/** For each point of a grid, the neighbours and weights that make the derivative there. */
final class Stencils {
  private final double[] grid;
  private final int order;
  private final int[] starts;
  private final double[][] weights;

  private Stencils(double[] grid, int order) {
    this.grid = grid;
    this.order = order;
    starts = new int[grid.length];
    weights = new double[grid.length][];
  }

  /** On equally spaced points, symmetric stencils, of one order more, where they fit. */
  static Stencils uniform(int points, double spacing, int order, int accuracy) {
    check(order, accuracy, points);
    if (spacing == 0 || !Double.isFinite(spacing)) {
      throw new IllegalArgumentException("spacing is " + spacing);
    }
    double[] grid = new double[points];
    for (int i = 0; i < points; i++) {
      grid[i] = i;
    }
    Stencils stencils = new Stencils(grid, order);
    int width = order % 2 == 0 ? order + accuracy - 1 : order + accuracy;
    int half = Math.max(width / 2, (order + 1) / 2);
    for (int i = 0; i < points; i++) {
      boolean fits = i >= half && i + half < points;
      stencils.centre(i, fits ? 2 * half + 1 : order + accuracy);
      for (int k = 0; k < stencils.weights[i].length; k++) {
        stencils.weights[i][k] /= Math.pow(spacing, order);
      }
    }
    return stencils;
  }

  static Stencils onGrid(double[] grid, int order, int accuracy) {
    check(order, accuracy, grid.length);
    double direction = grid.length < 2 ? 1 : Math.signum(grid[1] - grid[0]);
    for (int i = 1; i < grid.length; i++) {
      if (!((grid[i] - grid[i - 1]) * direction > 0) || Double.isInfinite(grid[i])) {
        throw new IllegalArgumentException(
            "the grid must rise or fall: " + grid[i] + " follows " + grid[i - 1]);
      }
    }
    Stencils stencils = new Stencils(grid, order);
    for (int i = 0; i < grid.length; i++) {
      stencils.centre(i, order + accuracy);
    }
    return stencils;
  }

  private static void check(int order, int accuracy, int points) {
    if (order < 0 || accuracy < 1) {
      throw new IllegalArgumentException("order is " + order + ", accuracy is " + accuracy);
    }
    if (points < order + accuracy) {
      throw new IllegalArgumentException(
          points
              + " points, but order "
              + order
              + " with accuracy "
              + accuracy
              + " needs "
              + (order + accuracy));
    }
  }

  private void centre(int i, int width) {
    starts[i] = Math.max(0, Math.min(i - (width - 1) / 2, grid.length - width));
    weights[i] = Fornberg.weights(grid[i], grid, starts[i], starts[i] + width, order)[order];
  }

  private void check(double[] values, Lines lines) {
    if (lines.length() != grid.length || values.length != lines.entries()) {
      throw new IllegalArgumentException(
          values.length
              + " values, but the grid has "
              + grid.length
              + " points along the axis"
              + " and the shape "
              + lines.entries()
              + " entries");
    }
  }

  /** The derivatives along all lines. */
  double[] apply(double[] values, Lines lines) {
    check(values, lines);
    double[] out = new double[values.length];
    for (int line = 0; line < lines.lines(); line++) {
      for (int i = 0; i < grid.length; i++) {
        int first = lines.start(line);
        double sum = 0;
        for (int k = 0; k < weights[i].length; k++) {
          sum += weights[i][k] * values[first + (starts[i] + k) * lines.inner()];
        }
        out[first + i * lines.inner()] = sum;
      }
    }
    return out;
  }

  /** The transpose of {@link #apply}. */
  double[] applyTransposed(double[] bar, Lines lines) {
    check(bar, lines);
    double[] out = new double[bar.length];
    for (int line = 0; line < lines.lines(); line++) {
      for (int i = 0; i < grid.length; i++) {
        int first = lines.start(line);
        for (int k = 0; k < weights[i].length; k++) {
          out[first + (starts[i] + k) * lines.inner()] +=
              weights[i][k] * bar[first + i * lines.inner()];
        }
      }
    }
    return out;
  }

  /**
   * The derivative of one line's result i with respect to the grid's points in its stencil. Where a
   * point moves under a fixed value, the polynomial changes as if the value moved by minus the
   * slope there; and the point at which the polynomial is differentiated moves too.
   */
  double[] slopes(double[] values, Lines lines, int line, int i) {
    int width = weights[i].length;
    double[] local = local(values, lines, line, i);
    double[] slopes = new double[width];
    for (int k = 0; k < width; k++) {
      slopes[k] = -weights[i][k] * derivative(local, i, starts[i] + k, 1);
    }
    slopes[i - starts[i]] += derivative(local, i, i, order + 1);
    return slopes;
  }

  /** The values of one line in stencil i. */
  double[] local(double[] values, Lines lines, int line, int i) {
    double[] local = new double[weights[i].length];
    for (int k = 0; k < local.length; k++) {
      local[k] = values[lines.start(line) + (starts[i] + k) * lines.inner()];
    }
    return local;
  }

  /** A derivative, of the polynomial through stencil i, at a point of the grid. */
  double derivative(double[] local, int i, int at, int k) {
    double[] w = Fornberg.weights(grid[at], grid, starts[i], starts[i] + local.length, k)[k];
    double sum = 0;
    for (int j = 0; j < w.length; j++) {
      sum += w[j] * local[j];
    }
    return sum;
  }

  /** Adds slopes times a factor to numbers of the grid's points. */
  void add(double[] out, int i, double factor, double[] slopes) {
    for (int k = 0; k < slopes.length; k++) {
      out[starts[i] + k] += slopes[k] * factor;
    }
  }

  int start(int i) {
    return starts[i];
  }

  int width(int i) {
    return weights[i].length;
  }

  double[] weights(int i) {
    return weights[i];
  }
}
