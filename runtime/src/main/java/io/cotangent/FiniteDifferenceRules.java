package io.cotangent;

/**
 * Derivatives of {@link FiniteDifferences#derivative}, which is linear in the values: its tangent
 * is itself, its cotangent its transpose, of which {@link FiniteDifferenceReverseRules} is made. In
 * the spacing h it is homogeneous of degree {@code -order}.
 */
public final class FiniteDifferenceRules {
  private FiniteDifferenceRules() {}

  private static double[] dot(
      double[] x, Lines lines, double h, int order, int accuracy, double[] xDot, double hDot) {
    Stencils stencils = Stencils.uniform(lines.length(), h, order, accuracy);
    double[] out = stencils.apply(xDot, lines);
    if (hDot != 0) {
      double[] value = stencils.apply(x, lines);
      for (int i = 0; i < out.length; i++) {
        out[i] -= order / h * hDot * value[i];
      }
    }
    return out;
  }

  private static double[] dot(
      double[] x,
      Lines lines,
      double[] grid,
      int order,
      int accuracy,
      double[] xDot,
      double[] gridDot) {
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    double[] out = stencils.apply(xDot, lines);
    for (int line = 0; line < lines.lines(); line++) {
      for (int i = 0; i < grid.length; i++) {
        double[] slopes = stencils.slopes(x, lines, line, i);
        for (int k = 0; k < slopes.length; k++) {
          out[lines.start(line) + i * lines.inner()] += slopes[k] * gridDot[stencils.start(i) + k];
        }
      }
    }
    return out;
  }

  /** {@return the tangent of {@code derivative(values, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative")
  public static double[] derivativeJvp(
      double[] values,
      double spacing,
      int order,
      int accuracy,
      double[] valuesDot,
      double spacingDot) {
    Lines lines = Lines.single(values.length);
    return dot(values, lines, spacing, order, accuracy, valuesDot, spacingDot);
  }

  /** {@return the tangent of {@code derivative(values, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative")
  public static double[] derivativeJvp(
      double[] values,
      double[] grid,
      int order,
      int accuracy,
      double[] valuesDot,
      double[] gridDot) {
    Lines lines = Lines.single(values.length);
    return dot(values, lines, grid, order, accuracy, valuesDot, gridDot);
  }

  /** {@return the tangent of {@code derivative(values, axis, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative")
  public static double[][] derivativeJvp(
      double[][] values,
      int axis,
      double spacing,
      int order,
      int accuracy,
      double[][] valuesDot,
      double spacingDot) {
    Lines lines = Lines.of(Lines.shape(values), axis);
    double[] dot =
        dot(Lines.flat(values), lines, spacing, order, accuracy, Lines.flat(valuesDot), spacingDot);
    return Lines.rows(dot, values);
  }

  /** {@return the tangent of {@code derivative(values, axis, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative")
  public static double[][] derivativeJvp(
      double[][] values,
      int axis,
      double[] grid,
      int order,
      int accuracy,
      double[][] valuesDot,
      double[] gridDot) {
    Lines lines = Lines.of(Lines.shape(values), axis);
    double[] dot =
        dot(Lines.flat(values), lines, grid, order, accuracy, Lines.flat(valuesDot), gridDot);
    return Lines.rows(dot, values);
  }

  /** {@return the tangent of {@code derivative(values, shape, axis, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative")
  public static double[] derivativeJvp(
      double[] values,
      int[] shape,
      int axis,
      double spacing,
      int order,
      int accuracy,
      double[] valuesDot,
      double spacingDot) {
    return dot(values, Lines.of(shape, axis), spacing, order, accuracy, valuesDot, spacingDot);
  }

  /** {@return the tangent of {@code derivative(values, shape, axis, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative")
  public static double[] derivativeJvp(
      double[] values,
      int[] shape,
      int axis,
      double[] grid,
      int order,
      int accuracy,
      double[] valuesDot,
      double[] gridDot) {
    return dot(values, Lines.of(shape, axis), grid, order, accuracy, valuesDot, gridDot);
  }

  /**
   * The cotangents of values on a uniform grid: the transpose of the derivative.
   *
   * @param resultBar the derivative's cotangent
   * @param shape the lengths of the axes
   * @param axis which axis
   * @param spacing the distance from a point to the next
   * @param order which derivative
   * @param accuracy the order of the error
   * @return the values' cotangent
   */
  public static double[] valuesBar(
      double[] resultBar, int[] shape, int axis, double spacing, int order, int accuracy) {
    Lines lines = Lines.of(shape, axis);
    return Stencils.uniform(lines.length(), spacing, order, accuracy)
        .applyTransposed(resultBar, lines);
  }

