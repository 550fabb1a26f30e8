package io.cotangent.implicit;

import io.cotangent.VectorFunction;
import io.cotangent.linear.Vectors;

/**
 * As many numbers as one likes for the unknowns to make small, from a generated function.
 *
 * @param function the numbers
 * @param arrangement where unknowns and parameters stand in its argument
 */
public record Residuals(VectorFunction function, Arrangement arrangement) {

  double[] value(double[] z, double[] theta) {
    double[] value = function.value(arrangement.join(z, theta));
    if (value.length < z.length) {
      throw new IllegalArgumentException(
          "the method gives " + value.length + " numbers, which do not settle " + z.length);
    }
    return value;
  }

  /** The derivatives with respect to the unknowns: a row for each unknown. */
  double[][] columns(double[] z, double[] theta) {
    double[] point = arrangement.join(z, theta);
    double[] fixed = new double[theta.length];
    double[] unit = new double[z.length];
    double[][] columns = new double[z.length][];
    for (int j = 0; j < z.length; j++) {
      unit[j] = 1;
      columns[j] = function.jvp(point, arrangement.join(unit, fixed));
      unit[j] = 0;
    }
    return columns;
  }

  /** The gradient of half the sum of squares. */
  static double[] gradient(double[][] columns, double[] value) {
    double[] gradient = new double[columns.length];
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = Vectors.dot(columns[j], value);
    }
    return gradient;
  }
}
