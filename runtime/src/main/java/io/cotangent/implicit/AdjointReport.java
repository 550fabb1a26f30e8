package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Status;

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
}
