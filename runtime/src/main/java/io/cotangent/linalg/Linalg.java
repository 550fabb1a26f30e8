package io.cotangent.linalg;

import io.cotangent.Complex;
import io.cotangent.linear.Lu;

/**
 * The operations of linear algebra that a differentiable method may call.
 *
 * <p>Each has hand-derived rules for both modes (M. B. Giles, "Collected matrix derivative results
 * for forward and reverse mode algorithmic differentiation", 2008; J. R. Magnus and H. Neudecker,
 * "Matrix Differential Calculus"), so that no factorisation's loops are differentiated.
 */
public final class Linalg {
  private Linalg() {}

  /**
   * The product of two matrices.
   *
   * @param a of shape {@code [m][k]}
   * @param b of shape {@code [k][n]}
   * @return the product, of shape {@code [m][n]}
   */
  public static double[][] matmul(double[][] a, double[][] b) {
    Shapes.product(a, b);
    return Dense.times(a, b);
  }

  /**
   * The product of a matrix and a vector.
   *
   * @param a of shape {@code [m][n]}
   * @param x of n entries
   * @return the product, of m entries
   */
  public static double[] matmul(double[][] a, double[] x) {
    Shapes.product(a, x);
    return Dense.times(a, x);
  }

  /**
   * The transpose.
   *
   * @param a of shape {@code [m][n]}
   * @return of shape {@code [n][m]}
   */
  public static double[][] transpose(double[][] a) {
    Shapes.rectangular(a, "a");
    return Dense.transpose(a);
  }

  /**
   * Solves {@code a x = b} by LU factorisation with partial pivoting.
   *
   * @param a of shape {@code [n][n]}
   * @param b of n entries
   * @return the solution, of n entries
   * @throws ArithmeticException if {@code a} is singular
   */
  public static double[] solve(double[][] a, double[] b) {
    Shapes.system(a, b.length);
    double[] x = new double[b.length];
    new Lu(a).regular().solve(b, x);
    return x;
  }

  /**
   * Solves {@code a x = b} for many right-hand sides, by LU factorisation with partial pivoting.
   *
   * @param a of shape {@code [n][n]}
   * @param b of shape {@code [n][m]}, a right-hand side in each column
   * @return the solutions in its columns, of shape {@code [n][m]}
   * @throws ArithmeticException if {@code a} is singular
   */
  public static double[][] solve(double[][] a, double[][] b) {
    Shapes.system(a, b.length);
    Shapes.rectangular(b, "b");
    return new Lu(a).regular().solve(b);
  }

  /**
   * The inverse, by LU factorisation with partial pivoting. To solve systems, {@link #solve} is
   * more accurate.
   *
   * @param a of shape {@code [n][n]}
   * @return of shape {@code [n][n]}
   * @throws ArithmeticException if {@code a} is singular
   */
  public static double[][] inverse(double[][] a) {
    int n = Shapes.square(a, "a");
    return new Lu(a).regular().solve(Dense.identity(n));
  }

  /**
   * The determinant, by LU factorisation. Its derivative exists for singular matrices too.
   *
   * @param a of shape {@code [n][n]}
   * @return the determinant; 1 for the empty matrix
   */
  public static double determinant(double[][] a) {
    Shapes.square(a, "a");
    return new Lu(a).determinant();
  }

  /**
   * The logarithm of the determinant's absolute value, which neither overflows nor underflows.
   *
   * @param a of shape {@code [n][n]}
   * @return {@code log |det a|}; negative infinity for a singular matrix
   */
  public static double logDeterminant(double[][] a) {
    Shapes.square(a, "a");
    return new Lu(a).logAbsDeterminant();
  }

  /**
   * The Cholesky factor: the lower triangular matrix with a positive diagonal whose product with
   * its transpose is {@code (a + aᵀ) / 2}. The argument counts as its symmetric part, so that its
   * gradient is symmetric.
   *
   * @param a of shape {@code [n][n]}, with a positive definite symmetric part
   * @return the factor, of shape {@code [n][n]}, zero above its diagonal
   * @throws ArithmeticException if the symmetric part is not positive definite
   */
  public static double[][] cholesky(double[][] a) {
    Shapes.square(a, "a");
    return CholeskyFactors.of(Dense.symmetricPart(a));
  }

  /**
   * The Cholesky factor of a Hermitian matrix: the lower triangular matrix with a positive diagonal
   * whose product with its conjugate transpose is {@code (a + aᴴ) / 2}.
   *
   * @param a of shape {@code [n][n]}, with a positive definite Hermitian part
   * @return the factor, of shape {@code [n][n]}, zero above its diagonal
   * @throws ArithmeticException if the Hermitian part is not positive definite
   */
  public static Complex[][] cholesky(Complex[][] a) {
    return ComplexCholesky.factor(a);
  }

  /**
   * The eigenvalues and eigenvectors of the symmetric part {@code (a + aᵀ) / 2}, by Jacobi's
   * method.
   *
   * @param a of shape {@code [n][n]}
   * @return eigenvalues in ascending order, and unit eigenvectors in columns
   */
  public static SymmetricEigen symmetricEigen(double[][] a) {
    Shapes.square(a, "a");
    return JacobiEigen.of(Dense.symmetricPart(a));
  }

  /**
   * The eigenvalues of the symmetric part {@code (a + aᵀ) / 2}, which have derivatives where
   * eigenvectors have none.
   *
   * @param a of shape {@code [n][n]}
   * @return eigenvalues in ascending order
   */
  public static double[] eigenvalues(double[][] a) {
    return symmetricEigen(a).values();
  }

  /**
   * The QR factorisation by Householder's reflections, with a diagonal of {@code r} that isn't
   * negative.
   *
   * @param a of shape {@code [m][n]}
   * @return {@code q} of shape {@code [m][k]} with orthonormal columns and {@code r} of shape
   *     {@code [k][n]}, upper triangular, where {@code k = min(m, n)}
   */
  public static Qr qr(double[][] a) {
    Shapes.rectangular(a, "a");
    return HouseholderQr.of(a);
  }

  /**
   * The singular value decomposition {@code a = u diag(s) vᵀ} by one-sided Jacobi rotations.
   *
   * @param a of shape {@code [m][n]}
   * @return {@code u} of shape {@code [m][k]}, {@code s} in descending order, and {@code v} of
   *     shape {@code [n][k]}, where {@code k = min(m, n)}
   */
  public static Svd svd(double[][] a) {
    Shapes.rectangular(a, "a");
    return JacobiSvd.of(a);
  }

  /**
   * The singular values, which have derivatives where singular vectors have none.
   *
   * @param a of shape {@code [m][n]}
   * @return {@code min(m, n)} values in descending order
   */
  public static double[] singularValues(double[][] a) {
    return svd(a).s();
  }
}
