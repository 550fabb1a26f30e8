package io.cotangent.check;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What the checks do with vectors and matrices. */
final class Matrices {
  /** A direction must be the same in every run. */
  private static final long SEED = 20_061_101;

  private Matrices() {}

  /** A direction none of whose entries is near zero. */
  static double[] direction(int length, int which) {
    SplittableRandom random = new SplittableRandom(SEED + which);
    double[] direction = new double[length];
    for (int i = 0; i < length; i++) {
      double size = 0.5 + random.nextDouble();
      direction[i] = random.nextBoolean() ? size : -size;
    }
    return direction;
  }

  static double[] unit(int length, int at) {
    double[] unit = new double[length];
    unit[at] = 1;
    return unit;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The sum of the products' sizes: the scale of a dot product's rounding. */
  static double sizeOfDot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }

  /** The columns put side by side. */
  static double[][] transpose(double[][] columns, int rows) {
    double[][] matrix = new double[rows][columns.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns.length; j++) {
        matrix[i][j] = columns[j][i];
      }
    }
    return matrix;
  }

  static void requireShape(String name, double[][] matrix, int rows, int columns) {
    boolean right = matrix.length == rows;
    for (double[] row : matrix) {
      right &= row.length == columns;
    }
    if (!right) {
      throw mismatch(name + " is not of shape [" + rows + "][" + columns + "]", name);
    }
  }

  static void requireLength(String name, double[] vector, int length) {
    if (vector.length != length) {
      throw mismatch(name + " has " + vector.length + " entries instead of " + length, name);
    }
  }

  /** Fails where a call has changed the array that it was given. */
  static void requireUnchanged(String call, double[] now, double[] before) {
    if (!Arrays.equals(now, before)) {
      throw mismatch(call + " changes its argument", call);
    }
  }

  static GradientCheckError mismatch(String message, String entry) {
    return new GradientCheckError(message, entry, Double.NaN, Double.NaN, Double.NaN);
  }
}
