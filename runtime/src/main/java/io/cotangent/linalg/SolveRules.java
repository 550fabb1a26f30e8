package io.cotangent.linalg;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

/**
 * Tangents of solutions of linear systems (Giles 2008, 2.3.1), {@code Ẋ = A⁻¹ (Ḃ - Ȧ X)}, and
 * derivatives of the inverse (2.2.3), {@code Ċ = -C Ȧ C}.
 */
public final class SolveRules {
  private SolveRules() {}

  /** {@return the tangent of {@link Linalg#solve(double[][], double[][])}} */
  @DerivativeOf(type = Linalg.class, method = "solve")
  public static double[][] solveJvp(double[][] a, double[][] b, double[][] aDot, double[][] bDot) {
    Shapes.system(a, b.length);
    Shapes.same(a, aDot, "aDot");
    Shapes.same(b, bDot, "bDot");
    return Dual.of(a, aDot).solve(Dual.of(b, bDot)).tangent();
  }

  /** {@return the tangent of {@link Linalg#solve(double[][], double[])}} */
  @DerivativeOf(type = Linalg.class, method = "solve")
  public static double[] solveJvp(double[][] a, double[] b, double[][] aDot, double[] bDot) {
    return Dense.flat(solveJvp(a, Dense.column(b), aDot, Dense.column(bDot)));
  }

  private static Dual inverseBar(Dual a, Dual resultBar) {
    Dual transposed = a.transpose();
    return transposed.solve(transposed.solveRight(resultBar)).negate();
  }

  /** {@return the tangent of {@link Linalg#inverse}} */
  @DerivativeOf(type = Linalg.class, method = "inverse")
  public static double[][] inverseJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    return Dual.of(a, aDot).solve(Dual.of(Dense.identity(a.length))).tangent();
  }

  /** {@return the cotangent of the argument of {@link Linalg#inverse}} */
  @DerivativeOf(type = Linalg.class, method = "inverse", mode = Mode.VJP)
  public static double[][] inverseVjp(double[][] a, double[][] resultBar) {
    return inverseBar(Dual.of(a), Dual.of(resultBar)).value();
  }

  /** {@return the tangent of {@link #inverseVjp}} */
  @DerivativeOf(type = SolveRules.class, method = "inverseVjp")
  public static double[][] inverseVjpJvp(
      double[][] a, double[][] resultBar, double[][] aDot, double[][] resultBarDot) {
    return inverseBar(Dual.of(a, aDot), Dual.of(resultBar, resultBarDot)).tangent();
  }
}
