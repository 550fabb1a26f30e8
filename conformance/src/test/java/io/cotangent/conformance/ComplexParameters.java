package io.cotangent.conformance;

import io.cotangent.Complex;
import io.cotangent.Differentiable;

/** Methods that take or give complex numbers. */
final class ComplexParameters {
  private ComplexParameters() {}

  @Differentiable(order = 2)
  static double squaredModulus(Complex z) {
    return z.re() * z.re() + z.im() * z.im();
  }

  @Differentiable(holomorphic = true)
  static Complex sine(Complex z) {
    return z.sin();
  }

  @Differentiable(holomorphic = true)
  static Complex conjugate(Complex z) {
    return z.conjugate();
  }

  @Differentiable(
      holomorphic = true,
      wrt = {"z", "w"})
  static Complex several(Complex z, double a, Complex w) {
    return z.times(w).times(a).exp().plus(w.log());
  }

  @Differentiable(wrt = "z")
  static Complex linear(double a, double b, double c, double d, Complex z) {
    return new Complex(a * z.re() + b * z.im(), c * z.re() + d * z.im());
  }

  record Mode(double weight, Complex amplitude) {}

  @Differentiable
  static Mode within(Mode mode, double[] x) {
    return new Mode(mode.amplitude().abs() * x[0], mode.amplitude().times(mode.weight()));
  }

  /** {@code Re(z²) + |z|}, of a record that holds the number. */
  @Differentiable
  static double real(Mode mode) {
    return mode.amplitude().times(mode.amplitude()).re() * mode.weight() + mode.amplitude().abs();
  }
}
