package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/** Rosenbrock's valley in any number of dimensions (the chained form). */
public final class Rosenbrock {
  private Rosenbrock() {}

  /** Returns the function's value at {@code x}; it is 0 at the vector of ones and nowhere less. */
  @Differentiable(name = "RosenbrockDerivatives")
  public static double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double across = x[i + 1] - x[i] * x[i];
      double along = 1 - x[i];
      sum += 100 * across * across + along * along;
    }
    return sum;
  }
}
