package io.cotangent.implicit;

import java.util.Arrays;

/**
 * Euclidean projections onto convex sets. They are plain enough to be differentiated through their
 * source where a differentiable method calls them; at kinks the derivative is that of one side.
 */
public final class Projections {
  private Projections() {}

  /**
   * Onto {@code lower <= y <= upper}.
   *
   * @param x the point
   * @param lower bounds
   * @param upper bounds
   * @return the projection
   */
  public static double[] box(double[] x, double[] lower, double[] upper) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.min(Math.max(x[i], lower[i]), upper[i]);
    }
    return y;
  }

  /**
   * Onto the vectors without negative entries.
   *
   * @param x the point
   * @return the projection
   */
  public static double[] nonNegative(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.max(x[i], 0);
    }
    return y;
  }

  /**
   * Onto the vectors without negative entries whose sum is given (Held, Wolfe and Crowder 1974).
   *
   * @param x the point
   * @param sum the sum, positive
   * @return the projection
   */
  public static double[] simplex(double[] x, double sum) {
    boolean[] support = simplexSupport(x, sum);
    double total = -sum;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (support[i]) {
        total += x[i];
        count++;
      }
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (support[i]) {
        y[i] = Math.max(x[i] - total / count, 0);
      }
    }
    return y;
  }

  /**
   * Which entries of {@link #simplex} are not zero.
   *
   * @param x the point
   * @param sum the sum
   * @return whether an entry is positive
   */
  public static boolean[] simplexSupport(double[] x, double sum) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double total = 0;
    double shift = 0;
    for (int k = 1; k <= x.length; k++) {
      total += sorted[x.length - k];
      double candidate = (total - sum) / k;
      if (sorted[x.length - k] > candidate) {
        shift = candidate;
      }
    }
    boolean[] support = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      support[i] = x[i] > shift;
    }
    return support;
  }

  /**
   * Onto the vectors whose Euclidean norm is at most a radius.
   *
   * @param x the point
   * @param radius the radius
   * @return the projection
   */
  public static double[] l2Ball(double[] x, double radius) {
    double square = dot(x, x);
    if (square <= radius * radius) {
      return x.clone();
    }
    double factor = radius / Math.sqrt(square);
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = factor * x[i];
    }
    return y;
  }

  /**
   * Onto the vectors whose absolute values sum to at most a radius.
   *
   * @param x the point
   * @param radius the radius, positive
   * @return the projection
   */
  public static double[] l1Ball(double[] x, double radius) {
    double[] size = absolute(x);
    if (sum(size) <= radius) {
      return x.clone();
    }
    double[] y = simplex(size, radius);
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.copySign(y[i], x[i]);
    }
    return y;
  }

  static double[] absolute(double[] x) {
    double[] size = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      size[i] = Math.abs(x[i]);
    }
    return size;
  }

  static double sum(double[] x) {
    double sum = 0;
    for (double entry : x) {
      sum += entry;
    }
    return sum;
  }

  /**
   * Onto the vectors with {@code a·y = b}.
   *
   * @param x the point
   * @param a the hyperplane's normal, not zero
   * @param b its offset
   * @return the projection
   */
  public static double[] hyperplane(double[] x, double[] a, double b) {
    double factor = (b - dot(a, x)) / dot(a, a);
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] += factor * a[i];
    }
    return y;
  }

  /**
   * Onto the vectors with {@code A y = b}.
   *
   * @param x the point
   * @param a the rows, linearly independent
   * @param b the right sides
   * @return the projection
   * @throws IllegalArgumentException if the rows are linearly dependent
   */
  public static double[] affine(double[] x, double[][] a, double[] b) {
    int m = a.length;
    double[][] gram = new double[m][m];
    double[] rest = new double[m];
    for (int i = 0; i < m; i++) {
      rest[i] = b[i] - dot(a[i], x);
      for (int j = 0; j < m; j++) {
        gram[i][j] = dot(a[i], a[j]);
      }
    }
    solve(gram, rest);
    double[] y = x.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < y.length; j++) {
        y[j] += rest[i] * a[i][j];
      }
    }
    return y;
  }

  /**
   * Onto the matrices without negative entries that have given sums of rows and of columns: the
   * plans of a transport. Where the support falls into parts that balance by themselves the sums
   * are at a kink, and their derivative is that along changes which keep the balance.
   *
   * @param x the point
   * @param rows the sums of the rows, none negative
   * @param columns the sums of the columns, none negative, with the same total
   * @return the projection
   * @throws IllegalArgumentException if there are no such matrices
   * @throws io.cotangent.ConvergenceException if the projection is not found
   */
  public static double[][] transport(double[][] x, double[] rows, double[] columns) {
    boolean[][] support = TransportPolytope.support(x, rows, columns);
    double[][] potentials = TransportPolytope.potentials(support);
    int m = rows.length;
    int n = columns.length;
    double[] rest = new double[m + n];
    for (int i = 0; i < m; i++) {
      rest[i] += rows[i];
      for (int j = 0; j < n; j++) {
        if (support[i][j]) {
          rest[i] -= x[i][j];
          rest[m + j] -= x[i][j];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      rest[m + j] += columns[j];
    }
    double[] shift = new double[m + n];
    for (int k = 0; k < m + n; k++) {
      shift[k] = dot(potentials[k], rest);
    }
    double[][] y = new double[m][n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        if (support[i][j]) {
          y[i][j] = Math.max(x[i][j] + shift[i] + shift[m + j], 0);
        }
      }
    }
    return y;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Solves a positive definite system by elimination, both arrays overwritten. */
  private static void solve(double[][] matrix, double[] b) {
    int m = b.length;
    double[] scale = new double[m];
    for (int k = 0; k < m; k++) {
      scale[k] = matrix[k][k];
    }
    for (int k = 0; k < m; k++) {
      double size = matrix[k][k];
      if (!(size > 1e-13 * scale[k])) {
        throw new IllegalArgumentException("the rows of a are linearly dependent");
      }
      for (int i = k + 1; i < m; i++) {
        double factor = matrix[i][k] / size;
        for (int j = k; j < m; j++) {
          matrix[i][j] -= factor * matrix[k][j];
        }
        b[i] -= factor * b[k];
      }
    }
    for (int i = m - 1; i >= 0; i--) {
      double rest = b[i];
      for (int j = i + 1; j < m; j++) {
        rest -= matrix[i][j] * b[j];
      }
      b[i] = rest / matrix[i][i];
    }
  }
}
