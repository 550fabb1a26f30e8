package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Derivative;
import io.cotangent.Solver;

/**
 * What an annotation says about a solution.
 *
 * @param method the method's name, for messages
 * @param tolerance the residual's norm to reach, relative to one plus the solution's norm
 * @param adjointTolerance the same for the derivative's linear system, relative to its right side
 * @param maxIterations the limit of iterations
 * @param solver how the solution is found
 * @param adjoint how the derivative's linear system is solved
 * @param derivative what is taken for the derivative
 * @param terms the terms of a truncated series after the first
 * @param ridge what is added to the diagonal of the derivative's matrix
 */
public record Settings(
    String method,
    double tolerance,
    double adjointTolerance,
    int maxIterations,
    Solver solver,
    Adjoint adjoint,
    Derivative derivative,
    int terms,
    double ridge) {
  /** An adjoint tolerance of 0 is the solution's. */
  public Settings {
    adjointTolerance = adjointTolerance == 0 ? tolerance : adjointTolerance;
  }

  /** Without a ridge. */
  public Settings(
      String method,
      double tolerance,
      double adjointTolerance,
      int maxIterations,
      Solver solver,
      Adjoint adjoint,
      Derivative derivative,
      int terms) {
    this(method, tolerance, adjointTolerance, maxIterations, solver, adjoint, derivative, terms, 0);
  }

  /** What ends the search for the solution. */
  SolverOptions options() {
    return new SolverOptions(tolerance, maxIterations);
  }
}
