package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cotangent.Differentiable;
import io.cotangent.Ode;
import io.cotangent.Quadrature;
import io.cotangent.Root;
import io.cotangent.ode.OdeAdjoint;
import io.cotangent.ode.OdeMethod;
import io.cotangent.ode.OdeOptions;
import org.junit.jupiter.api.Test;

/** Functions that read their object, and right-hand sides that need their own Jacobian. */
class FunctionOperandsTest {
  static final OdeOptions FINE = OdeOptions.DEFAULT.withTolerances(1e-12, 1e-12);
  static final OdeOptions STIFF = FINE.with(OdeMethod.RADAU);
  static final OdeOptions CONTINUOUS = FINE.with(OdeAdjoint.CONTINUOUS);

  static class Model {
    final double slope;
    final double[] offsets;

    Model(double slope, double[] offsets) {
      this.slope = slope;
      this.offsets = offsets;
    }

    @Differentiable(wrt = {"this", "b"})
    double area(double b) {
      return Quadrature.integrate(x -> slope * x + offsets[1], 0, b);
    }

    @Differentiable(wrt = {"this", "b"})
    double areaOfReference(double b) {
      return Quadrature.integrate(this::line, 0, b);
    }

    double line(double x) {
      return slope * x + offsets[0] * offsets[1];
    }
  }

  @Differentiable(order = 2)
  static double stiff(double start, double rate, double t) {
    double[] y =
        Ode.solve(
            (s, v, p, out) -> out[0] = -rate * (v[0] - Math.cos(s)),
            new double[] {start},
            0,
            t,
            new double[0],
            STIFF);
    return y[0];
  }

  @Differentiable(order = 2)
  static double continuous(double start, double rate, double t) {
    double[] y =
        Ode.solve(
            (s, v, p, out) -> out[0] = -rate * (v[0] - Math.cos(s)),
            new double[] {start},
            0,
            t,
            new double[0],
            CONTINUOUS);
    return y[0];
  }

  /** Where the integral has reached one: log(1 + a) / a. */
  @Root(unknown = "x")
  static double reached(double x, double a) {
    return Quadrature.integrate(t -> Math.exp(a * t), 0, x) - 1;
  }

  @Differentiable(order = 2)
  static double bound(double a) {
    return FunctionOperandsTestReachedRoot.solve(1, a);
  }

  /** When the growth has doubled: log(2) / a. */
  @Root(unknown = "x")
  static double doubled(double x, double a) {
    return Ode.solve(
            (t, y, p, out) -> out[0] = a * y[0], new double[] {1}, 0, x, new double[0], FINE)[0]
        - 2;
  }

  @Differentiable(order = 2)
  static double area(double a) {
    return Quadrature.integrate(t -> Math.sin(a * t), 0, 1);
  }

  @Differentiable
  static double slope(double a) {
    return FunctionOperandsTestAreaDerivatives.gradient(a);
  }

  @Test
  void boundsThatIntegralsAndEquationsReach() {
    double a = 0.5;
    double b = 1 + a;
    double x = Math.log(b) / a;
    assertEquals(x, FunctionOperandsTestReachedRoot.solve(1, a), 1e-12);
    double rate = 1 / (a * b) - x / a;
    assertEquals(rate, FunctionOperandsTestReachedRoot.vjp(1, a, 1), 1e-10);
    assertEquals(rate, FunctionOperandsTestReachedRoot.jvp(1, a, 1), 1e-10);
    double second = -1 / (a * b * b) - 2 / (a * a * b) + 2 * x / (a * a);
    assertEquals(second, FunctionOperandsTestBoundDerivatives.hessian(a)[0][0], 1e-9);
    assertEquals(Math.log(2) / a, FunctionOperandsTestDoubledRoot.solve(1, a), 1e-10);
    double slower = -Math.log(2) / (a * a);
    assertEquals(slower, FunctionOperandsTestDoubledRoot.vjp(1, a, 1), 1e-9);
    assertEquals(slower, FunctionOperandsTestDoubledRoot.jvp(1, a, 1), 1e-9);
  }

