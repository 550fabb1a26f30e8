package io.cotangent.samples.inverse;

import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/**
 * What somebody wants, from what they do: rewards of a small world in which each act leads to a
 * neighbouring place of a ring or stays, under which the acts that were seen are the likeliest. The
 * values of the places are unknowns as the rewards are, and Bellman's equation is a constraint.
 */
final class Apprentice {
  static final int PLACES = 6;
  static final double DISCOUNT = 0.8;

  private Apprentice() {}

  /** Where an act leads: left, nowhere, right. */
  static int next(int place, int act) {
    return (place + act - 1 + PLACES) % PLACES;
  }

  private static double[] worths(double[] values, int place, double reward) {
    double[] worths = new double[3];
    for (int act = 0; act < 3; act++) {
      worths[act] = reward + DISCOUNT * values[next(place, act)];
    }
    return worths;
  }

  /** Bellman's equation of one who prefers better acts, but not always: rewards, then values. */
  @Differentiable
  static double[] bellman(double[] rewardsAndValues) {
    double[] values = new double[PLACES];
    for (int s = 0; s < PLACES; s++) {
      values[s] = rewardsAndValues[PLACES + s];
    }
    double[] rest = new double[PLACES];
    for (int s = 0; s < PLACES; s++) {
      rest[s] = values[s] - SpecialMath.logSumExp(worths(values, s, rewardsAndValues[s]));
    }
    return rest;
  }

  /** Minus the logarithm of how likely the acts are, with a ridge on the rewards. */
  @Differentiable(wrt = "rewardsAndValues", order = 2)
  static double unlikely(double[] rewardsAndValues, double[][] seen) {
    double[] values = new double[PLACES];
    double sum = 0;
    for (int s = 0; s < PLACES; s++) {
      values[s] = rewardsAndValues[PLACES + s];
      sum += 0.025 * rewardsAndValues[s] * rewardsAndValues[s];
    }
    for (int s = 0; s < PLACES; s++) {
      double[] worths = worths(values, s, 0);
      double total = SpecialMath.logSumExp(worths);
      for (int act = 0; act < 3; act++) {
        sum -= seen[s][act] * (worths[act] - total);
      }
    }
    return sum;
  }
}
