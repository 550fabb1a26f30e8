package io.cotangent;

/** What is taken for the derivative of a solution. */
public enum Derivative {
  /** The derivative of the solution, by the implicit function theorem. */
  IMPLICIT,
  /** The derivative of the iterations that found the solution. */
  UNROLLED,
  /** The derivative of the last step only. */
  ONE_STEP,
  /** The sum of the first terms of the Neumann series. */
  TRUNCATED
}
