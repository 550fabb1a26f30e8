package io.cotangent.samples.inverse;

import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.SpecialMath;

/** What it costs to carry one cloud of points to another, with an entropy that blurs the plan. */
final class Sinkhorn {
  static final double BLUR = 0.1;

  private Sinkhorn() {}

  /**
   * Potentials of the first cloud, made right for the rows once they are right for the columns. A
   * number can be added to all of them: the system of the derivative is singular, but consistent.
   */
  @FixedPoint(state = "f", tolerance = 1e-11, maxIterations = 10000)
  static double[] round(double[] f, double[][] cost) {
    return other(other(f, cost, true), cost, false);
  }

  /** The potentials of one side that give its sums, from those of the other; all masses equal. */
  static double[] other(double[] potentials, double[][] cost, boolean ofColumns) {
    int n = ofColumns ? cost[0].length : cost.length;
    double[] found = new double[n];
    double[] terms = new double[potentials.length];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < terms.length; i++) {
        double price = ofColumns ? cost[i][j] : cost[j][i];
        terms[i] = (potentials[i] - price) / BLUR - Math.log(terms.length);
      }
      found[j] = -BLUR * SpecialMath.logSumExp(terms);
    }
    return found;
  }

  static double[][] cost(double[][] x, double[][] y) {
    double[][] cost = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        double across = x[i][0] - y[j][0];
        double up = x[i][1] - y[j][1];
        cost[i][j] = across * across + up * up;
      }
    }
    return cost;
  }

  /**
   * The loss, by the places of the points that move. It is largest in the potentials: what they add
   * to its derivative is rounding, and counts as such.
   */
  @Differentiable(wrt = "x")
  static double loss(double[][] x, double[][] y) {
    double[][] cost = cost(x, y);
    double[] f = SinkhornRoundFixedPoint.solve(new double[x.length], cost);
    double[] g = other(f, cost, true);
    double sum = 0;
    for (double potential : f) {
      sum += potential / f.length;
    }
    for (double potential : g) {
      sum += potential / g.length;
    }
    return sum;
  }

  /** The sharp cost of the blurred plan, of which the potentials' derivatives are a part. */
  @Differentiable(wrt = "x")
  static double sharp(double[][] x, double[][] y) {
    double[][] cost = cost(x, y);
    double[] f = SinkhornRoundFixedPoint.solve(new double[x.length], cost);
    double[] g = other(f, cost, true);
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      for (int j = 0; j < g.length; j++) {
        double share = Math.exp((f[i] + g[j] - cost[i][j]) / BLUR) / (f.length * g.length);
        sum += share * cost[i][j];
      }
    }
    return sum;
  }
}
