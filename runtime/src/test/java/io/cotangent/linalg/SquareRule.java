package io.cotangent.linalg;

import java.util.Optional;
import java.util.function.Function;

/** The rules of an operation on one matrix whose result flattens. */
record SquareRule<R>(
    double[][] at,
    Function<double[][], R> operation,
    Tangent<R> tangent,
    Cotangent<R> cotangent,
    SecondOrder<R> second,
    Function<R, double[]> flatten,
    Function<double[], R> shape)
    implements Rule {

  interface Tangent<R> {
    R of(double[][] a, double[][] aDot);
  }

  interface Cotangent<R> {
    double[][] of(double[][] a, R resultBar);
  }

  interface SecondOrder<R> {
    double[][] of(double[][] a, R resultBar, double[][] aDot, R resultBarDot);
  }

  private double[][] matrix(double[] x) {
    return Rule.matrix(x, 0, at.length, at[0].length);
  }

  @Override
  public double[] point() {
    return Rule.flat(at);
  }

  @Override
  public double[] value(double[] x) {
    return flatten.apply(operation.apply(matrix(x)));
  }

  @Override
  public double[] jvp(double[] x, double[] xDot) {
    return flatten.apply(tangent.of(matrix(x), matrix(xDot)));
  }

  @Override
  public double[] vjp(double[] x, double[] yBar) {
    return Rule.flat(cotangent.of(matrix(x), shape.apply(yBar)));
  }

  @Override
  public Optional<double[]> vjpJvp(double[] x, double[] yBar, double[] xDot, double[] yBarDot) {
    return Optional.of(
        Rule.flat(second.of(matrix(x), shape.apply(yBar), matrix(xDot), shape.apply(yBarDot))));
  }
}
