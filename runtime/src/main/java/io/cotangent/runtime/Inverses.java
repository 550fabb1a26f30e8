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

  /**
   * Refuses parameters that have more entries than the method reads.
   *
   * @throws IllegalArgumentException always
   */
  public static void notSquare(String method, int used, int length) {
    throw new IllegalArgumentException(
        method + ": the parameter has " + length + " entries, of which " + used + " are used");
  }

  /**
   * Refuses to undo a step in which two indices are the same.
   *
   * @throws ArithmeticException always
   */
  public static void coincide(String step) {
    throw new ArithmeticException(step + ": two of the elements are the same one");
  }

  /** The inverse of {@code sqrt}. */
  public static double square(double y) {
    return y >= 0 ? y * y : Double.NaN;
  }

  /** The inverse of {@code cbrt}. */
  public static double cube(double y) {
    return y * y * y;
  }

  /** The inverse of {@code log10}. */
  public static double exp10(double y) {
    return Math.pow(10, y);
  }

  /** The inverse of {@code sinh}. */
  public static double asinh(double y) {
    double size = Math.abs(y);
    double root = Math.sqrt(size * size + 1);
    double value =
        size > 1e8 ? Math.log(size) + Math.log(2) : Math.log1p(size + size * size / (1 + root));
    return Math.copySign(value, y);
  }

  /** The inverse of {@code tanh}. */
  public static double atanh(double y) {
    return 0.5 * Math.log1p(2 * y / (1 - y));
  }

  /** The inverse of {@code atan}. */
  public static double tan(double y) {
    return Math.abs(y) <= Math.PI / 2 ? Math.tan(y) : Double.NaN;
  }

  /** The inverse of {@code asin}. */
  public static double sin(double y) {
    return Math.abs(y) <= Math.PI / 2 ? Math.sin(y) : Double.NaN;
  }

  /** The inverse of {@code acos}. */
  public static double cos(double y) {
    return y >= 0 && y <= Math.PI ? Math.cos(y) : Double.NaN;
  }

  /** The inverse of {@code log}. */
  public static double exp(double y) {
    return Math.exp(y);
  }

  /** The inverse of {@code exp}. */
  public static double log(double y) {
    return Math.log(y);
  }

  /** The inverse of {@code expm1}. */
  public static double log1p(double y) {
    return Math.log1p(y);
  }

  /** The inverse of {@code log1p}. */
  public static double expm1(double y) {
    return Math.expm1(y);
  }

  /** The inverse of {@code toRadians}. */
  public static double toDegrees(double y) {
    return Math.toDegrees(y);
  }

  /** The inverse of {@code toDegrees}. */
  public static double toRadians(double y) {
    return Math.toRadians(y);
  }

  /** The inverse of a power with an odd exponent. */
  public static double oddRoot(double y, double exponent) {
    return Math.copySign(Math.pow(Math.abs(y), 1 / exponent), y);
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
