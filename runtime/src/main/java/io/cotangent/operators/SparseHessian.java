package io.cotangent.operators;

import io.cotangent.ScalarFunction;

/**
 * Sparse Hessians from as many Hessian-vector products as a star colouring has colours (T. F.
 * Coleman and J. J. Moré, "Estimation of sparse Hessian matrices and graph coloring problems",
 * 1984): three for a tridiagonal matrix of any size.
 */
public final class SparseHessian {
  private SparseHessian() {}

  /**
   * The Hessian. Entries outside the pattern must be zero; if they aren't, they spoil others.
   *
   * @param f a function of order 2
   * @param x the point
   * @param sparsity where the Hessian can be different from zero
   * @return the Hessian, of shape {@code [n][n]}, exactly symmetric
   */
  public static double[][] of(ScalarFunction f, double[] x, Sparsity sparsity) {
    int n = sparsity.size();
    Products.length(x, n, "x");
    double[][] products = new double[sparsity.colours()][];
    for (int c = 0; c < products.length; c++) {
      double[] seed = new double[n];
      for (int i = 0; i < n; i++) {
        seed[i] = sparsity.colour(i) == c ? 1 : 0;
      }
      products[c] = f.hvp(x, seed);
    }
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      out[i][i] = products[sparsity.colour(i)][i];
      for (int j : sparsity.neighbours(i)) {
        // In a star colouring an entry, or its mirror image, is alone in its row and colour.
        out[i][j] =
            sparsity.isAlone(i, j)
                ? products[sparsity.colour(j)][i]
                : products[sparsity.colour(i)][j];
      }
    }
    return symmetric(out);
  }

  private static double[][] symmetric(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * a[i][j] + 0.5 * a[j][i];
        a[i][j] = mean;
        a[j][i] = mean;
      }
    }
    return a;
  }
}
