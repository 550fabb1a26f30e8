package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.Complex;
import org.junit.jupiter.api.Test;

/**
 * JAX's conventions for complex numbers: a tangent is what the number moves by; the cotangent of
 * {@code x + iy} is {@code d/dx - i d/dy}.
 */
class ComplexParametersTest {
  private static final Complex Z = new Complex(0.75, -0.5);
  private static final Complex W = new Complex(1.25, 0.5);

  @Test
  void gradientOfARealFunction() {
    ReferenceCase c = ReferenceCase.of("cookbook-complex-grad-real-valued");
    Complex z = c.complex("z");
    var both = ComplexParametersSquaredModulusDerivatives.valueAndGradient(z);
    c.check("value", both.value());
    c.check("grad", parts(both.gradient()));
    c.check("grad", parts(ComplexParametersSquaredModulusDerivatives.gradient(z)));
    var ws = new ComplexParametersSquaredModulusDerivatives.Workspace();
    c.check("value", ComplexParametersSquaredModulusDerivatives.valueAndGradient(z, ws));
    c.check("grad", parts(ws.z()));
    c.check("grad", parts(ComplexParametersSquaredModulusDerivatives.vjp(z, 1)));
    c.check("grad", parts(ComplexParametersSquaredModulusDerivatives.pullback(z).apply(1)));
  }

  @Test
  void holomorphicGradient() {
    ReferenceCase c = ReferenceCase.of("cookbook-complex-sin-holomorphic");
    var both = ComplexParametersSineDerivatives.valueAndGradient(c.complex("z"));
    c.check("value", parts(both.value()));
    c.check("grad", parts(both.gradient()));
    c.check("grad", parts(ComplexParametersSineDerivatives.gradient(c.complex("z"))));
  }

  @Test
  void holomorphicGradientOfWhatIsNot() {
    ReferenceCase c = ReferenceCase.of("cookbook-complex-conjugate");
    c.check("grad", parts(ComplexParametersConjugateDerivatives.gradient(c.complex("z"))));
  }

  @Test
  void products() {
    ReferenceCase c = ReferenceCase.of("cookbook-complex-jvp-vjp");
    double[] m = {c.number("a"), c.number("b"), c.number("c"), c.number("d")};
    Complex tangent = c.complex("tangent");
    Complex cotangent = c.complex("cotangent");
    c.check(
        "jvp", parts(ComplexParametersLinearDerivatives.jvp(m[0], m[1], m[2], m[3], Z, tangent)));
    c.check(
        "vjp", parts(ComplexParametersLinearDerivatives.vjp(m[0], m[1], m[2], m[3], Z, cotangent)));
    c.check(
        "vjp",
        parts(
            ComplexParametersLinearDerivatives.pullback(m[0], m[1], m[2], m[3], Z)
                .apply(cotangent)));
  }

  /** Where there is a complex derivative, products are products with it. */
  @Test
  void ofHolomorphicFunctionsProductsAreComplex() {
    double a = 0.5;
    Complex exp = Z.times(W).times(a).exp();
    Complex byZ = exp.times(W).times(a);
    Complex byW = exp.times(Z).times(a).plus(Complex.ONE.divide(W));
    var gradient = ComplexParametersSeveralDerivatives.gradient(Z, a, W);
    close(byZ, gradient.z());
    close(byW, gradient.w());
    Complex dz = new Complex(0.3, 0.7);
    Complex dw = new Complex(-0.2, 0.1);
    close(
        byZ.times(dz).plus(byW.times(dw)),
        ComplexParametersSeveralDerivatives.jvp(Z, a, W, dz, dw));
    close(byZ.times(dz), ComplexParametersSeveralDerivatives.vjp(Z, a, W, dz).z());
  }

  /** {@code Re(cotangent · tangent)} is what a cotangent says of a tangent. */
  @Test
  void dotProductIdentityOfRecordsThatHoldComplexNumbers() {
    var mode = new ComplexParameters.Mode(1.5, Z);
    var dot = new ComplexParameters.Mode(0.25, new Complex(0.3, 0.7));
    double[] x = {2};
    double[] xDot = {-0.5};
    var bar = new ComplexParameters.Mode(0.75, new Complex(-0.2, 0.4));
    var ahead = ComplexParametersWithinDerivatives.jvp(mode, x, dot, xDot);
    var back = ComplexParametersWithinDerivatives.vjp(mode, x, bar);
    double left = bar.weight() * ahead.weight() + bar.amplitude().times(ahead.amplitude()).re();
    double right =
        back.mode().weight() * dot.weight()
            + back.mode().amplitude().times(dot.amplitude()).re()
            + back.x()[0] * xDot[0];
    assertEquals(left, right, 1e-14);
    double slope = ComplexParametersRealDerivatives.jvp(mode, dot);
    var gradient = ComplexParametersRealDerivatives.gradient(mode);
    double expected =
        gradient.weight() * dot.weight() + gradient.amplitude().times(dot.amplitude()).re();
    assertEquals(slope, expected, 1e-14);
  }

  private static void close(Complex want, Complex got) {
    Close.check("complex", parts(want), parts(got), 1e-13);
  }

  private static double[] parts(Complex z) {
    return new double[] {z.re(), z.im()};
  }
}
