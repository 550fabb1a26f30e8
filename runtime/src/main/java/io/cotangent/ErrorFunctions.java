package io.cotangent;

/**
 * The error function and the normal distribution.
 *
 * <p>In the middle erf is {@code x + x R(x^2)}; everywhere else the functions are {@code exp(-x^2)}
 * or {@code exp(-x^2/2)} times a rational function, as in W. J. Cody, "Rational Chebyshev
 * approximation for the error function", Math. Comp. 23 (1969). What is fitted in the tails is the
 * factor's reciprocal less its asymptote, so that rounding in the polynomials fades where their
 * terms are many. The fits are our own, in 80-digit arithmetic, and off by less than 5e-17. The
 * exponent's square is taken exactly (T. J. Dekker, "A floating-point technique for extending the
 * available precision", Numer. Math. 18 (1971)), without which the tails would lose three digits.
 */
final class ErrorFunctions {
  /** Below this erfc is at least one half, so that 1 - erf loses nothing. */
  private static final double ERFC_SMALL = 0.46875;

  /** Below this erf is not taken from erfc. */
  private static final double ERF_SMALL = 0.84;

  /** Beyond this erfc is less than half the least subnormal number. */
  private static final double ERFC_END = 27.4;

  /** Beyond this the normal cdf and density are less than half the least subnormal number. */
  private static final double NORMAL_END = 38.7;

  private static final double ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;

  private static final double SQRT_PI = 1.772453850905516;
  private static final double SQRT_TWO_PI = 2.5066282746310007;

  /** Clears the lower 27 bits of a significand: the square of what is left is exact. */
  private static final long UPPER_HALF = -1L << 27;

  private ErrorFunctions() {}

  static double erf(double x) {
    double a = Math.abs(x);
    if (a < ERF_SMALL) {
      return x + x * smallErf(x * x);
    }
    if (!(a < 6)) {
      return Double.isNaN(x) ? x : Math.copySign(1, x);
    }
    double upper = timesScaledErfc(expMinusSquare(a), a);
    return x > 0 ? 1 - upper : upper - 1;
  }

  static double erfc(double x) {
    double a = Math.abs(x);
    if (a < ERFC_SMALL) {
      return 1 - (x + x * smallErf(x * x));
    }
    if (!(a < ERFC_END)) {
      return Double.isNaN(x) ? x : x > 0 ? 0 : 2;
    }
    double upper = timesScaledErfc(expMinusSquare(a), a);
    return x > 0 ? upper : 2 - upper;
  }

  static double normalCdf(double x) {
    double a = Math.abs(x);
    if (!(a < NORMAL_END)) {
      return Double.isNaN(x) ? x : x < 0 ? 0 : 1;
    }
    double lower = timesScaledTail(expMinusHalfSquare(a), a);
    return x > 0 ? 1 - lower : lower;
  }

  static double normalPdf(double x) {
    double a = Math.abs(x);
    if (!(a < NORMAL_END)) {
      return Double.isNaN(x) ? x : 0;
    }
    return expMinusHalfSquare(a) * ONE_OVER_SQRT_TWO_PI;
  }

  /** {@code exp(-x^2)}, where the rounding error of the square counts. */
  private static double expMinusSquare(double x) {
    double square = x * x;
    double e = Math.exp(-square);
    return e - e * squareError(x, square);
  }

  /** {@code exp(-x^2/2)}, where the rounding error of the square counts. */
  private static double expMinusHalfSquare(double x) {
    double square = x * x;
    double e = Math.exp(-0.5 * square);
    return e - e * (0.5 * squareError(x, square));
  }

  /** {@code x^2 - square}, exact but for underflow. */
  private static double squareError(double x, double square) {
    double high = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & UPPER_HALF);
    double low = x - high;
    return ((high * high - square) + 2 * high * low) + low * low;
  }

  /** {@code erf(sqrt z) / sqrt z - 1} for z in [0, 0.73]. */
  private static double smallErf(double z) {
    double p =
        0.12837916709551256
            + z
                * (-0.3249815785023281
                    + z
                        * (-0.028635108716569834
                            + z * (-0.005783567383481487 + z * -2.6097359683701278e-05)));
    double q =
        1.0
            + z
                * (0.39838870812626476
                    + z
                        * (0.0652090287073575
                            + z
                                * (0.005110547991644797
                                    + z * (0.00013448487022263756 + z * -3.929379700757075e-06))));
    return p / q;
  }

  /** {@code e exp(x^2) erfc(x)} for x in [0.46, 27.4]. */
  private static double timesScaledErfc(double e, double x) {
    double z = x * x;
    double pEven =
        0.9999999999777653
            + z
                * (1.7812660311571085
                    + z
                        * (0.477031586352998
                            + z * (0.034951173416719175 + z * 0.0006028920303474807)));
    double pOdd =
        1.8755995857340266
            + z
                * (1.096764942922713
                    + z
                        * (0.1512453227904625
                            + z * (0.005703114432524412 + z * 3.227341976632188e-05)));
    double qEven =
        1.0
            + z
                * (3.1308848969520082
                    + z
                        * (1.3987676416006218
                            + z
                                * (0.17704272347104058
                                    + z * (0.0064716921689812485 + z * 3.641665451538193e-05))));
    double qOdd =
        2.5196742692130023
            + z
                * (2.492622562171974
                    + z
                        * (0.576690209090888
                            + z * (0.04011846670288053 + z * 0.0006802908070336548)));
    double q = qEven + x * qOdd;
    return e * q / (SQRT_PI * x * q + (pEven + x * pOdd));
  }

  /** {@code e exp(x^2/2) normalCdf(-x)} for x in [0, 38.7]. */
  private static double timesScaledTail(double e, double x) {
    double z = x * x;
    double pEven =
        2.0
            + z
                * (1.9560569208924123
                    + z
                        * (0.29528045966641936
                            + z
                                * (0.013098475730438505
                                    + z * (0.00016897245132269152 + z * 3.21266041487454e-07))));
    double pOdd =
        2.7763727184192954
            + z
                * (0.8993572499578489
                    + z
                        * (0.07187244611625766
                            + z * (0.0017654001599416308 + z * 1.0446807244673069e-05)));
    double qEven =
        1.0
            + z
                * (1.6810459129365507
                    + z
                        * (0.412086956450447
                            + z
                                * (0.03005653720057361
                                    + z * (0.0007126281118510735 + z * 4.167673105077967e-06))));
    double qOdd =
        1.8436159357222832
            + z
                * (0.9873762167958519
                    + z
                        * (0.12785184779105566
                            + z
                                * (0.005359587285221093
                                    + z * (6.766658827105588e-05 + z * 1.281666072068182e-07))));
    double q = qEven + x * qOdd;
    return e * q / (SQRT_TWO_PI * x * q + (pEven + x * pOdd));
  }
}
