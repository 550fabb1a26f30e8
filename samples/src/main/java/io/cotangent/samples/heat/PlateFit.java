package io.cotangent.samples.heat;

import io.cotangent.implicit.Lbfgs;
import io.cotangent.implicit.Solved;
import io.cotangent.implicit.SolverOptions;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;

/** A plate with three experiments on it, and the conductivity that explains their temperatures. */
final class PlateFit {
  private static final double SIZE = 2;

  final int n;
  final double[] truth;
  final double[][] sources;
  final double[][] measured;
  private final double noise;

  PlateFit(int n) {
    this.n = n;
    truth = truth(n);
    sources = sources(n);
    measured = new double[sources.length][];
    double largest = 0;
    for (int e = 0; e < sources.length; e++) {
      measured[e] = PlateBalanceRoot.solve(new double[n * n], truth, sources[e], n);
      for (double u : measured[e]) {
        largest = Math.max(largest, u);
      }
    }
    noise = 0.005 * largest;
    Random random = new Random(1);
    for (double[] field : measured) {
      for (int k = 0; k < field.length; k++) {
        field[k] += noise * random.nextGaussian();
      }
    }
  }

  /** The logarithm of the conductivity: a good conductor and a bad one, with soft edges. */
  private static double[] truth(int n) {
    double[] field = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double x = (j + 0.5) / n;
        double y = (i + 0.5) / n;
        double good = 0.17 - Math.hypot(x - 0.32, y - 0.35);
        double bad = 0.15 - Math.hypot((x - 0.68) / 1.4, y - 0.64);
        field[i * n + j] = 1.1 / (1 + Math.exp(-30 * good)) - 1.1 / (1 + Math.exp(-30 * bad));
      }
    }
    return field;
  }

  /** Heat along the left edge, along the upper one, and everywhere. */
  private static double[][] sources(int n) {
    double[][] sources = new double[3][n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sources[0][i * n + j] = 20 * Math.exp(-8 * (j + 0.5) / n) / (n * n);
        sources[1][i * n + j] = 20 * Math.exp(-8 * (i + 0.5) / n) / (n * n);
        sources[2][i * n + j] = 8.0 / (n * n);
      }
    }
    return sources;
  }

  /** Searches by the limited-memory BFGS method on generated gradients. */
  Solved search(PrintStream out, int iterations) {
    double[] start = new double[n * n];
    double[][] starts = new double[sources.length][n * n];
    return Lbfgs.solve(
        PlateMisfitDerivatives.function(start, sources, measured, starts, noise, SIZE, n)
            ::valueAndGradient,
        start,
        new SolverOptions(
            1,
            false,
            iterations,
            (k, gradient, step) -> {
              if (k % 10 == 0) {
                out.printf(Locale.ROOT, "iteration %2d: gradient %9.3f%n", k, gradient);
              }
            }));
  }

  /** Half the squares at a point of the search. */
  double misfit(double[] w) {
    double[][] starts = new double[sources.length][n * n];
    return Plate.misfit(w, sources, measured, starts, noise, SIZE, n);
  }

  /** The gradient at a point of the search. */
  double[] gradient(double[] w) {
    double[][] starts = new double[sources.length][n * n];
    return PlateMisfitDerivatives.gradient(w, sources, measured, starts, noise, SIZE, n);
  }

  double[] field(double[] w) {
    return Plate.blurred(w, SIZE, n);
  }

  /** The norm of a field's error over the truth's norm. */
  double error(double[] field) {
    double above = 0;
    double below = 0;
    for (int k = 0; k < truth.length; k++) {
      above += (field[k] - truth[k]) * (field[k] - truth[k]);
      below += truth[k] * truth[k];
    }
    return Math.sqrt(above / below);
  }
}
