package io.cotangent.ode;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;

/**
 * The right-hand side of {@code y' = f(t, y, p)}, with its derivatives where they are needed: for
 * the derivatives of solutions, and for {@link OdeMethod#RADAU}. A lambda gives the rate alone.
 */
@FunctionalInterface
public interface OdeSystem {
  /**
   * The rate of change.
   *
   * @param t the time
   * @param y the state
   * @param p the parameters
   * @param out overwritten with {@code f(t, y, p)}, of y's length
   */
  void rate(double t, double[] y, double[] p, double[] out);

  /**
   * The rate's tangent.
   *
   * @param t the time
   * @param y the state
   * @param p the parameters
   * @param tDot the time's tangent
   * @param yDot the state's tangent
   * @param pDot the parameters' tangent
   * @param out overwritten with the derivative of {@code f(t, y, p)}, of y's length
   * @throws UnsupportedOperationException if the system has no derivatives
   */
  default void jvp(
      double t, double[] y, double[] p, double tDot, double[] yDot, double[] pDot, double[] out) {
    throw new UnsupportedOperationException(
        "the system has no derivatives: make it with OdeSystem.of, or override jvp");
  }

  /**
   * The rate's cotangents.
   *
   * @param t the time
   * @param y the state
   * @param p the parameters
   * @param bar the cotangent of the rate
   * @param yBar the state's cotangent is added to it
   * @param pBar the parameters' cotangent is added to it
   * @throws UnsupportedOperationException if the system has no derivatives
   */
  default void vjp(double t, double[] y, double[] p, double[] bar, double[] yBar, double[] pBar) {
    throw new UnsupportedOperationException(
        "the system has no derivatives: make it with OdeSystem.of, or override vjp");
  }

  /**
   * The tangent of the rate's cotangents, for second derivatives of solutions.
   *
   * @param t the time
   * @param y the state
   * @param p the parameters
   * @param bar the cotangent of the rate, which doesn't change
   * @param yDot the state's tangent
   * @param pDot the parameters' tangent
   * @param yBar the tangent of the state's cotangent is added to it
   * @param pBar the tangent of the parameters' cotangent is added to it
   * @throws UnsupportedOperationException if the system has no second derivatives
   */
  default void vjpJvp(
      double t,
      double[] y,
      double[] p,
      double[] bar,
      double[] yDot,
      double[] pDot,
      double[] yBar,
      double[] pBar) {
    throw new UnsupportedOperationException(
        "the system has no second derivatives: make it with OdeSystem.of of a function and its"
            + " weighted sum, or override vjpJvp");
  }

  /**
   * A system from a differentiated method.
   *
   * @param f a function of {@code (t, y…, p…)} whose value has as many entries as the state, such
   *     as {@code Derivatives.function(t, y, p)} gives of a method {@code double[] rate(double t,
   *     double[] y, double[] p)}
   * @param states the number of entries of the state
   * @return the system
   */
  static OdeSystem of(VectorFunction f, int states) {
    return new FunctionSystem(f, states);
  }

  /**
   * A system with second derivatives, from a differentiated method and one of its weighted sum.
   *
   * @param f a function of {@code (t, y…, p…)} whose value has as many entries as the state
   * @param weighted the function {@code w · f(t, y, p)} of {@code (t, y…, p…, w…)}, with
   *     Hessian-vector products
   * @param states the number of entries of the state
   * @return the system
   */
  static OdeSystem of(VectorFunction f, ScalarFunction weighted, int states) {
    return new CurvedSystem(new FunctionSystem(f, states), weighted);
  }
}
