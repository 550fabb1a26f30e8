package io.cotangent.samples.nist;

/** How many decimal digits of two numbers agree, as NIST counts them: the log relative error. */
final class Digits {

  /** The digits with which certified values are given. */
  private static final double MOST = 11;

  private Digits() {}

  /** Digits of {@code value} that agree with {@code certified}: 0 for NaN, at most 11. */
  static double agreed(double value, double certified) {
    double error = Math.abs(value - certified) / Math.abs(certified);
    return error <= 1 ? Math.min(MOST, -Math.log10(error)) : 0;
  }

  /** The fewest digits over the entries of two arrays of one length. */
  static double agreed(double[] values, double[] certified) {
    double digits = MOST;
    for (int i = 0; i < certified.length; i++) {
      digits = Math.min(digits, agreed(values[i], certified[i]));
    }
    return digits;
  }
}
