package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import org.junit.jupiter.api.Test;

/** The reference cases of solutions, and how those without one end. */
class SolutionCasesTest {
  @Test
  void powerIteration() {
    ReferenceCase reference = ReferenceCase.of("fax-power-iteration");
    double[][] a = reference.matrix("A");
    double[] b = SolutionProgramsPowerFixedPoint.solve(reference.vector("b0"), a);
    reference.check("fixed_point", b);
    double[] v = {0.9093767091321241, -0.41597355791928425};
    double[][] aBar = SolutionProgramsPowerFixedPoint.vjp(reference.vector("b0"), a, v);
    double square = b[0] * b[0] + b[1] * b[1];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        aBar[i][j] += b[i] * b[j] / square;
      }
    }
    reference.check("gradient_A", (Object) aBar);
    var adjoint = SolutionProgramsPowerFixedPoint.adjoint(reference.vector("b0"), a, v);
    assertEquals(Status.CONVERGED, adjoint.status());
    assertTrue(adjoint.errorBound() < 1e-10, () -> "bound " + adjoint.errorBound());
  }

  @Test
  void aBlackBoxMayFindTheFixedPoint() {
    ReferenceCase reference = ReferenceCase.of("fax-power-iteration-blackbox");
    double[][] a = reference.matrix("A");
    double[] found = reference.vector("solver_returns");
    assertArrayEquals(found, SolutionProgramsPowerFixedPoint.at(found, a));
    double[] v = {-0.9093767091321241, 0.41597355791928425};
    double[][] aBar = SolutionProgramsPowerFixedPoint.vjpAtSolution(found, a, v);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        aBar[i][j] += found[i] * found[j];
      }
    }
    reference.check("gradient_A", (Object) aBar);
    assertThrows(
        ConvergenceException.class,
        () -> SolutionProgramsPowerFixedPoint.at(new double[] {1, 0}, a));
  }

  @Test
  void squareRoots() {
    ReferenceCase reference = ReferenceCase.of("fax-sqrt-second-order");
    double[] a = reference.vector("a");
    double step = reference.number("step");
    double[] value = new double[a.length];
    double[] slope = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      value[i] = SolutionProgramsRootFixedPoint.solve(a[i], a[i], step);
      slope[i] = SolutionProgramsRootFixedPoint.vjp(a[i], a[i], step, 1).a();
      assertEquals(slope[i], SolutionProgramsRootFixedPoint.jvp(a[i], a[i], step, 1, 0), 1e-10);
    }
    reference.check("value", value);
    reference.check("d1", slope);
  }

  @Test
  void affine() {
    ReferenceCase reference = ReferenceCase.of("fax-affine-contraction");
    double[][] a = reference.matrix("A");
    double[] b = reference.vector("b");
    double[] start = reference.vector("x0");
    reference.check("x", SolutionProgramsAffineFixedPoint.solve(start, a, b));
    var bar = SolutionProgramsAffineFixedPoint.vjp(start, a, b, new double[] {1, 1, 1});
    reference.check("grad_A", (Object) bar.a());
    reference.check("grad_b", bar.b());
  }

  @Test
  void slopesOfSizeOne() {
    ReferenceCase reference = ReferenceCase.of("jaxopt-cos-fixed-point");
    double[] theta = reference.vector("theta");
    double[] start = reference.vector("x0");
    reference.check("x", SolutionProgramsCosineFixedPoint.solve(start, theta));
    double[][] jacobian = SolutionProgramsCosineFixedPoint.jacobian(start, theta);
    reference.check("dx_dtheta", jacobian[0][0], jacobian[1][1]);
    ReferenceCase flat = ReferenceCase.of("jaxopt-flat-landscape");
    double[][] zeros =
        SolutionProgramsFlatFixedPoint.jacobian(flat.vector("x0"), flat.vector("theta"));
    flat.check("jacobian", (Object) zeros);
  }

  @Test
  void rotations() {
    ReferenceCase reference = ReferenceCase.of("jaxopt-rotation-map");
    double[] theta = reference.vector("theta");
    double[] c = reference.vector("c");
    double[] start = reference.vector("x0");
    reference.check("x", SolutionProgramsRotationFixedPoint.solve(start, theta, c));
    double[][] jacobian = SolutionProgramsRotationFixedPoint.jacobian(start, theta, c);
    double[][] dc = new double[4][4];
    double[][] dTheta = new double[4][2];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(jacobian[i], 0, dTheta[i], 0, 2);
      System.arraycopy(jacobian[i], 2, dc[i], 0, 4);
    }
    reference.check("dx_dc", (Object) dc);
    reference.check("dx_dtheta", (Object) dTheta);
    reference.check("x", RotationNeumann.solve(start, theta, c));
    var outcome = RotationNeumann.adjoint(start, theta, c, new double[] {1, 0, 0, 0});
    assertEquals(Status.MAX_ITERATIONS, outcome.status());
    assertTrue(Double.isNaN(outcome.gradient().c()[0]));
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class,
            () -> RotationNeumann.vjp(start, theta, c, new double[] {1, 0, 0, 0}));
    assertEquals(ConvergenceException.Phase.ADJOINT, thrown.phase());
  }

  @Test
  void softBellman() {
    ReferenceCase reference = ReferenceCase.of("fax-soft-bellman");
    double[][] r = {{-0.45, -0.1}, {0.5, 0.5}};
    double[][][] p = {{{0.7, 0.3}, {0.2, 0.8}}, {{0.99, 0.01}, {0.99, 0.01}}};
    double gamma = reference.number("gamma");
    double tau = reference.number("tau");
    double[][] start = new double[2][2];
    reference.check("x", (Object) SolutionProgramsBellmanFixedPoint.solve(start, r, gamma, p, tau));
    double[][] all = SolutionProgramsBellmanFixedPoint.jacobian(start, r, gamma, p, tau);
    double[][] jacobian = new double[4][];
    for (int i = 0; i < 4; i++) {
      jacobian[i] = java.util.Arrays.copyOf(all[i], 5);
    }
    reference.check("jacobian", (Object) jacobian);
  }

  @Test
  void quadraticPrograms() {
    ReferenceCase reference = ReferenceCase.of("jaxopt-eq-qp");
    double[][] q = reference.matrix("Q");
    double[] c = reference.vector("c");
    double[][] a = reference.matrix("A");
    double[] b = reference.vector("b");
    double[] start = new double[2];
    var kkt = SolutionProgramsEqualityProgramArgmin.kkt(start, q, c, a, b);
    reference.check("primal", kkt.value());
    reference.check("dual", kkt.equalityMultipliers());
    reference.check("grad_x0_plus_2x1", parts(q, c, a, b, new double[] {1, 2}));
    reference.check("grad_x0_plus_x1", parts(q, c, a, b, new double[] {1, 1}));
    ReferenceCase inactive = ReferenceCase.of("jaxopt-qp-inactive-inequality");
    double[][] g = inactive.matrix("G");
    double[] h = inactive.vector("h");
    var both = SolutionProgramsWithInequalityArgmin.kkt(start, q, c, a, b, g, h);
    inactive.check("primal", both.value());
    inactive.check("dual_eq", both.equalityMultipliers());
    inactive.check("dual_ineq", both.inequalityMultipliers());
    double[][] jacobian = SolutionProgramsWithInequalityArgmin.jacobian(start, q, c, a, b, g, h);
    inactive.check("dprimal_dc", jacobian[0][4], jacobian[0][5], jacobian[1][4], jacobian[1][5]);
    inactive.check("dprimal_db", jacobian[0][8], jacobian[1][8]);
    inactive.check(
        "dprimal_dh", jacobian[0][13], jacobian[0][14], jacobian[1][13], jacobian[1][14]);
  }

  private static Object[] parts(double[][] q, double[] c, double[][] a, double[] b, double[] v) {
    var bar = SolutionProgramsEqualityProgramArgmin.vjp(new double[2], q, c, a, b, v);
    return new Object[] {bar.q(), bar.c(), bar.a(), bar.b()};
  }

  @Test
  void projections() {
    ReferenceCase reference = ReferenceCase.of("jaxopt-projection-hyperplane");
    double[] x = reference.vector("x");
    double[] a = reference.vector("a");
    double b = reference.number("b");
    reference.check("y", SolutionProgramsHyperplaneArgmin.solve(new double[2], x, a, b));
    reference.check(
        "jacobian", (Object) SolutionProgramsHyperplaneArgmin.jacobian(new double[2], x, a, b));
  }

  @Test
  void nonlinearConstraints() {
    ReferenceCase reference = ReferenceCase.of("fax-cga-lagrange-min-sphere");
    double[] start = {-0.3, 0.4, 0.2, -0.1, 0.3};
    reference.check("value", SolutionProgramsFirstArgmin.value(start, 1));
    reference.check("x", SolutionProgramsFirstArgmin.solve(start, 1));
    var kkt = SolutionProgramsFirstArgmin.kkt(start, 1);
    reference.check("multiplier", kkt.equalityMultipliers());
    reference.check("dx0_dr", SolutionProgramsFirstArgmin.jacobian(start, 1)[0][0]);
    ReferenceCase dot = ReferenceCase.of("fax-ecp-dot-product");
    double[] v = dot.vector("v");
    double[] u0 = {1, 0.2};
    dot.check("u", SolutionProgramsAgainstArgmin.solve(u0, v));
    dot.check("du_dv", (Object) SolutionProgramsAgainstArgmin.jacobian(u0, v));
  }

  @Test
  void ridge() {
    ReferenceCase reference = ReferenceCase.of("ridge-regression");
    double[][] x = reference.matrix("X");
    double[] y = reference.vector("y");
    double theta = reference.number("theta");
    double[] start = new double[3];
    reference.check("a_w", SolutionProgramsRidgeArgmin.solve(start, x, y, theta));
    double[] zero = new double[5];
    reference.check(
        "a_dw_dtheta",
        SolutionProgramsRidgeArgmin.jvp(start, x, y, theta, new double[5][3], zero, 1));
    double[][] jacobian = SolutionProgramsRidgeArgmin.jacobian(start, x, y, theta);
    double[][] dy = new double[3][];
    for (int i = 0; i < 3; i++) {
      dy[i] = java.util.Arrays.copyOfRange(jacobian[i], 15, 20);
    }
    reference.check("a_dw_dy", (Object) dy);
    double lambda = reference.number("lam");
    reference.check("b_w", SolutionProgramsMeanRidgeArgmin.solve(start, x, y, lambda));
    reference.check(
        "b_dw_dlam",
        SolutionProgramsMeanRidgeArgmin.jvp(start, x, y, lambda, new double[5][3], zero, 1));
  }

  @Test
  void bracketedRoots() {
    ReferenceCase reference = ReferenceCase.of("lml-layer");
    double[] x = reference.vector("x");
    double n = reference.number("N");
    reference.check("nu", SolutionProgramsLmlRoot.solve(0, x, n, -8, 7));
    var bar = SolutionProgramsLmlRoot.vjp(0, x, n, -8, 7, 1);
    reference.check("dnu_dx", bar.x());
    assertEquals(0, bar.low());
    ReferenceCase simplex = ReferenceCase.of("jaxopt-simplex-bisection");
    double[] z = simplex.vector("x");
    simplex.check("tau", SolutionProgramsSimplexRoot.solve(0, z, 1, 0.2, 2.3));
    simplex.check("dtau_dx", SolutionProgramsSimplexRoot.vjp(0, z, 1, 0.2, 2.3, 1).x());
  }

  @Test
  void aDoubleRootHasNoDerivative() {
    double[] x = {1, 2};
    double[] start = {2, 2};
    var outcome = SolutionProgramsDoubleRootRoot.adjoint(start, x, new double[] {1, 1});
    assertEquals(Status.SINGULAR, outcome.status());
    assertTrue(Double.isNaN(outcome.gradient()[0]));
    assertEquals(Double.POSITIVE_INFINITY, outcome.errorBound());
    var first = SolutionProgramsDoubleRootRoot.adjoint(start, x, new double[] {1, 0});
    assertEquals(Status.SINGULAR, first.status());
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class, () -> SolutionProgramsDoubleRootRoot.jacobian(start, x));
    assertEquals(Status.SINGULAR, thrown.status());
    assertEquals(ConvergenceException.Phase.ADJOINT, thrown.phase());
    assertThrows(
        ConvergenceException.class,
        () -> SolutionProgramsDoubleRootRoot.vjpAtSolution(x, x, new double[] {1, 1}));
  }

  @Test
  void otherDerivatives() {
    assertEquals(1, SolutionProgramsOneStepFixedPoint.vjp(0, 1, 1));
    assertEquals(1.875, SolutionProgramsTruncatedFixedPoint.vjp(0, 1, 1));
    assertEquals(1.875, SolutionProgramsTruncatedFixedPoint.jvp(0, 1, 1));
    var outcome = SolutionProgramsTruncatedFixedPoint.adjoint(0, 1, 1);
    assertTrue(outcome.errorBound() >= 0.125 && outcome.errorBound() < 1);
    double unrolled = SolutionProgramsUnrolledFixedPoint.vjp(0, 1, 1);
    int steps = SolutionProgramsUnrolledFixedPoint.solution(0, 1).iterations();
    assertEquals(2 - Math.pow(0.5, steps - 1), unrolled, 1e-15);
    assertEquals(unrolled, SolutionProgramsUnrolledFixedPoint.jvp(0, 1, 1), 1e-15);
  }

  @Test
  void repellingPointsAreNotFoundByPlainIteration() {
    var solution = SolutionProgramsRepellingFixedPoint.solution(1, 1);
    assertNotEquals(Status.CONVERGED, solution.status());
    ConvergenceException thrown =
        assertThrows(
            ConvergenceException.class, () -> SolutionProgramsRepellingFixedPoint.solve(1, 1));
    assertEquals(ConvergenceException.Phase.FORWARD, thrown.phase());
    assertTrue(thrown.getMessage().contains("SolutionPrograms.repelling"), thrown.getMessage());
    assertEquals(-1, SolutionProgramsRepellingFixedPoint.jvpAtSolution(-1, 1, 1), 1e-15);
  }
}
