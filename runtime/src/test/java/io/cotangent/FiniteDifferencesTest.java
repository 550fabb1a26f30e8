package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link FiniteDifferences}: polynomials, convergence, transposes and moved grids. */
class FiniteDifferencesTest {
  private static final double[] UNEVEN = {-1, -0.8, -0.5, 0.1, 0.3, 0.9, 1.0, 1.4};

  private static double[] sample(double[] x, DoubleUnaryOperator f) {
    return DoubleStream.of(x).map(f).toArray();
  }

  private static double[] even(int n, double h) {
    return IntStream.range(0, n).mapToDouble(i -> i * h).toArray();
  }

  @Test
  void aQuarticOnElevenPoints() {
    double[] x = even(11, 0.1);
    double[] y = sample(x, t -> t * t * t * t - 2 * t * t + t / 2);
    double[][] exact = {
      sample(x, t -> 4 * t * t * t - 4 * t + 0.5),
      sample(x, t -> 12 * t * t - 4),
      sample(x, t -> 24 * t),
      sample(x, t -> 24)
    };
    double[] tolerance = {1e-12, 1e-10, 1e-9, 1e-7};
    for (int n = 1; n <= 4; n++) {
      assertArrayEquals(
          exact[n - 1], FiniteDifferences.derivative(y, 0.1, n, 4), tolerance[n - 1], "order " + n);
      assertArrayEquals(
          exact[n - 1], FiniteDifferences.derivative(y, x, n, 4), tolerance[n - 1], "order " + n);
    }
  }

  @Test
  void knownWeights() {
    double[] fivePoints = {-2, -1, 0, 1, 2};
    double[][] w = FiniteDifferences.weights(0, fivePoints, 4);
    assertArrayEquals(new double[] {0, 0, 1, 0, 0}, w[0], 0);
    assertArrayEquals(new double[] {1 / 12.0, -2 / 3.0, 0, 2 / 3.0, -1 / 12.0}, w[1], 1e-15);
    assertArrayEquals(new double[] {-1 / 12.0, 4 / 3.0, -2.5, 4 / 3.0, -1 / 12.0}, w[2], 1e-15);
    assertArrayEquals(new double[] {1, -4, 6, -4, 1}, w[4], 1e-14);
    assertArrayEquals(
        new double[] {-1.5, 2, -0.5}, FiniteDifferences.weights(0, new double[] {0, 1, 2}, 1)[1]);
  }

  @Test
  void theErrorShrinksAsTheAccuracySays() {
    for (int order = 1; order <= 4; order++) {
      for (int accuracy = 1; accuracy <= 5; accuracy++) {
        double coarse = error(17, order, accuracy);
        double fine = error(33, order, accuracy);
        double observed = Math.log(coarse / fine) / Math.log(2);
        String which = order + ", " + accuracy + ": " + observed;
        assertEquals(0, Math.min(0, observed - accuracy + 0.4), which);
      }
    }
  }

  /** The largest error of a derivative of sin(3 x) on [0, 1]. */
  private static double error(int points, int order, int accuracy) {
    double h = 1.0 / (points - 1);
    double[] got =
        FiniteDifferences.derivative(
            sample(even(points, h), t -> Math.sin(3 * t)), h, order, accuracy);
    double largest = 0;
    for (int i = 0; i < points; i++) {
      double exact = Math.pow(3, order) * Math.sin(3 * i * h + order * Math.PI / 2);
      largest = Math.max(largest, Math.abs(got[i] - exact));
    }
    return largest;
  }

  @Test
  void unevenAndFallingGridsAreExactForPolynomials() {
    for (double sign : new double[] {1, -1}) {
      double[] x = sample(UNEVEN, t -> sign * t);
      double[] y = sample(x, t -> t * t * t - t);
      assertArrayEquals(
          sample(x, t -> 3 * t * t - 1), FiniteDifferences.derivative(y, x, 1, 3), 1e-13);
      assertArrayEquals(sample(x, t -> 6 * t), FiniteDifferences.derivative(y, x, 2, 2), 1e-12);
      assertArrayEquals(y, FiniteDifferences.derivative(y, x, 0, 2));
    }
  }

