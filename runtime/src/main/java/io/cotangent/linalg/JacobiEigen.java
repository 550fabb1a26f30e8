package io.cotangent.linalg;

import java.util.stream.IntStream;

/**
 * The cyclic Jacobi method for symmetric matrices (C. G. J. Jacobi 1846; G. H. Golub and C. F. Van
 * Loan, "Matrix Computations", 8.5): slower than tridiagonal methods, but short and at least as
 * accurate.
 */
final class JacobiEigen {
  private static final int MOST_SWEEPS = 60;

  private JacobiEigen() {}

  /** Of a matrix that is exactly symmetric. */
  static SymmetricEigen of(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = Dense.transpose(symmetric);
    // Rows, not columns, are the vectors while rotating.
    double[][] v = Dense.identity(n);
    int sweep = 0;
    while (sweep(a, v)) {
      if (++sweep == MOST_SWEEPS) {
        throw new ArithmeticException("no eigenvalues found: are all entries finite?");
      }
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(a[i][i], a[j][j]))
            .mapToInt(i -> i)
            .toArray();
    double[] values = new double[n];
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = a[order[i]][order[i]];
      rows[i] = v[order[i]];
      if (rows[i][largest(rows[i])] < 0) {
        turn(rows[i]);
      }
    }
    return new SymmetricEigen(values, Dense.transpose(rows));
  }

  /** Rotates every pair once; false if there was nothing left to rotate. */
  private static boolean sweep(double[][] a, double[][] v) {
    boolean rotated = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double small = 0x1p-54 * Math.sqrt(Math.abs(a[p][p]) * Math.abs(a[q][q]));
        // Written so that NaN rotates on, up to the limit of sweeps.
        if (!(Math.abs(a[p][q]) <= small)) {
          rotate(a, v, p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    double offDiagonal = a[p][q];
    double pp = a[p][p] - t * offDiagonal;
    double qq = a[q][q] + t * offDiagonal;
    for (int k = 0; k < a.length; k++) {
      double kp = c * a[k][p] - s * a[k][q];
      double kq = s * a[k][p] + c * a[k][q];
      a[k][p] = kp;
      a[p][k] = kp;
      a[k][q] = kq;
      a[q][k] = kq;
    }
    a[p][p] = pp;
    a[q][q] = qq;
    a[p][q] = 0;
    a[q][p] = 0;
    turn(v[p], v[q], c, s);
  }

  /** Rotates two rows: {@code x' = c x - s y}, {@code y' = s x + c y}. */
  static void turn(double[] x, double[] y, double c, double s) {
    for (int k = 0; k < x.length; k++) {
      double turned = c * x[k] - s * y[k];
      y[k] = s * x[k] + c * y[k];
      x[k] = turned;
    }
  }

  static void turn(double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = -x[k];
    }
  }

  static int largest(double[] x) {
    int at = 0;
    for (int i = 1; i < x.length; i++) {
      at = Math.abs(x[i]) > Math.abs(x[at]) ? i : at;
    }
    return at;
  }
}
