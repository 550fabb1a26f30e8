package io.cotangent;

/**
 * Cotangents of {@link FiniteDifferences#derivative}, made of operations that have tangents: the
 * processor carries this source with it, and second derivatives come from differentiating it.
 */
public final class FiniteDifferenceReverseRules {
  private FiniteDifferenceReverseRules() {}

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

  /** {@return the cotangents of {@code derivative(values, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static SpacingGradient derivativeVjp(
      double[] values, double spacing, int order, int accuracy, double[] resultBar) {
    int[] shape = {values.length};
    return new SpacingGradient(
        FiniteDifferenceRules.valuesBar(resultBar, shape, 0, spacing, order, accuracy),
        spacingBar(values, shape, 0, spacing, order, accuracy, resultBar));
  }

  /** {@return the cotangents of {@code derivative(values, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static GridGradient derivativeVjp(
      double[] values, double[] grid, int order, int accuracy, double[] resultBar) {
    int[] shape = {values.length};
    return new GridGradient(
        FiniteDifferenceRules.valuesBar(resultBar, shape, 0, grid, order, accuracy),
        FiniteDifferenceRules.gridBar(values, shape, 0, grid, order, accuracy, resultBar));
  }

  /** {@return the cotangents of {@code derivative(values, axis, spacing, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static RowsSpacingGradient derivativeVjp(
      double[][] values, int axis, double spacing, int order, int accuracy, double[][] resultBar) {
    int[] shape = shape(values);
    double[] bar = flat(resultBar);
    double[] flatBar = FiniteDifferenceRules.valuesBar(bar, shape, axis, spacing, order, accuracy);
    return new RowsSpacingGradient(
        rows(flatBar, shape), spacingBar(flat(values), shape, axis, spacing, order, accuracy, bar));
  }

  /** {@return the cotangents of {@code derivative(values, axis, grid, order, accuracy)}} */
  @DerivativeOf(type = FiniteDifferences.class, method = "derivative", mode = Mode.VJP)
  public static RowsGridGradient derivativeVjp(
      double[][] values, int axis, double[] grid, int order, int accuracy, double[][] resultBar) {
    int[] shape = shape(values);
    double[] bar = flat(resultBar);
    double[] flatBar = FiniteDifferenceRules.valuesBar(bar, shape, axis, grid, order, accuracy);
    return new RowsGridGradient(
        rows(flatBar, shape),
        FiniteDifferenceRules.gridBar(flat(values), shape, axis, grid, order, accuracy, bar));
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
    return new SpacingGradient(
        FiniteDifferenceRules.valuesBar(resultBar, shape, axis, spacing, order, accuracy),
        spacingBar(values, shape, axis, spacing, order, accuracy, resultBar));
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
    return new GridGradient(
        FiniteDifferenceRules.valuesBar(resultBar, shape, axis, grid, order, accuracy),
        FiniteDifferenceRules.gridBar(values, shape, axis, grid, order, accuracy, resultBar));
  }

  /** The derivative is homogeneous of degree {@code -order} in the spacing. */
  private static double spacingBar(
      double[] values,
      int[] shape,
      int axis,
      double spacing,
      int order,
      int accuracy,
      double[] resultBar) {
    double[] value = FiniteDifferences.derivative(values, shape, axis, spacing, order, accuracy);
    double bar = 0;
    for (int i = 0; i < value.length; i++) {
      bar -= order / spacing * value[i] * resultBar[i];
    }
    return bar;
  }

  private static int[] shape(double[][] rows) {
    return new int[] {rows.length, rows.length == 0 ? 0 : rows[0].length};
  }

  private static double[] flat(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] out = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns; j++) {
        out[i * columns + j] = rows[i][j];
      }
    }
    return out;
  }

  private static double[][] rows(double[] flat, int[] shape) {
    double[][] out = new double[shape[0]][shape[1]];
    for (int i = 0; i < shape[0]; i++) {
      for (int j = 0; j < shape[1]; j++) {
        out[i][j] = flat[i * shape[1] + j];
      }
    }
    return out;
  }
}
