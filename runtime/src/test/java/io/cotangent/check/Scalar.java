package io.cotangent.check;

import io.cotangent.ScalarFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A scalar function from its value, gradient and Hessian, every derivative of which can be spoilt.
 */
class Scalar implements ScalarFunction {
  private final int dimension;
  private final ToDoubleFunction<double[]> value;
  private final UnaryOperator<double[]> gradient;
  private final Function<double[], double[][]> hessian;

  Scalar(int dimension, ToDoubleFunction<double[]> value, UnaryOperator<double[]> gradient) {
    this(dimension, value, gradient, null);
  }

  Scalar(
      int dimension,
      ToDoubleFunction<double[]> value,
      UnaryOperator<double[]> gradient,
      Function<double[], double[][]> hessian) {
    this.dimension = dimension;
    this.value = value;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /** {@code exp(x0) sin(x1) + x0 x1 x2^2}. */
  static Scalar smooth() {
    return new Scalar(3, Scalar::smoothValue, Scalar::smoothGradient, Scalar::smoothHessian);
  }

  static double smoothValue(double[] x) {
    return Math.exp(x[0]) * Math.sin(x[1]) + x[0] * x[1] * x[2] * x[2];
  }

  static double[] smoothGradient(double[] x) {
    double e = Math.exp(x[0]);
    double square = x[2] * x[2];
    return new double[] {
      e * Math.sin(x[1]) + x[1] * square, e * Math.cos(x[1]) + x[0] * square, 2 * x[0] * x[1] * x[2]
    };
  }

  static double[][] smoothHessian(double[] x) {
    double e = Math.exp(x[0]);
    double mixed = e * Math.cos(x[1]) + x[2] * x[2];
    return new double[][] {
      {e * Math.sin(x[1]), mixed, 2 * x[1] * x[2]},
      {mixed, -e * Math.sin(x[1]), 2 * x[0] * x[2]},
      {2 * x[1] * x[2], 2 * x[0] * x[2], 2 * x[0] * x[1]}
    };
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public int order() {
    return hessian == null ? 1 : 2;
  }

  @Override
  public double value(double[] x) {
    return value.applyAsDouble(x);
  }

  @Override
  public double valueAndGradient(double[] x, double[] grad) {
    System.arraycopy(gradient.apply(x), 0, grad, 0, dimension);
    return value.applyAsDouble(x);
  }

  @Override
  public double jvp(double[] x, double[] xDot) {
    return Matrices.dot(gradient.apply(x), xDot);
  }

  @Override
  public double[] hvp(double[] x, double[] v) {
    if (hessian == null) {
      return ScalarFunction.super.hvp(x, v);
    }
    double[] product = new double[dimension];
    double[][] matrix = hessian.apply(x);
    for (int i = 0; i < dimension; i++) {
      product[i] = Matrices.dot(matrix[i], v);
    }
    return product;
  }

  @Override
  public double[][] hessian(double[] x) {
    return hessian == null ? ScalarFunction.super.hessian(x) : hessian.apply(x);
  }
}
