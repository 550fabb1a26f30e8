package io.cotangent.ode;

import io.cotangent.linear.Lu;

/**
 * Radau IIA of three stages. The stages' increments solve {@code z_i = h Σ a_ij f(t + c_j h, y +
 * z_j)} by simplified Newton iterations; derivatives come from that equation by the implicit
 * function theorem.
 */
final class Radau implements Method {
  private static final double ROOT = Math.sqrt(6);
  private static final double[] C = {(4 - ROOT) / 10, (4 + ROOT) / 10, 1};

  private static final double[][] A = {
    {(88 - 7 * ROOT) / 360, (296 - 169 * ROOT) / 1800, (-2 + 3 * ROOT) / 225},
    {(296 + 169 * ROOT) / 1800, (88 + 7 * ROOT) / 360, (-2 - 3 * ROOT) / 225},
    {(16 - ROOT) / 36, (16 + ROOT) / 36, 1.0 / 9}
  };

  /** The error estimate's weights, and the real eigenvalue of the inverse of A. */
  private static final double[] E = {(-13 - 7 * ROOT) / 3, (-13 + 7 * ROOT) / 3, -1.0 / 3};

  private static final double EIGENVALUE = 3 + Math.cbrt(3) * Math.cbrt(3) - Math.cbrt(3);
  private static final int MOST_ITERATIONS = 15;

  /** How far the iterations go below the tolerance of steps: derivatives rest on the equation. */
  private static final double NEWTON = 1e-5;

  private final OdeSystem system;
  private final double[] p;
  private final Tolerances tolerances;

  Radau(OdeSystem system, double[] p, Tolerances tolerances) {
    this.system = system;
    this.p = p;
    this.tolerances = tolerances;
  }

  @Override
  public int errorOrder() {
    return 4;
  }

  private static double time(Step step, int i) {
    return i == 2 ? step.end() : step.t() + C[i] * step.h();
  }

  @Override
  public Step step(double t, double end, double[] y, Step before) {
    int n = y.length;
    double[][] jacobian = jacobian(t, y);
    double[][] z = new double[3][n];
    Step step = new Step(t, end, y, y, z, Double.NaN);
    Lu newton = new Lu(matrix(step.h(), new double[][][] {jacobian, jacobian, jacobian}));
    if (newton.isSingular() || !converge(step, newton)) {
      return step;
    }
    double[] result = plus(y, z[2]);
    return new Step(t, end, y, result, z, error(step, jacobian, result));
  }

