package io.cotangent.conformance;

import io.cotangent.Complex;
import io.cotangent.Differentiable;
import java.util.List;

/**
 * Programs of complex numbers, each operation of {@link Complex} among them, on and off its axes.
 */
final class ComplexPrograms {
  private ComplexPrograms() {}

  static List<Point> points() {
    return List.of(
        at("arithmetic", 0.5, -1.25),
        at("arithmetic", 1.5, 0.25),
        at("arithmetic", 1.25, 1.25),
        at("quotients", 0.5, -1.25),
        at("quotients", -1.5, 0.25),
        at("quotients", 0.0, 2.0),
        at("modulus", 0.5, -1.25),
        at("modulus", 0.75, 0.0),
        at("exponential", 0.5, -1.25),
        at("logarithm", 0.75, 0.5),
        at("logarithm", -3.0, 0.5),
        at("logarithm", 0.5, -0.75),
        at("logarithm", 0.75, 0.75),
        at("root", 0.5, -1.25),
        at("root", -0.5, 1.25),
        at("root", 0.0, 1.25),
        at("root", 4.0, 0.0),
        at("wholePowers", 0.5, -1.25),
        at("wholePowers", 0.0, 0.0),
        at("powers", 0.5, -1.25),
        at("powers", -0.5, 0.75),
        at("circular", 0.5, -1.25),
        at("hyperbolic", 0.5, -1.25),
        at("hyperbolicTangents", 0.5, -1.25),
        at("hyperbolicTangents", -1.5, 0.75),
        at("hyperbolicTangents", 0.0, 0.5),
        at("iteration", 0.1, 0.2));
  }

  private static Point at(String program, double x, double y) {
    return Point.of(ComplexPrograms.class, program, x, y);
  }

  @Differentiable(order = 2)
  static double arithmetic(double x, double y) {
    Complex z = new Complex(x, y);
    Complex w = z.plus(z.times(Complex.I)).minus(Complex.of(x)).negate().plus(2).minus(y).times(x);
    return w.times(z.conjugate()).absSquared() + w.re();
  }

  @Differentiable(order = 2)
  static double quotients(double x, double y) {
    Complex z = new Complex(x, y);
    Complex w = new Complex(y, 2 * x + 1);
    return w.divide(z).re() + z.divide(w).im() + z.divide(3 + x).re();
  }

  @Differentiable(order = 2)
  static double modulus(double x, double y) {
    Complex z = new Complex(x, y);
    return z.abs() * z.arg() + Complex.polar(x, y).re();
  }

  @Differentiable(order = 2)
  static double exponential(double x, double y) {
    Complex w = new Complex(x, y).exp();
    return w.re() * w.im();
  }

  @Differentiable(order = 2)
  static double logarithm(double x, double y) {
    Complex w = new Complex(x, y).log();
    return w.re() * w.im() + w.re();
  }

  @Differentiable(order = 2)
  static double root(double x, double y) {
    Complex w = new Complex(x, y).sqrt();
    return w.re() * 3 + w.im() * w.re();
  }

  @Differentiable(order = 2)
  static double wholePowers(double x, double y) {
    Complex z = new Complex(x, y);
    Complex w = z.pow(3).plus(z.pow(1)).plus(z.plus(2).pow(-2)).plus(z.pow(0));
    return w.re() * x + w.im();
  }

  @Differentiable(order = 2)
  static double powers(double x, double y) {
    Complex z = new Complex(x, y);
    Complex w = z.pow(2.5 + x).plus(z.pow(new Complex(y, x)));
    return w.re() + w.im() * y;
  }

  @Differentiable(order = 2)
  static double circular(double x, double y) {
    Complex z = new Complex(x, y);
    Complex w = z.sin().times(z.cos()).plus(z.tan());
    return w.re() + w.im() * y;
  }

  @Differentiable(order = 2)
  static double hyperbolic(double x, double y) {
    Complex z = new Complex(x, y);
    Complex w = z.sinh().times(z.cosh());
    return w.re() + w.im() * y;
  }

  @Differentiable(order = 2)
  static double hyperbolicTangents(double x, double y) {
    Complex w = new Complex(x, y).tanh();
    return w.re() + w.im() * y;
  }

  @Differentiable(order = 2)
  static double iteration(double x, double y) {
    Complex c = new Complex(x, y);
    Complex z = Complex.ZERO;
    for (int i = 0; i < 5; i++) {
      z = z.times(z).plus(c);
    }
    return z.absSquared();
  }
}
