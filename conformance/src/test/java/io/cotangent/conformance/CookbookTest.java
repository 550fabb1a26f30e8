package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The autodiff cookbook's figures that need no solver, within the tolerances stated with them. */
class CookbookTest {

  @Test
  void logisticRegression() {
    ReferenceCase c = ReferenceCase.of("cookbook-logistic-regression");
    double[] w = c.vector("W");
    double b = c.number("b");
    double[][] inputs = c.matrix("inputs");
    boolean[] targets = c.flags("targets");

    c.check("predictions", CookbookPrograms.predict(w, b, inputs));
    var both = CookbookProgramsLogisticLossDerivatives.valueAndGradient(w, b, inputs, targets);
    c.check("loss", both.value());
    c.check("W_grad", both.gradient().w());
    c.check("b_grad", both.gradient().b());
    double[] direction = c.vector("unit_direction_for_check");
    c.check(
        "directional_derivative",
        CookbookProgramsLogisticLossDerivatives.jvp(w, b, inputs, targets, direction, 0));
    c.check(
        "hessian_of_loss_Wb",
        (Object) CookbookProgramsLogisticLossDerivatives.hessian(w, b, inputs, targets));
  }

  @Test
  void jacobiansOfPredictions() {
    ReferenceCase c = ReferenceCase.of("cookbook-logistic-regression");
    double[] w = c.vector("W");
    double b = c.number("b");
    double[][] inputs = c.matrix("inputs");

    for (double[][] jacobian :
        new double[][][] {
          CookbookProgramsPredictDerivatives.jacobianForward(w, b, inputs),
          CookbookProgramsPredictDerivatives.jacobianReverse(w, b, inputs)
        }) {
      c.check("jac_W", Arrays.stream(jacobian).map(row -> Arrays.copyOf(row, 3)).toArray());
      c.check("jac_b", Arrays.stream(jacobian).map(row -> row[3]).toArray());
    }
    c.check(
        "jvp_u",
        CookbookProgramsPredictDerivatives.jvp(w, b, inputs, c.vector("jvp_tangent_v"), 0));
    c.check(
        "vjp_v",
        CookbookProgramsPredictDerivatives.vjp(w, b, inputs, c.vector("vjp_cotangent_u")).w());
    Object[] hessians = new Object[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      hessians[i] = CookbookProgramsPredictionDerivatives.hessian(w, b, inputs, i);
    }
    c.check("hessian_of_predictions_W", hessians);
  }

  @Test
  void gradientOfAVectorValuedFunction() {
    ReferenceCase c = ReferenceCase.of("cookbook-vgrad");
    var pullback = CookbookProgramsThreeSquaresDerivatives.pullback(c.matrix("x"));
    c.check("value", (Object) pullback.value());
    c.check("vgrad", (Object) pullback.apply(c.matrix("cotangent")));
    c.check(
        "vgrad",
        (Object) CookbookProgramsThreeSquaresDerivatives.vjp(c.matrix("x"), c.matrix("cotangent")));
  }

  @Test
  void hessianVectorProductThreeWays() {
    ReferenceCase c = ReferenceCase.of("cookbook-hvp-three-ways");
    double[][] x = c.matrix("X");
    double[][] v = c.matrix("V");
    c.check("value", CookbookPrograms.squaredTanh(x));
    c.check("grad", (Object) CookbookProgramsSquaredTanhDerivatives.gradient(x));
    c.check("hvp", (Object) CookbookProgramsSquaredTanhDerivatives.hvp(x, v));
    double[][] hessian = CookbookProgramsSquaredTanhDerivatives.hessian(x);
    c.check("hvp", Trial.times(hessian, Flat.of((Object) v)));
    c.check(
        "hvp",
        CookbookProgramsSquaredTanhDerivatives.function(x)
            .hvp(Flat.of((Object) x), Flat.of((Object) v)));
  }

