package io.cotangent.linalg;

/**
 * Derivatives of products and of the transpose (Giles 2008, 2.2.2): {@code Ċ = Ȧ B + A Ḃ}, {@code Ā
 * = C̄ Bᵀ}, {@code B̄ = Aᵀ C̄}. Tangents and cotangents have their matrix's shape.
 */
public final class ProductRules {
  private ProductRules() {}

  /**
   * The cotangents of two matrices.
   *
   * @param a the left factor's
   * @param b the right factor's
   */
  public record MatrixGradient(double[][] a, double[][] b) {}

  /**
   * The cotangents of a matrix and a vector.
   *
   * @param a the matrix's
   * @param x the vector's
   */
  public record VectorGradient(double[][] a, double[] x) {}

  /** {@return the tangent of {@link Linalg#matmul(double[][], double[][])}} */
  public static double[][] matmulJvp(double[][] a, double[][] b, double[][] aDot, double[][] bDot) {
    Shapes.same(a, aDot, "aDot");
    Shapes.same(b, bDot, "bDot");
    return Dense.plus(Linalg.matmul(aDot, b), 1, Linalg.matmul(a, bDot));
  }

  /** {@return the cotangents of the factors of {@link Linalg#matmul(double[][], double[][])}} */
  public static MatrixGradient matmulVjp(double[][] a, double[][] b, double[][] resultBar) {
    return new MatrixGradient(
        Dense.times(resultBar, Dense.transpose(b)), Dense.times(Dense.transpose(a), resultBar));
  }

  /** {@return the tangent of {@link #matmulVjp(double[][], double[][], double[][])}} */
  public static MatrixGradient matmulVjpJvp(
      double[][] a,
      double[][] b,
      double[][] resultBar,
      double[][] aDot,
      double[][] bDot,
      double[][] resultBarDot) {
    Dual bar = Dual.of(resultBar, resultBarDot);
    return new MatrixGradient(
        bar.times(Dual.of(b, bDot).transpose()).tangent(),
        Dual.of(a, aDot).transpose().times(bar).tangent());
  }

  /** {@return the tangent of {@link Linalg#matmul(double[][], double[])}} */
  public static double[] matmulJvp(double[][] a, double[] x, double[][] aDot, double[] xDot) {
    Shapes.same(a, aDot, "aDot");
    double[] out = Linalg.matmul(a, xDot);
    double[] more = Linalg.matmul(aDot, x);
    for (int i = 0; i < out.length; i++) {
      out[i] += more[i];
    }
    return out;
  }

  /** {@return the cotangents of the factors of {@link Linalg#matmul(double[][], double[])}} */
  public static VectorGradient matmulVjp(double[][] a, double[] x, double[] resultBar) {
    MatrixGradient g = matmulVjp(a, Dense.column(x), Dense.column(resultBar));
    return new VectorGradient(g.a, Dense.flat(g.b));
  }

  /** {@return the tangent of {@link #matmulVjp(double[][], double[], double[])}} */
  public static VectorGradient matmulVjpJvp(
      double[][] a,
      double[] x,
      double[] resultBar,
      double[][] aDot,
      double[] xDot,
      double[] resultBarDot) {
    MatrixGradient g =
        matmulVjpJvp(
            a,
            Dense.column(x),
            Dense.column(resultBar),
            aDot,
            Dense.column(xDot),
            Dense.column(resultBarDot));
    return new VectorGradient(g.a, Dense.flat(g.b));
  }

  /** {@return the tangent of {@link Linalg#transpose}} */
  public static double[][] transposeJvp(double[][] a, double[][] aDot) {
    return Dense.transpose(aDot);
  }

  /** {@return the cotangent of the argument of {@link Linalg#transpose}} */
  public static double[][] transposeVjp(double[][] a, double[][] resultBar) {
    return Dense.transpose(resultBar);
  }

  /** {@return the tangent of {@link #transposeVjp}} */
  public static double[][] transposeVjpJvp(
      double[][] a, double[][] resultBar, double[][] aDot, double[][] resultBarDot) {
    return Dense.transpose(resultBarDot);
  }
}
