package io.cotangent.linear;

/**
 * The factorisation {@code P A = L U} with partial pivoting of a dense matrix, with an estimate of
 * its condition number (Hager's method as Higham gives it). Used by one thread at a time.
 */
public final class Lu {
  private final double[][] lu;
  private final int[] rowOf;
  private final double[] first;
  private final double[] second;
  private final double[] third;
  private final double[] work;
  private double norm;
  private double sign = 1;
  private int zeroAt = -1;
  private boolean finite = true;
  private double condition = -1;

  /**
   * Factorises.
   *
   * @param rows the matrix; copied
   */
  public Lu(double[][] rows) {
    this(rows.length);
    factorise(rows);
  }

  /**
   * Memory for the factors of one matrix after another.
   *
   * @param n the number of rows
   */
  public Lu(int n) {
    lu = new double[n][n];
    rowOf = new int[n];
    first = new double[n];
    second = new double[n];
    third = new double[n];
    work = new double[n];
  }

  /**
   * Factorises another matrix in the same memory.
   *
   * @param rows the matrix; copied
   * @return this
   */
  public Lu factorise(double[][] rows) {
    for (int i = 0; i < lu.length; i++) {
      System.arraycopy(rows[i], 0, lu[i], 0, lu.length);
      rowOf[i] = i;
    }
    sign = 1;
    zeroAt = -1;
    finite = true;
    condition = -1;
    norm = columnNorm(rows);
    factorise();
    return this;
  }

  private static double columnNorm(double[][] rows) {
    double largest = 0;
    for (int j = 0; j < rows.length; j++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += Math.abs(row[j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private void factorise() {
    int n = lu.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(lu[i][k]) > Math.abs(lu[pivot][k])) {
          pivot = i;
        }
      }
      swap(k, pivot);
      double diagonal = lu[k][k];
      finite &= Double.isFinite(diagonal);
      if (diagonal == 0) {
        zeroAt = zeroAt < 0 ? k : zeroAt;
        continue;
      }
      for (int i = k + 1; i < n; i++) {
        eliminate(lu[i], lu[k], k, lu[i][k] / diagonal);
      }
    }
  }

  private static void eliminate(double[] row, double[] pivotRow, int k, double factor) {
    row[k] = factor;
    if (factor != 0) {
      for (int j = k + 1; j < row.length; j++) {
        row[j] -= factor * pivotRow[j];
      }
    }
  }

  private void swap(int i, int j) {
    sign = i == j ? sign : -sign;
    double[] row = lu[i];
    lu[i] = lu[j];
    lu[j] = row;
    int index = rowOf[i];
    rowOf[i] = rowOf[j];
    rowOf[j] = index;
  }

  /**
   * Whether a pivot is exactly zero or not finite.
   *
   * @return whether {@link #solve} can't be called
   */
  public boolean isSingular() {
    return zeroAt >= 0 || !finite;
  }

  /**
   * These factors, if no pivot is zero; what isn't finite goes on into the solutions.
   *
   * @return this
   * @throws ArithmeticException if a pivot is exactly zero
   */
  public Lu regular() {
    if (zeroAt >= 0) {
      throw new ArithmeticException("singular matrix: no pivot in column " + zeroAt);
    }
    return this;
  }

  /**
   * The determinant.
   *
   * @return the product of the pivots with the permutation's sign
   */
  public double determinant() {
    double product = sign;
    for (int i = 0; i < lu.length; i++) {
      product *= lu[i][i];
    }
    return product;
  }

  /**
   * The logarithm of the determinant's absolute value.
   *
   * @return the logarithm; minus infinity where a pivot is zero
   */
  public double logAbsDeterminant() {
    double sum = 0;
    for (int i = 0; i < lu.length; i++) {
      sum += Math.log(Math.abs(lu[i][i]));
    }
    return sum;
  }

  /**
   * An estimate of the condition number in the 1-norm, seldom too small by more than a factor of 3.
   *
   * @return the estimate; infinity for a singular matrix
   */
  public double condition() {
    if (condition < 0) {
      condition = isSingular() ? Double.POSITIVE_INFINITY : norm * inverseNorm();
    }
    return condition;
  }

  /**
   * An estimate of the 1-norm of the inverse.
   *
   * @return the estimate
   */
  public double inverseNorm() {
    int n = lu.length;
    double[] x = first;
    double[] y = second;
    double[] z = third;
    java.util.Arrays.fill(x, n == 0 ? 0 : 1.0 / n);
    double best = 0;
    for (int round = 0; round < 5; round++) {
      solve(x, y);
      double size = 0;
      for (int i = 0; i < n; i++) {
        size += Math.abs(y[i]);
        x[i] = y[i] < 0 ? -1 : 1;
      }
      boolean better = size > best;
      best = Math.max(best, size);
      solveTransposed(x, z);
      int at = largest(z);
      if (!better || n == 0) {
        break;
      }
      java.util.Arrays.fill(x, 0);
      x[at] = 1;
    }
    return best;
  }

  private static int largest(double[] z) {
    int at = 0;
    for (int i = 1; i < z.length; i++) {
      if (Math.abs(z[i]) > Math.abs(z[at])) {
        at = i;
      }
    }
    return at;
  }

  /**
   * Solves {@code A x = b}.
   *
   * @param b the right-hand side
   * @param x overwritten with the solution; not the same array as {@code b}
   */
  public void solve(double[] b, double[] x) {
    int n = lu.length;
    for (int i = 0; i < n; i++) {
      double sum = b[rowOf[i]];
      for (int j = 0; j < i; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= lu[i][j] * x[j];
      }
      x[i] = sum / lu[i][i];
    }
  }

  /**
   * Solves {@code A X = B}.
   *
   * @param b the right-hand sides, in columns
   * @return the solutions, in columns
   */
  public double[][] solve(double[][] b) {
    int columns = b.length == 0 ? 0 : b[0].length;
    double[][] out = new double[b.length][columns];
    double[] right = new double[b.length];
    double[] x = new double[b.length];
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < b.length; i++) {
        right[i] = b[i][j];
      }
      solve(right, x);
      for (int i = 0; i < b.length; i++) {
        out[i][j] = x[i];
      }
    }
    return out;
  }

  /**
   * Solves {@code Aᵀ x = b} with the same factors.
   *
   * @param b the right-hand side
   * @param x overwritten with the solution; not the same array as {@code b}
   */
  public void solveTransposed(double[] b, double[] x) {
    int n = lu.length;
    double[] y = work;
    Vectors.copy(b, y);
    for (int i = 0; i < n; i++) {
      y[i] /= lu[i][i];
      for (int j = i + 1; j < n; j++) {
        y[j] -= lu[i][j] * y[i];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = 0; j < i; j++) {
        y[j] -= lu[i][j] * y[i];
      }
      x[rowOf[i]] = y[i];
    }
  }
}
