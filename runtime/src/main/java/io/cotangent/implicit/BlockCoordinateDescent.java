package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Block coordinate descent: a gradient step, projected or proximal where there is such a step, in
 * one block of the unknowns after another, each with a step length of its own found by halving. The
 * step has to treat the blocks by themselves; where it does not, the search ends as stagnated.
 */
public final class BlockCoordinateDescent {
  private final Objective objective;
  private final Step step;
  private final double[] x;
  private final double[] gradient;
  private final double[] trial;
  private final double[] moved;
  private final double[] trialGradient;
  private double value;

  /** A projection, or a proximal step of some length. */
  interface Step {
    /** Overwrites {@code out} with the step from {@code y}. */
    void apply(double[] y, double length, double[] out);
  }

  private BlockCoordinateDescent(Objective objective, Step step, double[] start) {
    this.objective = objective;
    this.step = step;
    int n = start.length;
    x = new double[n];
    gradient = new double[n];
    trial = new double[n];
    moved = new double[n];
    trialGradient = new double[n];
    step.apply(start, 1, x);
    value = objective.valueAndGradient(x, gradient);
  }

  /**
   * Iterates until the residual is small.
   *
   * @param objective what is minimised, or the smooth part of it
   * @param step the projection or proximal step
   * @param residual what vanishes at the minimum
   * @param start where to start; left as it is
   * @param blocks how many blocks of the same length there are
   * @param options what ends it; an iteration goes once through all blocks
   * @return the last iterate
   */
  static Solved solve(
      Objective objective,
      Step step,
      VectorMap residual,
      double[] start,
      int blocks,
      SolverOptions options) {
    if (blocks < 1 || start.length % blocks != 0) {
      throw new IllegalArgumentException(
          blocks + " blocks of " + start.length + " numbers differ in length");
    }
    return new BlockCoordinateDescent(objective, step, start).run(residual, blocks, options);
  }

  private Solved run(VectorMap residual, int blocks, SolverOptions options) {
    double[] rest = new double[x.length];
    double[] before = new double[x.length];
    double[] lengths = new double[blocks];
    Arrays.fill(lengths, 1);
    for (int k = 0; ; k++) {
      residual.apply(x, rest);
      double norm = Vectors.norm(rest);
      if (options.accepts(norm, x)) {
        return new Solved(x, Status.CONVERGED, k, norm);
      }
      if (!Double.isFinite(norm) || !Double.isFinite(value)) {
        return new Solved(x, Status.DIVERGED, k, norm);
      }
      if (k >= options.maxIterations()) {
        return new Solved(x, Status.MAX_ITERATIONS, k, norm);
      }
      Vectors.copy(x, before);
      for (int b = 0; b < blocks; b++) {
        lengths[b] = descend(b * (x.length / blocks), x.length / blocks, 2 * lengths[b]);
      }
      Vectors.add(before, -1, x);
      double change = Vectors.norm(before);
      if (change == 0) {
        return new Solved(x, Status.STAGNATED, k, norm);
      }
      options.listener().iteration(k + 1, norm, change);
    }
  }

  /** Moves one block; the length of the step that was taken. */
  private double descend(int from, int count, double longest) {
    double length = longest;
    while (length > 1e-18) {
      Vectors.copy(x, trial);
      for (int i = from; i < from + count; i++) {
        trial[i] -= length * gradient[i];
      }
      step.apply(trial, length, moved);
      Vectors.copy(x, trial);
      System.arraycopy(moved, from, trial, from, count);
      double linear = 0;
      double square = 0;
      for (int i = from; i < from + count; i++) {
        double change = trial[i] - x[i];
        linear += gradient[i] * change;
        square += change * change;
      }
      if (square == 0) {
        return length;
      }
      double reached = objective.valueAndGradient(trial, trialGradient);
      // Near the end the values' differences are lost in rounding; the gradients' are not.
      double curvature = 0;
      for (int i = from; i < from + count; i++) {
        curvature += (trialGradient[i] - gradient[i]) * (trial[i] - x[i]);
      }
      boolean lost = Math.abs(reached - value) <= 1e-10 * Math.abs(value);
      if (lost ? curvature <= square / length : reached <= value + linear + square / (2 * length)) {
        Vectors.copy(trial, x);
        Vectors.copy(trialGradient, gradient);
        value = reached;
        return length;
      }
      length /= 2;
    }
    return length;
  }
}
