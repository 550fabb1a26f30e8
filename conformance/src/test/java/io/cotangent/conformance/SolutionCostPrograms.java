package io.cotangent.conformance;

import io.cotangent.Adjoint;
import io.cotangent.Argmin;
import io.cotangent.FixedPoint;
import io.cotangent.Root;
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

  @Argmin(unknown = "x", solver = Solver.NEWTON, tolerance = 1e-9)
  static double curved(double[] x, double far, double[][] a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - far * a[i][0];
      double next = x[i] - x[(i + 1) % x.length];
      sum += Math.cosh(d) + 0.1 * next * next;
    }
    return sum;
  }

  @Root(unknown = "x", solver = Solver.NEWTON, tolerance = 1e-9)
  static double[] balance(double[] x, double far) {
    return balanced(x, far);
  }

  @Root(unknown = "x", solver = Solver.BROYDEN, tolerance = 1e-9)
  static double[] updated(double[] x, double far) {
    return balanced(x, far);
  }

  private static double[] balanced(double[] x, double far) {
    double first = x[0];
    for (int i = 0; i < x.length; i++) {
      double next = i + 1 < x.length ? x[i + 1] : first;
      x[i] = Math.sinh(x[i] - far * (1 + 0.01 * i)) + 0.1 * (x[i] - next);
    }
    return x;
  }

  private static double bowl(double[] x, double steepest, double shift) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - shift * (i - 10);
      sum += (1 + steepest * i) * d * d + 0.01 * Math.cos(x[i]);
    }
    return sum;
  }

  @Argmin(
      unknown = "x",
      proximal = "shrunk",
      solver = Solver.PROXIMAL_GRADIENT,
      tolerance = 1e-8,
      maxIterations = 100000)
  static double sparse(double[] x, double steepest, double shift) {
    return bowl(x, steepest, shift);
  }

  static double[] shrunk(double[] x, double steepest, double shift, double step) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.signum(x[i]) * Math.max(0, Math.abs(x[i]) - 0.01 * step);
    }
    return x;
  }

  @Argmin(
      unknown = "x",
      projection = "positive",
      solver = Solver.BLOCK_COORDINATE_DESCENT,
      tolerance = 1e-8,
      maxIterations = 100000)
  static double blocks(double[] x, double coupling, double shift) {
    double sum = bowl(x, 0.01, shift);
    for (int i = 1; i < x.length; i++) {
      sum += coupling * x[i] * x[i - 1];
    }
    return sum;
  }

  @Argmin(
      unknown = "x",
      projection = "positive",
      solver = Solver.PROJECTED_GRADIENT,
      tolerance = 1e-8,
      maxIterations = 100000)
  static double projected(double[] x, double steepest, double shift) {
    return bowl(x, steepest, shift);
  }

  static double[] positive(double[] x, double steepest, double shift) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    return x;
  }
}
