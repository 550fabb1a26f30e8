package io.cotangent;

/**
 * The logarithm of the absolute value of the gamma function.
 *
 * <p>Around its zeros 1 and 2 it is the distance from the zero times a rational function, a fit of
 * our own in 80-digit arithmetic; up to 10 it comes down to there by the recurrence; beyond, it is
 * Stirling's series (NIST Digital Library of Mathematical Functions, 5.11.1). Negative arguments
 * are reflected (DLMF 5.5.3) where that is well conditioned, else see {@link NegativeLogGamma}.
 */
final class LogGamma {
  /** {@code lgamma(1 + z) / z} for z in [-0.5, 0.5], in z + 0.5. */
  private static final RationalFunction AROUND_ONE =
      new RationalFunction(
          new double[] {
            -1.1447298858494002,
            -6.109045468863408,
            -11.387147329812302,
            -7.487364860202861,
            1.6295299536942682,
            4.085000989906545,
            1.6052939959791666,
            0.20435274524992228,
            0.005946573328370069
          },
          new double[] {
            1.0,
            6.767190972269757,
            18.178217492947898,
            24.73434574891408,
            18.053085956112096,
            6.908213269452179,
            1.2598038929777886,
            0.08826366074218302,
            0.0013523191210215505
          });

  /** {@code lgamma(2 + z) / z} for z in [-0.5, 0.5], in z + 0.5. */
  private static final RationalFunction AROUND_TWO =
      new RationalFunction(
          new double[] {
            0.24156447527049044,
            0.8564852558184568,
            0.9499448667689134,
            0.4527314807285852,
            0.09655600930373398,
            0.008131562198447342,
            0.000174833708546013
          },
          new double[] {
            1.0,
            1.8476899500013209,
            1.2693127651548946,
            0.3992110583796684,
            0.0569412876987565,
            0.0031070500878869005,
            3.79650901021195e-05
          });

  /** {@code B(2k) / (2k (2k - 1))}, k = 1, 2, ... */
  private static final double[] STIRLING = {
    1.0 / 12,
    -1.0 / 360,
    1.0 / 1260,
    -1.0 / 1680,
    1.0 / 1188,
    -691.0 / 360360,
    1.0 / 156,
    -3617.0 / 122400
  };

  /** {@code (log(2 pi) - 1) / 2}. */
  private static final double STIRLING_CONSTANT = 0.4189385332046727;

  private static final double STIRLING_FROM = 10;

  /** Below this the reflection formula's two terms differ enough. */
  private static final double REFLECTED_BELOW = -35;

  private LogGamma() {}

  static double at(double x) {
    if (x >= STIRLING_FROM) {
      return stirling(x);
    }
    if (x >= 0.5) {
      return nearZeros(x);
    }
    if (x > -0.5) {
      return x * AROUND_ONE.at(x + 0.5) - Math.log(Math.abs(x));
    }
    if (x > REFLECTED_BELOW) {
      return NegativeLogGamma.at(x);
    }
    return Double.isNaN(x) ? x : reflected(x);
  }

  private static double nearZeros(double x) {
    if (x < 1.5) {
      return (1 - x) * -AROUND_ONE.at(x - 0.5);
    }
    double base = x;
    double product = 1;
    while (base >= 2.5) {
      base -= 1;
      product *= base;
    }
    double atBase = (base - 2) * AROUND_TWO.at(base - 1.5);
    return product == 1 ? atBase : Math.log(product) + atBase;
  }

  private static double stirling(double x) {
    if (x == Double.POSITIVE_INFINITY) {
      return x;
    }
    double over = 1 / x;
    double series = over * RationalFunction.polynomial(STIRLING, over * over);
    return (x - 0.5) * (Math.log(x) - 1) + (STIRLING_CONSTANT + series);
  }

  private static double reflected(double x) {
    double fraction = x - Math.rint(x);
    if (fraction == 0 || x == Double.NEGATIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    double sine = Math.abs(x * Math.sin(Math.PI * fraction));
    return Math.log(Math.PI / sine) - stirling(-x);
  }
}
