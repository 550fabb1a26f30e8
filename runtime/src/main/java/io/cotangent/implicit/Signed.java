package io.cotangent.implicit;

import io.cotangent.linear.LinearOperator;

/** The negative of a matrix, as a view. */
record Signed(LinearOperator original) implements LinearOperator {
  @Override
  public int size() {
    return original.size();
  }

  @Override
  public void apply(double[] x, double[] out) {
    original.apply(x, out);
    negate(out);
  }

  @Override
  public void applyTransposed(double[] x, double[] out) {
    original.applyTransposed(x, out);
    negate(out);
  }

  private static void negate(double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = -out[i];
    }
  }
}
