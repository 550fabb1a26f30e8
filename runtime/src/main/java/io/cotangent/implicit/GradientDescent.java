package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/** Gradient descent; the first trial of each line search is Barzilai and Borwein's step. */
public final class GradientDescent {
  private GradientDescent() {}

  /**
   * Iterates until the gradient is small.
   *
   * @param objective the function
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate; its residual is the gradient's norm
   */
  public static Solved solve(Objective objective, double[] start, SolverOptions options) {
    LineSearch search = new LineSearch(objective, start);
    double[] direction = new double[start.length];
    double[] before = new double[start.length];
    double step = 0;
    for (int k = 0; ; k++) {
      double residual = Vectors.norm(search.gradient);
      if (options.accepts(residual, search.x)) {
        return new Solved(search.x, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual) || search.value == Double.NEGATIVE_INFINITY) {
        return new Solved(search.x, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(search.x, Status.MAX_ITERATIONS, k, residual);
      }
      double first = k == 0 ? 1 / Math.max(1, residual) : step;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = -search.gradient[i];
      }
      Vectors.copy(search.gradient, before);
      double length = search.move(direction, first);
      if (length == 0) {
        return new Solved(search.x, Status.STAGNATED, k, residual);
      }
      step = barzilaiBorwein(direction, length, search.gradient, before);
      options.listener().iteration(k + 1, Vectors.norm(search.gradient), length * residual);
    }
  }

  private static double barzilaiBorwein(
      double[] direction, double length, double[] gradient, double[] before) {
    double change = 0;
    double square = 0;
    for (int i = 0; i < direction.length; i++) {
      change += length * direction[i] * (gradient[i] - before[i]);
      square += length * direction[i] * length * direction[i];
    }
    return change > 0 ? square / change : length;
  }
}
