package io.cotangent;

/**
 * Special functions that {@link Math} lacks, each with a derivative that the processor knows.
 *
 * <p>Error bounds are in units in the last place (ulp) of the exact result for the double given,
 * and hold over the whole range of doubles, results that are subnormal included, unless a method
 * says otherwise. They build on the bounds of {@link Math#exp}, {@link Math#log} and their like (1
 * ulp) and are tested against values tabulated to 40 digits. A NaN argument gives NaN.
 */
public final class SpecialMath {
  private SpecialMath() {}

  /**
   * The error function {@code 2/sqrt(pi)} times the integral of {@code exp(-t^2)} from 0 to x.
   *
   * <p>Within 2 ulp. Odd, also in the sign of zero; {@code erf(Infinity)} is 1. Source: W. J. Cody,
   * Math. Comp. 23 (1969), with coefficients of our own.
   *
   * @param x the argument
   * @return erf x, in [-1, 1]
   */
  public static double erf(double x) {
    return ErrorFunctions.erf(x);
  }

  /**
   * The complementary error function {@code 1 - erf x}, which keeps its relative accuracy down to
   * underflow at x = 27.2.
   *
   * <p>Within 4 ulp. {@code erfc(-Infinity)} is 2, {@code erfc(+Infinity)} is 0. Source: W. J.
   * Cody, Math. Comp. 23 (1969), with coefficients of our own.
   *
   * @param x the argument
   * @return erfc x, in [0, 2]
   */
  public static double erfc(double x) {
    return ErrorFunctions.erfc(x);
  }

  /**
   * The standard normal distribution's cumulative distribution function, which keeps its relative
   * accuracy in the left tail down to underflow at x = -38.5.
   *
   * <p>Within 5 ulp. {@code normalCdf(-Infinity)} is 0, {@code normalCdf(0)} is one half, {@code
   * normalCdf(+Infinity)} is 1. Source: after W. J. Cody, Math. Comp. 23 (1969), fitted anew for
   * this function.
   *
   * @param x the argument, in standard deviations
   * @return the probability of a value up to x
   */
  public static double normalCdf(double x) {
    return ErrorFunctions.normalCdf(x);
  }

  /**
   * The standard normal distribution's density {@code exp(-x^2/2) / sqrt(2 pi)}.
   *
   * <p>Within 3 ulp; 0 at both infinities.
   *
   * @param x the argument, in standard deviations
   * @return the density at x
   */
  public static double normalPdf(double x) {
    return ErrorFunctions.normalPdf(x);
  }

  /**
   * The inverse of {@link #normalCdf}, the standard normal distribution's quantile function.
   *
   * <p>Within 4 ulp. It is {@code -Infinity} at 0, {@code +Infinity} at 1, 0 at one half, and NaN
   * outside [0, 1]. Source: M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988), with
   * coefficients of our own.
   *
   * @param p a probability
   * @return the x with {@code normalCdf(x) = p}
   */
  public static double inverseNormalCdf(double p) {
    return InverseNormal.at(p);
  }

  /**
   * The logarithm of the absolute value of the gamma function.
   *
   * <p>Within 6 ulp, also around its zeros (1, 2 and those between the poles). {@code +Infinity} at
   * 0, at negative integers and at both infinities. Sources: NIST Digital Library of Mathematical
   * Functions 5.11.1 (Stirling) and 5.5.3 (reflection); J. W. Wrench, Math. Comp. 22 (1968).
   *
   * @param x the argument
   * @return {@code log |gamma(x)|}
   */
  public static double lgamma(double x) {
    return LogGamma.at(x);
  }

  /**
   * The derivative of {@link #lgamma}.
   *
   * <p>Within 4 ulp for x at or above 0, also around its zero at 1.46; for negative x the error is
   * within 6 ulp of the greater of {@code |digamma(x)|} and {@code |digamma(1 - x)|}. {@code
   * -Infinity} at +0, {@code +Infinity} at -0 and at {@code +Infinity}, NaN at negative integers
   * and at {@code -Infinity}. Source: NIST Digital Library of Mathematical Functions 5.5 and 5.11.
   *
   * @param x the argument
   * @return the logarithmic derivative of the gamma function
   */
  public static double digamma(double x) {
    return PolyGamma.digamma(x);
  }

  /**
   * The derivative of {@link #digamma}.
   *
   * <p>Within 6 ulp. {@code +Infinity} at 0 and at negative integers, 0 at {@code +Infinity}, NaN
   * at {@code -Infinity}. Source: NIST Digital Library of Mathematical Functions 5.15.
   *
   * @param x the argument
   * @return the second derivative of lgamma
   */
  public static double trigamma(double x) {
    return PolyGamma.trigamma(x);
  }

