package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Lu;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Sequential quadratic programming with the Lagrangian's exact Hessian, an ℓ1 merit function, and
 * Newton steps on the active set where they make the residual smaller.
 *
 * <p>The unknowns are {@code (x, λ, μ)}; the Lagrangian is {@code f + λ·h + μ·g} with {@code h = 0}
 * and {@code g <= 0}.
 */
public final class Sqp {
  private final GradientEquations lagrangian;
  private final double[] theta;
  private final int n;
  private final int equalities;
  private final int inequalities;
  private final SolverOptions options;
  private double penalty = 1;

  private Sqp(
      GradientEquations lagrangian, double[] theta, int n, int equalities, SolverOptions options) {
    this.lagrangian = lagrangian;
    this.theta = theta;
    this.n = n;
    this.equalities = equalities;
    inequalities = lagrangian.unknowns() - n - equalities;
    this.options = options;
  }

  /**
   * Iterates until the Karush-Kuhn-Tucker conditions hold.
   *
   * @param lagrangian the Lagrangian as a function of {@code (x, λ, μ)}
   * @param theta the parameters
   * @param start {@code (x, λ, μ)} to start from; left as it is
   * @param n the length of {@code x}
   * @param equalities the length of {@code λ}
   * @param options what ends it
   * @return the last {@code (x, λ, μ)}
   */
  public static Solved solve(
      GradientEquations lagrangian,
      double[] theta,
      double[] start,
      int n,
      int equalities,
      SolverOptions options) {
    return new Sqp(lagrangian, theta, n, equalities, options).run(start.clone());
  }

  /** The norm of the residual, from the Lagrangian's gradient. */
  static double residual(double[] z, double[] gradient, int n, int equalities) {
    double[] r = gradient.clone();
    for (int i = n + equalities; i < z.length; i++) {
      r[i] = Math.min(-gradient[i], z[i]);
    }
    return Vectors.norm(r);
  }

  private double[] gradient(double[] z) {
    double[] gradient = new double[z.length];
    lagrangian.residual(z, theta, gradient);
    return gradient;
  }

