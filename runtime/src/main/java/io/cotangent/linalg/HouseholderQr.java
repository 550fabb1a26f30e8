package io.cotangent.linalg;

/**
 * QR factorisation by Householder's reflections (G. H. Golub and C. F. Van Loan, "Matrix
 * Computations", 5.2).
 */
final class HouseholderQr {
  private HouseholderQr() {}

  static Qr of(double[][] a) {
    int m = a.length;
    int n = Shapes.columns(a);
    int k = Math.min(m, n);
    double[][] r = Dense.columns(a, 0, n);
    double[][] reflectors = new double[k][];
    for (int j = 0; j < k; j++) {
      reflectors[j] = reflector(r, j);
      reflect(r, reflectors[j], j);
    }
    double[][] q = Dense.columns(Dense.identity(m), 0, k);
    for (int j = k - 1; j >= 0; j--) {
      reflect(q, reflectors[j], 0);
    }
    return positive(q, r, k, n);
  }

  /** The unit vector of the reflection that clears column j below the diagonal; or zeros. */
  private static double[] reflector(double[][] r, int j) {
    double[] v = new double[r.length];
    double norm = 0;
    for (int i = j; i < r.length; i++) {
      v[i] = r[i][j];
      norm = Math.hypot(norm, v[i]);
    }
    v[j] += Math.copySign(norm, v[j]);
    double length = 0;
    for (int i = j; i < r.length; i++) {
      length = Math.hypot(length, v[i]);
    }
    for (int i = j; i < r.length; i++) {
      v[i] = length == 0 ? 0 : v[i] / length;
    }
    return v;
  }

  private static void reflect(double[][] a, double[] v, int from) {
    for (int j = from; j < Shapes.columns(a); j++) {
      double dot = 0;
      for (int i = 0; i < v.length; i++) {
        dot += v[i] * a[i][j];
      }
      for (int i = 0; i < v.length; i++) {
        a[i][j] -= 2 * dot * v[i];
      }
    }
  }

  /** The first k rows of r with a diagonal that isn't negative, and zeros below it. */
  private static Qr positive(double[][] q, double[][] r, int k, int n) {
    double[][] upper = new double[k][n];
    for (int i = 0; i < k; i++) {
      double sign = r[i][i] < 0 ? -1 : 1;
      for (int j = i; j < n; j++) {
        upper[i][j] = sign * r[i][j];
      }
      for (double[] row : q) {
        row[i] *= sign;
      }
    }
    return new Qr(q, upper);
  }
}
