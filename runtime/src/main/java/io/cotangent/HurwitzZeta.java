package io.cotangent;

/**
 * The Hurwitz zeta function, scaled so that it neither overflows nor underflows.
 *
 * <p>Euler-Maclaurin summation (NIST Digital Library of Mathematical Functions, 2.10.1 and 25.11.5)
 * after as many terms as let its series converge.
 */
final class HurwitzZeta {
  /** {@code B(2k) / (2k)!}, k = 1, 2, ... */
  private static final double[] EULER_MACLAURIN = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30240,
    -1.0 / 1209600,
    1.0 / 47900160,
    -691.0 / 1307674368000.0,
    1.0 / 74724249600.0,
    -3617.0 / 10670622842880000.0
  };

  /** Terms smaller than this part of the first are left out: 2^-60. */
  private static final double BITS = 60;

  /** The factorial of this is still exact. */
  private static final int EXACT_FACTORIAL = 18;

  private HurwitzZeta() {}

  /** {@code q^s zeta(s, q)}, for s > 1 and q > 0. */
  static double scaled(int s, double q) {
    int needed = (int) Math.max(0, Math.ceil(12 + 2.0 * s - q));
    double seen = Math.ceil(q * Math.expm1(BITS / s * Math.log(2)));
    int terms = (int) Math.min(needed, seen + 1);
    double sum = terms == needed ? tail(s, q, q + terms) : 0;
    for (int k = terms - 1; k >= 0; k--) {
      sum += Math.pow(q / (q + k), s);
    }
    return sum;
  }

  /** {@code q^s zeta(s, from)}. */
  private static double tail(int s, double q, double from) {
    double factor = s / from;
    double sum = 0;
    for (int j = 1; j <= EULER_MACLAURIN.length; j++) {
      sum += EULER_MACLAURIN[j - 1] * factor;
      factor *= ((s + 2.0 * j - 1) / from) * ((s + 2.0 * j) / from);
    }
    return Math.pow(q / from, s) * (sum + 0.5 + from / (s - 1.0));
  }

  /**
   * {@code (n - 1)! / q^n}, for n > 0 and q > 0; infinite or zero only if the result is out of
   * range.
   */
  static double factorialOverPower(int n, double q) {
    if (n <= EXACT_FACTORIAL) {
      double power = Math.pow(q, -n);
      if (power >= Double.MIN_NORMAL && power < Double.POSITIVE_INFINITY) {
        double factorial = 1;
        for (int j = 2; j < n; j++) {
          factorial *= j;
        }
        return factorial * power;
      }
    }
    return balancedProduct(n, q);
  }

  /** Multiplies by the smallest factor where the product is large, by the largest where small. */
  private static double balancedProduct(int n, double q) {
    double product = 1 / q;
    int least = 1;
    int greatest = n - 1;
    while (least <= greatest && product != 0 && product != Double.POSITIVE_INFINITY) {
      int next = product >= 1 ? least++ : greatest--;
      product *= next / q;
    }
    return product;
  }
}