  private Solved run(double[] start) {
    double[] z = start;
    double[] gradient = gradient(z);
    for (int k = 0; ; k++) {
      double residual = residual(z, gradient, n, equalities);
      double[] x = Arrays.copyOf(z, n);
      if (options.accepts(residual, x)) {
        return new Solved(z, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual) || Vectors.norm(x) > 1e15) {
        return new Solved(z, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(z, Status.MAX_ITERATIONS, k, residual);
      }
      double[][] matrix = lagrangian.at(z, theta).matrix().toDense();
      double[] next = onActiveSet(z, gradient, matrix);
      double[] nextGradient = next == null ? gradient : gradient(next);
      if (next == null || !(residual(next, nextGradient, n, equalities) < 0.5 * residual)) {
        QuadraticProgram.Solution step = subproblem(z, gradient, matrix);
        if (!step.stands()) {
          return new Solved(z, step.status(), k, residual);
        }
        next = search(z, gradient, step);
        if (next == null) {
          return new Solved(z, Status.STAGNATED, k, residual);
        }
        nextGradient = gradient(next);
      }
      double moved = distance(z, next);
      z = next;
      gradient = nextGradient;
      options.listener().iteration(k + 1, residual(z, gradient, n, equalities), moved);
    }
  }

  private double distance(double[] z, double[] next) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (next[i] - z[i]) * (next[i] - z[i]);
    }
    return Math.sqrt(sum);
  }

  /** Newton's step with the active inequalities as equalities; null where there is none. */
  private double[] onActiveSet(double[] z, double[] gradient, double[][] matrix) {
    int[] kept = new int[z.length];
    int count = 0;
    double[] next = z.clone();
    for (int i = 0; i < z.length; i++) {
      if (i < n + equalities || ActiveSet.isActive(-gradient[i], z[i])) {
        kept[count++] = i;
      } else {
        next[i] = 0;
      }
    }
    double[][] reduced = new double[count][count];
    double[] right = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        reduced[i][j] = matrix[kept[i]][kept[j]];
      }
      right[i] = -gradient[kept[i]];
      // What the multipliers that are set to zero contributed goes.
      for (int j = n + equalities; j < z.length && kept[i] < n; j++) {
        right[i] += next[j] == 0 ? z[j] * matrix[kept[i]][j] : 0;
      }
    }
    double[] step = new double[count];
    Lu factors = new Lu(reduced);
    if (factors.isSingular() || !isMinimum(reduced)) {
      return null;
    }
    factors.solve(right, step);
    for (int i = 0; i < count; i++) {
      next[kept[i]] += step[i];
    }
    for (int i = n + equalities; i < z.length; i++) {
      if (next[i] < -1e-9) {
        return null;
      }
      next[i] = Math.max(0, next[i]);
    }
    return Vectors.isFinite(next) ? next : null;
  }

  /** Whether the Hessian is positive definite along the constraints: else this may be a maximum. */
  private boolean isMinimum(double[][] reduced) {
    double largest = 1;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(reduced[i][j]));
      }
    }
    double[][] m = new double[n][];
    for (int i = 0; i < n; i++) {
      m[i] = Arrays.copyOf(reduced[i], n);
    }
    for (int k = n; k < reduced.length; k++) {
      double[] row = Arrays.copyOf(reduced[k], n);
      double square = Math.max(1e-300, Vectors.dot(row, row));
      for (int i = 0; i < n; i++) {
        Vectors.add(m[i], 1e5 * largest / square * row[i], row);
      }
    }
    return new Cholesky(m).isDefinite();
  }

  private QuadraticProgram.Solution subproblem(double[] z, double[] gradient, double[][] matrix) {
    double[] c = new double[n];
    for (int i = 0; i < n; i++) {
      c[i] = gradient[i];
      for (int j = n; j < z.length; j++) {
        c[i] -= z[j] * matrix[i][j];
      }
    }
    double[][] a = new double[equalities][];
    double[] b = new double[equalities];
    for (int i = 0; i < equalities; i++) {
      a[i] = Arrays.copyOf(matrix[n + i], n);
      b[i] = -gradient[n + i];
    }
    double[][] g = new double[inequalities][];
    double[] h = new double[inequalities];
    for (int i = 0; i < inequalities; i++) {
      g[i] = Arrays.copyOf(matrix[n + equalities + i], n);
      h[i] = -gradient[n + equalities + i];
    }
    double[][] hessian = convex(matrix, Vectors.norm(c));
    return new QuadraticProgram(hessian, c, a, b, g, h).solve(new SolverOptions(1e-9, 200));
  }

  /** The Hessian plus the multiple of the identity that makes it definite. */
  private double[][] convex(double[][] matrix, double slope) {
    double largest = Math.max(1e-8, 1e-2 * slope);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(matrix[i][j]));
      }
    }
    double shift = 0;
    while (true) {
      double[][] m = new double[n][];
      for (int i = 0; i < n; i++) {
        m[i] = Arrays.copyOf(matrix[i], n);
        m[i][i] += shift;
      }
      Cholesky cholesky = new Cholesky(m);
      if (cholesky.isDefinite() && cholesky.condition() < 1e13 || shift > 1e20 * largest) {
        return m;
      }
      shift = shift == 0 ? 1e-4 * largest : 4 * shift;
    }
  }

  /** The point along the step with a smaller merit; null where there is none. */
  private double[] search(double[] z, double[] gradient, QuadraticProgram.Solution step) {
    for (double each : step.equalityMultipliers()) {
      penalty = Math.max(penalty, 1.5 * Math.abs(each));
    }
    for (double each : step.inequalityMultipliers()) {
      penalty = Math.max(penalty, 1.5 * each);
    }
    double[] next = new double[z.length];
    double before = merit(z);
    double length = 1;
    for (int k = 0; k < 50; k++) {
      for (int i = 0; i < n; i++) {
        next[i] = z[i] + length * step.primal()[i];
      }
      System.arraycopy(step.equalityMultipliers(), 0, next, n, equalities);
      System.arraycopy(step.inequalityMultipliers(), 0, next, n + equalities, inequalities);
      double size = Vectors.dot(step.primal(), step.primal());
      if (merit(next) <= before - 1e-8 * length * size + 1e-14 * Math.abs(before)) {
        return next;
      }
      length /= 2;
    }
    return null;
  }

  private double merit(double[] z) {
    double[] plain = Arrays.copyOf(Arrays.copyOf(z, n), z.length);
    double[] all = new double[z.length];
    double value = lagrangian.value(plain, theta, all);
    double violation = 0;
    for (int i = n; i < z.length; i++) {
      violation += i < n + equalities ? Math.abs(all[i]) : Math.max(0, all[i]);
    }
    return value + penalty * violation;
  }
}
