package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Minima over sets and beside proximal steps: derivatives against differences, and ends. */
class ProximalTest {
  private static final double[] AT = {0.9, 1.2, 2.1, 0.4, 0.8, 0.6};
  private static final double[] C = {0.9, 1.2, 2.1};
  private static final double[] P = {0.4, 0.8, 0.6};

  static Stream<ScalarFunction> functions() {
    double[] n = new double[3];
    return Stream.of(
        ProximalProgramsOfKktDerivatives.function(n, n),
        ProximalProgramsOfTwoDerivatives.function(n, n),
        ProximalProgramsOfSimplexDerivatives.function(n, n),
        ProximalProgramsOfBoxDerivatives.function(n, n),
        ProximalProgramsOfBallDerivatives.function(n, n),
        ProximalProgramsOfDiamondDerivatives.function(n, n),
        ProximalProgramsOfLineDerivatives.function(n, n),
        ProximalProgramsOfLassoDerivatives.function(n, n));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void againstDifferences(ScalarFunction function) {
    GradientCheck.check(function, AT);
  }

  @Test
  void mirrorDescentFindsTheSame() {
    double[] start = new double[3];
    assertArrayEquals(
        ProximalProgramsSimplexArgmin.solve(start, C, P),
        ProximalProgramsMirrorArgmin.solve(start, C, P),
        1e-7);
    var bars = ProximalProgramsOfSimplexDerivatives.gradient(C, P);
    var others = ProximalProgramsOfMirrorDerivatives.gradient(C, P);
    assertArrayEquals(bars.c(), others.c(), 1e-6);
    assertArrayEquals(bars.p(), others.p(), 1e-6);
  }

  @Test
  void multipliersAreThoseOfTheSolution() {
    var kkt = ProximalProgramsConstrainedArgmin.kkt(new double[3], C, P);
    assertArrayEquals(
        ProximalProgramsConstrainedArgmin.solve(new double[3], C, P), kkt.value(), 1e-14);
    assertEquals(1, kkt.equalityMultipliers().length);
    assertEquals(2, kkt.inequalityMultipliers().length);
    double third = 3 * kkt.value()[2] - C[2] + kkt.equalityMultipliers()[0];
    assertEquals(0, third, 1e-10);
  }

  @Test
  void aKinkHasNoDerivative() {
    // The first entry stands on its bound without being pressed against it.
    double second = 0.6;
    for (int k = 0; k < 50; k++) {
      second = (1.2 - 0.016 * Math.cos(0.4 * second)) / 2;
    }
    double[] c = {0.4 + 0.04 * second * Math.cos(0.4 * second), 1.2, 2.1};
    double[] p = P;
    double[] start = new double[3];
    var found = ProximalProgramsBoxArgmin.solution(start, c, p);
    assertEquals(Status.DEGENERATE_ACTIVE_SET, found.status());
    assertEquals(0.4, found.value()[0], 1e-10);
    ConvergenceException none =
        assertThrows(
            ConvergenceException.class,
            () -> ProximalProgramsBoxArgmin.vjp(start, c, p, new double[] {1, 0, 0}));
    assertEquals(Status.DEGENERATE_ACTIVE_SET, none.status());
    assertTrue(none.getMessage().contains("kink"), none.getMessage());
  }

  @Test
  void listenersAreToldOfEveryIteration() {
    List<Integer> told = new ArrayList<>();
    var found =
        ProximalProgramsBoxArgmin.solution(
            new double[3], C, P, (iteration, residual, step) -> told.add(iteration));
    assertEquals(Status.CONVERGED, found.status());
    assertEquals(found.iterations(), told.size());
    assertTrue(found.iterations() > 1);
  }

  @Test
  void whatIsNotFoundHasNoGradient() {
    double[] one = {1, 1, 1};
    assertEquals(Status.DIVERGED, ProximalProgramsUnboundedArgmin.solution(one, 1).status());
    assertEquals(Status.MAX_ITERATIONS, ProximalProgramsSlowArgmin.solution(one, 3).status());
    assertEquals(Status.DIVERGED, ProximalProgramsUndefinedArgmin.solution(one, 2).status());
    assertEquals(Status.CONVERGED, ProximalProgramsValleyArgmin.solution(one, 3).status());
    assertThrows(
        ConvergenceException.class, () -> ProximalProgramsUnboundedArgmin.vjp(one, 1, one));
    assertThrows(ConvergenceException.class, () -> ProximalProgramsSlowArgmin.vjp(one, 3, one));
    assertThrows(
        ConvergenceException.class, () -> ProximalProgramsUndefinedArgmin.vjp(one, 2, one));
    ConvergenceException singular =
        assertThrows(
            ConvergenceException.class, () -> ProximalProgramsValleyArgmin.vjp(one, 3, one));
    assertEquals(ConvergenceException.Phase.ADJOINT, singular.phase());
    assertTrue(Double.isNaN(ProximalProgramsUnboundedArgmin.adjoint(one, 1, one).gradient()));
  }
}
