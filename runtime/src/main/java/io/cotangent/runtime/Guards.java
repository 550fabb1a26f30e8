package io.cotangent.runtime;

/**
 * Products in which a zero wins over whatever the other factor is: a cotangent of zero stays zero
 * beside an infinite partial. The one test that ordinary numbers meet is whether the product is a
 * number.
 */
public final class Guards {
  private Guards() {}

  /** {@code a * b}; zero where one of the two is, whatever the other. */
  public static double times(double a, double b) {
    double product = a * b;
    return Double.isNaN(product) && (a == 0 || b == 0) ? 0 : product;
  }

  /** {@code a / b}; zero where {@code a} is, whatever the other. */
  public static double over(double a, double b) {
    double quotient = a / b;
    return Double.isNaN(quotient) && a == 0 ? 0 : quotient;
  }

  /** {@code a * b}; zero where one of the two is, whatever the other. */
  public static float times(float a, float b) {
    float product = a * b;
    return Float.isNaN(product) && (a == 0 || b == 0) ? 0 : product;
  }

  /** {@code a / b}; zero where {@code a} is, whatever the other. */
  public static float over(float a, float b) {
    float quotient = a / b;
    return Float.isNaN(quotient) && a == 0 ? 0 : quotient;
  }
}
