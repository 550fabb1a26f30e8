package io.cotangent.linear;

import io.cotangent.Status;

/**
 * The generalised minimal residual method (Saad and Schultz 1986), with reorthogonalisation where
 * cancellation calls for it. It keeps its memory for the next system; used by one thread at a time.
 */
public final class Gmres implements LinearSolver {
  /** So much shorter a vector has lost digits to cancellation, and with them its right angles. */
  private static final double CANCELLED = 0.1;

  private final int restart;
  private Cycle cycle;

  /** Keeps up to 200 vectors. */
  public Gmres() {
    this(200);
  }

  /**
   * Keeps so many vectors.
   *
   * @param restart how many there are before it starts again; early restarts stall, so it should be
   *     as large as memory allows
   */
  public Gmres(int restart) {
    this.restart = restart;
  }

  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    int n = b.length;
    int m = Math.max(1, Math.min(Math.min(restart, n), maxIterations));
    if (cycle == null || !cycle.fits(n, m)) {
      cycle = new Cycle(n, m);
    }
    cycle.of(a, b, x);
    double[] work = cycle.work;
    int k = 0;
    double before = Double.POSITIVE_INFINITY;
    while (true) {
      double residual = cycle.start(work);
      if (residual <= target || !Double.isFinite(residual)) {
        break;
      }
      if (k >= maxIterations) {
        return LinearResult.of(
            a, b, x, work, target, new LinearResult(Status.MAX_ITERATIONS, k, 0));
      }
      if (residual > 0.999 * before) {
        return LinearResult.of(a, b, x, work, target, new LinearResult(Status.STAGNATED, k, 0));
      }
      before = residual;
      k += cycle.run(residual, target, Math.min(m, maxIterations - k), work);
    }
    return LinearResult.of(a, b, x, work, target, new LinearResult(Status.CONVERGED, k, 0));
  }

  /** One run between restarts, on memory that all runs share. */
  private static final class Cycle {
    private LinearOperator a;
    private double[] b;
    private double[] x;
    private final double[] work;
    private final double[][] basis;
    private final double[][] h;
    private final double[] cos;
    private final double[] sin;
    private final double[] g;

    Cycle(int n, int m) {
      work = new double[n];
      basis = new double[m + 1][];
      basis[0] = new double[n];
      h = new double[m][m + 1];
      cos = new double[m];
      sin = new double[m];
      g = new double[m + 1];
    }

    boolean fits(int n, int m) {
      return work.length == n && h.length >= m;
    }

    void of(LinearOperator a, double[] b, double[] x) {
      this.a = a;
      this.b = b;
      this.x = x;
    }

    double start(double[] work) {
      a.apply(x, work);
      for (int i = 0; i < b.length; i++) {
        basis[0][i] = b[i] - work[i];
      }
      return Vectors.norm(basis[0]);
    }

    int run(double residual, double target, int limit, double[] work) {
      Vectors.scale(basis[0], 1 / residual);
      java.util.Arrays.fill(g, 0);
      g[0] = residual;
      int k = 0;
      boolean going = true;
      while (k < limit && going) {
        going = column(k, work);
        k++;
        going &= Math.abs(g[k]) > target;
      }
      update(k);
      return k;
    }

    /** Makes column {@code k} and the next basis vector; false where there is none. */
    private boolean column(int k, double[] work) {
      a.apply(basis[k], work);
      double[] column = h[k];
      double size = Vectors.norm(work);
      java.util.Arrays.fill(column, 0);
      double next = orthogonalise(k, work, column);
      if (next < CANCELLED * size) {
        next = orthogonalise(k, work, column);
      }
      boolean more = next > 1e-15 * size;
      if (more) {
        if (basis[k + 1] == null) {
          basis[k + 1] = new double[work.length];
        }
        Vectors.copy(work, basis[k + 1]);
        Vectors.scale(basis[k + 1], 1 / next);
      }
      column[k + 1] = more ? next : 0;
      rotate(k, column);
      return more;
    }

    private double orthogonalise(int k, double[] work, double[] column) {
      for (int i = 0; i <= k; i++) {
        double c = Vectors.dot(basis[i], work);
        column[i] += c;
        Vectors.add(work, -c, basis[i]);
      }
      return Vectors.norm(work);
    }

    private void rotate(int k, double[] column) {
      for (int i = 0; i < k; i++) {
        double first = cos[i] * column[i] + sin[i] * column[i + 1];
        column[i + 1] = cos[i] * column[i + 1] - sin[i] * column[i];
        column[i] = first;
      }
      double length = Math.hypot(column[k], column[k + 1]);
      cos[k] = length == 0 ? 1 : column[k] / length;
      sin[k] = length == 0 ? 0 : column[k + 1] / length;
      column[k] = length;
      g[k + 1] = -sin[k] * g[k];
      g[k] = cos[k] * g[k];
    }

    private void update(int k) {
      for (int i = k - 1; i >= 0; i--) {
        double sum = g[i];
        for (int j = i + 1; j < k; j++) {
          sum -= h[j][i] * g[j];
        }
        g[i] = h[i][i] == 0 ? 0 : sum / h[i][i];
      }
      for (int i = 0; i < k; i++) {
        Vectors.add(x, g[i], basis[i]);
      }
    }
  }
}
