package io.cotangent.benchmarks.objective;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.SpecialMath;

/** The price of a European call on a stock without dividends (Black and Scholes, 1973). */
public final class BlackScholes {
  private BlackScholes() {}

  /**
   * Returns the call's price.
   *
   * @param spot the stock's price
   * @param strike the price agreed on
   * @param rate the interest rate, continuously compounded
   * @param vol the volatility of the stock's logarithm, per square root of a year
   * @param t the time to expiry in years
   */
  @Differentiable(name = "BlackScholesDerivatives")
  @Batched(
      over = {"spot", "strike", "rate", "vol", "t"},
      name = "BlackScholesBatch")
  public static double call(double spot, double strike, double rate, double vol, double t) {
    double spread = vol * Math.sqrt(t);
    double d1 = (Math.log(spot / strike) + (rate + 0.5 * vol * vol) * t) / spread;
    double d2 = d1 - spread;
    return spot * SpecialMath.normalCdf(d1)
        - strike * Math.exp(-rate * t) * SpecialMath.normalCdf(d2);
  }
}
