package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.Differentiable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A pushforward runs the method once and its tangents any number of times. */
class PushforwardTest {

  private static int runs;

  static void count() {
    runs++;
  }

  @Differentiable
  static double counted(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      count();
      if (x[i] > 0) {
        sum += x[i] * half(x[i]);
      }
    }
    return sum;
  }

  private static double half(double x) {
    count();
    return x / 2;
  }

  @Differentiable
  static double[] scaled(double[] x, double c) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= c;
    }
    return x;
  }

  @Differentiable(wrt = "x")
  static double inside(double[][] x) {
    return x[1][x[0].length];
  }

  @Differentiable
  static double through(double[][] x, int[] at) {
    double[] row = x[at[0]];
    return half(x[at[1]][at[2]]) * row[0];
  }

  @Differentiable(wrt = "x")
  static double arguments(double[] x, int n) {
    return product(x[2], x[n / x.length]);
  }

  private static double product(double x, double y) {
    return x * y;
  }

  @Differentiable(wrt = "x")
  static double intoRow(double[][] x) {
    x[0][0] = x[1][x[2].length];
    return x[0][5];
  }

  private static void sameException(Executable primal, Executable pushforward) {
    RuntimeException want = assertThrows(RuntimeException.class, primal);
    RuntimeException got = assertThrows(RuntimeException.class, pushforward);
    assertEquals(want.toString(), got.toString());
  }

  @Test
  void whatThrowsFirstThrowsFirst() {
    double[][] none = {};
    sameException(() -> inside(none), () -> PushforwardTestInsideDerivatives.pushforward(none));
    double[] empty = {};
    sameException(
        () -> arguments(empty, 3), () -> PushforwardTestArgumentsDerivatives.pushforward(empty, 3));
    sameException(() -> intoRow(none), () -> PushforwardTestIntoRowDerivatives.pushforward(none));
    double[][] one = {{1}};
    int[][] all = {{}, {1}, {0}, {0, 1}, {0, 0}, {0, 0, 1}, {-1, 2, 3}, {0, 2, 3}};
    for (int[] at : all) {
      sameException(
          () -> through(one, at), () -> PushforwardTestThroughDerivatives.pushforward(one, at));
    }
  }

  @Test
  void theMethodRunsOnce() {
    runs = 0;
    var push = PushforwardTestCountedDerivatives.pushforward(new double[] {1, -2, 3}, 3);
    assertEquals(5, runs);
    assertEquals(5.0, push.value());
    assertEquals(7.0, push.apply(new double[] {1, 5, 2}));
    assertEquals(1.0, push.apply(new double[] {1, 0, 0}));
    assertEquals(5, runs);
  }

  @Test
  void tangentsAreFreshAndArgumentsUntouched() {
    double[] x = {1, 2};
    var push = PushforwardTestScaledDerivatives.pushforward(x, 3);
    assertArrayEquals(new double[] {1, 2}, x);
    double[] dot = {1, 0};
    double[] first = push.apply(dot, 1);
    double[] second = push.apply(dot, 1);
    assertArrayEquals(new double[] {4, 2}, first);
    assertArrayEquals(first, second);
    assertNotSame(first, second);
    assertArrayEquals(new double[] {1, 0}, dot);
    assertArrayEquals(new double[] {3, 6}, push.value());
  }
}
