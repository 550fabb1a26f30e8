package io.cotangent.implicit;

import io.cotangent.Status;

/**
 * What a solver came to.
 *
 * @param point the last iterate
 * @param status how it ended
 * @param iterations how many iterations were made
 * @param residual the Euclidean norm of the residual at {@code point}
 */
public record Solved(double[] point, Status status, int iterations, double residual) {
  /**
   * Whether the tolerance was reached.
   *
   * @return whether {@code point} is a solution
   */
  public boolean converged() {
    return status == Status.CONVERGED;
  }

  /** The same after so many iterations before it. */
  Solved after(int earlier) {
    return new Solved(point, status, iterations + earlier, residual);
  }

  /** The same with another status. */
  Solved with(Status other) {
    return new Solved(point, other, iterations, residual);
  }
}
