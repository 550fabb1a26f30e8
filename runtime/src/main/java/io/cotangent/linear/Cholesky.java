package io.cotangent.linear;

/** The factorisation {@code A = L Lᵀ} of a symmetric positive definite matrix. */
public final class Cholesky {
  private final double[][] lower;
  private boolean definite;

  /**
   * Factorises.
   *
   * @param rows the matrix, of which the lower triangle is read
   */
  public Cholesky(double[][] rows) {
    this(rows.length);
    factorise(rows, 0);
  }

  /**
   * Memory for the factors of one matrix after another.
   *
   * @param n the number of rows
   */
  public Cholesky(int n) {
    lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
    }
  }

  /**
   * Factorises another matrix in the same memory.
   *
   * @param rows the matrix, of which the lower triangle is read
   * @param shift added to its diagonal
   * @return this
   */
  public Cholesky factorise(double[][] rows, double shift) {
    int n = lower.length;
    boolean positive = true;
    for (int i = 0; i < n && positive; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? rows[i][j] + shift : rows[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          positive = sum > 0 && sum < Double.POSITIVE_INFINITY;
          lower[i][i] = Math.sqrt(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }
    definite = positive;
    return this;
  }

  /**
   * Whether the matrix is positive definite.
   *
   * @return whether {@link #solve} can be called
   */
  public boolean isDefinite() {
    return definite;
  }

  /**
   * The square of the ratio of the extreme diagonal entries of the factor: a lower bound of the
   * condition number.
   *
   * @return the bound
   */
  public double condition() {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < lower.length; i++) {
      largest = Math.max(largest, lower[i][i]);
      smallest = Math.min(smallest, lower[i][i]);
    }
    double ratio = lower.length == 0 ? 1 : largest / smallest;
    return ratio * ratio;
  }

  /**
   * Solves {@code A x = b}.
   *
   * @param b the right-hand side
   * @param x overwritten with the solution; may be the same array
   */
  public void solve(double[] b, double[] x) {
    int n = lower.length;
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int j = 0; j < i; j++) {
        sum -= lower[i][j] * x[j];
      }
      x[i] = sum / lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= lower[j][i] * x[j];
      }
      x[i] = sum / lower[i][i];
    }
  }
}
