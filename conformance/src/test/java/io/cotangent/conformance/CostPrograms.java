package io.cotangent.conformance;

import io.cotangent.Differentiable;

/** Programs whose derivatives were too dear elsewhere, named project, issue and point. */
final class CostPrograms {
  private CostPrograms() {}

  /** Every trip's own value is needed again: one number a trip, not all of them in each. */
  @Differentiable(wrt = "x")
  static double enzyme132_quadraticMemory(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = Math.sin(y) * x + y * y * 0.1;
    }
    return y;
  }

  /** An array that grows with the trips must not be kept whole in each of them. */
  @Differentiable
  static double enzyme255_quadraticMemoryOfArrays(double[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] = Math.sin(a[i - 1]) + a[i] * a[i];
    }
    return a[a.length - 1];
  }

  /** The adjoint of an element is one addition, not an array of zeros with one entry. */
  @Differentiable
  static double swift38781_arrayAccessIsConstantTime(double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * a[a.length - 1 - i];
    }
    return sum;
  }

  /** Nor through a helper. */
  @Differentiable
  static double swift38781_arrayAccessInHelper(double[] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += element(a, i) * element(a, a.length - 1 - i);
    }
    return sum;
  }

  private static double element(double[] a, int i) {
    return a[i];
  }
}
