package io.cotangent.operators;

import io.cotangent.VectorFunction;
import io.cotangent.linear.LinearOperator;

/**
 * A Jacobian at a point, known by its products: forward mode, and reverse mode for its transpose.
 */
public final class JacobianOperator {
  private final VectorFunction f;
  private final double[] x;
  private final int rows;

  /**
   * The Jacobian of a function at a point.
   *
   * @param f the function
   * @param x the point; copied
   */
  public JacobianOperator(VectorFunction f, double[] x) {
    this.f = f;
    this.x = x.clone();
    this.rows = f.value(this.x).length;
  }

  /** {@return the number of rows, the entries of the function's value} */
  public int rows() {
    return rows;
  }

  /** {@return the number of columns, the entries of the function's argument} */
  public int columns() {
    return x.length;
  }

  /**
   * The product with a vector, by forward mode.
   *
   * @param v a vector of {@link #columns()} entries
   * @return the product, of {@link #rows()} entries
   */
  public double[] times(double[] v) {
    return f.jvp(x, v);
  }

  /**
   * The transpose's product with a vector, by reverse mode.
   *
   * @param w a vector of {@link #rows()} entries
   * @return the product, of {@link #columns()} entries
   */
  public double[] transposeTimes(double[] w) {
    return f.vjp(x, w);
  }

  /**
   * The Jacobian as an operator for the iterative solvers of {@code io.cotangent.linear}.
   *
   * @return the operator
   * @throws IllegalStateException if the Jacobian isn't square
   */
  public LinearOperator square() {
    if (rows != x.length) {
      throw new IllegalStateException(
          "the Jacobian is " + rows + " x " + x.length + ", not square");
    }
    return new Square(this);
  }

  private record Square(JacobianOperator jacobian) implements LinearOperator {
    @Override
    public int size() {
      return jacobian.rows;
    }

    @Override
    public void apply(double[] v, double[] out) {
      System.arraycopy(jacobian.times(v), 0, out, 0, out.length);
    }

    @Override
    public void applyTransposed(double[] w, double[] out) {
      System.arraycopy(jacobian.transposeTimes(w), 0, out, 0, out.length);
    }
  }
}
