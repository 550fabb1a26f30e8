package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SpecialMath where there is nothing to round: infinities, zeros, poles, ends of the range. */
final class SpecialMathEdgesTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;
  private static final double MAX = Double.MAX_VALUE;

  static Stream<Arguments> exactValues() {
    return Stream.of(
        row("erf(-0)", SpecialMath.erf(-0.0), -0.0),
        row("erf(0)", SpecialMath.erf(0), 0),
        row("erf(Inf)", SpecialMath.erf(INF), 1),
        row("erf(-Inf)", SpecialMath.erf(-INF), -1),
        row("erf(MAX)", SpecialMath.erf(MAX), 1),
        row("erf(NaN)", SpecialMath.erf(NAN), NAN),
        row("erfc(0)", SpecialMath.erfc(0), 1),
        row("erfc(Inf)", SpecialMath.erfc(INF), 0),
        row("erfc(27.3)", SpecialMath.erfc(27.3), 0),
        row("erfc(-Inf)", SpecialMath.erfc(-INF), 2),
        row("erfc(-MAX)", SpecialMath.erfc(-MAX), 2),
        row("erfc(NaN)", SpecialMath.erfc(NAN), NAN),
        row("normalCdf(0)", SpecialMath.normalCdf(0), 0.5),
        row("normalCdf(-0)", SpecialMath.normalCdf(-0.0), 0.5),
        row("normalCdf(Inf)", SpecialMath.normalCdf(INF), 1),
        row("normalCdf(-Inf)", SpecialMath.normalCdf(-INF), 0),
        row("normalCdf(-38.6)", SpecialMath.normalCdf(-38.6), 0),
        row("normalCdf(NaN)", SpecialMath.normalCdf(NAN), NAN),
        row("normalPdf(0)", SpecialMath.normalPdf(0), 1 / Math.sqrt(2 * Math.PI)),
        row("normalPdf(Inf)", SpecialMath.normalPdf(INF), 0),
        row("normalPdf(-Inf)", SpecialMath.normalPdf(-INF), 0),
        row("normalPdf(NaN)", SpecialMath.normalPdf(NAN), NAN),
        row("inverseNormalCdf(0)", SpecialMath.inverseNormalCdf(0), -INF),
        row("inverseNormalCdf(-0)", SpecialMath.inverseNormalCdf(-0.0), -INF),
        row("inverseNormalCdf(1)", SpecialMath.inverseNormalCdf(1), INF),
        row("inverseNormalCdf(1/2)", SpecialMath.inverseNormalCdf(0.5), 0),
        row("inverseNormalCdf(-MIN)", SpecialMath.inverseNormalCdf(-Double.MIN_VALUE), NAN),
        row("inverseNormalCdf(1+)", SpecialMath.inverseNormalCdf(Math.nextUp(1.0)), NAN),
        row("inverseNormalCdf(Inf)", SpecialMath.inverseNormalCdf(INF), NAN),
        row("inverseNormalCdf(NaN)", SpecialMath.inverseNormalCdf(NAN), NAN),
        row("lgamma(0)", SpecialMath.lgamma(0), INF),
        row("lgamma(-0)", SpecialMath.lgamma(-0.0), INF),
        row("lgamma(1)", SpecialMath.lgamma(1), 0),
        row("lgamma(2)", SpecialMath.lgamma(2), 0),
        row("lgamma(-1)", SpecialMath.lgamma(-1), INF),
        row("lgamma(-40)", SpecialMath.lgamma(-40), INF),
        row("lgamma(-MAX)", SpecialMath.lgamma(-MAX), INF),
        row("lgamma(MAX)", SpecialMath.lgamma(MAX), INF),
        row("lgamma(Inf)", SpecialMath.lgamma(INF), INF),
        row("lgamma(-Inf)", SpecialMath.lgamma(-INF), INF),
        row("lgamma(NaN)", SpecialMath.lgamma(NAN), NAN),
        row("digamma(0)", SpecialMath.digamma(0), -INF),
        row("digamma(-0)", SpecialMath.digamma(-0.0), INF),
        row("digamma(MIN)", SpecialMath.digamma(Double.MIN_VALUE), -INF),
        row("digamma(-3)", SpecialMath.digamma(-3), NAN),
        row("digamma(Inf)", SpecialMath.digamma(INF), INF),
        row("digamma(-Inf)", SpecialMath.digamma(-INF), NAN),
        row("digamma(NaN)", SpecialMath.digamma(NAN), NAN),
        row("trigamma(0)", SpecialMath.trigamma(0), INF),
        row("trigamma(-0)", SpecialMath.trigamma(-0.0), INF),
        row("trigamma(-2)", SpecialMath.trigamma(-2), INF),
        row("trigamma(MIN)", SpecialMath.trigamma(Double.MIN_VALUE), INF),
        row("trigamma(Inf)", SpecialMath.trigamma(INF), 0),
        row("trigamma(-Inf)", SpecialMath.trigamma(-INF), NAN),
        row("trigamma(NaN)", SpecialMath.trigamma(NAN), NAN),
        row("polygamma(2, 0)", SpecialMath.polygamma(2, 0), -INF),
        row("polygamma(2, -0)", SpecialMath.polygamma(2, -0.0), INF),
        row("polygamma(2, -1)", SpecialMath.polygamma(2, -1), NAN),
        row("polygamma(3, 0)", SpecialMath.polygamma(3, 0), INF),
        row("polygamma(3, -1)", SpecialMath.polygamma(3, -1), INF),
        row("polygamma(2, MIN)", SpecialMath.polygamma(2, Double.MIN_VALUE), -INF),
        row("polygamma(400, 1)", SpecialMath.polygamma(400, 1), -INF),
        row("polygamma(3, Inf)", SpecialMath.polygamma(3, INF), 0),
        row("polygamma(3, -Inf)", SpecialMath.polygamma(3, -INF), NAN),
        row("polygamma(3, NaN)", SpecialMath.polygamma(3, NAN), NAN),
        row("sigmoid(0)", SpecialMath.sigmoid(0), 0.5),
        row("sigmoid(Inf)", SpecialMath.sigmoid(INF), 1),
        row("sigmoid(-Inf)", SpecialMath.sigmoid(-INF), 0),
        row("sigmoid(NaN)", SpecialMath.sigmoid(NAN), NAN),
        row("log1pexp(Inf)", SpecialMath.log1pexp(INF), INF),
        row("log1pexp(MAX)", SpecialMath.log1pexp(MAX), MAX),
        row("log1pexp(-Inf)", SpecialMath.log1pexp(-INF), 0),
        row("log1pexp(NaN)", SpecialMath.log1pexp(NAN), NAN),
        row("log1mexp(0)", SpecialMath.log1mexp(0), -INF),
        row("log1mexp(-0)", SpecialMath.log1mexp(-0.0), -INF),
        row("log1mexp(-Inf)", SpecialMath.log1mexp(-INF), -0.0),
        row("log1mexp(MIN)", SpecialMath.log1mexp(Double.MIN_VALUE), NAN),
        row("log1mexp(Inf)", SpecialMath.log1mexp(INF), NAN),
        row("log1mexp(NaN)", SpecialMath.log1mexp(NAN), NAN),
        row("logSumExp()", SpecialMath.logSumExp(new double[0]), -INF),
        row("logSumExp(-Inf)", SpecialMath.logSumExp(new double[] {-INF, -INF}), -INF),
        row("logSumExp(Inf)", SpecialMath.logSumExp(new double[] {1, INF, -INF, INF}), INF),
        row("logSumExp(1, -Inf)", SpecialMath.logSumExp(new double[] {1, -INF}), 1),
        row("logSumExp(MAX)", SpecialMath.logSumExp(new double[] {MAX, -MAX}), MAX),
        row("logSumExp(Inf, NaN)", SpecialMath.logSumExp(new double[] {INF, NAN}), NAN),
        row("logSumExp(NaN, 1)", SpecialMath.logSumExp(new double[] {NAN, 1}), NAN));
  }

  private static Arguments row(String call, double found, double expected) {
    return Arguments.of(call, found, expected);
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("exactValues")
  void isExact(String call, double found, double expected) {
    if (call.equals("normalPdf(0)")) {
      assertEquals(expected, found, Math.ulp(expected));
    } else {
      assertEquals(expected, found, call);
    }
  }

  @Test
  void softmaxHasLimitsWhereTheyExist() {
    assertArrayEquals(new double[0], SpecialMath.softmax(new double[0]));
    assertArrayEquals(new double[] {0, 1, 0}, SpecialMath.softmax(new double[] {3, INF, -INF}));
    assertArrayEquals(new double[] {NAN, 0, NAN}, SpecialMath.softmax(new double[] {INF, 3, INF}));
    assertArrayEquals(new double[] {1}, SpecialMath.softmax(new double[] {-INF}));
    assertArrayEquals(new double[] {NAN, NAN}, SpecialMath.softmax(new double[] {-INF, -INF}));
    assertArrayEquals(new double[] {0, 1}, SpecialMath.softmax(new double[] {-INF, -7}));
    assertArrayEquals(new double[] {NAN, NAN}, SpecialMath.softmax(new double[] {NAN, INF}));
    assertArrayEquals(new double[] {0.5, 0.5}, SpecialMath.softmax(new double[] {MAX, MAX}));
  }

  @Test
  void argumentsAreLeftAlone() {
    double[] x = {1, -2, 3};
    SpecialMath.softmax(x);
    SpecialMath.logSumExp(x);
    assertArrayEquals(new double[] {1, -2, 3}, x);
  }

  @Test
  void negativeOrdersAreRefused() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> SpecialMath.polygamma(-1, 1));
    assertEquals("polygamma of order -1, which is negative", error.getMessage());
  }

  @Test
  void longSumsDoNotLoseDigits() {
    int n = 1_000_000;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 2 == 0 ? 0.1 : -0.23;
    }
    double half = 0.5 * (1 + Math.exp(-0.33));
    double expected = Math.log(n * half) + 0.1;
    assertEquals(expected, SpecialMath.logSumExp(x), 2 * Math.ulp(expected));
    assertEquals(1 / (n * half), SpecialMath.softmax(x)[n / 2], 3 * Math.ulp(1e-6));
  }

  @Test
  void theInverseUndoesTheCdf() {
    int points = 400;
    for (int i = 1; i < points; i++) {
      double x = -37.0 + 42.0 * i / points;
      double p = SpecialMath.normalCdf(x);
      // An error of 4 ulp in p and in the inverse, brought back by the cdf's slope.
      double slack = 4 * Math.ulp(p) / SpecialMath.normalPdf(x) + 4 * Math.ulp(x);
      double back = SpecialMath.inverseNormalCdf(p);
      assertTrue(Math.abs(back - x) <= slack, () -> x + " came back as " + back);
    }
  }

  @Test
  void thereAreNoStepsBackWhereFormulasMeet() {
    // Rounding alone moves the results by up to 4 ulp; a seam of two formulas would show as more.
    for (double seam : new double[] {0.46875, 0.84, 6}) {
      double below = SpecialMath.erf(Math.nextDown(seam));
      assertEquals(below, SpecialMath.erf(seam), 3 * Math.ulp(below), "erf at " + seam);
      double above = SpecialMath.erfc(Math.nextDown(seam));
      assertEquals(above, SpecialMath.erfc(seam), above * seam * seam * 2e-15, "erfc at " + seam);
    }
    for (double seam : new double[] {0.5, 1.5, 2.5, 10, -0.5}) {
      double below = SpecialMath.lgamma(Math.nextDown(seam));
      assertEquals(below, SpecialMath.lgamma(seam), 10 * Math.ulp(below), "lgamma at " + seam);
    }
    for (double seam : new double[] {1, 3, 10}) {
      double below = SpecialMath.digamma(Math.nextDown(seam));
      assertEquals(below, SpecialMath.digamma(seam), 9 * Math.ulp(below), "digamma at " + seam);
    }
  }
}
