package io.cotangent.implicit;

import io.cotangent.ScalarFunction;
import io.cotangent.VectorFunction;

/** A scalar function as a vector function of one entry. */
record OneNumber(ScalarFunction function) implements VectorFunction {
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
}
