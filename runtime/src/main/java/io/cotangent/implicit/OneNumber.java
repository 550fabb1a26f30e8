package io.cotangent.implicit;

import io.cotangent.ScalarFunction;

/** A scalar function as a vector function of one entry; products are for one unknown. */
record OneNumber(ScalarFunction function) implements UnknownsMap {
  @Override
  public int dimension() {
    return function.dimension();
  }

  @Override
  public double[] value(double[] x) {
    return new double[] {function.value(x)};
  }

  @Override
  public double[] jvp(double[] x, double[] xDot) {
    return new double[] {function.jvp(x, xDot)};
  }

  @Override
  public double[] vjp(double[] x, double[] cotangent) {
    return function.vjp(x, cotangent[0]);
  }

  @Override
  public double[][] jacobian(double[] x) {
    return function.jacobian(x);
  }

  @Override
  public void value(double[] z, double[] out) {
    out[0] = function.value(z);
  }

  @Override
  public VectorMap pullback(double[] z) {
    double slope = function.jvp(z, new double[] {1});
    return (x, out) -> out[0] = slope * x[0];
  }

  @Override
  public VectorMap pushforward(double[] z) {
    return pullback(z);
  }
}