  /** Solves for the increments in place; false if that fails. */
  private boolean converge(Step step, Lu newton) {
    double[][] z = step.stages();
    int n = step.start().length;
    double[] change = new double[3 * n];
    double last = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      newton.solve(residual(step), change);
      double size = 0;
      for (int i = 0; i < 3; i++) {
        double[] part = java.util.Arrays.copyOfRange(change, i * n, (i + 1) * n);
        z[i] = plus(z[i], part);
        size = Math.max(size, tolerances.norm(part, step.start(), step.start()));
      }
      // A first change of zero is convergence too; NaN is none.
      if (size <= NEWTON) {
        return true;
      }
      if (!(size < 2 * last)) {
        return false;
      }
      last = size;
    }
    return false;
  }

  /** {@code h Σ a_ij f_j - z_i}. */
  private double[] residual(Step step) {
    double[][] z = step.stages();
    int n = step.start().length;
    double[] out = new double[3 * n];
    double[] rate = new double[n];
    for (int j = 0; j < 3; j++) {
      system.rate(time(step, j), plus(step.start(), z[j]), p, rate);
      for (int i = 0; i < 3; i++) {
        for (int k = 0; k < n; k++) {
          out[i * n + k] += step.h() * A[i][j] * rate[k] - (i == j ? z[i][k] : 0);
        }
      }
    }
    return out;
  }

  /** {@code (γ/h I - J) e = f + Σ e_i z_i / h}, which stays bounded for stiff parts. */
  private double error(Step step, double[][] jacobian, double[] result) {
    int n = result.length;
    double h = step.h();
    double[][] left = new double[n][n];
    double[] right = new double[n];
    system.rate(step.t(), step.start(), p, right);
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        left[k][l] = (k == l ? EIGENVALUE / h : 0) - jacobian[k][l];
      }
      for (int i = 0; i < 3; i++) {
        right[k] += E[i] * step.stages()[i][k] / h;
      }
    }
    Lu lu = new Lu(left);
    double[] error = new double[n];
    if (!lu.isSingular()) {
      lu.solve(right, error);
    }
    return lu.isSingular() ? Double.NaN : tolerances.norm(error, step.start(), result);
  }

  private double[][] jacobian(double t, double[] y) {
    int n = y.length;
    double[][] out = new double[n][n];
    double[] unit = new double[n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      unit[j] = 1;
      system.jvp(t, y, p, 0, unit, new double[p.length], column);
      unit[j] = 0;
      for (int i = 0; i < n; i++) {
        out[i][j] = column[i];
      }
    }
    return out;
  }

  /** {@code I - h A ⊗ J}, with a Jacobian for each stage. */
  private static double[][] matrix(double h, double[][][] jacobians) {
    int n = jacobians[0].length;
    double[][] m = new double[3 * n][3 * n];
    for (int row = 0; row < 3 * n; row++) {
      for (int column = 0; column < 3 * n; column++) {
        int j = column / n;
        double entry = A[row / n][j] * jacobians[j][row % n][column % n];
        m[row][column] = (row == column ? 1 : 0) - h * entry;
      }
    }
    return m;
  }

  private Lu stageMatrix(Step step) {
    double[][][] jacobians = new double[3][][];
    for (int j = 0; j < 3; j++) {
      jacobians[j] = jacobian(time(step, j), plus(step.start(), step.stages()[j]));
    }
    return new Lu(matrix(step.h(), jacobians));
  }

  @Override
  public double[] tangent(Step step, double[] yDot, double[] pDot) {
    int n = yDot.length;
    double[] right = new double[3 * n];
    double[] rate = new double[n];
    for (int j = 0; j < 3; j++) {
      double[] at = plus(step.start(), step.stages()[j]);
      system.jvp(time(step, j), at, p, 0, yDot, pDot, rate);
      for (int row = 0; row < 3 * n; row++) {
        right[row] += step.h() * A[row / n][j] * rate[row % n];
      }
    }
    double[] zDot = new double[3 * n];
    stageMatrix(step).solve(right, zDot);
    return plus(yDot, java.util.Arrays.copyOfRange(zDot, 2 * n, 3 * n));
  }

  @Override
  public double[] cotangent(Step step, double[] resultBar, double[] pBar) {
    int n = resultBar.length;
    double[] right = new double[3 * n];
    System.arraycopy(resultBar, 0, right, 2 * n, n);
    double[] w = new double[3 * n];
    stageMatrix(step).solveTransposed(right, w);
    double[] startBar = resultBar.clone();
    for (int j = 0; j < 3; j++) {
      double[] rateBar = new double[n];
      for (int row = 0; row < 3 * n; row++) {
        rateBar[row % n] += step.h() * A[row / n][j] * w[row];
      }
      double[] at = plus(step.start(), step.stages()[j]);
      system.vjp(time(step, j), at, p, rateBar, startBar, pBar);
    }
    return startBar;
  }

  private static double[] plus(double[] a, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += b[i];
    }
    return out;
  }

  /** The collocation polynomial through zero and the stages. */
  @Override
  public double[][] polynomial(Step step) {
    int n = step.start().length;
    double[][] c = new double[4][n];
    c[0] = step.start().clone();
    for (int i = 0; i < 3; i++) {
      double a = C[(i + 1) % 3];
      double b = C[(i + 2) % 3];
      double scale = 1 / (C[i] * (C[i] - a) * (C[i] - b));
      for (int k = 0; k < n; k++) {
        double z = step.stages()[i][k] * scale;
        c[1][k] += z * a * b;
        c[2][k] -= z * (a + b);
        c[3][k] += z;
      }
    }
    return c;
  }
}
