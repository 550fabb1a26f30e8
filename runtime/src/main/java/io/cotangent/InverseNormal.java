package io.cotangent;

/**
 * The inverse of the normal distribution's cdf.
 *
 * <p>The plan is that of M. J. Wichura, "Algorithm AS 241: the percentage points of the normal
 * distribution", Applied Statistics 37 (1988): a rational function of {@code (p - 1/2)^2} in the
 * middle, rational functions of {@code sqrt(-log p)} in the tails. What is fitted here is what the
 * leading terms leave, in 80-digit arithmetic and down to the least subnormal number.
 */
final class InverseNormal {
  /** {@code (x / q - sqrt(2 pi)) / q^2} in 0.425^2 - q^2, where q = p - 1/2 is within 0.425. */
  private static final RationalFunction CENTRAL =
      new RationalFunction(
          new double[] {
            4.874765941399952,
            207.74082145440028,
            3425.4306937095103,
            27656.867951519012,
            114324.72715791385,
            231345.64443844632,
            198995.36347167214,
            51123.4836787058,
            370.5711431057633
          },
          new double[] {
            1.0,
            48.639865718078426,
            944.2079596155558,
            9372.86250547122,
            50749.61845661856,
            148429.21718766933,
            218686.3864296957,
            138778.5417277287,
            26077.45055835369
          });

  /** {@code w - x} in w - 2.25, where w = sqrt(-2 log p) is in [2.25, 7]. */
  private static final RationalFunction NEAR_TAIL =
      new RationalFunction(
          new double[] {
            0.8419592959009244,
            1.0161734140298568,
            0.4708181138262247,
            0.1055001827276938,
            0.011687021152474258,
            0.000566022453576488,
            8.423086575999342e-06,
            6.243601215404509e-09
          },
          new double[] {
            1.0,
            1.4553100682124926,
            0.8466975838222355,
            0.2518012063489368,
            0.04040710633010631,
            0.0033541972368002506,
            0.0001229761640826918,
            1.326147407140903e-06
          });

  /** {@code w - x} in w - 7, where w = sqrt(-2 log p) is in [7, 38.7]. */
  private static final RationalFunction FAR_TAIL =
      new RationalFunction(
          new double[] {
            0.4159967056000293,
            0.23493016558486007,
            0.050155026716750165,
            0.005176155115838026,
            0.00027377379953945927,
            7.271631561192719e-06,
            8.870437631256381e-08,
            4.069921636443733e-10,
            4.2381260652187027e-13
          },
          new double[] {
            1.0,
            0.661339246475293,
            0.17374498323026194,
            0.023399237267728423,
            0.001735896862403188,
            7.099565779620476e-05,
            1.52216041745526e-06,
            1.529775949904808e-08,
            5.746254780753791e-11,
            4.559167807689155e-14
          });

  private static final double SQRT_TWO_PI = 2.5066282746310007;

  private InverseNormal() {}

  static double at(double p) {
    if (!(p > 0 && p < 1)) {
      return p == 0 ? Double.NEGATIVE_INFINITY : p == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double square = q * q;
      return q * SQRT_TWO_PI + q * (square * CENTRAL.at(0.180625 - square));
    }
    double w = Math.sqrt(-2 * Math.log(q < 0 ? p : 1 - p));
    double x = w - (w < 7 ? NEAR_TAIL.at(w - 2.25) : FAR_TAIL.at(w - 7));
    return q < 0 ? -x : x;
  }
}