  /** {@return the tangent of {@code valuesBar} on a uniform grid} */
  @DerivativeOf(type = FiniteDifferenceRules.class, method = "valuesBar")
  public static double[] valuesBarJvp(
      double[] resultBar,
      int[] shape,
      int axis,
      double spacing,
      int order,
      int accuracy,
      double[] resultBarDot,
      double spacingDot) {
    double[] out = valuesBar(resultBarDot, shape, axis, spacing, order, accuracy);
    if (spacingDot != 0) {
      double[] value = valuesBar(resultBar, shape, axis, spacing, order, accuracy);
      for (int i = 0; i < out.length; i++) {
        out[i] -= order / spacing * spacingDot * value[i];
      }
    }
    return out;
  }

  /**
   * The cotangents of values on any grid: the transpose of the derivative.
   *
   * @param resultBar the derivative's cotangent
   * @param shape the lengths of the axes
   * @param axis which axis
   * @param grid the points along the axis
   * @param order which derivative
   * @param accuracy the order of the error
   * @return the values' cotangent
   */
  public static double[] valuesBar(
      double[] resultBar, int[] shape, int axis, double[] grid, int order, int accuracy) {
    return Stencils.onGrid(grid, order, accuracy).applyTransposed(resultBar, Lines.of(shape, axis));
  }

  /** {@return the tangent of {@code valuesBar} on any grid} */
  @DerivativeOf(type = FiniteDifferenceRules.class, method = "valuesBar")
  public static double[] valuesBarJvp(
      double[] resultBar,
      int[] shape,
      int axis,
      double[] grid,
      int order,
      int accuracy,
      double[] resultBarDot,
      double[] gridDot) {
    Lines lines = Lines.of(shape, axis);
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    double[] out = stencils.applyTransposed(resultBarDot, lines);
    double[] rate = new MovingGrid(stencils, grid, gridDot, order).transposedRate(resultBar, lines);
    for (int i = 0; i < out.length; i++) {
      out[i] += rate[i];
    }
    return out;
  }

  /**
   * The cotangents of a grid's points.
   *
   * @param values the values
   * @param shape the lengths of the axes
   * @param axis which axis
   * @param grid the points along the axis
   * @param order which derivative
   * @param accuracy the order of the error
   * @param resultBar the derivative's cotangent
   * @return a cotangent for each point
   */
  public static double[] gridBar(
      double[] values,
      int[] shape,
      int axis,
      double[] grid,
      int order,
      int accuracy,
      double[] resultBar) {
    Lines lines = Lines.of(shape, axis);
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    double[] out = new double[grid.length];
    for (int line = 0; line < lines.lines(); line++) {
      for (int i = 0; i < grid.length; i++) {
        double bar = resultBar[lines.start(line) + i * lines.inner()];
        stencils.add(out, i, bar, stencils.slopes(values, lines, line, i));
      }
    }
    return out;
  }

  /** {@return the tangent of {@link #gridBar}} */
  @DerivativeOf(type = FiniteDifferenceRules.class, method = "gridBar")
  public static double[] gridBarJvp(
      double[] values,
      int[] shape,
      int axis,
      double[] grid,
      int order,
      int accuracy,
      double[] resultBar,
      double[] valuesDot,
      double[] gridDot,
      double[] resultBarDot) {
    Lines lines = Lines.of(shape, axis);
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    MovingGrid moving = new MovingGrid(stencils, grid, gridDot, order);
    double[] out = new double[grid.length];
    for (int line = 0; line < lines.lines(); line++) {
      for (int i = 0; i < grid.length; i++) {
        int at = lines.start(line) + i * lines.inner();
        stencils.add(out, i, resultBarDot[at], stencils.slopes(values, lines, line, i));
        stencils.add(out, i, resultBar[at], stencils.slopes(valuesDot, lines, line, i));
        stencils.add(out, i, resultBar[at], moving.slopeRates(values, lines, line, i));
      }
    }
    return out;
  }
}
