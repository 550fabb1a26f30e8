package io.cotangent.check;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;

/**
 * Checks a function's derivatives at a point: for tests of one's own.
 *
 * <pre>{@code
 * GradientCheck.check(ModelLossDerivatives.function(w, b, x, y), point);
 * }</pre>
 *
 * <p>Reverse and forward mode and the Jacobian are each compared, entry by entry, with finite
 * differences of the values, second derivatives (where the function's order is 2) with finite
 * differences of the gradient; then the modes are compared with each other along a direction, where
 * they must agree but for rounding ({@code <y, J v> = <J' y, v>}, symmetric Hessian). The value
 * that comes with a gradient must be the function's own, and no call may change its arguments.
 *
 * <p>Finite differences cost about 20 evaluations for every entry of x. They choose their steps
 * themselves and say how far off they may be; where they do not settle, at a kink or at the edge of
 * the domain, the check fails and says so.
 */
public final class GradientCheck {
  /** The relative tolerance of {@link #check(ScalarFunction, double[])} and its like. */
  public static final double DEFAULT_TOLERANCE = 1e-6;

  private GradientCheck() {}

  /**
   * Checks a scalar function's derivatives up to its order, with {@link #DEFAULT_TOLERANCE}.
   *
   * @param function the function
   * @param x the point, of {@code function.dimension()} entries; left as it is
   * @throws GradientCheckError if derivatives do not agree; its message names the entry, both
   *     values, their difference and the tolerance
   * @throws IllegalArgumentException if x has another length, or the value at x is not finite
   */
  public static void check(ScalarFunction function, double[] x) {
    check(function, x, DEFAULT_TOLERANCE);
  }

  /**
   * Checks a scalar function's derivatives up to its order.
   *
   * @param function the function
   * @param x the point, of {@code function.dimension()} entries; left as it is
   * @param tolerance how far a derivative may be from finite differences, relative to the greater
   *     of the two and beside the differences' own error; the modes may differ by a thousandth of
   *     it. Functions that compute in {@code float} need 1e-2
   * @throws GradientCheckError if derivatives do not agree
   * @throws IllegalArgumentException if x has another length, or the value at x is not finite
   */
  public static void check(ScalarFunction function, double[] x, double tolerance) {
    new ScalarCheck(function, x, tolerance).run();
  }

  /**
   * Checks an array-valued function's derivatives, with {@link #DEFAULT_TOLERANCE}.
   *
   * @param function the function
   * @param x the point, of {@code function.dimension()} entries; left as it is
   * @throws GradientCheckError if derivatives do not agree; its message names the entry, both
   *     values, their difference and the tolerance
   * @throws IllegalArgumentException if x has another length, or a value at x is not finite
   */
  public static void check(VectorFunction function, double[] x) {
    check(function, x, DEFAULT_TOLERANCE);
  }

  /**
   * Checks an array-valued function's derivatives.
   *
   * @param function the function
   * @param x the point, of {@code function.dimension()} entries; left as it is
   * @param tolerance as for {@link #check(ScalarFunction, double[], double)}
   * @throws GradientCheckError if derivatives do not agree
   * @throws IllegalArgumentException if x has another length, or a value at x is not finite
   */
  public static void check(VectorFunction function, double[] x, double tolerance) {
    new VectorCheck(function, x, tolerance).run();
  }
}
