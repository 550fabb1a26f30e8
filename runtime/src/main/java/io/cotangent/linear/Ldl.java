package io.cotangent.linear;

/**
 * The factorisation {@code P A Pᵀ = L D Lᵀ} of a symmetric matrix, {@code D} of blocks of one and
 * two rows (Bunch and Kaufman's partial pivoting).
 */
public final class Ldl {
  private static final double ALPHA = (1 + Math.sqrt(17)) / 8;

  private final double[][] a;
  private final int[] order;
  private final boolean[] second;
  private boolean singular;

  /**
   * Factorises.
   *
   * @param rows the matrix, of which the lower triangle is read; copied
   */
  public Ldl(double[][] rows) {
    int n = rows.length;
    a = new double[n][n];
    order = new int[n];
    second = new boolean[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
      for (int j = 0; j <= i; j++) {
        a[i][j] = rows[i][j];
        a[j][i] = rows[i][j];
      }
    }
    int k = 0;
    while (k < n) {
      k += step(k);
    }
  }

  /** Eliminates one or two columns; how many. */
  private int step(int k) {
    int r = largestBelow(k, k);
    double below = r < 0 ? 0 : Math.abs(a[r][k]);
    double diagonal = Math.abs(a[k][k]);
    if (Math.max(diagonal, below) == 0 || !Double.isFinite(diagonal + below)) {
      singular = true;
      return 1;
    }
    if (diagonal < ALPHA * below) {
      double row = largestInRow(k, r);
      if (diagonal * row < ALPHA * below * below) {
        if (Math.abs(a[r][r]) >= ALPHA * row) {
          swap(k, r);
        } else {
          swap(k + 1, r);
          eliminatePair(k);
          return 2;
        }
      }
    }
    eliminateOne(k);
    return 1;
  }

  private int largestBelow(int k, int column) {
    int at = -1;
    for (int i = k + 1; i < a.length; i++) {
      if (at < 0 || Math.abs(a[i][column]) > Math.abs(a[at][column])) {
        at = i;
      }
    }
    return at;
  }

  private double largestInRow(int k, int r) {
    double largest = 0;
    for (int j = k; j < a.length; j++) {
      if (j != r) {
        largest = Math.max(largest, Math.abs(a[r][j]));
      }
    }
    return largest;
  }

  private void swap(int i, int j) {
    if (i == j) {
      return;
    }
    double[] row = a[i];
    a[i] = a[j];
    a[j] = row;
    for (double[] each : a) {
      double entry = each[i];
      each[i] = each[j];
      each[j] = entry;
    }
    int index = order[i];
    order[i] = order[j];
    order[j] = index;
  }

  private void eliminateOne(int k) {
    double pivot = a[k][k];
    for (int i = k + 1; i < a.length; i++) {
      double factor = a[i][k] / pivot;
      for (int j = k + 1; j <= i; j++) {
        a[i][j] -= factor * a[j][k];
        a[j][i] = a[i][j];
      }
    }
    for (int i = k + 1; i < a.length; i++) {
      a[i][k] /= pivot;
    }
  }

  private void eliminatePair(int k) {
    second[k + 1] = true;
    double p = a[k][k];
    double q = a[k + 1][k];
    double s = a[k + 1][k + 1];
    double determinant = p * s - q * q;
    int n = a.length;
    double[] first = new double[n];
    double[] other = new double[n];
    for (int i = k + 2; i < n; i++) {
      first[i] = (s * a[i][k] - q * a[i][k + 1]) / determinant;
      other[i] = (p * a[i][k + 1] - q * a[i][k]) / determinant;
    }
    for (int i = k + 2; i < n; i++) {
      for (int j = k + 2; j <= i; j++) {
        a[i][j] -= first[i] * a[j][k] + other[i] * a[j][k + 1];
        a[j][i] = a[i][j];
      }
    }
    for (int i = k + 2; i < n; i++) {
      a[i][k] = first[i];
      a[i][k + 1] = other[i];
    }
  }

  /**
   * Whether a pivot is exactly zero or not finite.
   *
   * @return whether {@link #solve} can't be called
   */
  public boolean isSingular() {
    return singular;
  }

  /**
   * Solves {@code A x = b}.
   *
   * @param b the right-hand side
   * @param x overwritten with the solution; not the same array as {@code b}
   */
  public void solve(double[] b, double[] x) {
    int n = a.length;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = b[order[i]];
    }
    for (int j = 0; j < n; j++) {
      int from = j + 1 < n && second[j + 1] ? j + 2 : j + 1;
      for (int i = from; i < n; i++) {
        y[i] -= a[i][j] * y[j];
      }
    }
    diagonal(y);
    for (int j = n - 1; j >= 0; j--) {
      int from = j + 1 < n && second[j + 1] ? j + 2 : j + 1;
      for (int i = from; i < n; i++) {
        y[j] -= a[i][j] * y[i];
      }
    }
    for (int i = 0; i < n; i++) {
      x[order[i]] = y[i];
    }
  }

  private void diagonal(double[] y) {
    for (int k = 0; k < y.length; k++) {
      if (k + 1 < y.length && second[k + 1]) {
        double p = a[k][k];
        double q = a[k + 1][k];
        double s = a[k + 1][k + 1];
        double determinant = p * s - q * q;
        double first = (s * y[k] - q * y[k + 1]) / determinant;
        y[k + 1] = (p * y[k + 1] - q * y[k]) / determinant;
        y[k] = first;
        k++;
      } else {
        y[k] /= a[k][k];
      }
    }
  }
}
