package io.cotangent.benchmarks;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Arrays laid end to end, as gradients stand in ADBench's files. */
public final class Flat {
  private Flat() {}

  /** Returns the rows, one after the other. */
  public static double[] of(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Returns the arrays, one after the other. */
  public static double[] join(double[]... arrays) {
    return Arrays.stream(arrays).flatMapToDouble(DoubleStream::of).toArray();
  }

  /** Returns the columns, one after the other. */
  public static double[] byColumn(double[][] rows) {
    double[] flat = new double[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = rows[i % rows.length][i / rows.length];
    }
    return flat;
  }
}
