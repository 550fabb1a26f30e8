package io.cotangent;

/**
 * A complex number of two doubles, with arithmetic and elementary functions that are differentiable
 * as doubles are.
 *
 * <p>Results are the principal values. Branch cuts lie on the real axis and are told apart by the
 * sign of a zero imaginary part, as in C99's annex G: {@code sqrt(-4 + 0i)} is {@code 2i} and
 * {@code sqrt(-4 - 0i)} is {@code -2i}. {@code log}, {@code sqrt} and {@code arg} have their cut
 * along the negative half axis; so has {@code pow} in its base. Arithmetic on infinite or NaN parts
 * is that of the formula given, so that a NaN part may stand beside an infinite one; finite numbers
 * whose result is in range don't overflow on the way in {@link #abs}, {@link #divide}, {@link
 * #exp}, {@link #log}, {@link #sqrt} and {@link #tanh}.
 *
 * <p>Derivatives follow the real map of {@code (re, im)}. The gradient of a real function {@code u}
 * of a complex argument {@code x + iy} is {@code u_x - i u_y}: one descends along its conjugate.
 *
 * @param re the real part
 * @param im the imaginary part
 */
public record Complex(double re, double im) {
  /** The number 0. */
  public static final Complex ZERO = new Complex(0, 0);

  /** The number 1. */
  public static final Complex ONE = new Complex(1, 0);

  /** The imaginary unit. */
  public static final Complex I = new Complex(0, 1);

  /**
   * A real number as a complex one.
   *
   * @param re the real part
   * @return {@code re + 0i}
   */
  public static Complex of(double re) {
    return new Complex(re, 0);
  }

  /**
   * A number of the given modulus and argument.
   *
   * @param modulus the distance from zero
   * @param argument the angle from the positive real axis, in radians
   * @return {@code modulus * exp(argument i)}
   */
  public static Complex polar(double modulus, double argument) {
    return new Complex(modulus * Math.cos(argument), modulus * Math.sin(argument));
  }

  /**
   * The sum.
   *
   * @param that the other summand
   * @return {@code this + that}
   */
  public Complex plus(Complex that) {
    return new Complex(re + that.re, im + that.im);
  }

  /**
   * The sum with a real number.
   *
   * @param that the other summand
   * @return {@code this + that}
   */
  public Complex plus(double that) {
    return new Complex(re + that, im);
  }

  /**
   * The difference.
   *
   * @param that what is subtracted
   * @return {@code this - that}
   */
  public Complex minus(Complex that) {
    return new Complex(re - that.re, im - that.im);
  }

  /**
   * The difference with a real number.
   *
   * @param that what is subtracted
   * @return {@code this - that}
   */
  public Complex minus(double that) {
    return new Complex(re - that, im);
  }

  /**
   * The product.
   *
   * @param that the other factor
   * @return {@code this * that}
   */
  public Complex times(Complex that) {
    return new Complex(re * that.re - im * that.im, re * that.im + im * that.re);
  }

  /**
   * The product with a real number.
   *
   * @param that the other factor
   * @return {@code this * that}
   */
  public Complex times(double that) {
    return new Complex(re * that, im * that);
  }

  /**
   * The quotient, by R. L. Smith's formula (Communications of the ACM 5, 1962) with the divisor
   * scaled by a power of two. A divisor of zero divides both parts by a real zero of the sign of
   * its real part.
   *
   * @param that the divisor
   * @return {@code this / that}
   */
  public Complex divide(Complex that) {
    if (that.re == 0 && that.im == 0) {
      return new Complex(re / that.re, im / that.re);
    }
    return ComplexFunctions.quotient(re, im, that.re, that.im);
  }

  /**
   * The quotient by a real number.
   *
   * @param that the divisor
   * @return {@code this / that}
   */
  public Complex divide(double that) {
    return new Complex(re / that, im / that);
  }

  /** {@return the number with both signs turned} */
  public Complex negate() {
    return new Complex(-re, -im);
  }

  /** {@return the complex conjugate, {@code re - im i}} */
  public Complex conjugate() {
    return new Complex(re, -im);
  }

