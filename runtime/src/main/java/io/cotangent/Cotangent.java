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
}
