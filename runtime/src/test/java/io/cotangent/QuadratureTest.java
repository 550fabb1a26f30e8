package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException.Phase;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** {@link Quadrature} against closed forms, and where it must give up. */
class QuadratureTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static void check(double exact, DoubleUnaryOperator f, double a, double b) {
    double got = Quadrature.integrate(f, a, b);
    assertEquals(exact, got, 1e-10 * Math.max(1e-3, Math.abs(exact)));
    assertEquals(-got, Quadrature.integrate(f, b, a));
    Quadrature.Integral integral = Quadrature.integral(f, a, b, 0, 1e-6);
    double error = Math.abs(integral.value() - exact);
    assertTrue(error <= integral.error() + 1e-15, error + " > " + integral.error());
  }

  @Test
  void finiteRanges() {
    check(2, Math::sin, 0, Math.PI);
    check(Math.E - 1, Math::exp, 0, 1);
    check(2 / 5.0 * Math.atan(5), x -> 1 / (1 + 25 * x * x), -1, 1);
    check(0.01 * Math.PI, x -> 1e-4 / (1e-8 + x * x) * 0.01, -INF, INF);
    check(2.5, Math::abs, -1, 2);
    check(Math.sin(200) / 100, x -> Math.cos(200 * x), -1, 1);
  }

  @Test
  void singularBounds() {
    check(2, x -> 1 / Math.sqrt(x), 0, 1);
    check(-1, Math::log, 0, 1);
    check(-4, x -> Math.log(x) / Math.sqrt(x), 0, 1);
    check(2, x -> 1 / Math.sqrt(-x), -1, 0);
  }

  @Test
  void infiniteRanges() {
    check(Math.sqrt(Math.PI), x -> Math.exp(-x * x), -INF, INF);
    check(1, x -> Math.exp(-x), 0, INF);
    check(1, x -> 1 / (x * x), 1, INF);
    check(Math.PI / 2, x -> 1 / (1 + x * x), -INF, 0);
    check(Math.exp(3), Math::exp, -INF, 3);
    check(Math.sqrt(Math.PI) / 2, x -> Math.sqrt(x) * Math.exp(-x), 0, INF);
    check(Math.sqrt(2 * Math.PI), x -> Math.exp(-(x - 50) * (x - 50) / 2), -INF, INF);
  }

  @Test
  void emptyRangesAndManyBounds() {
    assertEquals(0, Quadrature.integrate(x -> Double.NaN, 2, 2));
    assertEquals(0, Quadrature.integrate(Math::exp, INF, INF));
    assertArrayEquals(
        new double[] {0.5, 2, -0.5},
        Quadrature.integrate(x -> x, new double[] {0, 0, 1}, new double[] {1, 2, 0}),
        1e-15);
  }

  @Test
  void anIntegralThatCancelsIsZeroToTheModulus() {
    assertEquals(0, Quadrature.integrate(x -> x * x * x * Math.abs(x), -1, 1), 1e-15);
  }

  /** Kronrod's rule of 21 points integrates polynomials up to degree 31. */
  @Test
  void oneIntervalIsEnoughForPolynomials() {
    for (int n = 0; n <= 31; n++) {
      int degree = n;
      Quadrature.Integral got =
          Quadrature.integral(x -> Math.pow(x, degree), 0, 2, 0, n <= 19 ? 1e-12 : 1e-4);
      assertEquals(21, got.evaluations(), "degree " + n);
      double exact = Math.pow(2, n + 1) / (n + 1);
      assertEquals(exact, got.value(), 1e-14 * exact, "degree " + n);
    }
  }

  private static ConvergenceException failure(DoubleUnaryOperator f, double a, double b) {
    return assertThrows(ConvergenceException.class, () -> Quadrature.integrate(f, a, b));
  }

  @Test
  void failuresThrow() {
    ConvergenceException pole = failure(x -> 1 / x, 0, 1);
    assertEquals(Phase.FORWARD, pole.phase());
    assertEquals(Status.STAGNATED, pole.status());
    assertTrue(pole.residual() > 0.1, pole.getMessage());
    assertEquals(Status.STAGNATED, failure(x -> 1, 0, INF).status());
    assertEquals(Status.MAX_ITERATIONS, failure(x -> Math.sin(1e7 * x), 0, 1).status());
    ConvergenceException inside = failure(x -> 1 / Math.sqrt(Math.abs(x)), -1, 1);
    assertEquals(Status.DIVERGED, inside.status());
    assertEquals("the integrand isn't finite at 0.0: make it a bound", inside.getMessage());
    assertEquals(Status.DIVERGED, failure(x -> Double.NaN, 0, 1).status());
    assertEquals(Status.STAGNATED, failure(x -> 1 / Math.sqrt(1 - x), 0, 1).status());
    assertEquals(Status.STAGNATED, Quadrature.integral(x -> 1 / (1 - x), 0, 1, 0, 1e-8).status());
    assertThrows(IllegalArgumentException.class, () -> Quadrature.integrate(x -> x, Double.NaN, 1));
    assertThrows(
        IllegalArgumentException.class, () -> Quadrature.integrate(x -> x, 0, 1, 0, 1e-16));
    assertThrows(
        IllegalArgumentException.class,
        () -> Quadrature.integrate(x -> x, new double[2], new double[1]));
  }
}