  @Test
  void axes() {
    double[][] y = new double[6][5];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 5; j++) {
        y[i][j] = i * i * 0.25 + 3 * i * j;
      }
    }
    double[][] down = FiniteDifferences.derivative(y, 0, 0.5, 1, 2);
    double[][] along = FiniteDifferences.derivative(y, 1, even(5, 2), 1, 2);
    double[] flat = FiniteDifferences.derivative(Lines.flat(y), new int[] {1, 6, 5}, 1, 0.5, 1, 2);
    double[] flatOnGrid =
        FiniteDifferences.derivative(Lines.flat(y), new int[] {6, 5, 1}, 1, even(5, 2), 1, 2);
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(i + 6 * j, down[i][j], 1e-12);
        assertEquals(1.5 * i, along[i][j], 1e-12);
        assertEquals(down[i][j], flat[5 * i + j]);
        assertEquals(along[i][j], flatOnGrid[5 * i + j]);
      }
    }
  }

  @Test
  void tangentsAndCotangentsOnAMovingGrid() {
    Random random = new Random(9);
    double[] y = random.doubles(16).toArray();
    double[] yDot = random.doubles(16, -1, 1).toArray();
    double[] gridDot = random.doubles(8, -1, 1).toArray();
    double[] bar = random.doubles(16, -1, 1).toArray();
    int[] shape = {2, 8};
    for (int order = 0; order <= 3; order++) {
      int n = order;
      double[] got = FiniteDifferenceRules.derivativeJvp(y, shape, 1, UNEVEN, n, 3, yDot, gridDot);
      double h = 1e-5;
      double[] up =
          FiniteDifferences.derivative(
              along(y, h, yDot), shape, 1, along(UNEVEN, h, gridDot), n, 3);
      double[] down =
          FiniteDifferences.derivative(
              along(y, -h, yDot), shape, 1, along(UNEVEN, -h, gridDot), n, 3);
      double scale = 1;
      for (int i = 0; i < 16; i++) {
        scale = Math.max(scale, Math.abs(got[i]));
      }
      assertArrayEquals(sub(up, down, 2 * h), got, 1e-6 * scale, "order " + n);
      var g = FiniteDifferenceReverseRules.derivativeVjp(y, shape, 1, UNEVEN, n, 3, bar);
      assertEquals(dot(bar, got), dot(g.values(), yDot) + dot(g.grid(), gridDot), 1e-12 * scale);
    }
  }

  @Test
  void tangentsAndCotangentsInTheSpacing() {
    Random random = new Random(9);
    double[] y = random.doubles(8).toArray();
    double[] yDot = random.doubles(8, -1, 1).toArray();
    double[] bar = random.doubles(8, -1, 1).toArray();
    double[] got = FiniteDifferenceRules.derivativeJvp(y, 0.5, 2, 2, yDot, 0.3);
    double h = 1e-6;
    double[] up = FiniteDifferences.derivative(along(y, h, yDot), 0.5 + h * 0.3, 2, 2);
    double[] down = FiniteDifferences.derivative(along(y, -h, yDot), 0.5 - h * 0.3, 2, 2);
    assertArrayEquals(sub(up, down, 2 * h), got, 1e-7);
    var g = FiniteDifferenceReverseRules.derivativeVjp(y, 0.5, 2, 2, bar);
    assertEquals(dot(bar, got), dot(g.values(), yDot) + 0.3 * g.spacing(), 1e-12);
    double[][] rows = {y};
    assertArrayEquals(
        g.values(),
        FiniteDifferenceReverseRules.derivativeVjp(rows, 1, 0.5, 2, 2, new double[][] {bar})
            .values()[0]);
    assertArrayEquals(
        got,
        FiniteDifferenceRules.derivativeJvp(rows, 1, 0.5, 2, 2, new double[][] {yDot}, 0.3)[0]);
  }

  /** The tangents of the operations that cotangents are made of. */
  @Test
  void secondDerivatives() {
    Random random = new Random(5);
    double[] y = random.doubles(16).toArray();
    double[] yDot = random.doubles(16, -1, 1).toArray();
    double[] gridDot = random.doubles(8, -1, 1).toArray();
    double[] bar = random.doubles(16, -1, 1).toArray();
    double[] barDot = random.doubles(16, -1, 1).toArray();
    int[] shape = {2, 8};
    double h = 1e-6;
    for (int order = 0; order <= 3; order++) {
      int n = order;
      double[] values =
          FiniteDifferenceRules.valuesBarJvp(bar, shape, 1, UNEVEN, n, 2, barDot, gridDot);
      double[] grid =
          FiniteDifferenceRules.gridBarJvp(y, shape, 1, UNEVEN, n, 2, bar, yDot, gridDot, barDot);
      double[][] two = new double[2][];
      double[][] twoOfGrid = new double[2][];
      for (int side = 0; side < 2; side++) {
        double t = side == 0 ? h : -h;
        double[] points = along(UNEVEN, t, gridDot);
        double[] moved = along(bar, t, barDot);
        two[side] = FiniteDifferenceRules.valuesBar(moved, shape, 1, points, n, 2);
        twoOfGrid[side] =
            FiniteDifferenceRules.gridBar(along(y, t, yDot), shape, 1, points, n, 2, moved);
      }
      double scale = 1 + IntStream.range(0, 8).mapToDouble(i -> Math.abs(grid[i])).max().orElse(0);
      assertArrayEquals(sub(two[0], two[1], 2 * h), values, 1e-7 * scale, "order " + n);
      assertArrayEquals(sub(twoOfGrid[0], twoOfGrid[1], 2 * h), grid, 1e-7 * scale, "order " + n);
      double[] uniform = FiniteDifferenceRules.valuesBarJvp(bar, shape, 1, 0.5, n, 2, barDot, 0.3);
      double[] up =
          FiniteDifferenceRules.valuesBar(along(bar, h, barDot), shape, 1, 0.5 + h * 0.3, n, 2);
      double[] down =
          FiniteDifferenceRules.valuesBar(along(bar, -h, barDot), shape, 1, 0.5 - h * 0.3, n, 2);
      assertArrayEquals(sub(up, down, 2 * h), uniform, 1e-6);
    }
  }

  @Test
  void failures() {
    double[] y = new double[4];
    assertFails(
        "4 points, but order 2 with accuracy 3 needs 5",
        () -> FiniteDifferences.derivative(y, 1, 2, 3));
    assertFails("order is -1, accuracy is 2", () -> FiniteDifferences.derivative(y, 1, -1, 2));
    assertFails("spacing is 0.0", () -> FiniteDifferences.derivative(y, 0.0, 1, 2));
    assertFails(
        "the grid must rise or fall: 1.0 follows 1.0",
        () -> FiniteDifferences.derivative(y, new double[] {0, 1, 1, 2}, 1, 2));
    assertFails(
        "the grid must rise or fall: NaN follows 0.0",
        () -> FiniteDifferences.derivative(y, new double[] {0, Double.NaN, 1, 2}, 1, 2));
    assertFails(
        "axis is 2, but there are 2",
        () -> FiniteDifferences.derivative(new double[2][2], 2, 1, 1, 1));
    assertFails(
        "4 values, but the grid has 3 points along the axis and the shape 4 entries",
        () -> FiniteDifferences.derivative(y, new double[] {0, 1, 2}, 1, 2));
    assertFails(
        "2 points, but order 2 needs 3",
        () -> FiniteDifferences.weights(0, new double[] {1, 2}, 2));
    assertFails(
        "points 0 and 1 are both 2.0", () -> FiniteDifferences.weights(0, new double[] {2, 2}, 1));
  }

  private static void assertFails(String message, Runnable run) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, run::run).getMessage());
  }

  private static double[] along(double[] x, double t, double[] direction) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] + t * direction[i]).toArray();
  }

  private static double[] sub(double[] a, double[] b, double divisor) {
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) / divisor).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }
}
