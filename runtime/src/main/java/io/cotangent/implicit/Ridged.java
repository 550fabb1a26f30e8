package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;

/** A matrix with a number added to its diagonal, as a view. */
record Ridged(LinearOperator original, double ridge) implements LinearOperator {
  @Override
  public int size() {
    return original.size();
  }

  @Override
  public void apply(double[] x, double[] out) {
    original.apply(x, out);
    Vectors.add(out, ridge, x);
  }

  @Override
  public void applyTransposed(double[] x, double[] out) {
    original.applyTransposed(x, out);
    Vectors.add(out, ridge, x);
  }
}
