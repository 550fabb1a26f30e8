package io.cotangent;

/** How a solve ended. */
public enum Status {
  /** The residual is within the tolerance. */
  CONVERGED,
  /** The iteration limit was reached first. */
  MAX_ITERATIONS,
  /** The iterates grow without bound, or are not finite. */
  DIVERGED,
  /** A matrix that has to be inverted is singular, and the system has no solution. */
  SINGULAR,
  /** The iterates no longer change, and the residual is not within the tolerance. */
  STAGNATED,
  /**
   * The solution stands, its derivative does not: an inequality is active with a multiplier of
   * zero.
   */
  DEGENERATE_ACTIVE_SET
}
