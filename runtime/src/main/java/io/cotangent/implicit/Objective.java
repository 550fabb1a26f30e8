package io.cotangent.implicit;

/** A function to minimise; {@link io.cotangent.ScalarFunction#valueAndGradient} is one. */
@FunctionalInterface
public interface Objective {
  /**
   * The value and the gradient.
   *
   * @param x the point; left as it is
   * @param gradient overwritten with the gradient at {@code x}
   * @return the value at {@code x}
   */
  double valueAndGradient(double[] x, double[] gradient);
}
