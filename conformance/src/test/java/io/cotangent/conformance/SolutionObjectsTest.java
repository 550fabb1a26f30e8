package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Complex;
import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import io.cotangent.check.GradientCheck;
import io.cotangent.conformance.SolutionObjectPrograms.Mixed;
import io.cotangent.conformance.SolutionObjectPrograms.Pair;
import io.cotangent.conformance.SolutionObjectPrograms.Plant;
import org.junit.jupiter.api.Test;

/** Solutions of methods of objects: against differences, closed forms, and mode against mode. */
class SolutionObjectsTest {
  @Test
  void inDifferentiableMethods() {
    GradientCheck.check(
        SolutionObjectProgramsOfScalarDerivatives.function(0.2), new double[] {0.2});
    GradientCheck.check(SolutionObjectProgramsOfPairDerivatives.function(0.2), new double[] {0.2});
    GradientCheck.check(
        SolutionObjectProgramsOfOrbitDerivatives.function(0.1, 0.2), new double[] {0.1, 0.2});
    GradientCheck.check(SolutionObjectProgramsOfMixedDerivatives.function(0.2), new double[] {0.2});
    GradientCheck.check(SolutionObjectProgramsOfDeepDerivatives.function(0.2), new double[] {0.2});
    GradientCheck.check(SolutionObjectProgramsOfBowlDerivatives.function(0.2), new double[] {0.2});
  }

  @Test
  void complexRoots() {
    Complex c = new Complex(0.3, 2);
    Complex start = new Complex(1, 1);
    Complex root = SolutionObjectProgramsRootRoot.solve(start, c);
    Complex square = root.times(root);
    assertEquals(0.3, square.re(), 1e-12);
    assertEquals(2, square.im(), 1e-12);
    Complex slope = new Complex(0.5, 0).divide(root);
    Complex along = SolutionObjectProgramsRootRoot.jvp(start, c, new Complex(0.7, -0.2));
    Complex expected = slope.times(new Complex(0.7, -0.2));
    assertEquals(expected.re(), along.re(), 1e-12);
    assertEquals(expected.im(), along.im(), 1e-12);
    // The convention of @Differentiable: the derivative, where there is a complex one.
    Complex weight = new Complex(-0.4, 1.3);
    Complex back = SolutionObjectProgramsRootRoot.vjp(start, c, weight);
    Complex wanted = slope.times(weight);
    assertEquals(wanted.re(), back.re(), 1e-12);
    assertEquals(wanted.im(), back.im(), 1e-12);
    Complex same = SolutionObjectProgramsOfRootDerivatives.vjp(c, weight);
    assertEquals(wanted.re(), same.re(), 1e-12);
    assertEquals(wanted.im(), same.im(), 1e-12);
    Complex called = SolutionObjectProgramsOfRootDerivatives.jvp(c, new Complex(0.7, -0.2));
    assertEquals(expected.re(), called.re(), 1e-12);
    assertEquals(expected.im(), called.im(), 1e-12);
    assertThrows(
        ConvergenceException.class, () -> SolutionObjectProgramsRootRoot.at(new Complex(1, 0), c));
  }

  @Test
  void modesAgree() {
    Plant plant = new Plant(0.2, new double[] {0.1, 0.2});
    Mixed start = new Mixed(new double[2], 0);
    Plant along = new Plant(0.3, new double[] {-0.4, 0.9});
    Mixed v = new Mixed(new double[] {0.3, 1.1}, -0.6);
    Mixed tangent = SolutionObjectProgramsMixedFixedPoint.jvp(plant, start, along);
    Plant bar = SolutionObjectProgramsMixedFixedPoint.vjp(plant, start, v);
    double forward = 0.3 * tangent.u()[0] + 1.1 * tangent.u()[1] - 0.6 * tangent.v();
    double reverse = 0.3 * bar.gain() - 0.4 * bar.rates()[0] + 0.9 * bar.rates()[1];
    assertEquals(forward, reverse, 1e-14);
    double[][] jacobian = SolutionObjectProgramsMixedFixedPoint.jacobian(plant, start);
    assertEquals(
        tangent.v(), 0.3 * jacobian[2][0] - 0.4 * jacobian[2][1] + 0.9 * jacobian[2][2], 1e-14);
    var adjoint = SolutionObjectProgramsMixedFixedPoint.adjoint(plant, start, v);
    assertEquals(Status.CONVERGED, adjoint.status());
    assertTrue(adjoint.errorBound() < 1e-12);
    assertEquals(bar.gain(), adjoint.gradient().gain(), 1e-14);
    var found = SolutionObjectProgramsPairFixedPoint.solution(new Pair(0, 0), 0.3);
    assertEquals(Status.CONVERGED, found.status());
    assertEquals(0.5 * Math.sin(found.value().u()) + 0.3, found.value().v(), 1e-12);
  }

  @Test
  void whatTheReceiverHoldsIsAParameter() {
    SolutionObjectPrograms self = new SolutionObjectPrograms(0.3, 2);
    var bars = SolutionObjectProgramsCapturedFixedPoint.vjp(self, 0, 0.1, 1);
    double x = SolutionObjectProgramsCapturedFixedPoint.solve(self, 0, 0.1);
    double rest = 1 + 0.5 * Math.sin(x) * 0.3;
    assertEquals(0.5 * Math.cos(x) / rest, bars.self().k, 1e-12);
    assertEquals(2 / rest, bars.t(), 1e-12);
  }
}
