package io.cotangent;

/** A solution, or its derivative, was not found to the tolerance asked for. */
public class ConvergenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What did not converge. */
  public enum Phase {
    /** The solution itself. */
    FORWARD,
    /** The linear system of its derivative. */
    ADJOINT
  }

  private final Phase phase;
  private final Status status;
  private final int iterations;
  private final double residual;

  /**
   * An exception with what is known.
   *
   * @param phase what did not converge
   * @param status how it ended
   * @param iterations how many iterations were made
   * @param residual the norm of the residual at the end
   * @param message the method, the sizes and what to try
   */
  public ConvergenceException(
      Phase phase, Status status, int iterations, double residual, String message) {
    super(message);
    this.phase = phase;
    this.status = status;
    this.iterations = iterations;
    this.residual = residual;
  }

  /**
   * What did not converge.
   *
   * @return the phase
   */
  public Phase phase() {
    return phase;
  }

  /**
   * How it ended.
   *
   * @return the status, never {@link Status#CONVERGED}
   */
  public Status status() {
    return status;
  }

  /**
   * How many iterations were made.
   *
   * @return their number
   */
  public int iterations() {
    return iterations;
  }

  /**
   * The residual at the end.
   *
   * @return its Euclidean norm
   */
  public double residual() {
    return residual;
  }
}
