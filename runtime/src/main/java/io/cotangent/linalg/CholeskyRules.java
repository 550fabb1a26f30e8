package io.cotangent.linalg;

import io.cotangent.Complex;
import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

/**
 * Derivatives of Cholesky's factor: {@code L̇ = L Φ(L⁻¹ Ȧ L⁻ᵀ)}, where Φ keeps the lower triangle
 * and halves the diagonal, and its adjoint {@code Ā = L⁻ᵀ Φ(Lᵀ L̄) L⁻¹}, symmetrised (Giles 2008,
 * 2.4; I. Murray, "Differentiation of the Cholesky decomposition", 2016).
 *
 * <p>The cotangent of a complex number is that of its two parts: {@code (u_x, u_y)} for the real
 * function u, the conjugate of what JAX calls the gradient.
 */
public final class CholeskyRules {
  private CholeskyRules() {}

  private static double[][] lowerHalf(double[][] a) {
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      System.arraycopy(a[i], 0, out[i], 0, i);
      out[i][i] = 0.5 * a[i][i];
    }
    return out;
  }

  private static Dual dot(Dual l, Dual aDot) {
    Dual p = l.transpose().solveRight(l.solve(aDot.symmetricPart()));
    return l.times(p.map(CholeskyRules::lowerHalf));
  }

  private static Dual bar(Dual l, Dual resultBar) {
    Dual s = l.transpose().times(resultBar).map(CholeskyRules::lowerHalf);
    return l.solveRight(l.transpose().solve(s)).symmetricPart();
  }

  /** {@return the tangent of {@link Linalg#cholesky(double[][])}} */
  @DerivativeOf(type = Linalg.class, method = "cholesky")
  public static double[][] choleskyJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    return dot(Dual.of(Linalg.cholesky(a)), Dual.of(aDot)).value();
  }

  /** {@return the cotangent of the argument of {@link Linalg#cholesky(double[][])}} */
  @DerivativeOf(type = Linalg.class, method = "cholesky", mode = Mode.VJP)
  public static double[][] choleskyVjp(double[][] a, double[][] resultBar) {
    return bar(Dual.of(Linalg.cholesky(a)), Dual.of(resultBar)).value();
  }

  /** {@return the tangent of {@link #choleskyVjp(double[][], double[][])}} */
  @DerivativeOf(type = CholeskyRules.class, method = "choleskyVjp")
  public static double[][] choleskyVjpJvp(
      double[][] a, double[][] resultBar, double[][] aDot, double[][] resultBarDot) {
    Dual l = Dual.of(Linalg.cholesky(a), choleskyJvp(a, aDot));
    return bar(l, Dual.of(resultBar, resultBarDot)).tangent();
  }

  /** {@return the tangent of {@link Linalg#cholesky(Complex[][])}} */
  public static Complex[][] choleskyJvp(Complex[][] a, Complex[][] aDot) {
    Complex[][] l = ComplexCholesky.factor(a);
    Complex[][] half = ComplexCholesky.solveLower(l, ComplexCholesky.hermitianPart(aDot));
    Complex[][] p = ComplexCholesky.solveLower(l, ComplexCholesky.conjugateTranspose(half));
    return ComplexCholesky.times(l, ComplexCholesky.lowerHalf(p));
  }

  /** {@return the cotangent of the argument of {@link Linalg#cholesky(Complex[][])}} */
  public static Complex[][] choleskyVjp(Complex[][] a, Complex[][] resultBar) {
    Complex[][] l = ComplexCholesky.factor(a);
    Complex[][] s =
        ComplexCholesky.lowerHalf(
            ComplexCholesky.times(ComplexCholesky.conjugateTranspose(l), resultBar));
    Complex[][] left = ComplexCholesky.solveLowerAdjoint(l, s);
    Complex[][] both =
        ComplexCholesky.solveLowerAdjoint(l, ComplexCholesky.conjugateTranspose(left));
    return ComplexCholesky.hermitianPart(both);
  }
}
