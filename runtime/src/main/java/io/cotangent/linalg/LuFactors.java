package io.cotangent.linalg;

/**
 * The factors of {@code P A = L U} by partial pivoting (G. H. Golub and C. F. Van Loan, "Matrix
 * Computations", 3.4).
 */
final class LuFactors {
  private final double[][] lu;
  private final int[] rowOf;
  private double sign = 1;
  private int singularAt = -1;

  private LuFactors(double[][] a) {
    lu = new double[a.length][];
    rowOf = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      lu[i] = a[i].clone();
      rowOf[i] = i;
    }
  }

  static LuFactors of(double[][] a) {
    LuFactors factors = new LuFactors(a);
    for (int k = 0; k < a.length; k++) {
      factors.pivot(k);
      factors.eliminate(k);
    }
    return factors;
  }

  private void pivot(int k) {
    int best = k;
    for (int i = k + 1; i < lu.length; i++) {
      best = Math.abs(lu[i][k]) > Math.abs(lu[best][k]) ? i : best;
    }
    if (best != k) {
      double[] row = lu[k];
      lu[k] = lu[best];
      lu[best] = row;
      int index = rowOf[k];
      rowOf[k] = rowOf[best];
      rowOf[best] = index;
      sign = -sign;
    }
    if (lu[k][k] == 0 && singularAt < 0) {
      singularAt = k;
    }
  }

  private void eliminate(int k) {
    if (lu[k][k] == 0) {
      return;
    }
    for (int i = k + 1; i < lu.length; i++) {
      double factor = lu[i][k] / lu[k][k];
      lu[i][k] = factor;
      for (int j = k + 1; j < lu.length; j++) {
        lu[i][j] -= factor * lu[k][j];
      }
    }
  }

  boolean isSingular() {
    return singularAt >= 0;
  }

  double determinant() {
    double product = sign;
    for (int i = 0; i < lu.length; i++) {
      product *= lu[i][i];
    }
    return product;
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lu.length; i++) {
      sum += Math.log(Math.abs(lu[i][i]));
    }
    return sum;
  }

  double[] solve(double[] b) {
    return Dense.flat(solve(Dense.column(b)));
  }

  double[][] solve(double[][] b) {
    if (isSingular()) {
      throw new ArithmeticException("singular matrix: no pivot in column " + singularAt);
    }
    double[][] x = new double[b.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = b[rowOf[i]].clone();
      for (int k = 0; k < i; k++) {
        subtract(x[i], lu[i][k], x[k]);
      }
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        subtract(x[i], lu[i][k], x[k]);
      }
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] /= lu[i][i];
      }
    }
    return x;
  }

  private static void subtract(double[] row, double factor, double[] other) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * other[j];
    }
  }
}
