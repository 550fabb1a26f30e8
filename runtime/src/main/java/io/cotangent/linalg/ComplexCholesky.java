package io.cotangent.linalg;

import io.cotangent.Complex;

/** Cholesky's factor of a Hermitian matrix, and the matrix arithmetic that its rules need. */
final class ComplexCholesky {
  private ComplexCholesky() {}

  static Complex[][] factor(Complex[][] a) {
    Complex[][] hermitian = hermitianPart(a);
    int n = a.length;
    Complex[][] l = zeros(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        Complex rest = hermitian[i][j];
        for (int k = 0; k < j; k++) {
          rest = rest.minus(l[i][k].times(l[j][k].conjugate()));
        }
        l[i][j] =
            i == j ? Complex.of(CholeskyFactors.pivot(rest.re(), i)) : rest.divide(l[j][j].re());
      }
    }
    return l;
  }

  static Complex[][] zeros(int n) {
    Complex[][] out = new Complex[n][n];
    for (Complex[] row : out) {
      java.util.Arrays.fill(row, Complex.ZERO);
    }
    return out;
  }

  static Complex[][] hermitianPart(Complex[][] a) {
    int n = a.length;
    Complex[][] out = new Complex[n][n];
    for (int i = 0; i < n; i++) {
      if (a[i].length != n) {
        throw new IllegalArgumentException(
            "row " + i + " has " + a[i].length + " entries, but the matrix has " + n + " rows");
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i][j] = a[i][j].times(0.5).plus(a[j][i].conjugate().times(0.5));
      }
    }
    return out;
  }

  static Complex[][] conjugateTranspose(Complex[][] a) {
    int n = a.length;
    Complex[][] out = new Complex[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[j][i] = a[i][j].conjugate();
      }
    }
    return out;
  }

  static Complex[][] times(Complex[][] a, Complex[][] b) {
    int n = a.length;
    Complex[][] out = zeros(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          out[i][j] = out[i][j].plus(a[i][k].times(b[k][j]));
        }
      }
    }
    return out;
  }

  /** Solves {@code l x = b} for a lower triangular matrix. */
  static Complex[][] solveLower(Complex[][] l, Complex[][] b) {
    int n = l.length;
    Complex[][] x = new Complex[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Complex rest = b[i][j];
        for (int k = 0; k < i; k++) {
          rest = rest.minus(l[i][k].times(x[k][j]));
        }
        x[i][j] = rest.divide(l[i][i]);
      }
    }
    return x;
  }

  /** Solves {@code lᴴ x = b} for a lower triangular matrix. */
  static Complex[][] solveLowerAdjoint(Complex[][] l, Complex[][] b) {
    int n = l.length;
    Complex[][] x = new Complex[n][n];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = 0; j < n; j++) {
        Complex rest = b[i][j];
        for (int k = i + 1; k < n; k++) {
          rest = rest.minus(l[k][i].conjugate().times(x[k][j]));
        }
        x[i][j] = rest.divide(l[i][i].conjugate());
      }
    }
    return x;
  }

  /** The lower triangle with half the diagonal. */
  static Complex[][] lowerHalf(Complex[][] a) {
    Complex[][] out = zeros(a.length);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        out[i][j] = a[i][j];
      }
      out[i][i] = a[i][i].times(0.5);
    }
    return out;
  }
}
