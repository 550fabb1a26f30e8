package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.Differentiable;
import io.cotangent.operators.Curvature;
import io.cotangent.operators.VectorCalculus;
import org.junit.jupiter.api.Test;

/** Derivatives of operators against what is known of them. */
class OperatorClosedFormTest {
  /** Its Laplacian is {@code -c (a^2 + b^2) sin(a x + b y)}. */
  @Differentiable(wrt = "x", order = 2)
  static double wave(double[] x, double a, double b, double c) {
    return c * Math.sin(a * x[0] + b * x[1]);
  }

  @Differentiable
  static double laplacian(double[] x, double a, double b, double c) {
    return VectorCalculus.laplacian(OperatorClosedFormTestWaveDerivatives.function(x, a, b, c), x);
  }

  /** Its divergence is {@code a y + 2 b y + x}, its curl {@code (0, -z, -a x)}. */
  @Differentiable(wrt = "x")
  static double[] field(double[] x, double a, double b) {
    return new double[] {a * x[0] * x[1], b * x[1] * x[1], x[2] * x[0]};
  }

  @Differentiable
  static double divergence(double[] x, double a, double b) {
    return VectorCalculus.divergence(OperatorClosedFormTestFieldDerivatives.function(x, a, b), x);
  }

  @Differentiable
  static double[] curl(double[] x, double a, double b) {
    return VectorCalculus.curl(OperatorClosedFormTestFieldDerivatives.function(x, a, b), x);
  }

  /** Of linear residuals {@code a x} the product is {@code a^2 v}. */
  @Differentiable(wrt = "x")
  static double[] line(double[] x, double a) {
    return new double[] {a * x[0]};
  }

  @Differentiable
  static double product(double[] x, double a, double[] v) {
    return Curvature.gaussNewtonProduct(OperatorClosedFormTestLineDerivatives.function(x, a), x, v)[
        0];
  }

  @Test
  void laplacianOfAWave() {
    double[] x = {0.3, -0.8};
    double a = 1.5;
    double b = -0.7;
    double c = 2;
    double phase = a * x[0] + b * x[1];
    double squares = a * a + b * b;
    var gradient = OperatorClosedFormTestLaplacianDerivatives.gradient(x, a, b, c);
    assertEquals(-c * squares * a * Math.cos(phase), gradient.x()[0], 1e-13);
    assertEquals(-c * squares * b * Math.cos(phase), gradient.x()[1], 1e-13);
    assertEquals(
        -c * (2 * a * Math.sin(phase) + squares * x[0] * Math.cos(phase)), gradient.a(), 1e-13);
    assertEquals(-squares * Math.sin(phase), gradient.c(), 1e-13);
    double slope =
        OperatorClosedFormTestLaplacianDerivatives.jvp(x, a, b, c, new double[2], 0, 0, 1);
    assertEquals(gradient.c(), slope, 1e-13);
  }

  @Test
  void divergenceAndCurlOfAField() {
    double[] x = {0.3, -0.8, 0.5};
    var gradient = OperatorClosedFormTestDivergenceDerivatives.gradient(x, 1.5, -0.7);
    assertEquals(x[1], gradient.a(), 1e-14);
    assertEquals(2 * x[1], gradient.b(), 1e-14);
    assertEquals(1, gradient.x()[0], 1e-14);
    assertEquals(1.5 - 1.4, gradient.x()[1], 1e-14);
    // The curl is (0, -z, -a x).
    var back = OperatorClosedFormTestCurlDerivatives.vjp(x, 1.5, -0.7, new double[] {1, 10, 100});
    assertEquals(-150, back.x()[0], 1e-12);
    assertEquals(-10, back.x()[2], 1e-12);
    assertEquals(-30, back.a(), 1e-12);
    assertEquals(0, back.b(), 0);
  }

  @Test
  void gaussNewtonOfALine() {
    var gradient =
        OperatorClosedFormTestProductDerivatives.gradient(
            new double[] {0.4}, 1.5, new double[] {2});
    assertEquals(2 * 1.5 * 2, gradient.a(), 1e-14);
    assertEquals(2.25, gradient.v()[0], 1e-14);
    assertEquals(0, gradient.x()[0], 0);
  }
}
