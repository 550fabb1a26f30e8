package io.cotangent;

/**
 * An array-valued function of one vector, with its first derivatives.
 *
 * <p>The vector is the differentiated parameters of a method flattened row-major into one array, in
 * the parameters' order; the result is flattened likewise. Every argument {@code x} and {@code
 * xDot} has {@link #dimension()} entries and every {@code cotangent} as many as the value has, else
 * an implementation throws {@link IllegalArgumentException}. Arguments are left as they are, and
 * results are arrays of the caller's own.
 */
public interface VectorFunction {
  /**
   * The number of entries of the function's argument.
   *
   * @return the length of {@code x}
   */
  int dimension();

  /**
   * The function's value.
   *
   * @param x the point
   * @return the result's entries, row-major
   */
  double[] value(double[] x);

  /**
   * The directional derivative by forward mode.
   *
   * @param x the point
   * @param xDot the direction
   * @return the result's tangent, of as many entries as {@link #value}
   */
  double[] jvp(double[] x, double[] xDot);

  /**
   * The transposed Jacobian times a cotangent, by reverse mode.
   *
   * @param x the point
   * @param cotangent the result's cotangent, of as many entries as {@link #value}
   * @return an array of {@link #dimension()} entries
   */
  double[] vjp(double[] x, double[] cotangent);

  /**
   * The Jacobian.
   *
   * @param x the point
   * @return one row for every entry of {@link #value}, of {@link #dimension()} entries each
   */
  double[][] jacobian(double[] x);
}
