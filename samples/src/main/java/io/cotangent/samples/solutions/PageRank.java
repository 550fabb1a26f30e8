package io.cotangent.samples.solutions;

import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;

/** The ranks of pages that link to one another, as a fixed point. */
final class PageRank {
  private PageRank() {}

  /**
   * One step of the walk: with the probability {@code damping} along a link, in proportion to the
   * links' weights, else to any page.
   */
  @FixedPoint(state = "rank")
  static double[] walk(double[] rank, double[][] links, double damping) {
    int n = rank.length;
    double[] next = new double[n];
    for (int from = 0; from < n; from++) {
      double total = 0;
      for (double weight : links[from]) {
        total += weight;
      }
      for (int to = 0; to < n; to++) {
        next[to] += damping * rank[from] * links[from][to] / total;
      }
    }
    for (int to = 0; to < n; to++) {
      next[to] += (1 - damping) / n;
    }
    return next;
  }

  /** The rank of one page. */
  @Differentiable(wrt = {"links", "damping"})
  static double of(int page, double[][] links, double damping) {
    double[] even = new double[links.length];
    for (int i = 0; i < even.length; i++) {
      even[i] = 1.0 / even.length;
    }
    return PageRankWalkFixedPoint.solve(even, links, damping)[page];
  }
}
