package io.cotangent.fuzz.eval;

import java.util.List;

/**
 * What a run of the interpreter found.
 *
 * @param thrown the exception, or null
 * @param value the plain Java result, null where one was thrown
 * @param entries the result's entries, row by row, with their derivatives
 * @param steps how many steps it took
 * @param overflowed whether a value came to be infinite or NaN elsewhere than at an operation's
 *     singular point
 */
public record Outcome(
    JavaThrow thrown, Object value, List<Entry> entries, int steps, boolean overflowed) {

  /**
   * One entry of the result.
   *
   * @param gradient its derivative in each input entry
   * @param gradientScale bounds for the terms that make it up
   * @param hessian its second derivatives, row-major, or null
   * @param hessianScale bounds for them
   * @param viaFloat whether any of it was computed in {@code float}
   * @param singular whether its gradient depends on a partial that is not finite
   * @param singularSecond the same for second order
   */
  public record Entry(
      double[] gradient,
      double[] gradientScale,
      double[] hessian,
      double[] hessianScale,
      boolean viaFloat,
      boolean singular,
      boolean singularSecond) {}
}
