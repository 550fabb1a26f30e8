package io.cotangent.linalg;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

/**
 * Cotangents of the operations with two arguments (Giles 2008): {@code Ā = C̄ Bᵀ}, {@code B̄ = Aᵀ
 * C̄} of a product; {@code B̄ = A⁻ᵀ X̄}, {@code Ā = -B̄ Xᵀ} of a solution.
 *
 * <p>They are written in operations that have derivatives themselves, and the processor carries
 * this source with it: second and higher derivatives come from differentiating it.
 */
public final class ReverseRules {
  private ReverseRules() {}

  /**
   * The cotangents of two matrices.
   *
   * @param a the first one's
   * @param b the second one's
   */
  public record MatrixGradient(double[][] a, double[][] b) {}

  /**
   * The cotangents of a matrix and a vector.
   *
   * @param a the matrix's
   * @param b the vector's
   */
  public record VectorGradient(double[][] a, double[] b) {}

  /** {@return the cotangents of the factors of {@link Linalg#matmul(double[][], double[][])}} */
  @DerivativeOf(type = Linalg.class, method = "matmul", mode = Mode.VJP)
  public static MatrixGradient matmulVjp(double[][] a, double[][] b, double[][] resultBar) {
    double[][] aBar = Linalg.matmul(resultBar, Linalg.transpose(b));
    double[][] bBar = Linalg.matmul(Linalg.transpose(a), resultBar);
    return new MatrixGradient(aBar, bBar);
  }

  /** {@return the cotangents of the factors of {@link Linalg#matmul(double[][], double[])}} */
  @DerivativeOf(type = Linalg.class, method = "matmul", mode = Mode.VJP)
  public static VectorGradient matmulVjp(double[][] a, double[] x, double[] resultBar) {
    double[][] aBar = new double[resultBar.length][x.length];
    for (int i = 0; i < resultBar.length; i++) {
      for (int j = 0; j < x.length; j++) {
        aBar[i][j] = resultBar[i] * x[j];
      }
    }
    double[] xBar = Linalg.matmul(Linalg.transpose(a), resultBar);
    return new VectorGradient(aBar, xBar);
  }

  /** {@return the cotangents of the arguments of {@link Linalg#solve(double[][], double[][])}} */
  @DerivativeOf(type = Linalg.class, method = "solve", mode = Mode.VJP)
  public static MatrixGradient solveVjp(double[][] a, double[][] b, double[][] resultBar) {
    double[][] x = Linalg.solve(a, b);
    double[][] bBar = Linalg.solve(Linalg.transpose(a), resultBar);
    double[][] aBar = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < x[j].length; k++) {
          aBar[i][j] -= bBar[i][k] * x[j][k];
        }
      }
    }
    return new MatrixGradient(aBar, bBar);
  }

  /** {@return the cotangents of the arguments of {@link Linalg#solve(double[][], double[])}} */
  @DerivativeOf(type = Linalg.class, method = "solve", mode = Mode.VJP)
  public static VectorGradient solveVjp(double[][] a, double[] b, double[] resultBar) {
    double[] x = Linalg.solve(a, b);
    double[] bBar = Linalg.solve(Linalg.transpose(a), resultBar);
    double[][] aBar = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        aBar[i][j] = -bBar[i] * x[j];
      }
    }
    return new VectorGradient(aBar, bBar);
  }
}
