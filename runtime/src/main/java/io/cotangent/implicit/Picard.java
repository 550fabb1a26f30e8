package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/** Plain iteration {@code x <- f(x)}. */
public final class Picard {
  private Picard() {}

  /**
   * Iterates until the residual {@code f(x) - x} is small.
   *
   * @param f the map
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate whose residual is known
   */
  public static Solved solve(VectorMap f, double[] start, SolverOptions options) {
    return solve(f, start, options, Double.POSITIVE_INFINITY);
  }

  /**
   * The same, but also ended when, after the first 10, the residuals shrink by a worse factor.
   *
   * @param f the map
   * @param start where to start
   * @param options what ends it
   * @param slowest the factor per iteration, over a window of 5, at which it gives up as stagnated
   * @return the last iterate whose residual is known
   */
  static Solved solve(VectorMap f, double[] start, SolverOptions options, double slowest) {
    double[] x = start.clone();
    double[] next = new double[x.length];
    double[] window = new double[5];
    int k = 0;
    while (true) {
      f.apply(x, next);
      double residual = distance(x, next);
      if (options.accepts(residual, x)) {
        return new Solved(x, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual)) {
        return new Solved(x, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(x, Status.MAX_ITERATIONS, k, residual);
      }
      double earlier = window[k % window.length];
      window[k % window.length] = residual;
      if (k >= 10 && residual > Math.pow(slowest, window.length) * earlier) {
        return new Solved(x, Status.STAGNATED, k, residual);
      }
      double[] spare = x;
      x = next;
      next = spare;
      k++;
      options.listener().iteration(k, residual, residual);
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    if (sum < Double.POSITIVE_INFINITY && sum > 1e-280) {
      return Math.sqrt(sum);
    }
    double[] difference = b.clone();
    Vectors.add(difference, -1, a);
    return Vectors.norm(difference);
  }
}