  /**
   * The n-th derivative of {@link #digamma}.
   *
   * <p>Within {@code 8 + 2n} ulp for positive x; for negative x that many ulp of the greatest of
   * the terms {@code n! / |x + k|^(n+1)}, as even orders have zeros between the poles. At 0 and at
   * negative integers {@code +Infinity} for odd n; for even n {@code -Infinity} at +0, {@code
   * +Infinity} at -0, NaN at negative integers. At {@code +Infinity} zero for n above 0. Source:
   * NIST Digital Library of Mathematical Functions 5.15 and 25.11 (Hurwitz zeta function).
   *
   * @param n the order, 0 for {@link #digamma}, 1 for {@link #trigamma}
   * @param x the argument
   * @return the derivative of order n + 1 of lgamma
   * @throws IllegalArgumentException if n is negative
   */
  public static double polygamma(int n, double x) {
    return PolyGamma.polygamma(n, x);
  }

  /**
   * The logarithm of the sum of exponentials, without overflow or underflow.
   *
   * <p>The error is within 3 ulp of the greater of the maximum's absolute value and the result's.
   * An empty array or one of {@code -Infinity} alone gives {@code -Infinity}; an entry of {@code
   * +Infinity} gives {@code +Infinity}, an entry of NaN gives NaN.
   *
   * @param x exponents, any number of them; left as they are
   * @return {@code log(exp x[0] + exp x[1] + ...)}
   */
  public static double logSumExp(double[] x) {
    return LogExponentials.logSumExp(x);
  }

  /**
   * Exponentials divided by their sum: the gradient of {@link #logSumExp}.
   *
   * <p>Each entry is within 4 ulp, and {@code |x[i] - max|/2} ulp more for the difference's
   * rounding. An empty array gives an empty one. Where the maximum is infinite, entries below it
   * are 0 and the maximum is 1 if it stands alone; entries that share an infinite maximum have no
   * limit and are NaN. With an entry of NaN all are NaN.
   *
   * @param x exponents, any number of them; left as they are
   * @return a new array of the same length, with sum 1
   */
  public static double[] softmax(double[] x) {
    return LogExponentials.softmax(x);
  }

  /**
   * The logistic function {@code 1 / (1 + exp(-x))}, which keeps its relative accuracy for very
   * negative x.
   *
   * <p>Within 3 ulp; 0 at {@code -Infinity}, 1 at {@code +Infinity}.
   *
   * @param x the argument
   * @return the logistic function, in [0, 1]
   */
  public static double sigmoid(double x) {
    return LogExponentials.sigmoid(x);
  }

  /**
   * The softplus function {@code log(1 + exp x)}, without overflow and with full relative accuracy
   * for very negative x.
   *
   * <p>Within 3 ulp; 0 at {@code -Infinity}, {@code +Infinity} at {@code +Infinity}. Source: M.
   * Maechler, "Accurately computing log(1 - exp(-|a|))" (2012).
   *
   * @param x the argument
   * @return softplus of x
   */
  public static double log1pexp(double x) {
    return LogExponentials.log1pexp(x);
  }

  /**
   * The logarithm of one minus an exponential, {@code log(1 - exp x)}, for x up to 0; the
   * exponential's argument is x itself, not its negative.
   *
   * <p>Within 3 ulp. {@code -Infinity} at 0, {@code -0} at {@code -Infinity}, NaN for positive x.
   * Source: M. Maechler, "Accurately computing log(1 - exp(-|a|))" (2012).
   *
   * @param x the argument, not above 0
   * @return {@code log(1 - exp x)}
   */
  public static double log1mexp(double x) {
    return LogExponentials.log1mexp(x);
  }

  /**
   * The generalised Marcum Q function of whole order: the integral from b to infinity of {@code x
   * (x/a)^(m-1) exp(-(x^2 + a^2)/2) I_{m-1}(a x)}, the probability that a noncentral chi variable
   * of 2m degrees of freedom exceeds b.
   *
   * <p>Within a relative 1e-12 where {@code b <= a + 10}; in the far tail, where it is below 1e-23,
   * within 1e-15 times the logarithm's modulus. 1 at b = 0, NaN for negative a or b. Source: the
   * Neumann series of Bessel functions, summed with positive terms alone.
   *
   * @param m the order, from 1
   * @param a the noncentrality, not negative
   * @param b the threshold, not negative
   * @return the probability
   * @throws IllegalArgumentException if the order is below 1
   */
  public static double marcumQ(int m, double a, double b) {
    return MarcumQ.at(m, a, b);
  }

  /**
   * {@code marcumQ(m + 1, a, b) - marcumQ(m, a, b)} without cancellation: {@code (b/a)^m exp(-(a^2
   * + b^2)/2) I_m(a b)}, for any whole m. The derivatives of {@link #marcumQ} are {@code a} times
   * that of m, and {@code -b} times that of m - 1.
   *
   * @param m the lower of the two orders
   * @param a the noncentrality, not negative
   * @param b the threshold, not negative
   * @return the difference
   */
  public static double marcumQDifference(int m, double a, double b) {
    return MarcumQ.difference(m, a, b);
  }
}
