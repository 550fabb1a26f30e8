package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;

/** Objectives called at their own minimisers, and calls that only look like that. */
final class EnvelopePrograms {
  private EnvelopePrograms() {}

  /** So loosely solved that the envelope theorem and the solution's derivative differ. */
  @Argmin(unknown = "x", tolerance = 0.02, name = "LooseMinimum")
  static double loose(double[] x, double[] a, double b) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.cosh(x[i] - a[i]) + b * x[i] * x[i] * (i + 1);
    }
    return sum;
  }

  @Argmin(unknown = "x", tolerance = 1e-12, name = "TightMinimum")
  static double tight(double[] x, double[] a, double b) {
    return loose(x, a, b);
  }

  @Argmin(unknown = "x", tolerance = 1e-12, equality = "sums", name = "HeldMinimum")
  static double held(double[] x, double[] a, double b) {
    return loose(x, a, b);
  }

  static double sums(double[] x, double[] a, double b) {
    double sum = -b;
    for (double each : x) {
      sum += each;
    }
    return sum;
  }

  @Differentiable
  static double recognised(double[] a, double b) {
    double[] x = LooseMinimum.solve(new double[a.length], a, b);
    return loose(x, a, b);
  }

  @Differentiable
  static double nested(double[] a, double b) {
    return 2 * loose(LooseMinimum.solve(new double[a.length], a, b), a, b) + b;
  }

  /** Twice, under another name, and the solution used for something else as well. */
  @Differentiable(order = 2)
  static double again(double[] a, double b) {
    double[] x = TightMinimum.solve(new double[a.length], a, b);
    double[] same = x;
    double first = tight(x, a, b);
    double second = tight(same, a, b);
    return first * second + x[0] * x[1];
  }

  @Differentiable(order = 2)
  static double twice(double[] a, double b) {
    double[] x = TightMinimum.solve(new double[a.length], a, b);
    return tight(x, a, b);
  }

  @Differentiable(order = 2)
  static double constrained(double[] a, double b) {
    double[] x = HeldMinimum.solve(new double[a.length], a, b);
    return held(x, a, b);
  }

  /** In a loop, each time with another parameter. */
  @Differentiable(order = 2)
  static double inALoop(double[] a, double b) {
    double sum = 0;
    for (int k = 1; k < 4; k++) {
      double c = b * k;
      double[] x = TightMinimum.solve(new double[a.length], a, c);
      sum += tight(x, a, c);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double anotherParameter(double[] a, double b) {
    double[] x = TightMinimum.solve(new double[a.length], a, b);
    return tight(x, a, 2 * b);
  }

  @Differentiable(order = 2)
  static double reassigned(double[] a, double b) {
    double c = b;
    double[] x = TightMinimum.solve(new double[a.length], a, c);
    c = c * c;
    return tight(x, a, c);
  }

  @Differentiable(order = 2)
  static double overwrittenSolution(double[] a, double b) {
    double[] x = TightMinimum.solve(new double[a.length], a, b);
    x[0] += 0.3;
    return tight(x, a, b);
  }

  @Differentiable(order = 2)
  static double overwrittenParameter(double[] a, double b) {
    double[] c = a.clone();
    double[] x = TightMinimum.solve(new double[a.length], c, b);
    c[1] *= 2;
    return tight(x, c, b);
  }

  @Differentiable(order = 2)
  static double overwrittenInACall(double[] a, double b) {
    double[] x = TightMinimum.solve(new double[a.length], a, b);
    scale(x);
    return tight(x, a, b);
  }

  private static void scale(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= 1.5;
    }
  }

  @Differentiable(order = 2)
  static double anotherSolution(double[] a, double b) {
    double[] x = TightMinimum.solve(new double[a.length], a, b);
    double[] y = TightMinimum.solve(new double[a.length], a, 2 * b);
    return tight(x, a, 2 * b) + tight(y, a, b);
  }

  @Differentiable(order = 2)
  static double anotherObjective(double[] a, double b) {
    double[] x = HeldMinimum.solve(new double[a.length], a, b);
    return tight(x, a, b);
  }

  /** In the first round of the loop the variable still holds something else. */
  @Differentiable(order = 2)
  static double beforeTheSearch(double[] a, double b) {
    double[] x = a.clone();
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      sum += tight(x, a, b);
      x = TightMinimum.solve(new double[a.length], a, b);
    }
    return sum;
  }
}
