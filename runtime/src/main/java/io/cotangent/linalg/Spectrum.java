package io.cotangent.linalg;

import java.util.Arrays;

/**
 * Eigenvalues or singular values with their rates, as the derivatives of their vectors divide by
 * them.
 *
 * <p>Values closer than rounding errors of the matrix count as equal. Equal values share their
 * derivative equally, as ties in {@code max} do; their vectors have none, unless nothing is there
 * that needs it.
 */
final class Spectrum {
  private final double[] values;
  private final double[] rates;
  private final double tolerance;

  Spectrum(double[] values, double[] rates) {
    this.values = values;
    this.rates = rates;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    tolerance = 8 * values.length * Math.ulp(largest);
  }

  Spectrum(double[] values) {
    this(values, new double[values.length]);
  }

  /** Whether a value can't be told from zero. */
  boolean isZero(int i) {
    return Math.abs(values[i]) <= tolerance;
  }

  /** The mean of each group of equal values' entries. */
  double[] shared(double[] entries) {
    double[] out = new double[entries.length];
    int to = 0;
    for (int from = 0; from < out.length; from = to) {
      double sum = 0;
      for (to = from; to < out.length && (to == from || isTie(to - 1, to)); to++) {
        sum += entries[to];
      }
      Arrays.fill(out, from, to, sum / (to - from));
    }
    return out;
  }

  private boolean isTie(int i, int j) {
    return Math.abs(values[i] - values[j]) <= tolerance;
  }

  /** {@code a_ij / (value_j - value_i)} off the diagonal, where it is zero. */
  Dual byDifference(Dual a, double unit) {
    return divided(a, -1, unit);
  }

  /** {@code a_ij / (value_j + value_i)} off the diagonal, where it is zero. */
  Dual bySum(Dual a, double unit) {
    return divided(a, 1, unit);
  }

  private Dual divided(Dual a, double sign, double unit) {
    double[][] quotient = divided(a.value(), sign, unit);
    if (a.isConstant() && Arrays.stream(rates).allMatch(rate -> rate == 0)) {
      return Dual.of(quotient);
    }
    double[][] moving = new double[values.length][values.length];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        moving[i][j] = rates[j] + sign * rates[i];
      }
    }
    double[][] rest = Dense.plus(a.tangent(), -1, Dense.hadamard(quotient, moving));
    return Dual.of(quotient, divided(rest, sign, Math.max(unit, Dense.largest(rest))));
  }

  private double[][] divided(double[][] a, double sign, double unit) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        double divisor = values[j] + sign * values[i];
        if (i != j && Math.abs(divisor) <= tolerance) {
          refuse(a[i][j], unit, i, j);
        } else if (i != j) {
          out[i][j] = a[i][j] / divisor;
        }
      }
    }
    return out;
  }

  /** What is invariant under rotations among equal values' vectors needs no derivative of them. */
  private void refuse(double needed, double unit, int i, int j) {
    if (!(Math.abs(needed) <= 1e-10 * unit)) {
      throw new ArithmeticException(
          "values "
              + i
              + " and "
              + j
              + " are both "
              + values[i]
              + ": their vectors can't be differentiated");
    }
  }
}
