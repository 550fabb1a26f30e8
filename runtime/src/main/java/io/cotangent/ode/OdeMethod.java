package io.cotangent.ode;

/** A method of integration. */
public enum OdeMethod {
  /**
   * The explicit Runge-Kutta pair of orders 5 and 4 by J. R. Dormand and P. J. Prince ("A family of
   * embedded Runge-Kutta formulae", 1980), with dense output of order 4. For systems that aren't
   * stiff.
   */
  DORMAND_PRINCE,
  /**
   * The implicit Runge-Kutta method Radau IIA of order 5 (E. Hairer and G. Wanner, "Solving
   * Ordinary Differential Equations II", IV.8), L-stable. For stiff systems; it needs the system's
   * {@code jvp}, and solves dense linear systems of three times the state's size.
   */
  RADAU
}
