package io.cotangent.linear;

/** A square matrix that is known by its products with vectors. */
public interface LinearOperator {
  /**
   * The number of rows and of columns.
   *
   * @return the length of the vectors
   */
  int size();

  /**
   * The product with a vector.
   *
   * @param x the vector; left as it is
   * @param out overwritten with the product; not the same array as {@code x}
   */
  void apply(double[] x, double[] out);

  /**
   * The product of the transpose with a vector.
   *
   * @param x the vector; left as it is
   * @param out overwritten with the product; not the same array as {@code x}
   */
  void applyTransposed(double[] x, double[] out);

  /**
   * The transpose, a view.
   *
   * @return the operator whose {@link #apply} is this one's {@link #applyTransposed}
   */
  default LinearOperator transpose() {
    return new Transposed(this);
  }

  /**
   * All entries, from products with unit vectors of the transpose: a row each.
   *
   * @return an array of shape {@code [size][size]}
   */
  default double[][] toDense() {
    int n = size();
    double[][] rows = new double[n][n];
    toDense(rows, new double[n]);
    return rows;
  }

  /**
   * All entries, into memory that is there.
   *
   * @param rows overwritten, an array of shape {@code [size][size]}
   * @param unit zeros, {@code size} of them, as it then is again
   */
  default void toDense(double[][] rows, double[] unit) {
    for (int i = 0; i < rows.length; i++) {
      unit[i] = 1;
      applyTransposed(unit, rows[i]);
      unit[i] = 0;
    }
  }
}
