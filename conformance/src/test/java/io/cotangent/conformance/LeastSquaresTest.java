package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roots of more equations than unknowns, and minima of sums of squares. */
class LeastSquaresTest {
  private static final double[] T = {0, 0.5, 1, 2};
  private static final double[] Y = {2.1, 1.2, 0.9, 0.25};
  private static final double[] P = {0.8, 0.7};
  private static final double[] START = {0.6, 0.7};

  @Test
  void aCurveIsThatOfNewtonsMethod() {
    double[] start = {1, 1};
    var found = LeastSquaresProgramsCurveArgmin.solution(start, T, Y);
    assertEquals(Status.CONVERGED, found.status());
    assertArrayEquals(CurveByNewton.solve(start, T, Y), found.value(), 1e-10);
    assertEquals(
        CurveByNewton.value(start, T, Y),
        LeastSquaresProgramsCurveArgmin.value(start, T, Y),
        1e-14);
    double[][] expected = CurveByNewton.jacobian(start, T, Y);
    double[][] actual = LeastSquaresProgramsCurveArgmin.jacobian(start, T, Y);
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(expected[i], actual[i], 1e-9);
    }
    double[] at = {0, 0.5, 1, 2, 2.1, 1.2, 0.9, 0.25};
    double[] n = new double[4];
    GradientCheck.check(LeastSquaresProgramsOfCurveDerivatives.function(n, n), at);
  }

  @Test
  void threeCirclesMeet() {
    double[] n = new double[2];
    GradientCheck.check(LeastSquaresProgramsOfCirclesDerivatives.function(n), P);
    double[][] expected = LeastSquaresProgramsExactlyDerivatives.hessian(P);
    double[][] three = LeastSquaresProgramsOfCirclesDerivatives.hessian(P);
    double[][] two = LeastSquaresProgramsOfTwoDerivatives.hessian(P);
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(expected[i], three[i], 1e-8);
      assertArrayEquals(expected[i], two[i], 1e-8);
    }
    assertArrayEquals(
        LeastSquaresProgramsExactlyDerivatives.gradient(P),
        LeastSquaresProgramsOfCirclesDerivatives.gradient(P),
        1e-10);
  }

  /** A root that a change of one equation takes away: the derivative is that of the nearest. */
  @Test
  void oneUnknownOfTwoEquations() {
    assertEquals(1.5, LeastSquaresProgramsOfOneRoot.solve(1, 2.25, 1.5), 1e-12);
    double[][] slopes = LeastSquaresProgramsOfOneRoot.jacobian(1, 2.25, 1.5);
    // The normal equations: (2x)² + 1 times the change is 2x times that of a plus that of b.
    assertArrayEquals(new double[] {0.3, 0.1}, slopes[0], 1e-12);
  }

  @Test
  void whatIsNoRootIsNone() {
    ConvergenceException none =
        assertThrows(
            ConvergenceException.class, () -> LeastSquaresProgramsOfOneRoot.solve(1, 2.25, 1.2));
    assertEquals(Status.STAGNATED, none.status());
    assertEquals(
        Status.STAGNATED,
        LeastSquaresProgramsCirclesRoot.adjoint(START, P, 3, new double[] {1, 1}).status());
    IllegalArgumentException fewer =
        assertThrows(
            IllegalArgumentException.class,
            () -> LeastSquaresProgramsFewerRoot.solve(new double[2], 1));
    assertTrue(fewer.getMessage().contains("do not settle"), fewer.getMessage());
    assertThrows(
        ConvergenceException.class, () -> LeastSquaresProgramsOfOneRoot.at(1.4, 2.25, 1.5));
    assertEquals(1.5, LeastSquaresProgramsOfOneRoot.at(1.5, 2.25, 1.5), 0);
    double[] nan = {2.1, Double.NaN, 1, 1};
    assertEquals(
        Status.DIVERGED,
        LeastSquaresProgramsCurveArgmin.solution(new double[] {1, 1}, T, nan).status());
  }

  @Test
  void listenersAreTold() {
    List<Integer> told = new ArrayList<>();
    var found =
        LeastSquaresProgramsCurveArgmin.solution(
            new double[] {1, 1}, T, Y, (iteration, residual, step) -> told.add(iteration));
    assertEquals(found.iterations(), told.size());
  }
}
