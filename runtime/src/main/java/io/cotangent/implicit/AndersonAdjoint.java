package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.LinearResult;
import io.cotangent.linear.LinearSolver;
import io.cotangent.linear.Vectors;

/**
 * The Neumann iteration with Anderson acceleration.
 *
 * @param memory how many differences are kept
 */
public record AndersonAdjoint(int memory) implements LinearSolver {
  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    double[] work = new double[b.length];
    VectorMap map =
        (w, out) -> {
          a.apply(w, work);
          for (int i = 0; i < b.length; i++) {
            out[i] = w[i] + (b[i] - work[i]);
          }
        };
    SolverOptions options = new SolverOptions(target, false, maxIterations, IterationListener.NONE);
    Solved solved = Anderson.solve(map, x, memory, options);
    Vectors.copy(solved.point(), x);
    return new LinearResult(solved.status(), solved.iterations(), solved.residual());
  }
}