  /**
   * The modulus, without overflow on the way. Its derivative at zero is zero.
   *
   * @return the distance from zero
   */
  public double abs() {
    return Math.hypot(re, im);
  }

  /** {@return the square of the modulus, {@code re^2 + im^2}} */
  public double absSquared() {
    return re * re + im * im;
  }

  /**
   * The argument.
   *
   * @return the angle from the positive real axis in radians, in [-pi, pi]
   */
  public double arg() {
    return Math.atan2(im, re);
  }

  /**
   * The exponential. Where it overflows, a zero imaginary part stays zero.
   *
   * @return {@code e^this}
   */
  public Complex exp() {
    return ComplexFunctions.exp(re, im);
  }

  /**
   * The principal logarithm; its imaginary part is {@link #arg}. At zero its real part is negative
   * infinity. The real part keeps an absolute accuracy of 1e-16 also beside the unit circle.
   *
   * @return the natural logarithm
   */
  public Complex log() {
    return new Complex(ComplexFunctions.logAbs(re, im), Math.atan2(im, re));
  }

  /**
   * The principal square root: its real part is not negative and its imaginary part has the sign of
   * this number's. Source: W. Kahan, "Branch cuts for complex elementary functions" (1987).
   *
   * @return the root
   */
  public Complex sqrt() {
    return ComplexFunctions.sqrt(re, im);
  }

  /**
   * A whole power by repeated multiplication, exact where the products are. {@code pow(0)} is 1.
   *
   * @param n the exponent, of either sign
   * @return {@code this^n}
   */
  public Complex pow(int n) {
    Complex result = ONE;
    Complex square = this;
    for (long left = Math.abs((long) n); left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = result.times(square);
      }
      square = left > 1 ? square.times(square) : square;
    }
    return n < 0 ? ONE.divide(result) : result;
  }

  /**
   * The principal value of a real power, {@code exp(p log z)} in polar form. Zero to a positive
   * power is zero, {@code pow(0.0)} is 1, zero to a negative power is infinite.
   *
   * @param p the exponent
   * @return {@code this^p}
   */
  public Complex pow(double p) {
    if (re == 0 && im == 0) {
      return ComplexFunctions.powerOfZero(re, im, p);
    }
    return polar(Math.pow(Math.hypot(re, im), p), p * Math.atan2(im, re));
  }

  /**
   * The principal value of a complex power, {@code exp(w log z)}. Zero to the power zero is 1, zero
   * to a power of positive real part is zero, to any other it is not finite.
   *
   * @param w the exponent
   * @return {@code this^w}
   */
  public Complex pow(Complex w) {
    if (re == 0 && im == 0) {
      return ComplexFunctions.powerOfZero(re, im, w.im == 0 || w.re > 0 ? w.re : Double.NaN);
    }
    return log().times(w).exp();
  }

  /** {@return the sine, {@code sin re cosh im + i cos re sinh im}} */
  public Complex sin() {
    return new Complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
  }

  /** {@return the cosine, {@code cos re cosh im - i sin re sinh im}} */
  public Complex cos() {
    return new Complex(Math.cos(re) * Math.cosh(im), -(Math.sin(re) * Math.sinh(im)));
  }

  /**
   * The tangent, which tends to {@code i} and {@code -i} far from the real axis.
   *
   * @return {@code -i tanh(i this)}
   */
  public Complex tan() {
    Complex turned = ComplexFunctions.tanh(im, re);
    return new Complex(turned.im, turned.re);
  }

  /** {@return the hyperbolic sine, {@code sinh re cos im + i cosh re sin im}} */
  public Complex sinh() {
    return new Complex(Math.sinh(re) * Math.cos(im), Math.cosh(re) * Math.sin(im));
  }

  /** {@return the hyperbolic cosine, {@code cosh re cos im + i sinh re sin im}} */
  public Complex cosh() {
    return new Complex(Math.cosh(re) * Math.cos(im), Math.sinh(re) * Math.sin(im));
  }

  /**
   * The hyperbolic tangent, which tends to 1 and -1 far from the imaginary axis and doesn't
   * overflow there.
   *
   * @return {@code sinh / cosh}
   */
  public Complex tanh() {
    return ComplexFunctions.tanh(re, im);
  }
}
