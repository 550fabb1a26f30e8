package io.cotangent.conformance;

import io.cotangent.Adjoint;
import io.cotangent.Argmin;
import io.cotangent.FixedPoint;
import io.cotangent.Solver;

/** Solutions whose number of iterations a parameter sets. */
final class SolutionCostPrograms {
  private SolutionCostPrograms() {}

  @FixedPoint(
      state = "x",
      solver = Solver.PICARD,
      adjoint = Adjoint.NEUMANN,
      tolerance = 1e-9,
      maxIterations = 100000)
  static double[] plain(double[] x, double factor, double shift) {
    return step(x, factor, shift);
  }

  @FixedPoint(state = "x", solver = Solver.ANDERSON, tolerance = 1e-9, maxIterations = 100000)
  static double[] accelerated(double[] x, double factor, double shift) {
    return step(x, factor, shift);
  }

  /** In place: whatever is allocated, the solver allocates it. */
  private static double[] step(double[] x, double factor, double shift) {
    for (int i = 0; i < x.length; i++) {
      x[i] = factor * Math.sin(x[i]) * (1 - 1.0 / (i + 2)) + shift * (20 + i);
    }
    return x;
  }

  @FixedPoint(
      state = "x",
      solver = Solver.PICARD,
      adjoint = Adjoint.NEUMANN,
      tolerance = 1e-9,
      maxIterations = 100000)
  static double[] chain(double[] x, double factor, double[][] a) {
    return chained(x, factor, a);
  }

  @FixedPoint(
      state = "x",
      solver = Solver.PICARD,
      adjoint = Adjoint.BICGSTAB,
      tolerance = 1e-9,
      maxIterations = 100000)
  static double[] gradients(double[] x, double factor, double[][] a) {
    return chained(x, factor, a);
  }

  private static double[] chained(double[] x, double factor, double[][] a) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double before = i == 0 ? 0 : x[i - 1];
      next[i] = factor * Math.sin(0.9 * x[i] + 0.1 * before) + a[i][0];
    }
    return next;
  }

  @FixedPoint(state = "x", tolerance = 1e-9)
  static double[] layer(double[] x, double[][] w, double[] b) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = b[i];
      for (int j = 0; j < x.length; j++) {
        sum += w[i][j] * x[j];
      }
      next[i] = Math.tanh(sum);
    }
    return next;
  }

  @Argmin(unknown = "x", solver = Solver.GRADIENT_DESCENT, tolerance = 1e-7, maxIterations = 100000)
  static double descent(double[] x, double steepest, double[][] a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - a[i][0];
      sum += (1 + steepest * i) * d * d + 0.01 * Math.cos(x[i]);
    }
    return sum;
  }

  @Argmin(unknown = "x", solver = Solver.LBFGS, tolerance = 1e-7, maxIterations = 100000)
  static double limited(double[] x, double steepest, double[][] a) {
    return descent(x, steepest, a);
  }
}
