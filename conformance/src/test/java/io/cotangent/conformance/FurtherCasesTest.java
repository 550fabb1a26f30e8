package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Complex;
import io.cotangent.ConvergenceException;
import io.cotangent.ScalarFunction;
import io.cotangent.Status;
import io.cotangent.implicit.CompetitiveGradient;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reference cases of games, statuses and other things beside values and gradients of solutions. */
class FurtherCasesTest {
  @Test
  void caughtExceptions() {
    ReferenceCase reference = ReferenceCase.of("cookbook-try-except");
    double[] x = reference.vector("x");
    reference.check("value", Arrays.stream(x).map(FurtherCasePrograms::tried).toArray());
    reference.check(
        "d1", Arrays.stream(x).map(FurtherCaseProgramsTriedDerivatives::gradient).toArray());
    reference.check(
        "d1", Arrays.stream(x).map(y -> FurtherCaseProgramsTriedDerivatives.jvp(y, 1)).toArray());
  }

  @Test
  void hermitianFactors() {
    ReferenceCase reference = ReferenceCase.of("cookbook-complex-cholesky");
    Complex[][] a = reference.complexMatrix("A");
    double[][] re = parts(a, true);
    double[][] im = parts(a, false);
    Complex value = FurtherCasePrograms.misfit(re, im);
    reference.check("value", value.re(), value.im());
    var bars = FurtherCaseProgramsRealPartDerivatives.gradient(re, im);
    double[][] along = new double[3][3];
    Object[] gradient = new Object[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        gradient[3 * i + j] = new double[] {bars.re()[i][j], -bars.im()[i][j]};
        along[i][j] = 1;
        double slope = FurtherCaseProgramsRealPartDerivatives.jvp(re, im, along, new double[3][3]);
        assertEquals(bars.re()[i][j], slope, 1e-12);
        slope = FurtherCaseProgramsRealPartDerivatives.jvp(re, im, new double[3][3], along);
        assertEquals(bars.im()[i][j], slope, 1e-12);
        along[i][j] = 0;
      }
    }
    reference.check("grad", gradient);
  }

  private static double[][] parts(Complex[][] a, boolean real) {
    return Arrays.stream(a)
        .map(row -> Arrays.stream(row).mapToDouble(z -> real ? z.re() : z.im()).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void aStepOfABilinearGame() {
    ReferenceCase reference = ReferenceCase.of("cgd-bilinear-step");
    double alpha = reference.number("alpha");
    double[] x = {reference.number("x")};
    double[] y = {reference.number("y")};
    ScalarFunction f = FurtherCaseProgramsBilinearDerivatives.function(0, 0, alpha);
    ScalarFunction g = FurtherCaseProgramsBilinearDerivatives.function(0, 0, -alpha);
    var next = CompetitiveGradient.step(f, g, x, y, reference.number("eta"));
    reference.check("x1", next.x());
    reference.check("y1", next.y());
    double before = x[0] * x[0] + y[0] * y[0];
    reference.check(
        "norm2_ratio", (next.x()[0] * next.x()[0] + next.y()[0] * next.y()[0]) / before);
  }

  @Test
  void twoStepsOfAscent() {
    ReferenceCase reference = ReferenceCase.of("fax-cga-two-steps");
    double[][] a = reference.matrix("A");
    double[] x = reference.vector("x");
    double[] y = reference.vector("y");
    double etaF = reference.number("eta_f");
    double etaG = reference.number("eta_g");
    ScalarFunction f = FurtherCaseProgramsAscendedDerivatives.function(x, y, a, 1);
    ScalarFunction g = FurtherCaseProgramsAscendedDerivatives.function(x, y, a, -1);
    var first = CompetitiveGradient.cga(f, g, x, y, etaF, etaG);
    reference.check("x1", first.x());
    reference.check("y1", first.y());
    reference.check("delta_x", difference(first.x(), x, etaF));
    reference.check("delta_y", difference(first.y(), y, etaG));
    var second = CompetitiveGradient.cga(f, g, first.x(), first.y(), etaF, etaG);
    reference.check("x2", second.x());
    reference.check("y2", second.y());
  }

  private static double[] difference(double[] next, double[] before, double step) {
    double[] difference = new double[next.length];
    Arrays.setAll(difference, i -> (next[i] - before[i]) / step);
    return difference;
  }

  @Test
  void aDoubleRoot() {
    ReferenceCase reference = ReferenceCase.of("singular-root-status");
    double[] x = reference.vector("x");
    double[] start = reference.vector("y0");
    assertTrue(reference.text("status").startsWith(Status.SINGULAR.name()));
    for (double[] cotangent : reference.rows("true_derivative")) {
      var outcome = SolutionProgramsDoubleRootRoot.adjoint(start, x, cotangent);
      assertEquals(Status.SINGULAR, outcome.status());
      // What can't be had is no number that could be taken for a derivative, and bounded by none.
      assertTrue(Arrays.stream(outcome.gradient()).allMatch(Double::isNaN));
      assertEquals(Double.POSITIVE_INFINITY, outcome.errorBound());
      singular(() -> SolutionProgramsDoubleRootRoot.vjp(start, x, cotangent));
      singular(() -> SolutionProgramsDoubleRootRoot.jvp(start, x, cotangent));
      singular(() -> SolutionProgramsDoubleRootRoot.jvpAtSolution(x, x, cotangent));
    }
  }

  private static void singular(Runnable derivative) {
    ConvergenceException thrown = assertThrows(ConvergenceException.class, derivative::run);
    assertEquals(Status.SINGULAR, thrown.status());
    assertEquals(ConvergenceException.Phase.ADJOINT, thrown.phase());
  }

  @Test
  void insideThePowerIteration() {
    ReferenceCase reference = ReferenceCase.of("fax-power-iteration");
    double[][] a = reference.matrix("A");
    double[] b = SolutionProgramsPowerFixedPoint.solve(reference.vector("b0"), a);
    var partial = FurtherCaseProgramsQuotientDerivatives.gradient(b, a);
    reference.check("cotangent_into_solver", partial.b());
    reference.check("partial_gradient_without_implicit_term", (Object) partial.a());
    var bars =
        FurtherCaseProgramsShiftedFixedPoint.vjp(
            reference.vector("b0"), a, new double[2], partial.b());
    reference.check("adjoint_w", bars.shift());
    double[][] step = FurtherCaseProgramsPoweredDerivatives.jacobian(b, a);
    // Of rank one: the other eigenvalue is zero.
    reference.check("spectral_radius_of_dmap_db", Math.abs(step[0][0] + step[1][1]));
  }

  @Test
  void contractions() {
    ReferenceCase reference = ReferenceCase.of("fax-sqrt-second-order");
    double step = reference.number("step");
    double[] a = reference.vector("a");
    reference.check(
        "contraction_factor",
        Arrays.stream(a)
            .map(each -> FurtherCaseProgramsRootedDerivatives.gradient(Math.sqrt(each), each, step))
            .toArray());
    double[] d2 =
        Arrays.stream(a)
            .map(each -> SolutionCallProgramsSquareRootDerivatives.hessian(each)[0][0])
            .toArray();
    double[] expected = reference.expected("d2");
    for (int i = 0; i < a.length; i++) {
      assertEquals(expected[i], d2[i], 1e-7 * Math.abs(expected[i]));
    }
    ReferenceCase affine = ReferenceCase.of("fax-affine-contraction");
    affine.check(
        "loss",
        SolutionCallPrograms.affineSum(
            affine.matrix("A"), affine.vector("b"), affine.vector("x0")));
    ReferenceCase rotation = ReferenceCase.of("jaxopt-rotation-map");
    double[] theta = rotation.vector("theta");
    rotation.check("spectral_radius", Math.hypot(Math.cos(theta[0]), Math.sin(theta[0])));
    assertTrue(rotation.text("neumann_adjoint_status").contains("non-convergence"));
  }

  @Test
  void startsDoNotCount() {
    ReferenceCase cosine = ReferenceCase.of("jaxopt-cos-fixed-point");
    double[] theta = cosine.vector("theta");
    double[] start = cosine.vector("x0");
    double[][] hessian = SolutionCallProgramsCosineFirstDerivatives.hessian(theta, start);
    double[][] swapped =
        SolutionCallProgramsCosineFirstDerivatives.hessian(
            new double[] {theta[1], theta[0]}, start);
    cosine.check("d2x_dtheta2", hessian[0][0], swapped[0][0]);
    cosine.check(
        "grad_x0", SolutionCallProgramsCosineFirstDerivatives.gradient(theta, start).start());
    ReferenceCase captured = ReferenceCase.of("jaxopt-closure-capture");
    double[] x0 = captured.vector("x0");
    BracketPrograms bracket = new BracketPrograms(captured.vector("y"));
    double[] moved = {0.5, -1, 2};
    captured.check(
        "grad_x0",
        difference(
            BracketProgramsCapturingArgmin.solve(bracket, moved),
            BracketProgramsCapturingArgmin.solve(bracket, x0),
            1));
  }

  @Test
  void layersAndPrograms() {
    ReferenceCase lml = ReferenceCase.of("lml-layer");
    double[] x = lml.vector("x");
    double n = lml.number("N");
    lml.check("grad_y0", FurtherCaseProgramsFirstDerivatives.gradient(x, n).x());
    ReferenceCase program = ReferenceCase.of("jaxopt-eq-qp");
    program.check(
        "jacobian_x0_x1_nu",
        (Object)
            FurtherCaseProgramsPrimalAndDualDerivatives.jacobian(
                program.matrix("Q"),
                program.vector("c"),
                program.matrix("A"),
                program.vector("b")));
    ReferenceCase dot = ReferenceCase.of("fax-ecp-dot-product");
    double[] start = {1, 0.2};
    dot.check("value", FurtherCasePrograms.alignment(dot.vector("v"), start));
    dot.check(
        "dvalue_dv", FurtherCaseProgramsAlignmentDerivatives.gradient(dot.vector("v"), start).v());
  }

  @Test
  void policies() {
    ReferenceCase reference = ReferenceCase.of("fax-soft-bellman");
    double[][] r = reference.matrix("r_s_a");
    double[][][] p = {{{0.7, 0.3}, {0.2, 0.8}}, {{0.99, 0.01}, {0.99, 0.01}}};
    double gamma = reference.number("gamma");
    double tau = reference.number("tau");
    double[][] x = SolutionProgramsBellmanFixedPoint.solve(new double[2][2], r, gamma, p, tau);
    double[][] policy = new double[2][2];
    for (int s = 0; s < 2; s++) {
      policy[s][0] = 1 / (1 + Math.exp((x[s][1] - x[s][0]) / tau));
      policy[s][1] = 1 - policy[s][0];
    }
    reference.check("policy", (Object) policy);
    double[] v = FurtherCaseProgramsWorthFixedPoint.solve(new double[2], policy, r, gamma, p);
    reference.check("policy_value_uniform_start", (v[0] + v[1]) / 2);
  }

  @Test
  void equasiveInAllModes() {
    ReferenceCase reference = ReferenceCase.of("inverse-accumulation-equasive");
    double[] x = reference.vector("x");
    double[] v = reference.vector("v");
    reference.check(
        "jacobian", (Object) InverseProgramsEquasiveDerivatives.jacobian(x[0], x[1], x[2]));
    reference.check(
        "jvp", (Object) InverseProgramsEquasiveDerivatives.jvp(x[0], x[1], x[2], v[0], v[1], v[2]));
    var back = InverseProgramsEquasiveDerivatives.vjp(x[0], x[1], x[2], v);
    reference.check("vjp", back.x1(), back.x2(), back.x3());
    double[][] inverse = new double[3][3];
    for (int j = 0; j < 3; j++) {
      double[] unit = new double[3];
      unit[j] = 1;
      var column = InverseProgramsEquasiveDerivatives.ijvp(x[0], x[1], x[2], unit);
      inverse[0][j] = column.x1();
      inverse[1][j] = column.x2();
      inverse[2][j] = column.x3();
    }
    reference.check("inverse_jacobian", (Object) inverse);
  }
}
