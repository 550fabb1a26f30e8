package io.cotangent.benchmarks.objective;

import io.cotangent.Differentiable;

/** A binary tree over numbers, evaluated recursively. */
public final class Tree {
  private Tree() {}

  /** The value at the root over all leaves. */
  @Differentiable(name = "TreeDerivatives")
  public static double value(double[] leaves) {
    return node(leaves, 0, leaves.length);
  }

  private static double node(double[] leaves, int from, int to) {
    if (to - from == 1) {
      return leaves[from];
    }
    int middle = (from + to) >>> 1;
    double left = node(leaves, from, middle);
    double right = node(leaves, middle, to);
    return left * right / (1 + left * left) + Math.sin(right);
  }
}
