package io.cotangent.implicit;

import io.cotangent.linear.Vectors;

/**
 * A search along a descent direction for a point with the weak Wolfe conditions, or, where rounding
 * hides the decrease, their approximate form (Hager and Zhang 2005). It holds the current point.
 */
final class LineSearch {
  private final Objective objective;
  double[] x;
  double[] gradient;
  double value;
  private double[] trial;
  private double[] trialGradient;

  LineSearch(Objective objective, double[] start) {
    this.objective = objective;
    x = start.clone();
    gradient = new double[x.length];
    trial = new double[x.length];
    trialGradient = new double[x.length];
    value = objective.valueAndGradient(x, gradient);
  }

  /**
   * Moves along {@code direction}.
   *
   * @return the step's factor, or 0 where no better point was found
   */
  double move(double[] direction, double first) {
    double slope = Vectors.dot(gradient, direction);
    if (!(slope < 0)) {
      return 0;
    }
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double t = first;
    double slack = 1e-14 * Math.abs(value);
    for (int k = 0; k < 60; k++) {
      double reached = at(direction, t);
      double there = Vectors.dot(trialGradient, direction);
      boolean decreases =
          reached <= value + 1e-4 * t * slope || reached <= value + slack && there <= -0.8 * slope;
      if (!decreases || !Double.isFinite(reached) || Double.isNaN(there)) {
        high = t;
      } else if (there < 0.9 * slope) {
        low = t;
      } else {
        return accept(reached, t);
      }
      t = Double.isInfinite(high) ? 2 * t : 0.5 * (low + high);
    }
    return low > 0 ? accept(at(direction, low), low) : 0;
  }

  private double at(double[] direction, double t) {
    for (int i = 0; i < x.length; i++) {
      trial[i] = x[i] + t * direction[i];
    }
    return objective.valueAndGradient(trial, trialGradient);
  }

  private double accept(double reached, double t) {
    double[] spare = x;
    x = trial;
    trial = spare;
    spare = gradient;
    gradient = trialGradient;
    trialGradient = spare;
    value = reached;
    return t;
  }
}
