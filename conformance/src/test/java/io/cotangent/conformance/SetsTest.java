package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Minima between bounds, over transports, beside penalties, and by block coordinate descent. */
class SetsTest {
  private static final double[] C = {0.9, 1.2, 2.1};
  private static final double[] LOW = {-1, -1, -1};
  private static final double[] HIGH = {0.4, 5, 0.5};

  static Stream<Arguments> functions() {
    double[] n = new double[3];
    double[] two = new double[2];
    double[][] rows = new double[2][3];
    double[] atRows = {
      0.9, 1.2, 2.1, 0.4, -1, -1, -1, -0.3, -1, 5, 0.5, 5, 5, 5, 0.45,
    };
    return Stream.of(
        Arguments.of(
            SetProgramsOfBetweenDerivatives.function(n, n, n),
            new double[] {0.9, 1.2, 2.1, -1, 0.7, -1, 0.4, 5, 0.5}),
        Arguments.of(SetProgramsOfTwoDerivatives.function(n), new double[] {2, -1, 1}),
        Arguments.of(SetProgramsOfTwoDerivatives.function(n), new double[] {0.5, -1, 1}),
        Arguments.of(SetProgramsOfRowDerivatives.function(n, rows, rows), atRows),
        Arguments.of(
            SetProgramsOfElasticDerivatives.function(n, two), new double[] {0.9, 0.1, 2.1, 0.4, 1}),
        Arguments.of(
            SetProgramsOfGroupedDerivatives.function(n, two), new double[] {0.9, 1, 2.1, 0.4, 1}),
        Arguments.of(
            SetProgramsOfRowLassoDerivatives.function(n, two), new double[] {0.9, 1, 2.1, 0.4, 1}),
        Arguments.of(SetProgramsOfPlainDerivatives.function(n), C),
        Arguments.of(
            SetProgramsOfTransportDerivatives.function(rows, two),
            new double[] {0.1, 0.05, 0.02, 0.03, 0.09, 0.1, 0.6, 0.5}),
        Arguments.of(
            SetProgramsOfProjectionDerivatives.function(new double[3][3], n),
            new double[] {0.1, 0.2, 0.3, 0.3, -1.2, 0.1, 0.15, 0.1, 0.2, 0.6, 0.5, 0.7}));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void againstDifferences(ScalarFunction function, double[] at) {
    GradientCheck.check(function, at);
  }

  @Test
  void boundsHold() {
    double[] x = SetProgramsBetweenArgmin.solve(new double[3], C, LOW, HIGH);
    assertEquals(0.4, x[0], 0);
    assertEquals(0.5, x[2], 0);
    assertTrue(x[1] > 0.4 && x[1] < 0.6);
    double[][] slopes = SetProgramsBetweenArgmin.jacobian(new double[3], C, LOW, HIGH);
    assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0, 1, 0, 0}, slopes[0], 1e-12);
    IllegalArgumentException crossed =
        assertThrows(
            IllegalArgumentException.class,
            () -> SetProgramsBetweenArgmin.solve(new double[3], C, HIGH, LOW));
    assertTrue(crossed.getMessage().contains("exclude each other"), crossed.getMessage());
    double[] at = {0.4, 0.55, Double.NaN};
    assertThrows(ConvergenceException.class, () -> SetProgramsBetweenArgmin.at(at, C, LOW, HIGH));
  }

  @Test
  void blocksFindTheSame() {
    double[] p = {0.4, 1};
    assertArrayEquals(
        ElasticBySteps.solve(new double[3], C, p),
        SetProgramsElasticArgmin.solve(new double[3], C, p),
        1e-10);
  }

  @Test
  void aGroupIsDroppedAsAWhole() {
    double[] c = {0.2, -0.2, 2.1};
    double[] x = SetProgramsGroupedArgmin.solve(new double[] {1, 1, 1}, c, new double[] {0.4, 1});
    assertArrayEquals(new double[] {0, 0, (2.1 - 0.4) / 3}, x, 1e-10);
  }

  /** A projection that mixes the blocks leads nowhere, and that is said. */
  @Test
  void blocksThatAreNotByThemselves() {
    var found = SetProgramsCoupledArgmin.solution(new double[] {0.2, 0.3, 0.5}, C);
    assertTrue(found.status() != Status.CONVERGED, "converged");
    assertTrue(found.residual() > 1e-3);
  }

  @Test
  void runawaysAreToldWhatToTry() {
    double[] one = {1, 1, 1};
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class, () -> ProximalProgramsUnboundedArgmin.solve(one, 1));
    assertEquals(Status.DIVERGED, thrown.status());
    assertTrue(thrown.getMessage().contains("bounded below"), thrown.getMessage());
    assertTrue(!thrown.getMessage().contains("NEWTON"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("2.732e-12 is asked"), thrown.getMessage());
    ConvergenceException plain =
        assertThrows(
            ConvergenceException.class, () -> SolutionEndProgramsUnboundedArgmin.solve(0, 1));
    assertTrue(plain.getMessage().contains("bounded below"), plain.getMessage());
    assertTrue(plain.getMessage().contains("1.000e-12 is asked"), plain.getMessage());
  }
}
