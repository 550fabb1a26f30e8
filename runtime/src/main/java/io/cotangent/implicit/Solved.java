package io.cotangent.implicit;

import io.cotangent.ConvergenceException;
import io.cotangent.ConvergenceException.Phase;
import io.cotangent.Status;
import java.util.Locale;

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

  /** The exception that says that this is no solution, with the numbers of unknowns and others. */
  ConvergenceException failure(String name, double asked, int[] sizes, String advice) {
    String format =
        "%s is none: %s after %d iterations with residual %.3e where %.3e is asked"
            + " for (%d unknowns, %d parameters); %s";
    Object[] args = {name, status, iterations, residual, asked, sizes[0], sizes[1], advice};
    return new ConvergenceException(
        Phase.FORWARD, status, iterations, residual, String.format(Locale.ROOT, format, args));
  }
}
