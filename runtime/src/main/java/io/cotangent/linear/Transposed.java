package io.cotangent.linear;

/** The transpose of an operator, as a view. */
record Transposed(LinearOperator original) implements LinearOperator {
  @Override
  public int size() {
    return original.size();
  }

  @Override
  public void apply(double[] x, double[] out) {
    original.applyTransposed(x, out);
  }

  @Override
  public void applyTransposed(double[] x, double[] out) {
    original.apply(x, out);
  }

  @Override
  public LinearOperator transpose() {
    return original;
  }
}
