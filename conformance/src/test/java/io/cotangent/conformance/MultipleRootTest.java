package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import org.junit.jupiter.api.Test;

/**
 * At a multiple root the linear system may be consistent, with a zero on its right, and what solves
 * it is no derivative; in a family of solutions it is.
 */
class MultipleRootTest {
  private static void none(Runnable derivative) {
    ConvergenceException thrown = assertThrows(ConvergenceException.class, derivative::run);
    assertEquals(Status.SINGULAR, thrown.status());
    assertEquals(ConvergenceException.Phase.ADJOINT, thrown.phase());
  }

  /** All have {@code y = x}, and zero times the tangent is zero. */
  @Test
  void neverZero() {
    none(() -> MultipleRootProgramsSquareRoot.jvpAtSolution(1, 1, 1));
    none(() -> MultipleRootProgramsSquareRoot.jvp(1, 1, 1));
    none(() -> MultipleRootProgramsSquareRoot.jacobianAtSolution(1, 1));
    none(() -> MultipleRootProgramsCubeRoot.jvpAtSolution(1, 1, 1));
    none(() -> MultipleRootProgramsFourthArgmin.jvpAtSolution(1, 1, 1));
    none(() -> MultipleRootProgramsAttractedFixedPoint.jvpAtSolution(1, 1, 1));
    none(() -> MultipleRootProgramsSquareRoot.vjpAtSolution(1, 1, 1));
    none(() -> MultipleRootProgramsCubeRoot.vjpAtSolution(1, 1, 1));
    assertEquals(0, MultipleRootProgramsSquareRoot.jvpAtSolution(1, 1, 0), 1e-300);
    assertEquals(0, MultipleRootProgramsSquareRoot.vjpAtSolution(1, 1, 0), 1e-300);
  }

  /** The second entry's derivative is 1; the consistent system says 0. */
  @Test
  void branchesThatMeet() {
    double[] second = {0, 1};
    none(() -> MultipleRootProgramsBranchesRoot.vjpAtSolution(new double[2], 0, second));
    var outcome = MultipleRootProgramsBranchesRoot.adjoint(new double[2], 0, second);
    assertEquals(Status.SINGULAR, outcome.status());
    assertTrue(Double.isNaN(outcome.gradient()));
    double[] away = MultipleRootProgramsBranchesRoot.solve(new double[] {1, 1}, 0.25);
    assertEquals(1, MultipleRootProgramsBranchesRoot.vjpAtSolution(away, 0.25, second), 1e-9);
  }

  /** With more unknowns than a matrix is built for. */
  @Test
  void oneOfMany() {
    for (int n : new int[] {5, 300}) {
      double[] x = new double[n];
      double[] along = new double[n];
      along[3] = 1;
      none(() -> MultipleRootProgramsManyRoot.jvpAtSolution(x, x, along));
      none(() -> MultipleRootProgramsManyRoot.vjpAtSolution(x, x, along));
    }
  }

  /** All but one entry have a derivative, and iterations converge on a right side of those. */
  @Test
  void bySolversThatDoNotSeeIt() {
    double[] x = new double[5];
    double[] all = {1, 1, 1, 1, 1};
    none(() -> MultipleRootProgramsNamedRoot.jvpAtSolution(x, x, all));
    none(() -> MultipleRootProgramsManyRoot.jvpAtSolution(x, x, all));
  }

  @Test
  void families() {
    assertEquals(1, MultipleRootProgramsRadiusDerivatives.gradient(1.3), 1e-8);
    assertEquals(1, MultipleRootProgramsRadiusDerivatives.jvp(1.3, 1), 1e-8);
    double slope = 1 / Math.sqrt(1 + 0.6 * 0.6);
    double[] start = {0.3, 0.1};
    double[] difference = {1, -1};
    double[] dot = MultipleRootProgramsPotentialsRoot.jvp(start, 0.6, 1);
    assertEquals(slope, dot[0] - dot[1], 1e-9);
    assertEquals(slope, MultipleRootProgramsPotentialsRoot.vjp(start, 0.6, difference), 1e-9);
    none(() -> MultipleRootProgramsPotentialsRoot.vjp(start, 0.6, new double[] {1, 0}));
  }

  @Test
  void constraintsThatFollowFromOthers() {
    double[] two = new double[2];
    double[] four = new double[4];
    double[] at = {0.1, 0.3, 0.2, 0.15, 0.6, 0.4};
    GradientCheck.check(MultipleRootProgramsWorthDerivatives.function(four, two), at);
    GradientCheck.check(MultipleRootProgramsEntryDerivatives.function(four, two), at);
  }

  @Test
  void limitsThatAgree() {
    none(() -> MultipleRootProgramsLimitedArgmin.vjp(0, 1.2, 1.2, 1));
    none(() -> MultipleRootProgramsLimitedArgmin.jvp(0, 1.2, 1.2, 1, 0));
    assertEquals(1, MultipleRootProgramsLimitedArgmin.vjp(0, 1.2, 1.3, 1).p(), 1e-9);
    assertEquals(1, MultipleRootProgramsLimitedArgmin.vjp(0, 1.4, 1.3, 1).q(), 1e-9);
  }
}
