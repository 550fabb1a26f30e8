package io.cotangent.samples.hare;

import io.cotangent.Differentiable;
import io.cotangent.Ode;
import io.cotangent.ode.OdeOptions;

/**
 * Lotka and Volterra's equations: hares {@code h' = αh − βhl}, lynx {@code l' = δhl − γl}.
 * Everything unknown is positive, and stands in one array by its logarithm: α, β, γ, δ, hares and
 * lynx in the first year.
 */
final class HareAndLynx {
  static final int UNKNOWNS = 6;

  static final OdeOptions FINE = OdeOptions.DEFAULT.withTolerances(1e-11, 1e-11);

  private HareAndLynx() {}

  private static void rate(double t, double[] y, double[] p, double[] out) {
    out[0] = p[0] * y[0] - p[1] * y[0] * y[1];
    out[1] = p[3] * y[0] * y[1] - p[2] * y[1];
  }

  /** The logarithms of hares and lynx in turn, year by year. */
  @Differentiable(wrt = "logs")
  static double[] logPelts(double[] logs, double[] years) {
    double[] rates = new double[4];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = Math.exp(logs[i]);
    }
    double[] first = {Math.exp(logs[4]), Math.exp(logs[5])};
    double[][] pelts = Ode.solve(HareAndLynx::rate, first, years, rates, FINE);
    double[] out = new double[2 * years.length];
    for (int i = 0; i < years.length; i++) {
      out[2 * i] = Math.log(pelts[i][0]);
      out[2 * i + 1] = Math.log(pelts[i][1]);
    }
    return out;
  }
}
