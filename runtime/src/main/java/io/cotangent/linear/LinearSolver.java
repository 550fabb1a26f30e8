package io.cotangent.linear;

/** A method for {@code A x = b}. */
public interface LinearSolver {
  /**
   * Solves {@code A x = b}.
   *
   * @param a the matrix
   * @param b the right-hand side; left as it is
   * @param x where to start; overwritten with the solution, or with the best that was found
   * @param target the Euclidean norm of the residual to reach
   * @param maxIterations how many iterations to make at most
   * @return how it ended; the residual is the true one
   */
  LinearResult solve(LinearOperator a, double[] b, double[] x, double target, int maxIterations);
}
