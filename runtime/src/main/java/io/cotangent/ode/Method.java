package io.cotangent.ode;

/** A one-step method with its derivatives; a step's length is constant to them. */
interface Method {
  /** The exponent with which the error estimate grows with the step. */
  int errorOrder();

  /** Makes a step; {@code before} is the step before, or null, whose last stage may serve. */
  Step step(double t, double end, double[] y, Step before);

  /** The tangent of a step's result. */
  double[] tangent(Step step, double[] yDot, double[] pDot);

  /** The cotangent of a step's start; that of the parameters is added to {@code pBar}. */
  double[] cotangent(Step step, double[] resultBar, double[] pBar);

  /**
   * The state within a step as a polynomial in (t - start) / h: coefficients by power, then state.
   */
  double[][] polynomial(Step step);
}
