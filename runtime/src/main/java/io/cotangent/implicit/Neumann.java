package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.LinearResult;
import io.cotangent.linear.LinearSolver;
import io.cotangent.linear.Vectors;

/**
 * The Neumann series {@code w <- w + (b - A w)}, Christianson's two-phase accumulation for {@code A
 * = (I - J)ᵀ}. It converges for every right side if and only if the spectral radius of {@code J} is
 * below 1, whatever its norm.
 *
 * @param slowest the factor per iteration, over a window of 10 after the first 20, at which it
 *     gives up as stagnated; infinity for never
 * @param affordable how many iterations it may come to; it gives up as stagnated once the factor
 *     over a window of 5 says that there will be more
 */
public record Neumann(double slowest, int affordable) implements LinearSolver {
  private static final int WINDOW = 10;
  private static final int SHORT = 5;

  /** Whatever the number of iterations. */
  public Neumann(double slowest) {
    this(slowest, Integer.MAX_VALUE);
  }

  /** Never gives up before the limit. */
  public Neumann() {
    this(Double.POSITIVE_INFINITY);
  }

  @Override
  public LinearResult solve(
      LinearOperator a, double[] b, double[] x, double target, int maxIterations) {
    double[] work = new double[b.length];
    double[] window = new double[WINDOW];
    double worst = Math.pow(slowest, WINDOW);
    for (int k = 0; ; k++) {
      a.apply(x, work);
      for (int i = 0; i < b.length; i++) {
        work[i] = b[i] - work[i];
      }
      double residual = Vectors.norm(work);
      if (residual <= target) {
        return new LinearResult(Status.CONVERGED, k, residual);
      }
      if (!(residual < 1e150)) {
        return new LinearResult(Status.DIVERGED, k, residual);
      }
      if (k >= maxIterations) {
        return new LinearResult(Status.MAX_ITERATIONS, k, residual);
      }
      if (affordable < Integer.MAX_VALUE
          && k >= SHORT
          && k + left(residual / window[(k - SHORT) % WINDOW], residual, target) > affordable) {
        return new LinearResult(Status.STAGNATED, k, residual);
      }
      double earlier = window[k % WINDOW];
      window[k % WINDOW] = residual;
      if (k >= 20 && residual > worst * earlier) {
        return new LinearResult(Status.STAGNATED, k, residual);
      }
      Vectors.add(x, 1, work);
    }
  }

  /** How many more iterations it takes, when so many shrank the residual by such a factor. */
  private static double left(double factor, double residual, double target) {
    return factor < 1
        ? SHORT * Math.log(residual / target) / -Math.log(factor)
        : Double.POSITIVE_INFINITY;
  }
}
