package io.cotangent;

/**
 * Derivatives of functions known by their values at the points of a grid, along any axis, of any
 * order and accuracy.
 *
 * <p>Around each point the values are interpolated by a polynomial through neighbouring points,
 * which is differentiated (weights by B. Fornberg, "Generation of finite difference formulas on
 * arbitrarily spaced grids", Math. Comp. 51, 1988). Near the ends of the grid the neighbours lie to
 * one side. An accuracy of {@code p} makes the error shrink as the p-th power of the spacing, at
 * the ends too; polynomials of degree below {@code order + accuracy} come out exactly but for
 * rounding errors, which grow as {@code 1e-16 / spacing^order}.
 *
 * <p>An order of 0 gives the values. Errors are {@link IllegalArgumentException}s: a negative
 * order, an accuracy below 1, fewer than {@code order + accuracy} points, a spacing that is zero or
 * not finite, a grid that doesn't rise or fall everywhere. Derivatives with respect to the values
 * and to spacing or grid are in {@link FiniteDifferenceRules}.
 */
public final class FiniteDifferences {
  private FiniteDifferences() {}

  /**
   * The derivative of values at equally spaced points.
   *
   * @param values the function's values
   * @param spacing the distance from a point to the next
   * @param order which derivative
   * @param accuracy the order of the error in the spacing
   * @return the derivative's values at the same points
   */
  public static double[] derivative(double[] values, double spacing, int order, int accuracy) {
    Stencils stencils = Stencils.uniform(values.length, spacing, order, accuracy);
    return stencils.apply(values, Lines.single(values.length));
  }

  /**
   * The derivative of values at given points.
   *
   * @param values the function's values
   * @param grid the points, ascending or descending
   * @param order which derivative
   * @param accuracy the order of the error in the largest distance of neighbours
   * @return the derivative's values at the same points
   */
  public static double[] derivative(double[] values, double[] grid, int order, int accuracy) {
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    return stencils.apply(values, Lines.single(values.length));
  }

  /**
   * A partial derivative of values at equally spaced points along an axis.
   *
   * @param values the function's values, in rows of one length
   * @param axis 0 along columns (from row to row), 1 along rows
   * @param spacing the distance from a point to the next along the axis
   * @param order which derivative
   * @param accuracy the order of the error in the spacing
   * @return the derivative's values at the same points
   */
  public static double[][] derivative(
      double[][] values, int axis, double spacing, int order, int accuracy) {
    Lines lines = Lines.of(Lines.shape(values), axis);
    Stencils stencils = Stencils.uniform(lines.length(), spacing, order, accuracy);
    return Lines.rows(stencils.apply(Lines.flat(values), lines), values);
  }

  /**
   * A partial derivative of values at given points along an axis.
   *
   * @param values the function's values, in rows of one length
   * @param axis 0 along columns (from row to row), 1 along rows
   * @param grid the points along the axis, ascending or descending
   * @param order which derivative
   * @param accuracy the order of the error in the largest distance of neighbours
   * @return the derivative's values at the same points
   */
  public static double[][] derivative(
      double[][] values, int axis, double[] grid, int order, int accuracy) {
    Lines lines = Lines.of(Lines.shape(values), axis);
    Stencils stencils = Stencils.onGrid(grid, order, accuracy);
    return Lines.rows(stencils.apply(Lines.flat(values), lines), values);
  }

  /**
   * A partial derivative along an axis of values of any rank, at equally spaced points.
   *
   * @param values the function's values, row-major
   * @param shape the lengths of the axes, whose product is the number of values
   * @param axis which axis, from 0
   * @param spacing the distance from a point to the next along the axis
   * @param order which derivative
   * @param accuracy the order of the error in the spacing
   * @return the derivative's values at the same points
   */
  public static double[] derivative(
      double[] values, int[] shape, int axis, double spacing, int order, int accuracy) {
    Lines lines = Lines.of(shape, axis);
    return Stencils.uniform(lines.length(), spacing, order, accuracy).apply(values, lines);
  }

  /**
   * A partial derivative along an axis of values of any rank, at given points.
   *
   * @param values the function's values, row-major
   * @param shape the lengths of the axes, whose product is the number of values
   * @param axis which axis, from 0
   * @param grid the points along the axis, ascending or descending
   * @param order which derivative
   * @param accuracy the order of the error in the largest distance of neighbours
   * @return the derivative's values at the same points
   */
  public static double[] derivative(
      double[] values, int[] shape, int axis, double[] grid, int order, int accuracy) {
    return Stencils.onGrid(grid, order, accuracy).apply(values, Lines.of(shape, axis));
  }

  /**
   * The weights whose products with a function's values at given points sum to its derivatives at
   * another point.
   *
   * @param at where the derivatives are wanted
   * @param points where the values are known, all different
   * @param order the highest derivative, below the number of points
   * @return the weights of derivative k in row k, from 0 to {@code order}
   */
  public static double[][] weights(double at, double[] points, int order) {
    if (order < 0) {
      throw new IllegalArgumentException("order is " + order + ", but must not be negative");
    }
    if (order >= points.length) {
      throw new IllegalArgumentException(
          points.length + " points, but order " + order + " needs " + (order + 1));
    }
    return Fornberg.weights(at, points, 0, points.length, order);
  }
}
