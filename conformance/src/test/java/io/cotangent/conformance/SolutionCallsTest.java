package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.ScalarFunction;
import io.cotangent.check.GradientCheck;
import org.junit.jupiter.api.Test;

/** Derivatives of methods that find solutions on their way, against cases and differences. */
class SolutionCallsTest {
  @Test
  void powerIteration() {
    ReferenceCase reference = ReferenceCase.of("fax-power-iteration");
    double[][] a = reference.matrix("A");
    double[] start = reference.vector("b0");
    reference.check("value", SolutionCallPrograms.rayleigh(a, start));
    reference.check(
        "gradient_A", (Object) SolutionCallProgramsRayleighDerivatives.gradient(a, start));
    ReferenceCase blackBox = ReferenceCase.of("fax-power-iteration-blackbox");
    double[] found = blackBox.vector("solver_returns");
    blackBox.check(
        "gradient_A",
        (Object) SolutionCallProgramsRayleighOfBlackBoxDerivatives.gradient(a, found));
    GradientCheck.check(
        SolutionCallProgramsRayleighDerivatives.function(a, start), new double[] {1, 2, 3, 4});
  }

  @Test
  void squareRoots() {
    ReferenceCase reference = ReferenceCase.of("fax-sqrt-second-order");
    double[] a = reference.vector("a");
    double[] slope = new double[a.length];
    double[] curvature = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      slope[i] = SolutionCallProgramsSquareRootDerivatives.gradient(a[i]);
      curvature[i] = SolutionCallProgramsSquareRootDerivatives.hessian(a[i])[0][0];
    }
    reference.check("d1", slope);
    double[] expected = {
      -7.905694150420948, -0.7071067811865476, -0.08838834764831845, -0.007905694150420948
    };
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], curvature[i], 1e-7 * Math.abs(expected[i]));
    }
  }

  @Test
  void affine() {
    ReferenceCase reference = ReferenceCase.of("fax-affine-contraction");
    var gradient =
        SolutionCallProgramsAffineSumDerivatives.gradient(
            reference.matrix("A"), reference.vector("b"), reference.vector("x0"));
    reference.check("grad_A", (Object) gradient.a());
    reference.check("grad_b", gradient.b());
    assertArrayEquals(new double[3], gradient.start());
  }

  @Test
  void cosine() {
    ReferenceCase reference = ReferenceCase.of("jaxopt-cos-fixed-point");
    double[] theta = reference.vector("theta");
    double[] start = reference.vector("x0");
    double[][] hessian = SolutionCallProgramsCosineFirstDerivatives.hessian(theta, start);
    assertEquals(-0.15766311410377146, hessian[0][0], 1e-9);
    var gradient = SolutionCallProgramsCosineFirstDerivatives.gradient(theta, start);
    assertArrayEquals(new double[2], gradient.start());
  }

  @Test
  void layers() {
    ReferenceCase reference = ReferenceCase.of("lml-layer");
    double[] x = reference.vector("x");
    double n = reference.number("N");
    reference.check("y", SolutionCallPrograms.lmlLayer(x, n));
    for (double[][] jacobian :
        new double[][][] {
          SolutionCallProgramsLmlLayerDerivatives.jacobianForward(x, n),
          SolutionCallProgramsLmlLayerDerivatives.jacobianReverse(x, n)
        }) {
      double[][] dx = new double[10][];
      for (int i = 0; i < 10; i++) {
        dx[i] = java.util.Arrays.copyOf(jacobian[i], 10);
      }
      reference.check("jacobian", (Object) dx);
    }
    ReferenceCase simplex = ReferenceCase.of("jaxopt-simplex-bisection");
    double[] z = simplex.vector("x");
    simplex.check("p", SolutionCallPrograms.simplexProjection(z));
    simplex.check(
        "jacobian", (Object) SolutionCallProgramsSimplexProjectionDerivatives.jacobianReverse(z));
    simplex.check(
        "jacobian", (Object) SolutionCallProgramsSimplexProjectionDerivatives.jacobianForward(z));
  }

  @Test
  void ridge() {
    ReferenceCase reference = ReferenceCase.of("ridge-regression");
    double[][] x = reference.matrix("X");
    double[] y = reference.vector("y");
    double theta = reference.number("theta");
    double[] first = new double[3];
    double[] second = new double[3];
    for (int i = 0; i < 3; i++) {
      first[i] = SolutionCallProgramsRidgeEntryDerivatives.gradient(theta, x, y, i);
      second[i] = SolutionCallProgramsRidgeEntryDerivatives.hessian(theta, x, y, i)[0][0];
    }
    reference.check("a_dw_dtheta", first);
    reference.check("a_d2w_dtheta2", second);
  }

  @Test
  void optimalValues() {
    ReferenceCase reference = ReferenceCase.of("fax-cga-lagrange-min-sphere");
    double[] start = {-0.3, 0.4, 0.2, -0.1, 0.3};
    reference.check("dvalue_dr", SolutionCallProgramsSphereValueDerivatives.gradient(1, start).r());
    reference.check(
        "d2value_dr2", SolutionCallProgramsSphereValueDerivatives.hessian(1, start)[0][0]);
  }

  private static void check(ScalarFunction function, double... x) {
    GradientCheck.check(function, x);
  }

  private static void byDifferences(ScalarFunction function, double... x) {
    int n = x.length;
    double[] gradient = new double[n];
    function.valueAndGradient(x, gradient);
    double[][] hessian = function.hessian(x);
    double[] up = new double[n];
    double[] down = new double[n];
    for (int j = 0; j < n; j++) {
      double[] moved = x.clone();
      moved[j] = x[j] + 1e-5;
      double above = function.valueAndGradient(moved, up);
      moved[j] = x[j] - 1e-5;
      double below = function.valueAndGradient(moved, down);
      assertEquals((above - below) / 2e-5, gradient[j], 1e-7);
      for (int i = 0; i < n; i++) {
        assertEquals((up[i] - down[i]) / 2e-5, hessian[i][j], 1e-6);
      }
    }
  }

  @Test
  void againstDifferences() {
    double[] two = new double[2];
    double[][] row = new double[1][2];
    double[] one = new double[1];
    check(
        SolutionCallProgramsConstrainedDerivatives.function(two, row, one, two),
        1,
        1,
        1,
        1,
        1,
        0.1,
        0.2);
    // The first inequality is active here, and the solution stands on constraints alone.
    ScalarFunction active = SolutionCallProgramsConstrainedDerivatives.function(two, row, one, two);
    byDifferences(active, 9, 1, 1, 1.2, 1, 0.1, 0.2);
    check(SolutionCallProgramsImplicitEulerDerivatives.function(0.5, 2, 10), 0.5, 2);
    check(SolutionCallProgramsNestedDerivatives.function(0.7, 1.3), 0.7, 1.3);
    double[][] x = {{1, 0.5, -0.25}, {0, 1, 0.75}, {-1, 0.25, 0.5}, {0.5, -1.5, 1}, {2, 0, -0.5}};
    double[] y = {1, -0.5, 0.25, 2, 1.5};
    check(SolutionCallProgramsBilevelDerivatives.function(x, y), y);
    double[][] a = {{0.2, 0.1, -0.3}, {0.4, 0.1, 0.2}, {-0.1, 0.3, 0.25}};
    double[] b = {1, 2, 3};
    check(SolutionCallProgramsOverwrittenDerivatives.function(a, b, new double[3]), b);
    double slope = SolutionCallProgramsUnrolledTwiceDerivatives.gradient(1.0);
    assertEquals(4, slope, 1e-9);
    assertEquals(slope, SolutionCallProgramsUnrolledTwiceDerivatives.jvp(1.0, 1.0), 1e-12);
  }

  @Test
  void aRootOfArraysInAnObjective() {
    double[] data = {2, 3};
    double[] m = SolutionCallProgramsMisfitArgmin.solve(new double[2], data);
    double[][] jacobian = SolutionCallProgramsMisfitArgmin.jacobian(new double[2], data);
    double[] along = SolutionCallProgramsMisfitArgmin.jvp(new double[2], data, new double[] {1, 2});
    for (int i = 0; i < 2; i++) {
      assertEquals(-Math.log(data[i]), m[i], 1e-8);
      assertEquals(-1 / data[i], jacobian[i][i], 1e-7);
      assertEquals(0, jacobian[i][1 - i], 1e-12);
      assertEquals(-(i + 1) / data[i], along[i], 1e-7);
    }
  }
}
