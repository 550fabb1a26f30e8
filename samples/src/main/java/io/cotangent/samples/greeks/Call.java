package io.cotangent.samples.greeks;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.Root;
import io.cotangent.SpecialMath;

/** A European call after Black and Scholes, and the volatility that its price implies. */
final class Call {
  private Call() {}

  @Differentiable
  @Batched(
      over = {"spot", "strike", "rate", "vol", "years"},
      gpu = true)
  static double price(double spot, double strike, double rate, double vol, double years) {
    double spread = vol * Math.sqrt(years);
    double d1 = (Math.log(spot / strike) + (rate + vol * vol / 2) * years) / spread;
    double cash = strike * Math.exp(-rate * years);
    return spot * SpecialMath.normalCdf(d1) - cash * SpecialMath.normalCdf(d1 - spread);
  }

  /** Zero where {@code vol} is the volatility that {@code paid} implies. */
  @Root(unknown = "vol")
  @Batched(over = {"vol", "paid", "spot", "strike", "years"})
  static double tooMuch(
      double vol, double paid, double spot, double strike, double rate, double years) {
    return price(spot, strike, rate, vol, years) - paid;
  }
}
