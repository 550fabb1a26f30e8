package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.Preaccumulate;

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

  /** A root in each step, whose iteration is kept step by step. */
  @Differentiable(wrt = "a")
  static double taped(double a, int n) {
    double y = a;
    for (int i = 0; i < n; i++) {
      y = tapedRoot(y, a);
    }
    return y;
  }

  /** The same; of each root its two partials are kept. */
  @Differentiable(wrt = "a")
  static double preaccumulated(double a, int n) {
    double y = a;
    for (int i = 0; i < n; i++) {
      y = root(y, a);
    }
    return y;
  }

  private static double tapedRoot(double a, double b) {
    double[] x = {1};
    for (int i = 0; i < 20; i++) {
      double[] slope = {3 * x[0] * x[0] + a};
      x[0] -= (x[0] * x[0] * x[0] + a * x[0] - b) / slope[0];
    }
    return x[0];
  }

  @Preaccumulate
  private static double root(double a, double b) {
    double[] x = {1};
    for (int i = 0; i < 20; i++) {
      double[] slope = {3 * x[0] * x[0] + a};
      x[0] -= (x[0] * x[0] * x[0] + a * x[0] - b) / slope[0];
    }
    return x[0];
  }
}
