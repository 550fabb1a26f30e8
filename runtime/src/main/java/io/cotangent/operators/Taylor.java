package io.cotangent.operators;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A truncated power series {@code c_0 + c_1 t + … + c_n t^n}, with arithmetic: Taylor mode (A.
 * Griewank and A. Walther, "Evaluating Derivatives", chapter 13). Two series of one operation have
 * the same order.
 */
public final class Taylor {
  private final double[] c;

  private Taylor(double[] coefficients) {
    c = coefficients;
  }

  /**
   * A series of given coefficients.
   *
   * @param coefficients from that of {@code t^0} on, one at least; copied
   * @return the series
   */
  public static Taylor of(double... coefficients) {
    if (coefficients.length == 0) {
      throw new IllegalArgumentException("a series needs a coefficient");
    }
    return new Taylor(coefficients.clone());
  }

  /** {@return the order n of the last coefficient} */
  public int order() {
    return c.length - 1;
  }

  /**
   * A coefficient.
   *
   * @param k its power of t, from 0 to {@link #order()}
   * @return the coefficient of {@code t^k}
   */
  public double coefficient(int k) {
    return c[k];
  }

  private Taylor like(IntToDoubleFunction coefficient) {
    double[] out = new double[c.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = coefficient.applyAsDouble(k);
    }
    return new Taylor(out);
  }

  private void check(Taylor that) {
    if (that.c.length != c.length) {
      throw new IllegalArgumentException("series of orders " + order() + " and " + that.order());
    }
  }

  /** {@return {@code this + that}} */
  public Taylor plus(Taylor that) {
    check(that);
    return like(k -> c[k] + that.c[k]);
  }

  /** {@return {@code this + number}} */
  public Taylor plus(double number) {
    return like(k -> k == 0 ? c[0] + number : c[k]);
  }

  /** {@return {@code this - that}} */
  public Taylor minus(Taylor that) {
    check(that);
    return like(k -> c[k] - that.c[k]);
  }

  /** {@return {@code -this}} */
  public Taylor negate() {
    return like(k -> -c[k]);
  }

  /** {@return {@code this * number}} */
  public Taylor times(double number) {
    return like(k -> c[k] * number);
  }

  /** {@return {@code this * that}} */
  public Taylor times(Taylor that) {
    check(that);
    return like(k -> convolution(c, that.c, 0, k, k));
  }

  /** {@return {@code this / that}} */
  public Taylor divide(Taylor that) {
    check(that);
    double[] q = new double[c.length];
    for (int k = 0; k < q.length; k++) {
      q[k] = (c[k] - convolution(q, that.c, 0, k - 1, k)) / that.c[0];
    }
    return new Taylor(q);
  }

  /** The sum over i from {@code from} to {@code to} of {@code a_i b_{k-i}}. */
  private static double convolution(double[] a, double[] b, int from, int to, int k) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += a[i] * b[k - i];
    }
    return sum;
  }

  /** The sum over i from 1 to {@code to} of {@code i u_i w_{k-i}}, divided by k. */
  private static double weighted(double[] u, double[] w, int to, int k) {
    double sum = 0;
    for (int i = 1; i <= to; i++) {
      sum += i * u[i] * w[k - i];
    }
    return sum / k;
  }

  /** {@return {@code e^this}} */
  public Taylor exp() {
    double[] e = new double[c.length];
    e[0] = Math.exp(c[0]);
    for (int k = 1; k < e.length; k++) {
      e[k] = weighted(c, e, k, k);
    }
    return new Taylor(e);
  }

  /** {@return the natural logarithm} */
  public Taylor log() {
    double[] l = new double[c.length];
    l[0] = Math.log(c[0]);
    for (int k = 1; k < l.length; k++) {
      l[k] = (c[k] - weighted(l, c, k - 1, k)) / c[0];
    }
    return new Taylor(l);
  }

  /**
   * A power. A whole exponent from 0 on is taken by products, also where the first coefficient is
   * zero.
   *
   * @param p the exponent
   * @return {@code this^p}
   */
  public Taylor pow(double p) {
    if (p == Math.rint(p) && p >= 0 && p <= 64) {
      Taylor product = like(k -> k == 0 ? 1 : 0);
      for (int i = 0; i < p; i++) {
        product = product.times(this);
      }
      return product;
    }
    double[] y = new double[c.length];
    y[0] = Math.pow(c[0], p);
    for (int k = 1; k < y.length; k++) {
      double sum = 0;
      for (int i = 1; i <= k; i++) {
        sum += (p * i - (k - i)) * c[i] * y[k - i];
      }
      y[k] = sum / (k * c[0]);
    }
    return new Taylor(y);
  }

  /** {@return the square root} */
  public Taylor sqrt() {
    return pow(0.5);
  }

  /** {@return the sine} */
  public Taylor sin() {
    return waves(Math.sin(c[0]), Math.cos(c[0]), -1)[0];
  }

  /** {@return the cosine} */
  public Taylor cos() {
    return waves(Math.sin(c[0]), Math.cos(c[0]), -1)[1];
  }

  /** {@return the hyperbolic sine} */
  public Taylor sinh() {
    return waves(Math.sinh(c[0]), Math.cosh(c[0]), 1)[0];
  }

  /** {@return the hyperbolic cosine} */
  public Taylor cosh() {
    return waves(Math.sinh(c[0]), Math.cosh(c[0]), 1)[1];
  }

  /** {@return the hyperbolic tangent} */
  public Taylor tanh() {
    double[] t = new double[c.length];
    double[] slope = new double[c.length];
    t[0] = Math.tanh(c[0]);
    slope[0] = 1 - t[0] * t[0];
    for (int k = 1; k < t.length; k++) {
      t[k] = weighted(c, slope, k, k);
      slope[k] = -convolution(t, t, 0, k, k);
    }
    return new Taylor(t);
  }

  /** The pair s, w with s' = w u' and w' = sign s u'. */
  private Taylor[] waves(double s0, double w0, int sign) {
    double[] s = new double[c.length];
    double[] w = new double[c.length];
    s[0] = s0;
    w[0] = w0;
    for (int k = 1; k < s.length; k++) {
      s[k] = weighted(c, w, k, k);
      w[k] = sign * weighted(c, s, k, k);
    }
    return new Taylor[] {new Taylor(s), new Taylor(w)};
  }

  @Override
  public String toString() {
    return "Taylor" + Arrays.toString(c);
  }
}
