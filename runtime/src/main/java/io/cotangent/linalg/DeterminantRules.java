package io.cotangent.linalg;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;
import io.cotangent.linear.Lu;

/**
 * Derivatives of the determinant: the matrix of cofactors (Jacobi's formula; Magnus and Neudecker,
 * 8.3), and of the logarithm of its modulus: {@code A⁻ᵀ} (Giles 2008, 2.2.4).
 *
 * <p>Cofactors and their derivative come from singular values, so that they are right for singular
 * matrices too: in the bases of the singular vectors, a cofactor is a product of the others.
 */
public final class DeterminantRules {
  private DeterminantRules() {}

  /** {@return the tangent of {@link Linalg#determinant}} */
  @DerivativeOf(type = Linalg.class, method = "determinant")
  public static double determinantJvp(double[][] a, double[][] aDot) {
    Shapes.square(a, "a");
    Shapes.same(a, aDot, "aDot");
    return dot(cofactors(a), aDot);
  }

  /** {@return the cotangent of the argument of {@link Linalg#determinant}} */
  @DerivativeOf(type = Linalg.class, method = "determinant", mode = Mode.VJP)
  public static double[][] determinantVjp(double[][] a, double resultBar) {
    return scaled(resultBar, cofactors(a));
  }

  /** {@return the tangent of {@link #determinantVjp}} */
  @DerivativeOf(type = DeterminantRules.class, method = "determinantVjp")
  public static double[][] determinantVjpJvp(
      double[][] a, double resultBar, double[][] aDot, double resultBarDot) {
    return Dense.plus(scaled(resultBarDot, cofactors(a)), resultBar, cofactorsJvp(a, aDot));
  }

  /** {@return the tangent of {@link Linalg#logDeterminant}} */
  @DerivativeOf(type = Linalg.class, method = "logDeterminant")
  public static double logDeterminantJvp(double[][] a, double[][] aDot) {
    Shapes.square(a, "a");
    Shapes.same(a, aDot, "aDot");
    return Dense.trace(new Lu(a).regular().solve(aDot));
  }

  /** {@return the cotangent of the argument of {@link Linalg#logDeterminant}} */
  @DerivativeOf(type = Linalg.class, method = "logDeterminant", mode = Mode.VJP)
  public static double[][] logDeterminantVjp(double[][] a, double resultBar) {
    return scaled(resultBar, Dense.transpose(Linalg.inverse(a)));
  }

  /** {@return the tangent of {@link #logDeterminantVjp}} */
  @DerivativeOf(type = DeterminantRules.class, method = "logDeterminantVjp")
  public static double[][] logDeterminantVjpJvp(
      double[][] a, double resultBar, double[][] aDot, double resultBarDot) {
    Dual inverse = Dual.of(a, aDot).solve(Dual.of(Dense.identity(a.length))).transpose();
    return Dense.plus(scaled(resultBarDot, inverse.value()), resultBar, inverse.tangent());
  }

  /** {@code det(u) det(v) u diag(products of the other singular values) vᵀ}. */
  private static double[][] cofactors(double[][] a) {
    Svd svd = JacobiSvd.of(a);
    double[] others = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      others[i] = productWithout(svd.s(), i, i);
    }
    return inBases(svd, Dense.diagonal(others));
  }

  private static double[][] cofactorsJvp(double[][] a, double[][] aDot) {
    Svd svd = JacobiSvd.of(a);
    double[][] e = Dense.times(Dense.times(Dense.transpose(svd.u()), aDot), svd.v());
    int n = a.length;
    double[][] rate = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          double others = productWithout(svd.s(), i, j);
          rate[i][j] -= e[j][i] * others;
          rate[i][i] += e[j][j] * others;
        }
      }
    }
    return inBases(svd, rate);
  }

  private static double[][] inBases(Svd svd, double[][] middle) {
    double sign = Math.signum(new Lu(svd.u()).determinant() * new Lu(svd.v()).determinant());
    return Dense.times(scaled(sign, svd.u()), Dense.times(middle, Dense.transpose(svd.v())));
  }

  private static double productWithout(double[] s, int i, int j) {
    double product = 1;
    for (int k = 0; k < s.length; k++) {
      product *= k == i || k == j ? 1 : s[k];
    }
    return product;
  }

  private static double[][] scaled(double factor, double[][] a) {
    return Dense.times(Dense.diagonal(filled(a.length, factor)), a);
  }

  private static double[] filled(int n, double value) {
    double[] out = new double[n];
    java.util.Arrays.fill(out, value);
    return out;
  }

  private static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum += a[i][j] * b[i][j];
      }
    }
    return sum;
  }
}
