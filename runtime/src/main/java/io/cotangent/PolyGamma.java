package io.cotangent;

/**
 * The derivatives of lgamma: digamma, trigamma and those of higher order.
 *
 * <p>Digamma is, on [1, 3], the distance from its positive zero times a rational function, a fit of
 * our own in 80-digit arithmetic. Elsewhere: recurrence, asymptotic series and reflection formula
 * (NIST Digital Library of Mathematical Functions, 5.5, 5.11 and 5.15). Order n above 1 is {@code
 * (-1)^(n+1) n! zeta(n+1, x)}, see {@link HurwitzZeta}.
 */
final class PolyGamma {
  private static final double ASYMPTOTIC_FROM = 10;

  /** The positive zero of digamma, in two parts. */
  private static final double ZERO_UPPER = 1.4616321449683622;

  private static final double ZERO_LOWER = 9.549995429965697e-17;

  /** {@code digamma(1 + z) / (1 + z - zero)} for z in [0, 2]. */
  private static final RationalFunction AROUND_ZERO =
      new RationalFunction(
          new double[] {
            1.2503801375034054,
            1.9416738198779768,
            1.0766127007501878,
            0.2669862731761564,
            0.029860117007388907,
            0.0013057953044673734,
            1.4154951499601007e-05
          },
          new double[] {
            1.0,
            2.2364136286291174,
            1.7879301192937107,
            0.661261853913972,
            0.11942018301596165,
            0.009993904004705137,
            0.00032139008179070784,
            2.304480554588207e-06
          });

  /** {@code B(2k) / 2k}, k = 1, 2, ... */
  private static final double[] DIGAMMA_SERIES = {
    1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160
  };

  /** {@code B(2k)}, k = 1, 2, ... */
  private static final double[] TRIGAMMA_SERIES = {
    1.0 / 6,
    -1.0 / 30,
    1.0 / 42,
    -1.0 / 30,
    5.0 / 66,
    -691.0 / 2730,
    7.0 / 6,
    -3617.0 / 510,
    43867.0 / 798
  };

  private PolyGamma() {}

  static double digamma(double x) {
    if (x >= ASYMPTOTIC_FROM) {
      double square = (1 / x) * (1 / x);
      double series = square * RationalFunction.polynomial(DIGAMMA_SERIES, square);
      return Math.log(x) - (0.5 / x + series);
    }
    if (x >= 1) {
      double base = x;
      double sum = 0;
      while (base > 3) {
        base -= 1;
        sum += 1 / base;
      }
      return digammaAroundZero(base) + sum;
    }
    if (x >= 0) {
      return digammaAroundZero(x + 1) - 1 / x;
    }
    return negativeDigamma(x);
  }

  private static double digammaAroundZero(double x) {
    return ((x - ZERO_UPPER) - ZERO_LOWER) * AROUND_ZERO.at(x - 1);
  }

  private static double negativeDigamma(double x) {
    double y = x - Math.rint(x);
    if (y == 0 || Double.isNaN(y)) {
      return Double.NaN;
    }
    return digamma(1 - x) - piTimesCotangentOfPi(y);
  }

  /** {@code pi cot(pi y)} for |y| up to one half. */
  private static double piTimesCotangentOfPi(double y) {
    if (Math.abs(y) < 1e-9) {
      return 1 / y;
    }
    if (Math.abs(y) <= 0.25) {
      return Math.PI / Math.tan(Math.PI * y);
    }
    double other = Math.PI * Math.tan(Math.PI * (0.5 - Math.abs(y)));
    return Math.copySign(other, y);
  }

  static double trigamma(double x) {
    if (x <= 0) {
      double y = x - Math.rint(x);
      double cosecant = Math.PI / Math.sin(Math.PI * y);
      double square = Math.abs(y) < 1e-9 ? (1 / y) * (1 / y) : cosecant * cosecant;
      return square - trigamma(1 - x);
    }
    int steps = x < ASYMPTOTIC_FROM ? (int) Math.ceil(ASYMPTOTIC_FROM - x) : 0;
    double far = 1 / (x + steps);
    double square = far * far;
    double series = RationalFunction.polynomial(TRIGAMMA_SERIES, square);
    double sum = far * square * series + 0.5 * square + far;
    for (int k = steps - 1; k >= 0; k--) {
      double term = 1 / (x + k);
      sum += term * term;
    }
    return sum;
  }

  static double polygamma(int n, double x) {
    if (n < 0) {
      throw new IllegalArgumentException("polygamma of order " + n + ", which is negative");
    }
    if (n == 0) {
      return digamma(x);
    }
    if (n == 1) {
      return trigamma(x);
    }
    int sign = n % 2 == 0 ? -1 : 1;
    return x > 0 ? sign * factorialZeta(n, x) : notPositive(n, x, sign);
  }

  /** {@code n! zeta(n + 1, q)} for q > 0. */
  private static double factorialZeta(int n, double q) {
    if (q == Double.POSITIVE_INFINITY) {
      return 0;
    }
    return HurwitzZeta.factorialOverPower(n, q) * (n * (HurwitzZeta.scaled(n + 1, q) / q));
  }

  /** Sums the poles on both sides of x and takes off those that are not there. */
  private static double notPositive(int n, double x, int sign) {
    double y = x - Math.rint(x);
    if (Double.isNaN(y)) {
      return y;
    }
    if (y == 0) {
      return sign > 0
          ? Double.POSITIVE_INFINITY
          : x == 0 ? Math.copySign(Double.POSITIVE_INFINITY, -x) : Double.NaN;
    }
    int s = n + 1;
    double poles = 1 + ratio(s, y, 1 + y) + sign * (ratio(s, y, 1 - y) - ratio(s, y, 1 - x));
    double nearest = HurwitzZeta.factorialOverPower(n, Math.abs(y)) * (n / Math.abs(y));
    return (s % 2 != 0 && y < 0 ? -nearest : nearest) * sign * poles;
  }

  /** {@code y^s zeta(s, q)}. */
  private static double ratio(int s, double y, double q) {
    return Math.pow(y / q, s) * HurwitzZeta.scaled(s, q);
  }
}
