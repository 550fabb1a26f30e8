package io.cotangent;

/** How a solution is found. A solver asked for by name is never replaced by another. */
public enum Solver {
  /** Chosen by the kind and size of the problem, changed where it does not get on. */
  AUTO,
  /** Plain iteration {@code x <- f(x)}; for {@link FixedPoint}. */
  PICARD,
  /** Anderson acceleration, type II; for {@link FixedPoint}. */
  ANDERSON,
  /** Newton's method with a line search; for all three. */
  NEWTON,
  /** Broyden's first method; for {@link FixedPoint} and {@link Root}. */
  BROYDEN,
  /** Bisection between a lower and an upper bound; for {@link Root}, scalar or elementwise. */
  BISECTION,
  /** Chandrupatla's method, of Brent's kind, between bounds; for {@link Root}. */
  CHANDRUPATLA,
  /**
   * Levenberg-Marquardt; for {@link Root}, also with more equations than unknowns, and for {@link
   * Argmin} of a method that returns residuals, of whose squares half the sum is minimised.
   */
  LEVENBERG_MARQUARDT,
  /** Gradient descent with a line search; for {@link Argmin}. */
  GRADIENT_DESCENT,
  /** The limited-memory BFGS method; for {@link Argmin}. */
  LBFGS,
  /** Accelerated gradient steps with a projection; for {@link Argmin} with one. */
  PROJECTED_GRADIENT,
  /** Accelerated gradient steps with a proximal step; for {@link Argmin} with one. */
  PROXIMAL_GRADIENT,
  /** Gradient steps in one row or entry of the unknown after another; for {@link Argmin}. */
  BLOCK_COORDINATE_DESCENT,
  /** Mirror descent with the entropy; for {@link Argmin} with the projection onto a simplex. */
  MIRROR_DESCENT,
  /** Sequential quadratic programming; for {@link Argmin} with constraints. */
  SQP
}
