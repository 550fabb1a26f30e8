package io.cotangent;

/**
 * Functions of exponentials and logarithms that neither overflow nor cancel.
 *
 * <p>The changes of formula for {@code log(1 + exp x)} and {@code log(1 - exp x)} are those of M.
 * Maechler, "Accurately computing log(1 - exp(-|a|))" (2012); the sums are compensated (W. Kahan,
 * "Further remarks on reducing truncation errors", Comm. ACM 8 (1965)).
 */
final class LogExponentials {
  private static final double LOG_2 = 0.6931471805599453;

  private LogExponentials() {}

  static double logSumExp(double[] x) {
    int at = indexOfMax(x);
    if (at < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double max = x[at];
    if (!(Math.abs(max) < Double.POSITIVE_INFINITY)) {
      return max;
    }
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < x.length; i++) {
      if (i != at) {
        double term = Math.exp(x[i] - max) - lost;
        double next = sum + term;
        lost = (next - sum) - term;
        sum = next;
      }
    }
    return max + Math.log1p(sum);
  }

  static double[] softmax(double[] x) {
    int at = indexOfMax(x);
    double[] result = new double[x.length];
    if (at < 0) {
      return result;
    }
    double max = x[at];
    if (!(Math.abs(max) < Double.POSITIVE_INFINITY)) {
      limits(x, max, result);
      return result;
    }
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < x.length; i++) {
      result[i] = Math.exp(x[i] - max);
      double term = result[i] - lost;
      double next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    for (int i = 0; i < x.length; i++) {
      result[i] /= sum;
    }
    return result;
  }

  /** Softmax where the maximum is infinite or not a number. */
  private static void limits(double[] x, double max, double[] result) {
    int atMax = 0;
    for (double entry : x) {
      atMax += entry == max ? 1 : 0;
    }
    for (int i = 0; i < x.length; i++) {
      result[i] = Double.isNaN(max) ? max : x[i] != max ? 0 : atMax == 1 ? 1 : Double.NaN;
    }
  }

  /** Where the greatest entry is, or the first NaN; -1 for an empty array. */
  private static int indexOfMax(double[] x) {
    int at = x.length - 1;
    for (int i = x.length - 1; i >= 0; i--) {
      if (x[i] >= x[at] || Double.isNaN(x[i])) {
        at = i;
      }
    }
    return at;
  }

  static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  static double log1pexp(double x) {
    double rest = Math.log1p(Math.exp(-Math.abs(x)));
    return x > 0 ? x + rest : rest;
  }

  static double log1mexp(double x) {
    return x > -LOG_2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
  }
}
