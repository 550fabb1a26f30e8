package io.cotangent.linalg;

import io.cotangent.linear.Lu;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A matrix with its tangent. Rules are written once over it: on a constant they give their value,
 * else their value's derivative too, which is how second derivatives are had.
 */
final class Dual {
  private final double[][] value;

  /** No rows at all stand for zeros, which nothing is spent on. */
  private final double[][] tangent;

  private static final double[][] ZERO = new double[0][];

  private Dual(double[][] value, double[][] tangent) {
    this.value = value;
    this.tangent = tangent;
  }

  static Dual of(double[][] value) {
    return new Dual(value, ZERO);
  }

  static Dual of(double[][] value, double[][] tangent) {
    return new Dual(value, tangent);
  }

  static Dual column(double[] value) {
    return of(Dense.column(value));
  }

  static Dual column(double[] value, double[] tangent) {
    return of(Dense.column(value), Dense.column(tangent));
  }

  double[][] value() {
    return value;
  }

  /** The tangent, zeros of the value's shape if it is constant. */
  double[][] tangent() {
    return isConstant() ? new double[value.length][Shapes.columns(value)] : tangent;
  }

  boolean isConstant() {
    return tangent.length == 0;
  }

  /** Applies a linear map. */
  Dual map(UnaryOperator<double[][]> linear) {
    return new Dual(linear.apply(value), isConstant() ? ZERO : linear.apply(tangent));
  }

  /** Applies a map that is linear in each of its two arguments. */
  private Dual combine(Dual that, BinaryOperator<double[][]> bilinear) {
    double[][] rate = ZERO;
    if (!isConstant()) {
      rate = bilinear.apply(tangent, that.value);
    }
    if (!that.isConstant()) {
      double[][] other = bilinear.apply(value, that.tangent);
      rate = isConstant() ? other : Dense.plus(rate, 1, other);
    }
    return new Dual(bilinear.apply(value, that.value), rate);
  }

  Dual transpose() {
    return map(Dense::transpose);
  }

  Dual times(Dual that) {
    return combine(that, Dense::times);
  }

  Dual plus(Dual that) {
    return plus(1, that);
  }

  Dual minus(Dual that) {
    return plus(-1, that);
  }

  private Dual plus(double factor, Dual that) {
    double[][] rate = tangent;
    if (!that.isConstant()) {
      rate = Dense.plus(tangent(), factor, that.tangent);
    }
    return new Dual(Dense.plus(value, factor, that.value), rate);
  }

  Dual negate() {
    return of(new double[value.length][Shapes.columns(value)]).minus(this);
  }

  /** The solution of {@code this x = b}. */
  Dual solve(Dual b) {
    Lu factors = new Lu(value).regular();
    double[][] x = factors.solve(b.value);
    if (isConstant() && b.isConstant()) {
      return of(x);
    }
    double[][] right =
        isConstant() ? b.tangent : Dense.plus(b.tangent(), -1, Dense.times(tangent, x));
    return of(x, factors.solve(right));
  }

  /** The solution of {@code x this = b}. */
  Dual solveRight(Dual b) {
    return transpose().solve(b.transpose()).transpose();
  }

  Dual symmetricPart() {
    return map(Dense::symmetricPart);
  }
}
