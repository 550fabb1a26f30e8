package io.cotangent;

/**
 * The functions of {@link Complex} whose plain formulas overflow or cancel.
 *
 * <p>Scales are powers of two that depend on exponents alone, and branches meet with equal
 * derivatives: no {@code abs} or {@code max} stands where its corner would be met on an axis.
 */
final class ComplexFunctions {
  private static final double LN_2 = 0.69314718055994530942;

  private ComplexFunctions() {}

  /** The quotient by a divisor that isn't zero. */
  static Complex quotient(double re, double im, double divisorRe, double divisorIm) {
    boolean byRe = Math.abs(divisorRe) >= Math.abs(divisorIm);
    double s = Math.scalb(1.0, -Math.getExponent(byRe ? divisorRe : divisorIm));
    // Smith's formula adds two terms of the dividend's size: the largest and the smallest are
    // moved.
    boolean huge = Math.abs(re) > 0x1p1000 || Math.abs(im) > 0x1p1000;
    boolean tiny = Math.abs(re) < 0x1p-900 && Math.abs(im) < 0x1p-900;
    double down = huge ? 0x1p-4 : tiny ? 0x1p200 : 1;
    double up = huge ? 0x1p4 : tiny ? 0x1p-200 : 1;
    double a = re * down;
    double b = im * down;
    double c = divisorRe * s;
    double d = divisorIm * s;
    if (byRe) {
      double ratio = d / c;
      double whole = c + d * ratio;
      return new Complex((a + b * ratio) / whole * s * up, (b - a * ratio) / whole * s * up);
    }
    double ratio = c / d;
    double whole = d + c * ratio;
    return new Complex((a * ratio + b) / whole * s * up, (b * ratio - a) / whole * s * up);
  }

  static Complex exp(double re, double im) {
    if (re > 709) {
      // e^re alone may overflow where its product with a small sine or cosine does not.
      double e = Math.exp(re - 20);
      double rest = 485165195.40979027797; // e^20
      boolean real = im == 0 && e * rest == Double.POSITIVE_INFINITY;
      return new Complex(e * Math.cos(im) * rest, real ? im : e * Math.sin(im) * rest);
    }
    double e = Math.exp(re);
    return new Complex(e * Math.cos(im), e * Math.sin(im));
  }

  static double logAbs(double re, double im) {
    double modulus = Math.hypot(re, im);
    if (modulus < 0.5 || modulus > 2) {
      // Of the largest numbers the modulus may be infinite.
      return modulus > 0x1p1000
          ? Math.log(Math.hypot(re * 0x1p-8, im * 0x1p-8)) + 8 * LN_2
          : Math.log(modulus);
    }
    // (x - 1)(x + 1) + y^2 is |z|^2 - 1 with little cancellation where x is the larger part.
    return Math.abs(re) >= Math.abs(im)
        ? 0.5 * Math.log1p((re - 1) * (re + 1) + im * im)
        : 0.5 * Math.log1p((im - 1) * (im + 1) + re * re);
  }

  static Complex sqrt(double re, double im) {
    if (re == 0 && im == 0) {
      // Square roots of zero: the signs of zeros, and a derivative that is infinite.
      return new Complex(Math.sqrt(re) + 0.0, Math.sqrt(im));
    }
    if (im == Double.POSITIVE_INFINITY || im == Double.NEGATIVE_INFINITY) {
      return new Complex(Double.POSITIVE_INFINITY, im);
    }
    boolean huge = Math.abs(re) > 0x1p1000 || Math.abs(im) > 0x1p1000;
    boolean tiny = Math.abs(re) < 0x1p-900 && Math.abs(im) < 0x1p-900;
    double x = re * (huge ? 0x1p-4 : tiny ? 0x1p200 : 1);
    double y = im * (huge ? 0x1p-4 : tiny ? 0x1p200 : 1);
    double back = huge ? 4 : tiny ? 0x1p-100 : 1;
    if (x >= 0) {
      double t = Math.sqrt((Math.hypot(x, y) + x) * 0.5);
      return new Complex(t * back, y / (2 * t) * back);
    }
    double t = Math.copySign(Math.sqrt((Math.hypot(x, y) - x) * 0.5), y);
    return new Complex(y / (2 * t) * back, t * back);
  }

  /** Zero to a power: the limit along the real axis, and its derivative where there is one. */
  static Complex powerOfZero(double re, double im, double p) {
    if (p == 1) {
      return new Complex(re, im);
    }
    if (p > 1) {
      return new Complex(re * re + 0.0, im * im);
    }
    if (p > 0) {
      return new Complex(Math.sqrt(re) + 0.0, Math.sqrt(im));
    }
    return p == 0 ? Complex.ONE : new Complex(Double.POSITIVE_INFINITY, Double.NaN);
  }

  static Complex tanh(double x, double y) {
    if (Math.abs(x) <= 1) {
      double sinh = Math.sinh(x);
      double cos = Math.cos(y);
      double whole = sinh * sinh + cos * cos;
      return new Complex(sinh * Math.cosh(x) / whole, Math.sin(y) * cos / whole);
    }
    // With E = exp(-2|x|), nothing overflows: tanh |x| = (1 - E) / (1 + E).
    double side = Math.copySign(1, x);
    double e = Math.exp(-2 * side * x);
    double whole = 1 + 2 * e * Math.cos(2 * y) + e * e;
    return new Complex(side * (1 - e * e) / whole, 2 * e * Math.sin(2 * y) / whole);
  }
}
