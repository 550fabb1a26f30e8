package io.cotangent;

/**
 * A scalar function of one vector, with its derivatives.
 *
 * <p>The vector is the differentiated parameters of a method flattened row-major into one array, in
 * the parameters' order. Every argument {@code x}, {@code xDot}, {@code v} and {@code grad} has
 * {@link #dimension()} entries, else an implementation throws {@link IllegalArgumentException}.
 * Arguments but {@code grad} are left as they are, and results are arrays of the caller's own.
 */
public interface ScalarFunction {
  /**
   * The number of entries of the function's argument.
   *
   * @return the length of {@code x}
   */
  int dimension();

  /**
   * The highest order of derivatives that this function has.
   *
   * @return 1, or 2 where {@link #hvp} and {@link #hessian} exist
   */
  default int order() {
    return 1;
  }

  /**
   * The function's value.
   *
   * @param x the point
   * @return the value at {@code x}
   */
  double value(double[] x);

  /**
   * The function's value and its gradient by reverse mode.
   *
   * @param x the point
   * @param grad overwritten with the gradient at {@code x}; not the same array as {@code x}
   * @return the value at {@code x}
   */
  double valueAndGradient(double[] x, double[] grad);

  /**
   * The directional derivative by forward mode.
   *
   * @param x the point
   * @param xDot the direction
   * @return the derivative at {@code x} along {@code xDot}
   */
  double jvp(double[] x, double[] xDot);

  /**
   * The gradient times a cotangent of the result. An exactly zero cotangent gives zeros also where
   * the gradient is infinite.
   *
   * @param x the point
   * @param cotangent the cotangent of the value
   * @return an array of {@link #dimension()} entries
   */
  default double[] vjp(double[] x, double cotangent) {
    double[] bar = new double[dimension()];
    valueAndGradient(x, bar);
    for (int i = 0; i < bar.length; i++) {
      bar[i] = cotangent == 0 ? 0 : bar[i] * cotangent;
    }
    return bar;
  }

  /**
   * The gradient as a matrix of one row.
   *
   * @param x the point
   * @return an array of shape {@code [1][dimension()]}
   */
  default double[][] jacobian(double[] x) {
    double[] row = new double[dimension()];
    valueAndGradient(x, row);
    return new double[][] {row};
  }

  /**
   * The Hessian times a vector, forward over reverse.
   *
   * @param x the point
   * @param v the vector
   * @return an array of {@link #dimension()} entries
   * @throws UnsupportedOperationException if {@link #order()} is 1
   */
  default double[] hvp(double[] x, double[] v) {
    throw new UnsupportedOperationException(
        "no Hessian-vector product: set order = 2 in @Differentiable");
  }

  /**
   * The Hessian times a vector, into an array that is there.
   *
   * @param x the point
   * @param v the vector
   * @param out overwritten with the product
   * @throws UnsupportedOperationException if {@link #order()} is 1
   */
  default void hvp(double[] x, double[] v, double[] out) {
    System.arraycopy(hvp(x, v), 0, out, 0, out.length);
  }

  /**
   * The Hessian.
   *
   * @param x the point
   * @return an array of shape {@code [dimension()][dimension()]}
   * @throws UnsupportedOperationException if {@link #order()} is 1
   */
  default double[][] hessian(double[] x) {
    throw new UnsupportedOperationException("no Hessian: set order = 2 in @Differentiable");
  }
}
