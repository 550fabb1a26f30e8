package io.cotangent.fuzz.eval;

/**
 * A floating-point value with its first and second derivatives in every direction.
 *
 * <p>{@code gradient} is null for a passive value; {@code hessian}, row-major and full, is null
 * also where second order is not asked for. The {@code …Scale} arrays accumulate absolute values
 * along every path, which bounds the rounding error that any order of evaluation may make.
 */
final class Num {
  /** The value went through {@code float} arithmetic. */
  static final int FLOAT = 1;

  /** A first partial on the way is infinite, undefined or enormous. */
  static final int SINGULAR = 2;

  /** A second partial on the way is infinite, undefined or enormous. */
  static final int SINGULAR_SECOND = 4;

  final double value;
  final double[] gradient;
  final double[] gradientScale;
  final double[] hessian;
  final double[] hessianScale;
  final int marks;

  Num(
      double value,
      double[] gradient,
      double[] gradientScale,
      double[] hessian,
      double[] hessianScale,
      int marks) {
    this.value = value;
    this.gradient = gradient;
    this.gradientScale = gradientScale;
    this.hessian = hessian;
    this.hessianScale = hessianScale;
    this.marks = marks;
  }

  static Num passive(double value) {
    return new Num(value, null, null, null, null, 0);
  }

  boolean isActive() {
    return gradient != null;
  }

  /** The same number with marks added. */
  Num marked(int more) {
    return (marks | more) == marks
        ? this
        : new Num(value, gradient, gradientScale, hessian, hessianScale, marks | more);
  }

  @Override
  public String toString() {
    return Double.toString(value);
  }
}
