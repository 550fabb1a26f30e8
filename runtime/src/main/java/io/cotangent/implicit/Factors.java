package io.cotangent.implicit;

import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Ldl;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Lu;

/**
 * The dense factors of a matrix, made once for products from both sides: Cholesky or LDLᵀ where it
 * is symmetric, else LU. The condition is always that of LU's estimate or, for Cholesky, of its
 * diagonal.
 */
final class Factors {
  private final Cholesky cholesky;
  private final Ldl ldl;
  private final Lu lu;

  Factors(LinearOperator matrix, boolean symmetric) {
    double[][] rows = matrix.toDense();
    Cholesky definite = symmetric ? new Cholesky(rows) : null;
    cholesky = definite != null && definite.isDefinite() ? definite : null;
    lu = cholesky == null ? new Lu(rows) : null;
    ldl = symmetric && cholesky == null ? new Ldl(rows) : null;
  }

  boolean isSingular() {
    return cholesky == null && (lu.isSingular() || ldl != null && ldl.isSingular());
  }

  double condition() {
    return cholesky != null ? cholesky.condition() : lu.condition();
  }

  void solve(double[] b, double[] x, boolean transposed) {
    if (cholesky != null) {
      cholesky.solve(b, x);
    } else if (ldl != null) {
      ldl.solve(b, x);
    } else if (transposed) {
      lu.solveTransposed(b, x);
    } else {
      lu.solve(b, x);
    }
  }
}
