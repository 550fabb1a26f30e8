package io.cotangent;

/**
 * A quotient of two polynomials, coefficients in ascending order.
 *
 * @param numerator the numerator's coefficients
 * @param denominator the denominator's coefficients
 */
record RationalFunction(double[] numerator, double[] denominator) {
  double at(double x) {
    return polynomial(numerator, x) / polynomial(denominator, x);
  }

  /** A polynomial by Horner's rule. */
  static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
