package io.cotangent;

import java.util.Arrays;

/**
 * The lines of an array along one of its axes: {@code outer * inner} of them, each of {@code
 * length} entries that lie {@code inner} apart.
 */
record Lines(int outer, int length, int inner) {
  static Lines single(int length) {
    return new Lines(1, length, 1);
  }

  static Lines of(int[] shape, int axis) {
    if (axis < 0 || axis >= shape.length) {
      throw new IllegalArgumentException("axis is " + axis + ", but there are " + shape.length);
    }
    int outer = 1;
    int inner = 1;
    for (int i = 0; i < shape.length; i++) {
      outer *= i < axis ? shape[i] : 1;
      inner *= i > axis ? shape[i] : 1;
    }
    return new Lines(outer, shape[axis], inner);
  }

  int entries() {
    return outer * length * inner;
  }

  int lines() {
    return outer * inner;
  }

  /** The index of a line's first entry. */
  int start(int line) {
    return line / inner * inner * length + line % inner;
  }

  static int[] shape(double[][] rows) {
    return new int[] {rows.length, rows.length == 0 ? 0 : rows[0].length};
  }

  static double[] flat(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw new IllegalArgumentException(
            "row " + i + " has " + rows[i].length + " entries, row 0 has " + rows[0].length);
      }
    }
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  static double[][] rows(double[] flat, double[][] like) {
    double[][] out = new double[like.length][];
    for (int i = 0; i < out.length; i++) {
      int n = like[i].length;
      out[i] = Arrays.copyOfRange(flat, i * n, (i + 1) * n);
    }
    return out;
  }
}
