package io.cotangent.linalg;

/** Arithmetic on arrays of rows whose shapes have been checked. */
final class Dense {
  private Dense() {}

  static double[][] identity(int n) {
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      out[i][i] = 1;
    }
    return out;
  }

  static double[][] transpose(double[][] a) {
    double[][] out = new double[Shapes.columns(a)][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j][i] = a[i][j];
      }
    }
    return out;
  }

  static double[][] times(double[][] a, double[][] b) {
    int n = Shapes.columns(b);
    double[][] out = new double[a.length][n];
    for (int i = 0; i < a.length; i++) {
      double[] row = out[i];
      for (int k = 0; k < b.length; k++) {
        double factor = a[i][k];
        double[] other = b[k];
        for (int j = 0; j < n; j++) {
          row[j] += factor * other[j];
        }
      }
    }
    return out;
  }

  static double[] times(double[][] a, double[] x) {
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += a[i][j] * x[j];
      }
      out[i] = sum;
    }
    return out;
  }

  /** {@code a + factor b}. */
  static double[][] plus(double[][] a, double factor, double[][] b) {
    double[][] out = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i].clone();
      for (int j = 0; j < out[i].length; j++) {
        out[i][j] += factor * b[i][j];
      }
    }
    return out;
  }

  /** The product entry by entry. */
  static double[][] hadamard(double[][] a, double[][] b) {
    double[][] out = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i].clone();
      for (int j = 0; j < out[i].length; j++) {
        out[i][j] *= b[i][j];
      }
    }
    return out;
  }

  static double[][] symmetricPart(double[][] a) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        out[i][j] = 0.5 * a[i][j] + 0.5 * a[j][i];
      }
    }
    return out;
  }

  static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }

  static double[][] diagonal(double[] d) {
    double[][] out = new double[d.length][d.length];
    for (int i = 0; i < d.length; i++) {
      out[i][i] = d[i];
    }
    return out;
  }

  static double[] diagonalOf(double[][] a) {
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i][i];
    }
    return out;
  }

  static double[][] column(double[] x) {
    double[][] out = new double[x.length][1];
    for (int i = 0; i < x.length; i++) {
      out[i][0] = x[i];
    }
    return out;
  }

  static double[] flat(double[][] column) {
    double[] out = new double[column.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = column[i][0];
    }
    return out;
  }

  /** Some columns, as a copy. */
  static double[][] columns(double[][] a, int from, int to) {
    double[][] out = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      out[i] = java.util.Arrays.copyOfRange(a[i], from, to);
    }
    return out;
  }

  static double largest(double[][] a) {
    double most = 0;
    for (double[] row : a) {
      for (double entry : row) {
        most = Math.max(most, Math.abs(entry));
      }
    }
    return most;
  }
}
