package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.Rosenbrock;

/** The adjoint of {@link Rosenbrock#value}, fused: each term's share right after the term. */
public final class RosenbrockAdjoint {
  private RosenbrockAdjoint() {}

  /** Returns the value and overwrites {@code xBar} with the gradient. */
  public static double valueAndGradient(double[] x, double[] xBar) {
    int n = x.length;
    double sum = 0;
    double carried = 0;
    for (int i = 0; i < n - 1; i++) {
      double xi = x[i];
      double across = x[i + 1] - xi * xi;
      double along = 1 - xi;
      sum += 100 * across * across + along * along;
      double acrossBar = 200 * across;
      xBar[i] = carried - 2 * (along + xi * acrossBar);
      carried = acrossBar;
    }
    if (n > 0) {
      xBar[n - 1] = carried;
    }
    return sum;
  }
}
