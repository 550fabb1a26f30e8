package io.cotangent.operators;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;

/**
 * Differential operators of fields on n-dimensional space in Cartesian coordinates. A vector field
 * is a {@link VectorFunction} whose value has as many entries as its argument.
 */
public final class VectorCalculus {
  private VectorCalculus() {}

  /**
   * The Laplacian, the trace of the Hessian, from n Hessian-vector products. {@link Hutchinson}
   * estimates it from fewer.
   *
   * @param f a function of order 2
   * @param x the point
   * @return the Laplacian of f at x
   */
  public static double laplacian(ScalarFunction f, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += f.hvp(x, Products.unit(x.length, i))[i];
    }
    return sum;
  }

  /**
   * The divergence, the trace of the Jacobian, from n forward sweeps.
   *
   * @param field a vector field
   * @param x the point
   * @return the divergence at x
   */
  public static double divergence(VectorFunction field, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += derivative(field, x, Products.unit(x.length, i))[i];
    }
    return sum;
  }

  /**
   * The curl of a vector field in three dimensions.
   *
   * @param field a vector field
   * @param x the point, of 3 entries
   * @return the curl at x, of 3 entries
   */
  public static double[] curl(VectorFunction field, double[] x) {
    Products.length(x, 3, "x");
    double[] byX = derivative(field, x, new double[] {1, 0, 0});
    double[] byY = derivative(field, x, new double[] {0, 1, 0});
    double[] byZ = derivative(field, x, new double[] {0, 0, 1});
    return new double[] {byY[2] - byZ[1], byZ[0] - byX[2], byX[1] - byY[0]};
  }

  /**
   * The Lie derivative of a function along a vector field: how fast f changes for one who goes with
   * the field.
   *
   * @param field a vector field
   * @param f a function
   * @param x the point
   * @return the derivative of f at x in the field's direction there
   */
  public static double lieDerivative(VectorFunction field, ScalarFunction f, double[] x) {
    double[] direction = field.value(x);
    Products.length(direction, x.length, "the field's value");
    return f.jvp(x, direction);
  }

  /**
   * The Lie bracket {@code [f, g] = J_g f - J_f g}, which is the Lie derivative of g along f.
   *
   * @param f a vector field
   * @param g a vector field
   * @param x the point
   * @return the bracket at x
   */
  public static double[] lieBracket(VectorFunction f, VectorFunction g, double[] x) {
    double[] out = derivative(g, x, f.value(x));
    double[] other = derivative(f, x, g.value(x));
    for (int i = 0; i < out.length; i++) {
      out[i] -= other[i];
    }
    return out;
  }

  private static double[] derivative(VectorFunction field, double[] x, double[] direction) {
    Products.length(direction, x.length, "the field's value");
    double[] out = field.jvp(x, direction);
    Products.length(out, x.length, "the field's value");
    return out;
  }
}
