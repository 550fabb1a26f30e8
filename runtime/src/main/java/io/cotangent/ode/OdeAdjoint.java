package io.cotangent.ode;

/** How reverse mode goes through an integration. */
public enum OdeAdjoint {
  /**
   * Backwards through the steps that were taken: the exact transpose of forward sensitivities, the
   * derivative of what was computed.
   */
  DISCRETE,
  /**
   * The adjoint equation {@code λ' = -f_yᵀ λ} integrated backwards with its own steps along the
   * dense solution: the derivative up to tolerances (Y. Cao and others, "Adjoint sensitivity
   * analysis for differential-algebraic equations", 2003).
   */
  CONTINUOUS
}
