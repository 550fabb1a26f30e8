package io.cotangent;

/**
 * Derivatives of {@link FiniteDifferences#derivative}, which is linear in the values: its tangent
 * is itself, its cotangent its transpose. In the spacing h it is homogeneous of degree {@code
 * -order}.
 */
public final class FiniteDifferenceRules {
  private FiniteDifferenceRules() {}

  /**
   * Cotangents on uniform grids.
   *
   * @param values the values'
   * @param spacing the spacing's
   */
  public record SpacingGradient(double[] values, double spacing) {}

  /**
   * Cotangents on other grids.
   *
   * @param values the values'
   * @param grid the grid's
   */
  public record GridGradient(double[] values, double[] grid) {}

  /**
   * Cotangents on uniform grids, for values in rows.
   *
   * @param values the values'
   * @param spacing the spacing's
   */
  public record RowsSpacingGradient(double[][] values, double spacing) {}

  /**
   * Cotangents on other grids, for values in rows.
   *
   * @param values the values'
   * @param grid the grid's
   */
  public record RowsGridGradient(double[][] values, double[] grid) {}

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

  private static SpacingGradient bar(
      double[] x, Lines lines, double h, int order, int accuracy, double[] bar) {
    Stencils stencils = Stencils.uniform(lines.length(), h, order, accuracy);
    double[] value = stencils.apply(x, lines);
    double hBar = 0;
    for (int i = 0; i < value.length; i++) {
      hBar -= order / h * value[i] * bar[i];
    }
    return new SpacingGradient(stencils.applyTransposed(bar, lines), hBar);
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

  private static GridGradient bar(
      double[] x, Lines lines, double[] grid, int order, int accuracy, double[] bar) {
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    double[] gridBar = new double[grid.length];
    for (int line = 0; line < lines.lines(); line++) {
      for (int i = 0; i < grid.length; i++) {
        double[] slopes = stencils.slopes(x, lines, line, i);
        for (int k = 0; k < slopes.length; k++) {
          gridBar[stencils.start(i) + k] += slopes[k] * bar[lines.start(line) + i * lines.inner()];
        }
      }
    }
    return new GridGradient(stencils.applyTransposed(bar, lines), gridBar);
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

  /** {@return the cotangents of {@code derivative(values, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static SpacingGradient derivativeVjp(
      double[] values, double spacing, int order, int accuracy, double[] resultBar) {
    return bar(values, Lines.single(values.length), spacing, order, accuracy, resultBar);
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

  /** {@return the cotangents of {@code derivative(values, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static GridGradient derivativeVjp(
      double[] values, double[] grid, int order, int accuracy, double[] resultBar) {
    return bar(values, Lines.single(values.length), grid, order, accuracy, resultBar);
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

  /** {@return the cotangents of {@code derivative(values, axis, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static RowsSpacingGradient derivativeVjp(
      double[][] values, int axis, double spacing, int order, int accuracy, double[][] resultBar) {
    Lines lines = Lines.of(Lines.shape(values), axis);
    SpacingGradient g =
        bar(Lines.flat(values), lines, spacing, order, accuracy, Lines.flat(resultBar));
    return new RowsSpacingGradient(Lines.rows(g.values, values), g.spacing);
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

  /** {@return the cotangents of {@code derivative(values, axis, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static RowsGridGradient derivativeVjp(
      double[][] values, int axis, double[] grid, int order, int accuracy, double[][] resultBar) {
    Lines lines = Lines.of(Lines.shape(values), axis);
    GridGradient g = bar(Lines.flat(values), lines, grid, order, accuracy, Lines.flat(resultBar));
    return new RowsGridGradient(Lines.rows(g.values, values), g.grid);
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

  /**
   * {@return the cotangents of {@code derivative(values, shape, axis, spacing, order, accuracy)}}
   */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static SpacingGradient derivativeVjp(
      double[] values,
      int[] shape,
      int axis,
      double spacing,
      int order,
      int accuracy,
      double[] resultBar) {
    return bar(values, Lines.of(shape, axis), spacing, order, accuracy, resultBar);
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

  /** {@return the cotangents of {@code derivative(values, shape, axis, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static GridGradient derivativeVjp(
      double[] values,
      int[] shape,
      int axis,
      double[] grid,
      int order,
      int accuracy,
      double[] resultBar) {
    return bar(values, Lines.of(shape, axis), grid, order, accuracy, resultBar);
  }
}
