package io.cotangent;

/**
 * What a differentiable method may say about its own derivative; all of it is the identity in the
 * method itself.
 *
 * <p>The processor gives each method here a rule of its own. Called elsewhere, they return their
 * first argument and nothing else happens.
 */
public final class Cotangent {
  private Cotangent() {}

  /**
   * Passes a value on as a constant: its derivative is zero in every mode.
   *
   * @param x a number
   * @return {@code x}
   */
  public static double stopGradient(double x) {
    return x;
  }

  /**
   * Passes a value on as a constant: its derivative is zero in every mode.
   *
   * @param x a number
   * @return {@code x}
   */
  public static float stopGradient(float x) {
    return x;
  }

  /**
   * Passes an array on as a constant: its derivative is zero in every mode.
   *
   * @param x an array, of any length, or null
   * @return the same array
   */
  public static double[] stopGradient(double[] x) {
    return x;
  }

  /**
   * Passes an array on as a constant: its derivative is zero in every mode.
   *
   * @param x an array, of any length, or null
   * @return the same array
   */
  public static float[] stopGradient(float[] x) {
    return x;
  }

  /**
   * Passes an array on as a constant: its derivative is zero in every mode.
   *
   * @param x an array of rows, of any length, or null
   * @return the same array
   */
  public static double[][] stopGradient(double[][] x) {
    return x;
  }

  /**
   * Passes an array on as a constant: its derivative is zero in every mode.
   *
   * @param x an array of rows, of any length, or null
   * @return the same array
   */
  public static float[][] stopGradient(float[][] x) {
    return x;
  }

  /**
   * Gives one value the derivative of another: forward {@code value}, backward as though the result
   * were {@code x}. {@code straightThrough(Math.rint(x), x)} rounds, and differentiates as the
   * identity.
   *
   * @param value the value, whose own derivative is not used
   * @param x what is differentiated in its place
   * @return {@code value}
   */
  public static double straightThrough(double value, double x) {
    return value;
  }

  /**
   * Gives one value the derivative of another: forward {@code value}, backward as though the result
   * were {@code x}. {@code straightThrough(Math.rint(x), x)} rounds, and differentiates as the
   * identity.
   *
   * @param value the value, whose own derivative is not used
   * @param x what is differentiated in its place
   * @return {@code value}
   */
  public static float straightThrough(float value, float x) {
    return value;
  }

  /**
   * Has the loop in whose body it stands keep copies of its state in reverse mode, in place of what
   * every step computes: the reverse sweep runs steps again from the copies.
   *
   * <pre>{@code
   * for (int t = 0; t < steps; t++) {
   *   Cotangent.checkpoint(20);
   *   u = step(u, dt);
   * }
   * }</pre>
   *
   * <p>The state is what the loop assigns or writes to and had before it began: numbers, and arrays
   * of numbers. At most {@code copies} states and what one step keeps are in memory at once. Of a
   * loop of T steps each runs about r times more, where (copies + r)! / (copies! r!) reaches T: 2
   * for the square root of 2 T copies, the logarithm of T for as many copies. More than 500 copies
   * count as 500. The schedule is the binomial one of Griewank and Walther, which needs the fewest
   * steps. Where the loop throws, or in forward mode, the call changes nothing.
   *
   * <p>The loop's steps run more than once in reverse mode, so they must have no effects. Two
   * arrays of the state must not be one array, else the derivative throws {@code
   * IllegalStateException}. Loops of other kinds are compile errors.
   *
   * @param copies the number of states to keep, at least 1, the same in all runs of the loop; else
   *     the derivative throws {@code IllegalArgumentException}
   * @see <a href="https://doi.org/10.1145/347837.347846">A. Griewank, A. Walther, Algorithm 799:
   *     revolve, ACM Transactions on Mathematical Software 26 (2000)</a>
   */
  public static void checkpoint(int copies) {}
}
