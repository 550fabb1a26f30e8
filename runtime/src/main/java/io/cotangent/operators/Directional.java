package io.cotangent.operators;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;
import io.cotangent.linear.Vectors;

/** Derivatives along a line: of {@code g(t) = f(x + t v)} at zero. */
public final class Directional {
  private Directional() {}

  /** A function written over {@link Taylor} series, of which all orders can be had. */
  @FunctionalInterface
  public interface TaylorFunction {
    /**
     * The function's value.
     *
     * @param x the arguments' series
     * @return the value's series
     */
    Taylor at(Taylor[] x);
  }

  /**
   * All derivatives up to an order, by Taylor mode: the cost grows with the square of the order.
   *
   * @param f the function
   * @param x the point
   * @param v the direction
   * @param order the highest derivative
   * @return derivative k of {@code f(x + t v)} at t = 0 in entry k, from 0 to {@code order}
   */
  public static double[] derivatives(TaylorFunction f, double[] x, double[] v, int order) {
    Products.length(v, x.length, "v");
    if (order < 0) {
      throw new IllegalArgumentException("order is " + order);
    }
    Taylor[] line = new Taylor[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] c = new double[order + 1];
      c[0] = x[i];
      if (order > 0) {
        c[1] = v[i];
      }
      line[i] = Taylor.of(c);
    }
    Taylor value = f.at(line);
    double[] out = new double[order + 1];
    double factorial = 1;
    for (int k = 0; k <= order; k++) {
      factorial *= Math.max(1, k);
      out[k] = value.coefficient(k) * factorial;
    }
    return out;
  }

  /**
   * Derivatives up to the second of a function object.
   *
   * @param f the function
   * @param x the point
   * @param v the direction
   * @param order the highest derivative, 2 at most
   * @return derivative k in entry k, from 0 to {@code order}
   * @throws UnsupportedOperationException if {@code order} is above what f has; write f over {@link
   *     Taylor} for more
   */
  public static double[] derivatives(ScalarFunction f, double[] x, double[] v, int order) {
    if (order > f.order()) {
      throw new UnsupportedOperationException(
          "the function has derivatives of order "
              + f.order()
              + ": write it over Taylor for order "
              + order);
    }
    double[] out = new double[order + 1];
    out[0] = f.value(x);
    if (order > 0) {
      out[1] = f.jvp(x, v);
    }
    if (order > 1) {
      out[2] = Vectors.dot(v, f.hvp(x, v));
    }
    return out;
  }

  /**
   * The first derivative of a vector function.
   *
   * @param f the function
   * @param x the point
   * @param v the direction
   * @return the Jacobian at x times v
   */
  public static double[] derivative(VectorFunction f, double[] x, double[] v) {
    return f.jvp(x, v);
  }
}
