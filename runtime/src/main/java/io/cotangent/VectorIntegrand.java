package io.cotangent;

/** An integrand with several values. */
@FunctionalInterface
interface VectorIntegrand {
  /**
   * Evaluates.
   *
   * @param x the point
   * @param out overwritten with the values
   */
  void at(double x, double[] out);
}
