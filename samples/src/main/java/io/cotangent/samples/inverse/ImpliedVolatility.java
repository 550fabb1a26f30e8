package io.cotangent.samples.inverse;

import io.cotangent.Argmin;
import io.cotangent.Root;
import io.cotangent.Solver;
import io.cotangent.SpecialMath;

/**
 * A surface of implied volatilities, and the mixture of two lognormal prices that comes nearest to
 * it: a root for every quote inside of a least-squares fit.
 */
final class ImpliedVolatility {
  /** Strikes over the forward price, and years. */
  static final double[] STRIKES = {0.8, 0.9, 1.0, 1.1, 1.2};

  static final double[] YEARS = {0.25, 0.5, 1, 2};

  private ImpliedVolatility() {}

  /** A call's price over the forward price, for a forward of {@code forward} and no interest. */
  static double call(double volatility, double forward, double strike, double years) {
    double deviation = volatility * Math.sqrt(years);
    double d1 = Math.log(forward / strike) / deviation + deviation / 2;
    return forward * SpecialMath.normalCdf(d1) - strike * SpecialMath.normalCdf(d1 - deviation);
  }

  /** What Black's formula gives too much, the unknown the volatility. */
  @Root(
      unknown = "volatility",
      lower = "low",
      upper = "high",
      solver = Solver.CHANDRUPATLA,
      tolerance = 1e-14)
  static double excess(
      double volatility, double price, double strike, double years, double low, double high) {
    return call(volatility, 1, strike, years) - price;
  }

  /** The mixture's price: weight and forward of the first part, then its volatility and growth. */
  static double mixture(double[] p, double strike, double years) {
    double weight = 1 / (1 + Math.exp(-p[0]));
    double first = Math.exp(-Math.exp(p[1]) * Math.sqrt(years));
    double second = (1 - weight * first) / (1 - weight);
    double calm = Math.exp(p[2] + p[4] * Math.log(years));
    double wild = Math.exp(p[3] + p[4] * Math.log(years));
    return weight * call(wild, first, strike, years)
        + (1 - weight) * call(calm, second, strike, years);
  }

  /** The model's implied volatilities less the quoted ones, a year after the other. */
  @Argmin(unknown = "p", solver = Solver.LEVENBERG_MARQUARDT, tolerance = 1e-10)
  static double[] misses(double[] p, double[] quotes) {
    double[] misses = new double[quotes.length];
    for (int t = 0; t < YEARS.length; t++) {
      for (int k = 0; k < STRIKES.length; k++) {
        double price = mixture(p, STRIKES[k], YEARS[t]);
        double implied =
            ImpliedVolatilityExcessRoot.solve(0.2, price, STRIKES[k], YEARS[t], 1e-3, 5);
        misses[t * STRIKES.length + k] = implied - quotes[t * STRIKES.length + k];
      }
    }
    return misses;
  }

  /** Quotes of an index's options as they often look: a smile that leans and flattens out. */
  static double[] quotes() {
    double[] quotes = new double[YEARS.length * STRIKES.length];
    for (int t = 0; t < YEARS.length; t++) {
      for (int k = 0; k < STRIKES.length; k++) {
        double moneyness = Math.log(STRIKES[k]);
        double flat = Math.pow(YEARS[t], -0.3);
        quotes[t * STRIKES.length + k] =
            0.2 - 0.15 * flat * moneyness + 0.25 * flat * moneyness * moneyness;
      }
    }
    return quotes;
  }
}
