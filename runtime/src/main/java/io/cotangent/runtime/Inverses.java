package io.cotangent.runtime;

import io.cotangent.linear.Lu;

/** What generated code of inverse mode needs of dense linear algebra, and its checks. */
public final class Inverses {
  private Inverses() {}

  /**
   * {@code J⁻¹ v}.
   *
   * @param step what the messages call the step whose Jacobian this is
   * @throws IllegalArgumentException if the matrix is not square or {@code v} has another length
   * @throws ArithmeticException if the matrix is singular
   */
  public static double[] solve(double[][] jacobian, double[] v, String step) {
    Lu lu = regular(jacobian, step);
    Trees.requireLength("the vector", jacobian.length, v);
    double[] x = new double[v.length];
    lu.solve(v, x);
    return x;
  }

  /**
   * {@code J⁻ᵀ v}.
   *
   * @param step what the messages call the step whose Jacobian this is
   * @throws IllegalArgumentException if the matrix is not square or {@code v} has another length
   * @throws ArithmeticException if the matrix is singular
   */
  public static double[] solveTransposed(double[][] jacobian, double[] v, String step) {
    Lu lu = regular(jacobian, step);
    Trees.requireLength("the vector", jacobian.length, v);
    double[] x = new double[v.length];
    lu.solveTransposed(v, x);
    return x;
  }

  /**
   * {@code log |det J|}.
   *
   * @param step what the messages call the step whose Jacobian this is
   * @throws ArithmeticException if the matrix is singular
   */
  public static double logAbsDeterminant(double[][] jacobian, String step) {
    return regular(jacobian, step).logAbsDeterminant();
  }

  /**
   * {@code J⁻¹}.
   *
   * @param step what the messages call the step whose Jacobian this is
   * @throws ArithmeticException if the matrix is singular
   */
  public static double[][] inverse(double[][] jacobian, String step) {
    Lu lu = regular(jacobian, step);
    int n = jacobian.length;
    double[][] columns = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] unit = new double[n];
      unit[j] = 1;
      lu.solve(unit, columns[j]);
    }
    return Trees.fromColumns(columns, n);
  }

  /**
   * The partial of a step with respect to the value that it replaces.
   *
   * @throws ArithmeticException if it is zero or not a number
   */
  public static double nonZero(double partial, String step) {
    if (partial == 0 || Double.isNaN(partial)) {
      throw new ArithmeticException(
          step + ": the derivative by the value that is replaced is " + partial);
    }
    return partial;
  }

  private static Lu regular(double[][] jacobian, String step) {
    for (double[] row : jacobian) {
      if (row.length != jacobian.length) {
        throw new IllegalArgumentException(
            step
                + ": the result has "
                + jacobian.length
                + " entries, the parameters have "
                + row.length);
      }
    }
    Lu lu = new Lu(jacobian);
    if (lu.isSingular()) {
      throw new ArithmeticException(step + ": the Jacobian is singular");
    }
    return lu;
  }
}
