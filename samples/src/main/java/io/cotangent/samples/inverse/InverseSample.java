package io.cotangent.samples.inverse;

import io.cotangent.implicit.CompetitiveGradient;
import io.cotangent.implicit.SolverOptions;
import java.io.PrintStream;
import java.util.Locale;

/** Points moved onto others, a surface of volatilities fitted, rewards found from acts. */
public final class InverseSample {
  private InverseSample() {}

  public static void main(String[] args) {
    run(System.out);
  }

  /** Prints what is found, and how. */
  public static void run(PrintStream out) {
    sinkhorn(out);
    volatilities(out);
    apprentice(out);
  }

  /** Points on a line. */
  static double[][] line() {
    double[][] points = new double[12][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {0.1 * i - 0.55, 0.02 * (i % 3)};
    }
    return points;
  }

  /** Points on a circle. */
  static double[][] circle() {
    double[][] points = new double[12][];
    for (int i = 0; i < points.length; i++) {
      double angle = Math.PI * i / 6 + 0.1;
      points[i] = new double[] {Math.cos(angle), Math.sin(angle)};
    }
    return points;
  }

  private static void sinkhorn(PrintStream out) {
    double[][] x = line();
    double[][] y = circle();
    out.println(
        "Sinkhorn: points of a line go to a circle, by descent on what carrying them costs");
    for (int k = 0; k <= 20; k++) {
      double[][] slopes = SinkhornLossDerivatives.gradient(x, y);
      if (k % 5 == 0) {
        out.printf(Locale.ROOT, "step %2d: loss %+.6f%n", k, Sinkhorn.loss(x, y));
      }
      for (int i = 0; i < x.length && k < 20; i++) {
        x[i][0] -= 3 * slopes[i][0];
        x[i][1] -= 3 * slopes[i][1];
      }
    }
    double[] cotangent = new double[x.length];
    cotangent[0] = 1;
    cotangent[1] = -1;
    var adjoint =
        SinkhornRoundFixedPoint.adjoint(new double[x.length], Sinkhorn.cost(x, y), cotangent);
    out.printf(
        "two potentials' difference, their system singular by a number: %s, by %s%n",
        adjoint.status(), adjoint.solver());
  }

  private static void volatilities(PrintStream out) {
    double[] quotes = ImpliedVolatility.quotes();
    double[] start = {-1, -2, -1.8, -1.2, 0};
    var fit = ImpliedVolatilityMissesArgmin.solution(start, quotes);
    out.printf(
        Locale.ROOT,
        "volatilities of %d options by a mixture: %s after %d iterations, off by %.5f on average%n",
        quotes.length,
        fit.status(),
        fit.iterations(),
        Math.sqrt(2 * ImpliedVolatilityMissesArgmin.value(fit.value(), quotes) / quotes.length));
    double[][] slopes = ImpliedVolatilityMissesArgmin.jacobian(fit.value(), quotes);
    out.println("what a point more of each two-year quote does to the calm part's volatility:");
    for (int k = 0; k < 5; k++) {
      double slope = slopes[2][15 + k] * Math.exp(fit.value()[2]);
      out.printf(Locale.ROOT, "%9.4f", slope);
    }
    out.println();
  }

  /** What somebody does who wants to be at place 2, and not at place 5: shares of acts. */
  static double[][] acts() {
    return new double[][] {
      {0.05, 0.15, 0.8},
      {0.05, 0.15, 0.8},
      {0.1, 0.8, 0.1},
      {0.8, 0.15, 0.05},
      {0.8, 0.15, 0.05},
      {0.5, 0.02, 0.48}
    };
  }

  /** The rewards with the values, by steps of the Lagrangian's game. */
  static CompetitiveGradient.Constrained rewards(double[][] seen) {
    double[] start = new double[2 * Apprentice.PLACES];
    return CompetitiveGradient.ecp(
        ApprenticeUnlikelyDerivatives.function(start, seen),
        ApprenticeBellmanDerivatives.function(start),
        start,
        4,
        4,
        new SolverOptions(1e-9, 2000));
  }

  private static void apprentice(PrintStream out) {
    var found = rewards(acts());
    out.printf(
        Locale.ROOT,
        "rewards from acts: %s after %d steps of the Lagrangian's game%n",
        found.status(),
        found.iterations());
    for (int s = 0; s < Apprentice.PLACES; s++) {
      out.printf(Locale.ROOT, "%9.4f", found.x()[s]);
    }
    out.println();
  }
}
