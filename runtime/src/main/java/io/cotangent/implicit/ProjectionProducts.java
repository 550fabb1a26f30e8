package io.cotangent.implicit;

import io.cotangent.linear.Vectors;

/**
 * The Jacobians of {@link Projections} with respect to the projected point, times vectors. They are
 * symmetric, so that one product serves both modes; at kinks they are those of one side.
 */
public final class ProjectionProducts {
  private ProjectionProducts() {}

  /**
   * The Jacobian of {@link Projections#box} times a vector.
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
   * The Jacobian of {@link Projections#nonNegative} times a vector.
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
   * The Jacobian of {@link Projections#simplex} with respect to the point times a vector.
   *
   * @param x the point
   * @param sum the sum
   * @param v the vector
   * @return the product
   */
  public static double[] simplexJvp(double[] x, double sum, double[] v) {
    double[] y = Projections.simplex(x, sum);
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
   * The Jacobian of {@link Projections#l2Ball} with respect to the point times a vector.
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
   * The Jacobian of {@link Projections#l1Ball} with respect to the point times a vector.
   *
   * @param x the point
   * @param radius the radius
   * @param v the vector
   * @return the product
   */
  public static double[] l1BallJvp(double[] x, double radius, double[] v) {
    double[] size = Projections.absolute(x);
    if (Projections.sum(size) <= radius) {
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

  /**
   * The Jacobian of {@link Projections#hyperplane} with respect to the point times a vector.
   *
   * @param a the hyperplane's normal
   * @param v the vector
   * @return the product
   */
  public static double[] hyperplaneJvp(double[] a, double[] v) {
    return Projections.hyperplane(v, a, 0);
  }

  /**
   * The Jacobian of {@link Projections#affine} with respect to the point times a vector.
   *
   * @param a the rows
   * @param v the vector
   * @return the product
   */
  public static double[] affineJvp(double[][] a, double[] v) {
    return Projections.affine(v, a, new double[a.length]);
  }
}
