package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import org.junit.jupiter.api.Test;

/** What has no solution says so, and gives no derivative. */
class SolutionEndsTest {

  @Test
  void anObjectiveWithoutABoundDiverges() {
    assertEquals(Status.DIVERGED, SolutionEndProgramsUnboundedArgmin.solution(0, 1).status());
    assertThrows(ConvergenceException.class, () -> SolutionEndProgramsUnboundedArgmin.solve(0, 1));
    assertNotEquals(Status.CONVERGED, SolutionEndProgramsUnboundedArgmin.adjoint(0, 1, 1).status());
  }

  @Test
  void constraintsThatExcludeEachOther() {
    assertThrows(ConvergenceException.class, () -> SolutionEndProgramsInfeasibleArgmin.solve(0, 1));
  }

  @Test
  void whatIsLeftOpenIsLeftAlone() {
    double[] start = {1, 0};
    var found = SolutionEndProgramsOpenFixedPoint.solution(start, 1.5);
    assertEquals(Status.CONVERGED, found.status());
    assertEquals(1.5, found.value()[0] - found.value()[1], 1e-10);
    assertEquals(1, found.value()[0] + found.value()[1], 1e-6);
    double[] between = {1, -1};
    assertEquals(1, SolutionEndProgramsOpenFixedPoint.vjp(start, 1.5, between), 1e-9);
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class,
            () -> SolutionEndProgramsOpenFixedPoint.vjp(start, 1.5, new double[] {1, 0}));
    assertEquals(Status.SINGULAR, thrown.status());
  }

  /** What a stationary loss leaves of its cotangent asks for nothing along what is open. */
  @Test
  void roundingIsNoCotangent() {
    double[] start = {1, 0};
    for (double size : new double[] {0, 1e-16, 1e-12, 1e-9}) {
      double[] v = {size + 2e-16, -size};
      assertEquals(size, SolutionEndProgramsOpenFixedPoint.vjp(start, 1.5, v), 1e-8 * size + 1e-15);
      var found = SolutionEndProgramsOpenFixedPoint.adjoint(start, 1.5, v);
      assertEquals(Status.CONVERGED, found.status());
      // The bound goes by the condition of the singular factors.
      assertTrue(found.errorBound() < 3 * size + 1e-11, () -> "bound " + found.errorBound());
    }
    double[] open = {1e-12, 0};
    assertEquals(
        Status.SINGULAR, SolutionEndProgramsOpenFixedPoint.adjoint(start, 1.5, open).status());
  }

  @Test
  void noRoot() {
    ConvergenceException thrown =
        assertThrows(ConvergenceException.class, () -> SolutionEndProgramsNoRootRoot.vjp(2, 1, 1));
    assertEquals(ConvergenceException.Phase.FORWARD, thrown.phase());
  }

  @Test
  void aPoleIsNoRoot() {
    assertEquals(Status.STAGNATED, SolutionEndProgramsPoleRoot.solution(0, 0.3, -1, 1).status());
    assertEquals(Status.STAGNATED, SolutionEndProgramsPoleRoot.solution(0, 3, -1, 1).status());
  }
}
