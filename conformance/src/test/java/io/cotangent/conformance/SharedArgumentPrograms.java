package io.cotangent.conformance;

import io.cotangent.Differentiable;

/** Programs that are called with one array for two of their parameters. */
final class SharedArgumentPrograms {
  private SharedArgumentPrograms() {}

  @Differentiable(order = 2)
  static double reads(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * a[i] * b[(i + 1) % b.length];
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double writes(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= b[(i + 1) % b.length];
      b[i] += a[i] * a[0];
    }
    return a[0] * b[1] + a[2];
  }

  @Differentiable(wrt = "a")
  static double writesPassive(double[] a, double[] b) {
    b[0] = a[1] * a[2];
    return a[0] * b[0];
  }
}