  @Test
  void mixedPartials() {
    ReferenceCase c = ReferenceCase.of("forum-mixed-partial");
    double[][] x = c.matrix("X");
    double[][] y = c.matrix("Y");
    var both = CookbookProgramsNormOfProductDerivatives.valueAndGradient(x, y);
    c.check("loss", both.value());
    c.check("grad_X", (Object) both.gradient().x());
    c.check("grad_Y", (Object) both.gradient().y());
    double[][] hessian = CookbookProgramsNormOfProductDerivatives.hessian(x, y);
    c.check("mixed_dY_ij_dX_kl", block(hessian, 4, 0));
    c.check("hessian_YY", block(hessian, 4, 4));
    // The trace of d loss / dY is a sum of two of its entries, and so are its derivatives.
    double[][] one = {{1, 0}, {0, 1}};
    var traced = CookbookProgramsNormOfProductDerivatives.hvp(x, y, new double[2][2], one);
    c.check("trace_trick_dX", (Object) traced.x());
    c.check("trace_trick_dY", (Object) traced.y());
    var asWritten = CookbookProgramsTraceOfGradientDerivatives.gradient(x, y);
    c.check("trace_trick_dX", (Object) asWritten.x());
    c.check("trace_trick_dY", (Object) asWritten.y());
  }

  @Test
  void tanhThreeTimes() {
    ReferenceCase c = ReferenceCase.of("cookbook-tanh-derivatives");
    double x = c.number("x");
    c.check("value", CookbookPrograms.tanh(x));
    c.check("d1", CookbookProgramsTanhDerivatives.gradient(x));
    c.check("d2", CookbookProgramsTanhPrimeDerivatives.gradient(x));
    c.check("d3", CookbookProgramsTanhSecondDerivatives.gradient(x));
    c.check("d4", CookbookProgramsTanhSecondDerivatives.hvp(x, 1));
  }

  @Test
  void eulerLagrange() {
    ReferenceCase c = ReferenceCase.of("forum-euler-lagrange");
    double t = c.number("t");
    double[] both = {
      CookbookPrograms.eulerLagrange(t, true), CookbookPrograms.eulerLagrange(t, false)
    };
    c.check("EL", both);
  }

  private static Object[] block(double[][] matrix, int row, int column) {
    return Arrays.stream(matrix, row, row + 4)
        .map(r -> Arrays.copyOfRange(r, column, column + 4))
        .toArray();
  }

  @Test
  void floorWithItsDerivatives() {
    ReferenceCase c = ReferenceCase.of("forum-floor-straight-through");
    double[] x = c.vector("x");
    c.check("value", Arrays.stream(x).map(CookbookPrograms::floor).toArray());
    c.check("value", Arrays.stream(x).map(CookbookPrograms::floorStraightThrough).toArray());
    c.check("plain", Arrays.stream(x).map(CookbookProgramsFloorDerivatives::gradient).toArray());
    c.check(
        "straight_through",
        Arrays.stream(x).map(CookbookProgramsFloorStraightThroughDerivatives::gradient).toArray());
    c.check(
        "detour_plain",
        Arrays.stream(x).map(CookbookProgramsFloorByDetourDerivatives::gradient).toArray());
    c.check(
        "detour_stop_gradient",
        Arrays.stream(x).map(CookbookProgramsFloorByStoppedDetourDerivatives::gradient).toArray());
    for (double each : x) {
      assertEquals(0, CookbookProgramsFloorDerivatives.jvp(each, 1));
      assertEquals(1, CookbookProgramsFloorStraightThroughDerivatives.jvp(each, 1));
    }
  }

  @Test
  void jacobiansOfTwoOutputs() {
    ReferenceCase c = ReferenceCase.of("forum-jacfwd-two-outputs");
    double[] p1 = c.vector("p1");
    double[] p2 = c.vector("p2");
    double[][] outputs = CookbookPrograms.twoOutputs(p1, p2);
    c.check("z", outputs[0]);
    c.check("y", outputs[1]);
    double[][] jacobian = CookbookProgramsTwoOutputsDerivatives.jacobianForward(p1, p2);
    c.check("dz_dp1", columns(jacobian, 0, 3, 0));
    c.check("dz_dp2", columns(jacobian, 0, 3, 2));
    c.check("dy_dp1", columns(jacobian, 3, 5, 0));
    c.check("dy_dp2", columns(jacobian, 3, 5, 2));
    for (double[] row : Arrays.copyOf(jacobian, 3)) {
      assertEquals(0, row[2]);
      assertEquals(0, row[3]);
    }
  }

  private static Object[] columns(double[][] matrix, int from, int to, int column) {
    return Arrays.stream(matrix, from, to)
        .map(row -> Arrays.copyOfRange(row, column, column + 2))
        .toArray();
  }
}
