package io.cotangent.implicit;

import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Euclidean projections onto convex sets, with the products of their Jacobians with vectors. The
 * Jacobian with respect to the projected point is symmetric, so that one product serves both modes;
 * at kinks it is that of one side.
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
   * The Jacobian of {@link #box} times a vector.
   *
   * @param x the point
   * @param lower bounds
   * @param upper bounds
   * @param v the vector
   * @return the product
   */
  public static double[] boxJvp(double[] x, double[] lower, double[] upper, double[] v) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] > lower[i] && x[i] < upper[i] ? v[i] : 0;
    }
    return out;
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
   * The Jacobian of {@link #nonNegative} times a vector.
   *
   * @param x the point
   * @param v the vector
   * @return the product
   */
  public static double[] nonNegativeJvp(double[] x, double[] v) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] > 0 ? v[i] : 0;
    }
    return out;
  }

  /**
   * Onto the vectors without negative entries whose sum is given (Held, Wolfe and Crowder 1974).
   *
   * @param x the point
   * @param sum the sum, positive
   * @return the projection
   */
  public static double[] simplex(double[] x, double sum) {
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
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.max(x[i] - shift, 0);
    }
    return y;
  }

  /**
   * The Jacobian of {@link #simplex} with respect to the point times a vector.
   *
   * @param x the point
   * @param sum the sum
   * @param v the vector
   * @return the product
   */
  public static double[] simplexJvp(double[] x, double sum, double[] v) {
    double[] y = simplex(x, sum);
    double mean = 0;
    int support = 0;
    for (int i = 0; i < x.length; i++) {
      if (y[i] > 0) {
        mean += v[i];
        support++;
      }
    }
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = y[i] > 0 ? v[i] - mean / support : 0;
    }
    return out;
  }

  /**
   * Onto the vectors whose Euclidean norm is at most a radius.
   *
   * @param x the point
   * @param radius the radius
   * @return the projection
   */
  public static double[] l2Ball(double[] x, double radius) {
    double norm = Vectors.norm(x);
    double[] y = x.clone();
    if (norm > radius) {
      Vectors.scale(y, radius / norm);
    }
    return y;
  }

  /**
   * The Jacobian of {@link #l2Ball} with respect to the point times a vector.
   *
   * @param x the point
   * @param radius the radius
   * @param v the vector
   * @return the product
   */
  public static double[] l2BallJvp(double[] x, double radius, double[] v) {
    double norm = Vectors.norm(x);
    double[] out = v.clone();
    if (norm > radius) {
      Vectors.add(out, -Vectors.dot(x, v) / norm / norm, x);
      Vectors.scale(out, radius / norm);
    }
    return out;
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

  /**
   * The Jacobian of {@link #l1Ball} with respect to the point times a vector.
   *
   * @param x the point
   * @param radius the radius
   * @param v the vector
   * @return the product
   */
  public static double[] l1BallJvp(double[] x, double radius, double[] v) {
    double[] size = absolute(x);
    if (sum(size) <= radius) {
      return v.clone();
    }
    double[] signed = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      signed[i] = Math.signum(x[i]) * v[i];
    }
    double[] out = simplexJvp(size, radius, signed);
    for (int i = 0; i < x.length; i++) {
      out[i] *= Math.signum(x[i]);
    }
    return out;
  }

  private static double[] absolute(double[] x) {
    double[] size = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      size[i] = Math.abs(x[i]);
    }
    return size;
  }

  private static double sum(double[] x) {
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
    double[] y = x.clone();
    Vectors.add(y, (b - Vectors.dot(a, x)) / Vectors.dot(a, a), a);
    return y;
  }

  /**
   * The Jacobian of {@link #hyperplane} with respect to the point times a vector.
   *
   * @param a the hyperplane's normal
   * @param v the vector
   * @return the product
   */
  public static double[] hyperplaneJvp(double[] a, double[] v) {
    return hyperplane(v, a, 0);
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
      rest[i] = b[i] - Vectors.dot(a[i], x);
      for (int j = 0; j < m; j++) {
        gram[i][j] = Vectors.dot(a[i], a[j]);
      }
    }
    Cholesky cholesky = new Cholesky(gram);
    if (!cholesky.isDefinite()) {
      throw new IllegalArgumentException("the rows of a are linearly dependent");
    }
    cholesky.solve(rest, rest);
    double[] y = x.clone();
    for (int i = 0; i < m; i++) {
      Vectors.add(y, rest[i], a[i]);
    }
    return y;
  }

  /**
   * The Jacobian of {@link #affine} with respect to the point times a vector.
   *
   * @param a the rows
   * @param v the vector
   * @return the product
   */
  public static double[] affineJvp(double[][] a, double[] v) {
    return affine(v, a, new double[a.length]);
  }
}
