package io.cotangent.samples.options;

import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** The value of a book of European options by Black, Scholes and Merton. */
final class OptionBook {

  private OptionBook() {}

  /**
   * What the book is worth today.
   *
   * @param spot the price of each underlying
   * @param volatility the volatility of each underlying, per square root of a year
   * @param rate the interest rate, continuously compounded
   * @param today the date of valuation, in years
   * @param dividend the dividend yield of each underlying
   * @param underlying for each position, the number of its underlying
   * @param call for each position, whether it is a call (else a put)
   * @param strike for each position, its strike
   * @param expiry for each position, its date of expiry in years
   * @param quantity for each position, how many options are held (negative: written)
   */
  @Differentiable(
      wrt = {"spot", "volatility", "rate", "today"},
      order = 2)
  static double value(
      double[] spot,
      double[] volatility,
      double rate,
      double today,
      double[] dividend,
      int[] underlying,
      boolean[] call,
      double[] strike,
      double[] expiry,
      double[] quantity) {
    double total = 0;
    for (int i = 0; i < quantity.length; i++) {
      int u = underlying[i];
      double time = expiry[i] - today;
      total +=
          quantity[i] * option(call[i], spot[u], volatility[u], rate, dividend[u], strike[i], time);
    }
    return total;
  }

  private static double option(
      boolean call,
      double spot,
      double volatility,
      double rate,
      double dividend,
      double strike,
      double time) {
    double sign = call ? 1 : -1;
    if (time <= 0) {
      return Math.max(sign * (spot - strike), 0);
    }
    double spread = volatility * Math.sqrt(time);
    double forward = spot * Math.exp((rate - dividend) * time);
    double d1 = Math.log(forward / strike) / spread + spread / 2;
    double d2 = d1 - spread;
    double undiscounted =
        forward * SpecialMath.normalCdf(sign * d1) - strike * SpecialMath.normalCdf(sign * d2);
    return sign * Math.exp(-rate * time) * undiscounted;
  }
}
