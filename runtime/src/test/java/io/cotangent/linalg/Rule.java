package io.cotangent.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;

/**
 * An operation and its rules on flattened arguments, checked against finite differences and against
 * each other.
 */
interface Rule {
  /** Where the operation is tried. */
  double[] point();

  double[] value(double[] x);

  double[] jvp(double[] x, double[] xDot);

  double[] vjp(double[] x, double[] yBar);

  /** Nothing, where no rule tells it. */
  default Optional<double[]> vjpJvp(double[] x, double[] yBar, double[] xDot, double[] yBarDot) {
    return Optional.empty();
  }

  default void check() {
    Random random = new Random(5);
    double[] x = point();
    double[] y = value(x);
    double[] xDot = gaussians(random, x.length);
    double[] yBar = gaussians(random, y.length);
    double[] yBarDot = gaussians(random, y.length);
    double[] yDot = jvp(x, xDot);
    double[] xBar = vjp(x, yBar);
    double[] numeric = slope(t -> value(along(x, t, xDot)));
    assertArrayEquals(numeric, yDot, 2e-8 * size(yDot), "tangent");
    assertEquals(dot(yBar, yDot), dot(xBar, xDot), 1e-11 * (size(xBar) + size(yDot)), "transpose");
    double[] second = slope(t -> vjp(along(x, t, xDot), along(yBar, t, yBarDot)));
    vjpJvp(x, yBar, xDot, yBarDot)
        .ifPresent(
            got -> assertArrayEquals(second, got, 2e-8 * size(got), "tangent of the cotangent"));
  }

  interface Path {
    double[] at(double t);
  }

  /** The derivative at zero by Richardson's extrapolation of central differences. */
  static double[] slope(Path path) {
    double h = 1e-3;
    double[][] y = {path.at(-2 * h), path.at(-h), path.at(h), path.at(2 * h)};
    double[] out = new double[y[0].length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (8 * (y[2][i] - y[1][i]) - (y[3][i] - y[0][i])) / (12 * h);
    }
    return out;
  }

  static double[] gaussians(Random random, int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  static double[] along(double[] x, double t, double[] direction) {
    double[] out = x.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += t * direction[i];
    }
    return out;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double size(double[] a) {
    return 1 + Math.sqrt(dot(a, a));
  }

  /** Rows of one length from consecutive entries. */
  static double[][] matrix(double[] x, int from, int rows, int columns) {
    double[][] out = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(x, from + i * columns, out[i], 0, columns);
    }
    return out;
  }

  static double[] vector(double[] x, int from, int length) {
    return java.util.Arrays.copyOfRange(x, from, from + length);
  }

  static double[] flat(double[][]... matrices) {
    return java.util.Arrays.stream(matrices)
        .flatMap(java.util.Arrays::stream)
        .flatMapToDouble(java.util.Arrays::stream)
        .toArray();
  }
}
