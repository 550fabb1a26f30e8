package io.cotangent;

/**
 * The generalised Marcum Q function of whole order, by its Neumann series of Bessel functions.
 *
 * <p>With {@code x = a^2/2}, {@code y = b^2/2} and {@code z = a b}, {@code Q_m = exp(-(a-b)^2/2)
 * exp(-z) I_0(z) (sum over k >= 0 of x^k q_0…q_{k-1} + sum over j from 1 to m-1 of y^j
 * q_0…q_{j-1})}, where {@code q_k = (2/z) I_{k+1}(z)/I_k(z)} obeys the backward recurrence {@code
 * q_k = 1 / (k + 1 + x y q_{k+1})}; {@code 1 - Q_m} is the sum of the {@code y^j} from m on. All
 * terms are positive, and neither small nor large arguments overflow. {@code exp(-z) I_0(z)} comes
 * from {@code exp(z) = I_0 + 2 (I_1 + I_2 + …)}.
 */
final class MarcumQ {
  /** Beyond this product of arguments the expansion for large arguments is exact to doubles. */
  private static final double LARGE = 1e10;

  private static final double SCALE = 0x1p500;
  private static final double LOG_SCALE = 500 * Math.log(2);

  private final double x;
  private final double y;
  private final double[] q;

  /** The logarithm of {@code exp(-(a-b)^2/2) exp(-z) I_0(z)}. */
  private final double logFirst;

  private MarcumQ(int order, double a, double b) {
    x = 0.5 * a * a;
    y = 0.5 * b * b;
    double z = a * b;
    int terms = (int) Math.max(order, 60 + 10 * Math.sqrt(z));
    q = new double[terms + 60];
    double next = 1.0 / q.length;
    double product = 0.5 * z * (0.5 * z);
    for (int k = q.length - 1; k >= 0; k--) {
      next = 1 / (k + 1 + product * next);
      q[k] = next;
    }
    double ratios = sum(0.5 * z, q.length).mantissa;
    logFirst = -0.5 * (a - b) * (a - b) - Math.log1p(2 * ratios);
  }

  /** A positive number {@code mantissa * SCALE^power}. */
  private record Scaled(double mantissa, int power) {
    double times(double logFactor) {
      return mantissa * Math.exp(logFactor + power * LOG_SCALE);
    }
  }

  /** The sum over k from 1 to {@code terms - 1} of {@code t^k q_0…q_{k-1}}. */
  private Scaled sum(double t, int terms) {
    double sum = 0;
    double term = 1;
    int power = 0;
    for (int k = 0; k + 1 < terms; k++) {
      term *= t * q[k];
      sum += term;
      if (sum > SCALE) {
        sum /= SCALE;
        term /= SCALE;
        power++;
      }
    }
    return new Scaled(sum, power);
  }

  /** {@code t^k q_0…q_{k-1}}. */
  private Scaled term(double t, int k) {
    double logarithm = 0;
    for (int i = 0; i < k; i++) {
      logarithm += Math.log(q[i]);
    }
    double log = k == 0 ? 0 : logarithm + k * Math.log(t);
    int power = (int) Math.floor(log / LOG_SCALE);
    return k > 0 && t == 0
        ? new Scaled(0, 0)
        : new Scaled(Math.exp(log - power * LOG_SCALE), power);
  }

  static double at(int m, double a, double b) {
    if (m < 1) {
      throw new IllegalArgumentException("the order of marcumQ is " + m + ", but must be positive");
    }
    if (!(a >= 0) || !(b >= 0) || a == Double.POSITIVE_INFINITY && b == a) {
      return Double.NaN;
    }
    if (b == 0 || a == Double.POSITIVE_INFINITY) {
      return 1;
    }
    if (b == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (a * b > LARGE) {
      return large(m, a, b);
    }
    MarcumQ series = new MarcumQ(m, a, b);
    return a < b ? series.direct(m) : 1 - series.complement(m);
  }

  private double direct(int m) {
    double start = Math.exp(logFirst);
    double below = sum(x, q.length).times(logFirst);
    return Math.min(1, start + below + sum(y, m).times(logFirst));
  }

  /** The sum from m on, largest terms first: each is the one before times {@code y q}, below 1. */
  private double complement(int m) {
    Scaled first = term(y, m);
    double sum = 1;
    double term = 1;
    for (int k = m; k < q.length && term > 0x1p-60 * sum; k++) {
      term *= y * q[k];
      sum += term;
    }
    return sum * first.times(logFirst);
  }

  /** The expansion in 1/a up to its second power, in the normal distribution's terms. */
  private static double large(int m, double a, double b) {
    double d = b - a;
    double h = m - 0.5;
    double correction = (h + 0.5 * h * (h - 1) * d / a) / a;
    return SpecialMath.normalCdf(-d) + SpecialMath.normalPdf(d) * correction;
  }

  /** {@code Q_{m+1} - Q_m}, of any whole order m. */
  static double difference(int m, double a, double b) {
    if (!(a >= 0) || !(b >= 0)) {
      return Double.NaN;
    }
    if (a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY) {
      return a == b ? Double.NaN : 0;
    }
    if (a * b > LARGE) {
      return largeDifference(m, a, b);
    }
    MarcumQ series = new MarcumQ(Math.abs(m), a, b);
    return series.term(m >= 0 ? series.y : series.x, Math.abs(m)).times(series.logFirst);
  }

  /** {@code (b/a)^m exp(-(a-b)^2/2) exp(-z) I_m(z)} with the Bessel function's expansion. */
  private static double largeDifference(int m, double a, double b) {
    double z = a * b;
    double mu = 4.0 * m * m;
    double bessel = 1 - (mu - 1) / (8 * z) * (1 - (mu - 9) / (16 * z));
    return Math.pow(b / a, m)
        * Math.exp(-0.5 * (a - b) * (a - b))
        * bessel
        / Math.sqrt(2 * Math.PI * z);
  }
}
