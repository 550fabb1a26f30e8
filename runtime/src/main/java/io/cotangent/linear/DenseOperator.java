package io.cotangent.linear;

/**
 * A matrix given by its entries.
 *
 * @param rows the rows, all as long as there are rows; not copied
 */
public record DenseOperator(double[][] rows) implements LinearOperator {
  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public void apply(double[] x, double[] out) {
    for (int i = 0; i < rows.length; i++) {
      out[i] = Vectors.dot(rows[i], x);
    }
  }

  @Override
  public void applyTransposed(double[] x, double[] out) {
    java.util.Arrays.fill(out, 0);
    for (int i = 0; i < rows.length; i++) {
      Vectors.add(out, x[i], rows[i]);
    }
  }
}
