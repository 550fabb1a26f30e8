package io.cotangent.benchmarks.manual;

import io.cotangent.SpecialMath;
import io.cotangent.benchmarks.objective.BlackScholes;

/** Two ways to the gradient of {@link BlackScholes#call} by hand. */
public final class BlackScholesAdjoint {
  private BlackScholesAdjoint() {}

  /**
   * The adjoint of the formula as it is written.
   *
   * @param bars overwritten with the cotangents of spot, strike, rate, volatility and time
   * @return the price
   */
  public static double valueAndGradient(
      double spot, double strike, double rate, double vol, double t, double[] bars) {
    double rootT = Math.sqrt(t);
    double spread = vol * rootT;
    double drift = rate + 0.5 * vol * vol;
    double inverseSpread = 1 / spread;
    double d1 = (Math.log(spot / strike) + drift * t) * inverseSpread;
    double d2 = d1 - spread;
    double cdf1 = SpecialMath.normalCdf(d1);
    double cdf2 = SpecialMath.normalCdf(d2);
    double discount = Math.exp(-rate * t);
    double discounted = strike * discount;

    double d2Bar = -discounted * SpecialMath.normalPdf(d2);
    double d1Bar = spot * SpecialMath.normalPdf(d1) + d2Bar;
    double exponentBar = -discounted * cdf2;
    double numeratorBar = d1Bar * inverseSpread;
    double spreadBar = -d2Bar - numeratorBar * d1;
    bars[0] = cdf1 + numeratorBar / spot;
    bars[1] = -discount * cdf2 - numeratorBar / strike;
    bars[2] = t * (numeratorBar - exponentBar);
    bars[3] = spreadBar * rootT + numeratorBar * vol * t;
    bars[4] = numeratorBar * drift - exponentBar * rate + spreadBar * vol * 0.5 / rootT;
    return spot * cdf1 - discounted * cdf2;
  }

  /**
   * The textbook's formulas, which know that {@code spot pdf(d1) = strike exp(-rate t) pdf(d2)}.
   */
  public static double valueAndGreeks(
      double spot, double strike, double rate, double vol, double t, double[] greeks) {
    double rootT = Math.sqrt(t);
    double spread = vol * rootT;
    double d1 = (Math.log(spot / strike) + (rate + 0.5 * vol * vol) * t) / spread;
    double cdf1 = SpecialMath.normalCdf(d1);
    double cdf2 = SpecialMath.normalCdf(d1 - spread);
    double discount = Math.exp(-rate * t);
    double discounted = strike * discount * cdf2;
    double density = spot * SpecialMath.normalPdf(d1);
    greeks[0] = cdf1;
    greeks[1] = -discount * cdf2;
    greeks[2] = t * discounted;
    greeks[3] = density * rootT;
    greeks[4] = density * vol / (2 * rootT) + rate * discounted;
    return spot * cdf1 - discounted;
  }
}
