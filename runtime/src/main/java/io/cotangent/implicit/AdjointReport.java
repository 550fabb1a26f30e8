package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.ConvergenceException;
import io.cotangent.ConvergenceException.Phase;
import io.cotangent.Status;
import java.util.Locale;

/**
 * How a derivative's linear system was solved.
 *
 * @param solution the last iterate
 * @param status how it ended
 * @param solver which solver it was
 * @param iterations how many iterations all solvers made
 * @param residual the true residual's Euclidean norm
 */
record AdjointReport(
    double[] solution, Status status, Adjoint solver, int iterations, double residual) {
  boolean converged() {
    return status == Status.CONVERGED;
  }

  /** The exception that says so, for so many unknowns and parameters. */
  ConvergenceException failure(Status status, Settings settings, int unknowns, int parameters) {
    String format =
        "the derivative of the solution of %s was not found: %s after %d iterations of %s with"
            + " residual %.3e (%d unknowns, %d parameters); %s";
    Object[] args = {
      settings.method(),
      status,
      iterations,
      solver,
      residual,
      unknowns,
      parameters,
      advice(status, settings)
    };
    return new ConvergenceException(
        Phase.ADJOINT, status, iterations, residual, String.format(Locale.ROOT, format, args));
  }

  private static String advice(Status status, Settings settings) {
    if (status == Status.SINGULAR) {
      return "the solution is not isolated, or a double one, and has no derivative there";
    }
    return settings.adjoint() == Adjoint.AUTO
        ? "try a larger adjointTolerance or maxIterations"
        : "try adjoint = Adjoint.AUTO, or a larger adjointTolerance or maxIterations";
  }
}
