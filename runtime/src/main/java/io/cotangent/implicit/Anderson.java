package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/**
 * Anderson acceleration, type II (Walker and Ni 2011): the next iterate combines the last values of
 * the map so that the same combination of their residuals is as small as it can be.
 *
 * <p>Differences of residuals that the others nearly span are left out, which regularises the least
 * squares problem; the memory is emptied where the residual grows a thousandfold.
 */
public final class Anderson {
  private static final double DEPENDENT = 1e-9;

  private final VectorMap f;
  private final int memory;
  private final double[][] residualChanges;
  private final double[][] valueChanges;
  private final double[][] basis;
  private final double[][] triangle;
  private final double[] coefficients;
  private int kept;

  private Anderson(VectorMap f, int n, int memory) {
    this.f = f;
    this.memory = memory;
    residualChanges = new double[memory][n];
    valueChanges = new double[memory][n];
    basis = new double[memory][n];
    triangle = new double[memory][memory];
    coefficients = new double[memory];
  }

  /**
   * Iterates until the residual {@code f(x) - x} is small.
   *
   * @param f the map
   * @param start where to start; left as it is
   * @param memory how many differences are kept
   * @param options what ends it
   * @return the last iterate whose residual is known
   */
  public static Solved solve(VectorMap f, double[] start, int memory, SolverOptions options) {
    int kept = Math.max(1, memory);
    return new Anderson(f, start.length, kept).run(start, options);
  }

  private Solved run(double[] start, SolverOptions options) {
    int n = start.length;
    double[] x = start.clone();
    double[] value = new double[n];
    double[] r = new double[n];
    double[] lastValue = new double[n];
    double[] lastR = new double[n];
    double best = Double.POSITIVE_INFINITY;
    int k = 0;
    while (true) {
      f.apply(x, value);
      for (int i = 0; i < n; i++) {
        r[i] = value[i] - x[i];
      }
      double residual = Vectors.norm(r);
      if (options.accepts(residual, x)) {
        return new Solved(x, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual)) {
        return new Solved(x, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(x, Status.MAX_ITERATIONS, k, residual);
      }
      if (residual > 1e3 * best) {
        kept = 0;
        best = residual;
      } else if (k > 0) {
        remember(value, lastValue, r, lastR);
      }
      best = Math.min(best, residual);
      Vectors.copy(value, lastValue);
      Vectors.copy(r, lastR);
      double step = advance(x, value, r);
      k++;
      options.listener().iteration(k, residual, step);
    }
  }

  private void remember(double[] value, double[] lastValue, double[] r, double[] lastR) {
    if (kept == memory) {
      double[] oldR = residualChanges[0];
      double[] oldValue = valueChanges[0];
      System.arraycopy(residualChanges, 1, residualChanges, 0, memory - 1);
      System.arraycopy(valueChanges, 1, valueChanges, 0, memory - 1);
      residualChanges[memory - 1] = oldR;
      valueChanges[memory - 1] = oldValue;
      kept--;
    }
    for (int i = 0; i < r.length; i++) {
      residualChanges[kept][i] = r[i] - lastR[i];
      valueChanges[kept][i] = value[i] - lastValue[i];
    }
    kept++;
  }

  /** Moves to the next iterate; how far. */
  private double advance(double[] x, double[] value, double[] r) {
    leastSquares(r);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double next = value[i];
      for (int j = 0; j < kept; j++) {
        next -= coefficients[j] * valueChanges[j][i];
      }
      sum += (next - x[i]) * (next - x[i]);
      x[i] = next;
    }
    return Math.sqrt(sum);
  }

  /** The coefficients of the residual changes, newest first in, by Gram and Schmidt. */
  private void leastSquares(double[] r) {
    for (int j = kept - 1; j >= 0; j--) {
      double[] q = basis[j];
      Vectors.copy(residualChanges[j], q);
      double size = Vectors.norm(q);
      for (int round = 0; round < 2; round++) {
        for (int i = kept - 1; i > j; i--) {
          double c = Vectors.dot(basis[i], q);
          triangle[i][j] = round == 0 ? c : triangle[i][j] + c;
          Vectors.add(q, -c, basis[i]);
        }
      }
      double rest = Vectors.norm(q);
      boolean used = rest > DEPENDENT * size && size > 0;
      triangle[j][j] = used ? rest : 0;
      Vectors.scale(q, used ? 1 / rest : 0);
    }
    for (int j = 0; j < kept; j++) {
      if (triangle[j][j] == 0) {
        coefficients[j] = 0;
        continue;
      }
      double sum = Vectors.dot(basis[j], r);
      for (int i = 0; i < j; i++) {
        sum -= triangle[j][i] * coefficients[i];
      }
      coefficients[j] = sum / triangle[j][j];
    }
  }
}
