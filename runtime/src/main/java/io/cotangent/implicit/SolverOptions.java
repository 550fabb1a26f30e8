package io.cotangent.implicit;

import io.cotangent.linear.Vectors;

/**
 * What ends a solver.
 *
 * @param tolerance the residual's norm to reach
 * @param relative whether that is relative to one plus the iterate's norm
 * @param maxIterations the limit of iterations
 * @param listener is told of every iteration
 */
public record SolverOptions(
    double tolerance, boolean relative, int maxIterations, IterationListener listener) {
  /**
   * Options with a tolerance relative to one plus the iterate's norm and without a listener.
   *
   * @param tolerance the residual's norm to reach
   * @param maxIterations the limit of iterations
   */
  public SolverOptions(double tolerance, int maxIterations) {
    this(tolerance, true, maxIterations, IterationListener.NONE);
  }

  /**
   * The same but for the limit.
   *
   * @param limit the limit of iterations
   * @return other options
   */
  public SolverOptions withMaxIterations(int limit) {
    return new SolverOptions(tolerance, relative, limit, listener);
  }

  /**
   * The same but for the tolerance.
   *
   * @param other the residual's norm to reach
   * @return other options
   */
  public SolverOptions withTolerance(double other) {
    return new SolverOptions(other, relative, maxIterations, listener);
  }

  /** The same with a listener. */
  SolverOptions withListener(IterationListener told) {
    return new SolverOptions(tolerance, relative, maxIterations, told);
  }

  /**
   * Whether a residual is small enough.
   *
   * @param residual its norm
   * @param x the iterate
   * @return whether the iterate is accepted
   */
  public boolean accepts(double residual, double[] x) {
    return residual <= (relative ? tolerance * (1 + Vectors.norm(x)) : tolerance);
  }
}
