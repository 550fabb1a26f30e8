package sample;

/** A few methods as libraries have them. */
public final class Numbers {
  private Numbers() {}

  /** The mean, with a comment that says double mean(double[] values). */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  public static double mean(double first, double second) {
    return 0.5 * (first + second);
  }

  private static float scaled(float x, int n) {
    return n > 0 ? x * x : 2 * x;
  }

  static double[] cumulated(final double... values) throws IllegalArgumentException {
    if (values.length == 0) {
      throw new IllegalArgumentException();
    }
    double[] sums = values.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }

  static double hidden(double x) {
    return new java.math.BigDecimal(x).doubleValue();
  }

  static double always(double x) {
    throw new IllegalStateException("never a value");
  }

  double notStatic(double x) {
    return x;
  }

  static int notOfNumbers(double x) {
    return (int) x;
  }
}
