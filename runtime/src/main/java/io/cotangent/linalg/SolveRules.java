package io.cotangent.linalg;

/**
 * Derivatives of solutions of linear systems (Giles 2008, 2.3.1): {@code Ẋ = A⁻¹ (Ḃ - Ȧ X)}, {@code
 * B̄ = A⁻ᵀ X̄}, {@code Ā = -B̄ Xᵀ}; of the inverse (2.2.3): {@code Ċ = -C Ȧ C}.
 */
public final class SolveRules {
  private SolveRules() {}

  /**
   * The cotangents of a system with many right-hand sides.
   *
   * @param a the matrix's
   * @param b the right-hand sides'
   */
  public record MatrixGradient(double[][] a, double[][] b) {}

  /**
   * The cotangents of a system.
   *
   * @param a the matrix's
   * @param b the right-hand side's
   */
  public record VectorGradient(double[][] a, double[] b) {}

  private record Bars(Dual a, Dual b) {}

  private static Bars bars(Dual a, Dual b, Dual resultBar) {
    Dual x = a.solve(b);
    Dual bBar = a.transpose().solve(resultBar);
    return new Bars(bBar.times(x.transpose()).negate(), bBar);
  }

  /** {@return the tangent of {@link Linalg#solve(double[][], double[][])}} */
  public static double[][] solveJvp(double[][] a, double[][] b, double[][] aDot, double[][] bDot) {
    Shapes.system(a, b.length);
    Shapes.same(a, aDot, "aDot");
    Shapes.same(b, bDot, "bDot");
    return Dual.of(a, aDot).solve(Dual.of(b, bDot)).tangent();
  }

  /** {@return the cotangents of the arguments of {@link Linalg#solve(double[][], double[][])}} */
  public static MatrixGradient solveVjp(double[][] a, double[][] b, double[][] resultBar) {
    Bars bars = bars(Dual.of(a), Dual.of(b), Dual.of(resultBar));
    return new MatrixGradient(bars.a.value(), bars.b.value());
  }

  /** {@return the tangent of {@link #solveVjp(double[][], double[][], double[][])}} */
  public static MatrixGradient solveVjpJvp(
      double[][] a,
      double[][] b,
      double[][] resultBar,
      double[][] aDot,
      double[][] bDot,
      double[][] resultBarDot) {
    Bars bars = bars(Dual.of(a, aDot), Dual.of(b, bDot), Dual.of(resultBar, resultBarDot));
    return new MatrixGradient(bars.a.tangent(), bars.b.tangent());
  }

  /** {@return the tangent of {@link Linalg#solve(double[][], double[])}} */
  public static double[] solveJvp(double[][] a, double[] b, double[][] aDot, double[] bDot) {
    return Dense.flat(solveJvp(a, Dense.column(b), aDot, Dense.column(bDot)));
  }

  /** {@return the cotangents of the arguments of {@link Linalg#solve(double[][], double[])}} */
  public static VectorGradient solveVjp(double[][] a, double[] b, double[] resultBar) {
    MatrixGradient g = solveVjp(a, Dense.column(b), Dense.column(resultBar));
    return new VectorGradient(g.a, Dense.flat(g.b));
  }

  /** {@return the tangent of {@link #solveVjp(double[][], double[], double[])}} */
  public static VectorGradient solveVjpJvp(
      double[][] a,
      double[] b,
      double[] resultBar,
      double[][] aDot,
      double[] bDot,
      double[] resultBarDot) {
    MatrixGradient g =
        solveVjpJvp(
            a,
            Dense.column(b),
            Dense.column(resultBar),
            aDot,
            Dense.column(bDot),
            Dense.column(resultBarDot));
    return new VectorGradient(g.a, Dense.flat(g.b));
  }

  private static Dual inverseBar(Dual a, Dual resultBar) {
    Dual transposed = a.transpose();
    return transposed.solve(transposed.solveRight(resultBar)).negate();
  }

  /** {@return the tangent of {@link Linalg#inverse}} */
  public static double[][] inverseJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    return Dual.of(a, aDot).solve(Dual.of(Dense.identity(a.length))).tangent();
  }

  /** {@return the cotangent of the argument of {@link Linalg#inverse}} */
  public static double[][] inverseVjp(double[][] a, double[][] resultBar) {
    return inverseBar(Dual.of(a), Dual.of(resultBar)).value();
  }

  /** {@return the tangent of {@link #inverseVjp}} */
  public static double[][] inverseVjpJvp(
      double[][] a, double[][] resultBar, double[][] aDot, double[][] resultBarDot) {
    return inverseBar(Dual.of(a, aDot), Dual.of(resultBar, resultBarDot)).tangent();
  }
}
