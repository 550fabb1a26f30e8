package io.cotangent.operators;

import io.cotangent.linear.LinearOperator;
import java.util.function.UnaryOperator;

/** A symmetric matrix known by its product. */
record SymmetricOperator(int size, UnaryOperator<double[]> product) implements LinearOperator {
  @Override
  public void apply(double[] x, double[] out) {
    System.arraycopy(product.apply(x), 0, out, 0, size);
  }

  @Override
  public void applyTransposed(double[] x, double[] out) {
    apply(x, out);
  }

  @Override
  public LinearOperator transpose() {
    return this;
  }
}
