package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The optimal value over a set that moves with the parameters has the set's part in its slope. */
class ValueTest {
  private static final double[] N = new double[3];

  /** Each by name and as a call of the objective, with the constraint active and without. */
  static Stream<Arguments> functions() {
    List<ScalarFunction> bowls =
        List.of(
            ValueProgramsOfProjectedDerivatives.function(N),
            ValueProgramsValueOfProjectedDerivatives.function(N),
            ValueProgramsOfBallDerivatives.function(N),
            ValueProgramsValueOfBallDerivatives.function(N),
            ValueProgramsOfLimitedDerivatives.function(N),
            ValueProgramsAtLimitedDerivatives.function(N),
            ValueProgramsValueOfLimitedDerivatives.function(N),
            ValueProgramsOfBothDerivatives.function(N),
            ValueProgramsValueOfBothDerivatives.function(N),
            ValueProgramsOfSparseDerivatives.function(N));
    List<ScalarFunction> boxes =
        List.of(
            ValueProgramsOfBetweenDerivatives.function(0, 0, 0),
            ValueProgramsValueOfBetweenDerivatives.function(0, 0, 0));
    List<ScalarFunction> redundant =
        List.of(
            ValueProgramsOfRedundantDerivatives.function(0),
            ValueProgramsValueOfRedundantDerivatives.function(0));
    List<ScalarFunction> doubled =
        List.of(
            ValueProgramsOfDoubledDerivatives.function(0, 0),
            ValueProgramsValueOfDoubledDerivatives.function(0, 0));
    return Stream.of(
            each(bowls, 1.2, 0.4, 0.7),
            each(bowls, 3.5, 0.4, 0.7),
            each(boxes, 0.9, -1, 0.24),
            each(boxes, 0.9, -1, 5),
            each(boxes, 0.9, 1, 5),
            each(redundant, 1.2),
            each(doubled, 1.2, 1.3),
            each(doubled, 3.5, 1.3),
            each(doubled, 3.5, 2.5))
        .flatMap(s -> s);
  }

  private static Stream<Arguments> each(List<ScalarFunction> functions, double... at) {
    return functions.stream().map(f -> Arguments.of(f, at));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void againstDifferences(ScalarFunction function, double[] at) {
    GradientCheck.check(function, at);
  }

  /** {@code min (x - 2)²} with {@code x <= p} is {@code (p - 2)²}. */
  @Test
  void closedForm() {
    assertArrayEquals(
        new double[] {2 * (1.2 - 2), 0},
        gradient(ValueProgramsOfDoubledDerivatives.function(0, 0), 1.2, 1.3),
        1e-9);
    assertArrayEquals(
        new double[] {2 * (1.2 - 2), 0},
        gradient(ValueProgramsValueOfDoubledDerivatives.function(0, 0), 1.2, 1.3),
        1e-9);
  }

  private static double[] gradient(ScalarFunction f, double... at) {
    double[] gradient = new double[at.length];
    f.valueAndGradient(at, gradient);
    return gradient;
  }

  /** Of two limits that agree either may be the one that counts: the value has a kink. */
  @Test
  void openMultipliersHaveNoDerivative() {
    double[] at = {1.2, 1.2};
    double[] along = {1, 0};
    for (ScalarFunction f :
        List.of(
            ValueProgramsOfDoubledDerivatives.function(0, 0),
            ValueProgramsValueOfDoubledDerivatives.function(0, 0))) {
      assertEquals(0.64, f.value(at), 1e-10);
      none(() -> f.valueAndGradient(at, new double[2]));
      none(() -> f.jvp(at, along));
    }
  }

  private static void none(Runnable derivative) {
    ConvergenceException thrown = assertThrows(ConvergenceException.class, derivative::run);
    assertEquals(Status.SINGULAR, thrown.status());
    assertEquals(ConvergenceException.Phase.ADJOINT, thrown.phase());
    assertTrue(thrown.getMessage().contains("leave their multipliers open"), thrown.getMessage());
  }

  /** Where the limit begins to count the value still has a slope, but that has a kink. */
  @Test
  void degenerateValuesHaveOneDerivative() {
    ScalarFunction value = ValueProgramsValueOfDoubledDerivatives.function(0, 0);
    assertArrayEquals(new double[2], gradient(value, 2, 3), 1e-9);
    ConvergenceException thrown =
        assertThrows(ConvergenceException.class, () -> value.hessian(new double[] {2, 3}));
    assertEquals(Status.DEGENERATE_ACTIVE_SET, thrown.status());
  }

  /** One entry of many that stands on its bound without being pressed against it. */
  @Test
  void aKinkAmongMany() {
    int n = 2000;
    for (int kink : new int[] {0, 10, 47, 400, 1999}) {
      double[] c = new double[n];
      for (int i = 0; i < n; i++) {
        c[i] = i == kink ? 0 : Math.cos(i) + Math.signum(Math.cos(i));
      }
      assertEquals(
          Status.DEGENERATE_ACTIVE_SET,
          ValueProgramsNearestArgmin.solution(new double[n], c).status(),
          () -> "entry " + kink);
      c[kink] = 0.01;
      assertEquals(
          Status.CONVERGED, ValueProgramsNearestArgmin.solution(new double[n], c).status());
    }
  }
}
