package io.cotangent;

/**
 * The logarithm of |gamma| for arguments in (-35, -0.5], where it has zeros between the poles.
 *
 * <p>The reciprocal gamma function is entire; its Taylor coefficients at 1 (J. W. Wrench,
 * "Concerning two series for the gamma function", Math. Comp. 22 (1968); computed anew to 40
 * digits) and the recurrence give it in double-double arithmetic (T. J. Dekker, Numer. Math. 18
 * (1971)), so that its distance from one, and with it the logarithm, keeps a double's accuracy even
 * for the doubles next to a zero.
 */
final class NegativeLogGamma {
  /** Taylor coefficients of 1 / gamma(1 + z), the upper halves. */
  private static final double[] UPPER = {
    1.0,
    0.5772156649015329,
    -0.6558780715202539,
    -0.04200263503409524,
    0.16653861138229148,
    -0.04219773455554433,
    -0.009621971527876973,
    0.0072189432466631,
    -0.0011651675918590652,
    -0.00021524167411495098,
    0.0001280502823881162,
    -2.013485478078824e-05,
    -1.2504934821426706e-06,
    1.133027231981696e-06,
    -2.056338416977607e-07,
    6.116095104481416e-09,
    5.002007644469223e-09,
    -1.18127457048702e-09,
    1.0434267116911005e-10,
    7.782263439905071e-12,
    -3.696805618642206e-12,
    5.100370287454476e-13,
    -2.0583260535665066e-14,
    -5.348122539423018e-15,
    1.2267786282382608e-15,
    -1.1812593016974588e-16,
    1.1866922547516004e-18,
    1.4123806553180319e-18,
    -2.29874568443537e-19,
    1.7144063219273374e-20,
    1.337351730493693e-22,
    -2.0542335517666728e-22,
    2.736030048608e-23,
    -1.7323564459105165e-24
  };

  /** What the upper halves lack; less than 1e-34 of the sum is left out. */
  private static final double[] LOWER = {
    0.0,
    -4.942915152430645e-18,
    2.137185197068536e-17,
    1.4920306285650505e-18,
    1.0189144546842026e-17,
    -3.3579992682480134e-18,
    -5.300031368830263e-19,
    -3.6006537063394283e-19,
    5.659947853880981e-20,
    2.3758686180729364e-21,
    -9.359124499198967e-21,
    3.0488773972037385e-23,
    -2.66214092271898e-23,
    -4.622235212104869e-23,
    -3.0061601618645134e-24,
    -2.693458298171306e-25,
    -1.538123614056751e-26,
    -1.0052356155716208e-25,
    -2.9298419956825035e-27,
    4.397255556595848e-28,
    2.7050034921703885e-28
  };

  private NegativeLogGamma() {}

  static double at(double x) {
    int pole = (int) Math.rint(-x);
    double y = x + pole;
    if (y == 0) {
      return Double.POSITIVE_INFINITY;
    }
    DoubleDouble reciprocal = reciprocalGamma(y);
    for (int k = 0; k <= pole; k++) {
      reciprocal = reciprocal.times(y - k);
    }
    double high = Math.abs(reciprocal.high());
    double low = Math.copySign(1, reciprocal.high()) * reciprocal.low();
    double distance = (high - 1) + low;
    return Math.abs(distance) < 0.25 ? -Math.log1p(distance) : -(Math.log(high) + low / high);
  }

  /** {@code 1 / gamma(1 + y)} for y in [-0.5, 0.5]. */
  private static DoubleDouble reciprocalGamma(double y) {
    DoubleDouble sum = new DoubleDouble(0, 0);
    for (int i = UPPER.length - 1; i >= 0; i--) {
      double lower = i < LOWER.length ? LOWER[i] : 0;
      sum = sum.times(y).plus(UPPER[i], lower);
    }
    return sum;
  }

  /** An unevaluated sum of two doubles. */
  private record DoubleDouble(double high, double low) {
    DoubleDouble times(double factor) {
      double product = high * factor;
      double error = Math.fma(high, factor, -product) + low * factor;
      return normal(product, error);
    }

    DoubleDouble plus(double otherHigh, double otherLow) {
      double sum = high + otherHigh;
      double part = sum - high;
      double error = (high - (sum - part)) + (otherHigh - part);
      return normal(sum, error + (low + otherLow));
    }

    private static DoubleDouble normal(double high, double low) {
      double sum = high + low;
      return new DoubleDouble(sum, low - (sum - high));
    }
  }
}
