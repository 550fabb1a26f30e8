package io.cotangent.linalg;

/** Cholesky's factor of a symmetric matrix, row by row. */
final class CholeskyFactors {
  private CholeskyFactors() {}

  static double[][] of(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? pivot(rest, i) : rest / l[j][j];
      }
    }
    return l;
  }

  static double pivot(double rest, int i) {
    // Written so that NaN fails too.
    if (!(rest > 0)) {
      throw new ArithmeticException("not positive definite: pivot " + i + " is " + rest);
    }
    return Math.sqrt(rest);
  }
}
