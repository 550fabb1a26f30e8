package io.cotangent.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ScalarFunction;
import io.cotangent.SpecialMath;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** GradientCheck on scalar functions: right ones pass, and what fails says why. */
final class ScalarGradientCheckTest {
  private static final double[] POINT = {0.3, -1.2, 0.7};

  private static Scalar one(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
    return new Scalar(
        1, x -> value.applyAsDouble(x[0]), x -> new double[] {derivative.applyAsDouble(x[0])});
  }

  static Stream<Arguments> rightFunctions() {
    return Stream.of(
        Arguments.of("smooth", Scalar.smooth(), POINT),
        Arguments.of("exp at 30", one(Math::exp, Math::exp), new double[] {30}),
        Arguments.of("exp at -30", one(Math::exp, Math::exp), new double[] {-30}),
        Arguments.of("log near 0", one(Math::log, x -> 1 / x), new double[] {1e-6}),
        Arguments.of("1/x at 1e-3", one(x -> 1 / x, x -> -1 / (x * x)), new double[] {1e-3}),
        Arguments.of("x at 1e12", one(x -> x * x, x -> 2 * x), new double[] {1e12}),
        Arguments.of("x^2 at 0", one(x -> x * x, x -> 2 * x), new double[] {0}),
        Arguments.of("constant", one(x -> 3.5, x -> 0), new double[] {2}),
        Arguments.of("zero", one(x -> 0, x -> 0), new double[] {2}),
        Arguments.of("abs at 0", one(Math::abs, Math::signum), new double[] {0}),
        Arguments.of("relu", one(x -> Math.max(x, 0), x -> x > 0 ? 1 : 0), new double[] {-0.01}),
        Arguments.of("waves", one(x -> Math.sin(500 * x), x -> 500 * Math.cos(500 * x)), at(0.2)),
        Arguments.of("erf", one(SpecialMath::erf, x -> 2 / Math.sqrt(Math.PI) * e(x)), at(0.4)),
        Arguments.of("lgamma", one(SpecialMath::lgamma, SpecialMath::digamma), at(3.3)),
        Arguments.of("digamma", one(SpecialMath::digamma, SpecialMath::trigamma), at(0.3)),
        Arguments.of("trigamma", one(SpecialMath::trigamma, x -> poly(2, x)), at(-2.3)),
        Arguments.of("polygamma", one(x -> poly(4, x), x -> poly(5, x)), at(2.3)),
        Arguments.of("sqrt at 1e-4", one(Math::sqrt, x -> 0.5 / Math.sqrt(x)), at(1e-4)),
        Arguments.of("large offset", one(x -> 1e6 + Math.sin(x), Math::cos), at(0.5)),
        Arguments.of("throws beyond 1", one(ScalarGradientCheckTest::picky, x -> 2 * x), at(0.99)),
        Arguments.of("nothing", new Scalar(0, x -> 1, x -> x), new double[0]),
        Arguments.of("at its least", bowl(), new double[] {1, 1, 1, 1}));
  }

  private static double[] at(double x) {
    return new double[] {x};
  }

  private static double e(double x) {
    return Math.exp(-x * x);
  }

  private static double poly(int n, double x) {
    return SpecialMath.polygamma(n, x);
  }

  private static double picky(double x) {
    if (x > 1) {
      throw new IllegalArgumentException("beyond 1");
    }
    return x * x;
  }

  /** Rosenbrock's function, whose gradient vanishes at (1, ..., 1). */
  private static Scalar bowl() {
    return new Scalar(
        4,
        x -> {
          double sum = 0;
          for (int i = 0; i < 3; i++) {
            double a = x[i + 1] - x[i] * x[i];
            sum += 100 * a * a + (1 - x[i]) * (1 - x[i]);
          }
          return sum;
        },
        x -> {
          double[] gradient = new double[4];
          for (int i = 0; i < 3; i++) {
            double a = x[i + 1] - x[i] * x[i];
            gradient[i + 1] += 200 * a;
            gradient[i] += -400 * x[i] * a - 2 * (1 - x[i]);
          }
          return gradient;
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rightFunctions")
  void rightDerivativesPass(String name, ScalarFunction function, double[] x) {
    double[] before = x.clone();
    GradientCheck.check(function, x);
    assertArrayEquals(before, x);
  }

  @Test
  void theErrorTellsBothValuesAndHowFarApartTheyAre() {
    Scalar wrong = one(x -> x * x, x -> 3 * x);
    GradientCheckError error =
        assertThrows(GradientCheckError.class, () -> GradientCheck.check(wrong, at(2)));
    assertEquals("gradient[0]", error.entry());
    assertEquals(6, error.derivative());
    assertEquals(4, error.reference(), 1e-9);
    assertEquals(6e-6, error.tolerance(), 1e-7);
    String message =
        "gradient[0] by reverse mode is 6.0 but finite differences give "
            + error.reference()
            + " (difference "
            + (6 - error.reference())
            + ", tolerance "
            + error.tolerance()
            + ")";
    assertEquals(message, error.getMessage());
  }

  static Stream<Arguments> unsettled() {
    return Stream.of(
        Arguments.of("sqrt at 0", one(Math::sqrt, x -> Double.POSITIVE_INFINITY), 0.0),
        Arguments.of("jump", one(Math::floor, x -> 0), 1.0),
        Arguments.of("cbrt at 0", one(Math::cbrt, x -> 1), 0.0),
        Arguments.of("not a number around", one(x -> x == 1 ? 1 : Double.NaN, x -> 0), 1.0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsettled")
  void whereDifferencesDoNotSettleTheCheckFails(String name, ScalarFunction function, double x) {
    GradientCheckError error =
        assertThrows(GradientCheckError.class, () -> GradientCheck.check(function, at(x)));
    assertTrue(error.getMessage().contains("finite differences do not settle"), error.getMessage());
  }

  @Test
  void notANumberIsWrong() {
    Scalar wrong = one(x -> x * x, x -> Double.NaN);
    assertThrows(GradientCheckError.class, () -> GradientCheck.check(wrong, at(2)));
  }

  @Test
  void aLooserToleranceServesFunctionsInFloat() {
    Scalar inFloat = one(x -> (float) Math.sin((float) x), x -> (float) Math.cos((float) x));
    GradientCheck.check(inFloat, at(0.7), 1e-2);
    Scalar wrong = one(x -> (float) Math.sin((float) x), x -> 1.05f * (float) Math.cos((float) x));
    assertThrows(GradientCheckError.class, () -> GradientCheck.check(wrong, at(0.7), 1e-2));
  }

  @Test
  void badPointsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> GradientCheck.check(Scalar.smooth(), at(1)));
    Scalar log = one(Math::log, x -> 1 / x);
    assertThrows(IllegalArgumentException.class, () -> GradientCheck.check(log, at(-1)));
  }

  @Test
  void withoutSecondOrderTheDefaultsSayWhatToDo() {
    Scalar first = one(x -> x, x -> 1);
    UnsupportedOperationException error =
        assertThrows(UnsupportedOperationException.class, () -> first.hessian(at(1)));
    assertTrue(error.getMessage().contains("order = 2"), error.getMessage());
    assertThrows(UnsupportedOperationException.class, () -> first.hvp(at(1), at(1)));
    assertEquals(1, first.order());
  }
}
