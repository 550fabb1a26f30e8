package io.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.TabulatedValues.Row;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SpecialMath against tabulated values, within the bounds that its Javadoc states. */
final class SpecialMathTabulatedTest {
  static Stream<Arguments> functions() {
    return Stream.of(
        function("erf", SpecialMath::erf, 2, 142),
        function("erfc", SpecialMath::erfc, 4, 146),
        function("normalCdf", SpecialMath::normalCdf, 5, 139),
        function("normalPdf", SpecialMath::normalPdf, 3, 100),
        function("inverseNormalCdf", SpecialMath::inverseNormalCdf, 4, 154),
        function("lgamma", SpecialMath::lgamma, 6, 390),
        function("trigamma", SpecialMath::trigamma, 6, 137),
        function("sigmoid", SpecialMath::sigmoid, 3, 84),
        function("log1pexp", SpecialMath::log1pexp, 3, 85),
        function("log1mexp", SpecialMath::log1mexp, 3, 84));
  }

  private static Arguments function(
      String name, DoubleUnaryOperator function, double bound, int rows) {
    return Arguments.of(name, function, bound, rows);
  }

  @ParameterizedTest(name = "{0} within {2} ulp")
  @MethodSource("functions")
  void isWithinItsBound(String name, DoubleUnaryOperator function, double bound, int rows) {
    List<Row> table = rows(name, rows);
    assertWithin(table, row -> row.error(function.applyAsDouble(row.number(0))), row -> bound);
  }

  @Test
  void digammaIsWithinItsBound() {
    assertWithin(
        rows("digamma", 203),
        row -> {
          double x = row.number(0);
          double reflected = x < 0 ? Math.abs(SpecialMath.digamma(1 - x)) : 0;
          return row.error(SpecialMath.digamma(x), Math.max(row.ulpScale(), reflected));
        },
        row -> row.number(0) < 0 ? 6 : 4);
  }

  @Test
  void polygammaIsWithinItsBound() {
    assertWithin(
        rows("polygamma", 357),
        row -> {
          int n = Integer.parseInt(row.arguments()[0]);
          double x = row.number(1);
          double scale = row.ulpScale();
          if (x < 0) {
            double greatest = n == 0 ? SpecialMath.digamma(1 - x) : greatestTerm(n, x);
            scale = Math.max(scale, Math.abs(greatest));
          }
          return row.error(SpecialMath.polygamma(n, x), scale);
        },
        row -> 8 + 2 * Double.parseDouble(row.arguments()[0]));
  }

  /** The term of the pole nearest to x in n! / |x + k|^(n+1). */
  private static double greatestTerm(int n, double x) {
    double distance = Math.abs(x - Math.rint(x));
    double term = 1 / distance;
    for (int j = 1; j <= n; j++) {
      term *= j / distance;
    }
    return term;
  }

  @Test
  void logSumExpIsWithinItsBound() {
    assertWithin(
        rows("logSumExp", 20),
        row -> {
          double max = Double.NEGATIVE_INFINITY;
          for (double entry : row.numbers(0)) {
            max = Math.max(max, entry);
          }
          double scale = Math.max(Math.abs(max), row.ulpScale());
          return row.error(SpecialMath.logSumExp(row.numbers(0)), scale);
        },
        row -> 3);
  }

  @Test
  void softmaxIsWithinItsBound() {
    assertWithin(
        rows("softmax", 82),
        row -> {
          int at = Integer.parseInt(row.arguments()[0]);
          return row.error(SpecialMath.softmax(row.numbers(1))[at]);
        },
        row -> {
          double[] x = row.numbers(1);
          double max = Double.NEGATIVE_INFINITY;
          for (double entry : x) {
            max = Math.max(max, entry);
          }
          return 4 + (max - x[Integer.parseInt(row.arguments()[0])]) / 2;
        });
  }

  private static List<Row> rows(String function, int count) {
    List<Row> rows = TabulatedValues.of(function);
    assertEquals(count, rows.size(), "rows for " + function);
    return rows;
  }

  private static void assertWithin(
      List<Row> rows, ToDoubleFunction<Row> error, ToDoubleFunction<Row> bound) {
    for (Row row : rows) {
      double found = error.applyAsDouble(row);
      assertTrue(found <= bound.applyAsDouble(row), () -> row + " is off by " + found + " ulp");
    }
  }
}