  /** The integral is (1 - cos a) / a. */
  @Test
  void gradientsOfIntegralsAreDifferentiatedAgain() {
    double a = 0.7;
    double second =
        Math.cos(a) / a - 2 * Math.sin(a) / (a * a) + 2 * (1 - Math.cos(a)) / (a * a * a);
    assertEquals(second, FunctionOperandsTestSlopeDerivatives.gradient(a), 1e-10);
  }

  @Test
  void functionsReadTheirObject() {
    Model model = new Model(2, new double[] {0.5, 3});
    var g = FunctionOperandsTestModelAreaDerivatives.gradient(model, 2);
    assertEquals(7, g.b(), 1e-12);
    assertEquals(2, g.self().slope, 1e-12);
    assertArrayEquals(new double[] {0, 2}, g.self().offsets, 1e-12);
    var h = FunctionOperandsTestModelAreaOfReferenceDerivatives.gradient(model, 2);
    assertEquals(5.5, h.b(), 1e-12);
    assertEquals(2, h.self().slope, 1e-12);
    assertArrayEquals(new double[] {6, 1}, h.self().offsets, 1e-12);
  }

  /** The derivatives of y = (r²cos t + r sin t)/(1 + r²) + (s - r²/(1 + r²)) exp(-rt). */
  private static double[] closed(double s, double r, double t) {
    double d = 1 + r * r;
    double decay = Math.exp(-r * t);
    double slope = 2 * r / (d * d);
    double byRate =
        slope * Math.cos(t)
            + (1 - r * r) / (d * d) * Math.sin(t)
            - slope * decay
            - t * (s - r * r / d) * decay;
    double y = (r * r * Math.cos(t) + r * Math.sin(t)) / d + (s - r * r / d) * decay;
    return new double[] {decay, byRate, -r * (y - Math.cos(t))};
  }

  @Test
  void aStiffEquationInBothModes() {
    for (double[] at : new double[][] {{2, 50, 0.05}, {2, 50, 2}, {1, 2000, 1}}) {
      double[] wanted = closed(at[0], at[1], at[2]);
      var g = FunctionOperandsTestStiffDerivatives.gradient(at[0], at[1], at[2]);
      assertArrayEquals(wanted, new double[] {g.start(), g.rate(), g.t()}, 1e-8);
      double[][] forward =
          FunctionOperandsTestStiffDerivatives.jacobianForward(at[0], at[1], at[2]);
      assertArrayEquals(wanted, forward[0], 1e-8);
    }
  }

  /** A plain lambda has no Jacobian, which the method itself would need. */
  @Test
  void theStiffMethodItselfNeedsASystemWithDerivatives() {
    assertThrows(UnsupportedOperationException.class, () -> stiff(2, 50, 1));
  }

  @Test
  void theContinuousAdjointIsTheDiscreteOneToTheTolerance() {
    double[] wanted = closed(2, 3, 1.5);
    var g = FunctionOperandsTestContinuousDerivatives.gradient(2, 3, 1.5);
    assertArrayEquals(wanted, new double[] {g.start(), g.rate(), g.t()}, 1e-9);
  }

  /** The rows of start and time; the one of the rate is known by symmetry, but for one entry. */
  private static void checkHessian(double[][] h, double s, double r, double t, double within) {
    double decay = Math.exp(-r * t);
    double[] first = closed(s, r, t);
    assertArrayEquals(new double[] {0, -t * decay, -r * decay}, h[0], within);
    double rise = 1e-4;
    double[] up = closed(s, r + rise, t);
    double[] down = closed(s, r - rise, t);
    assertEquals((up[1] - down[1]) / (2 * rise), h[1][1], within);
    assertEquals((up[2] - down[2]) / (2 * rise), h[1][2], within);
    assertEquals(-r * (first[2] + Math.sin(t)), h[2][2], within);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(h[j][i], h[i][j], 0.1 * within);
      }
    }
  }

  @Test
  void secondDerivativesOfAStiffEquation() {
    checkHessian(FunctionOperandsTestStiffDerivatives.hessian(2, 50, 0.05), 2, 50, 0.05, 1e-6);
    checkHessian(FunctionOperandsTestStiffDerivatives.hessian(2, 50, 1), 2, 50, 1, 1e-6);
    checkHessian(FunctionOperandsTestContinuousDerivatives.hessian(2, 3, 1.5), 2, 3, 1.5, 1e-7);
  }
}
