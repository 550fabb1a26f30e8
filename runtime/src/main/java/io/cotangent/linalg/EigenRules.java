package io.cotangent.linalg;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

/**
 * Derivatives of symmetric eigenvalues and eigenvectors (J. R. Magnus, "On differentiating
 * eigenvalues and eigenvectors", 1985; Giles 2008, 3.1): with {@code P = Vᵀ Ȧ V}, {@code λ̇ = diag
 * P} and {@code V̇ = V (F ∘ P)}, {@code F_ij = 1 / (λ_j - λ_i)}.
 *
 * <p>Equal eigenvalues share their derivative equally. Where eigenvectors of equal eigenvalues
 * would have to be told apart, an {@link ArithmeticException} says so.
 */
public final class EigenRules {
  private EigenRules() {}

  /** {@return the tangent of {@link Linalg#symmetricEigen}} */
  public static SymmetricEigen symmetricEigenJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    return dot(Linalg.symmetricEigen(a), aDot);
  }

  private static SymmetricEigen dot(SymmetricEigen eigen, double[][] aDot) {
    double[][] v = eigen.vectors();
    double[][] p = Dense.times(Dense.transpose(v), Dense.times(Dense.symmetricPart(aDot), v));
    Spectrum spectrum = new Spectrum(eigen.values());
    double[][] turning = spectrum.byDifference(Dual.of(p), Dense.largest(p)).value();
    return new SymmetricEigen(spectrum.shared(Dense.diagonalOf(p)), Dense.times(v, turning));
  }

  /** {@code V (diag λ̄ + F ∘ (G - Gᵀ) / 2) Vᵀ}, where {@code G = Vᵀ V̄}. */
  private static Dual bar(Dual v, Spectrum spectrum, Dual valuesBar, Dual vectorsBar) {
    Dual g = v.transpose().times(vectorsBar);
    Dual turning = g.minus(g.symmetricPart());
    Dual middle = valuesBar.plus(spectrum.byDifference(turning, Dense.largest(g.value())));
    return v.times(middle).times(v.transpose()).symmetricPart();
  }

  /** {@return the cotangent of the argument of {@link Linalg#symmetricEigen}} */
  public static double[][] symmetricEigenVjp(double[][] a, SymmetricEigen resultBar) {
    SymmetricEigen eigen = Linalg.symmetricEigen(a);
    Spectrum spectrum = new Spectrum(eigen.values());
    double[][] valuesBar = Dense.diagonal(spectrum.shared(resultBar.values()));
    return bar(Dual.of(eigen.vectors()), spectrum, Dual.of(valuesBar), Dual.of(resultBar.vectors()))
        .value();
  }

  /** {@return the tangent of {@link #symmetricEigenVjp}} */
  public static double[][] symmetricEigenVjpJvp(
      double[][] a, SymmetricEigen resultBar, double[][] aDot, SymmetricEigen resultBarDot) {
    SymmetricEigen eigen = Linalg.symmetricEigen(a);
    SymmetricEigen dot = symmetricEigenJvp(a, aDot);
    Spectrum spectrum = new Spectrum(eigen.values(), dot.values());
    Dual valuesBar =
        Dual.of(
            Dense.diagonal(spectrum.shared(resultBar.values())),
            Dense.diagonal(spectrum.shared(resultBarDot.values())));
    return bar(
            Dual.of(eigen.vectors(), dot.vectors()),
            spectrum,
            valuesBar,
            Dual.of(resultBar.vectors(), resultBarDot.vectors()))
        .tangent();
  }

  /** {@return the tangent of {@link Linalg#eigenvalues}} */
  @DerivativeOf(type = Linalg.class, method = "eigenvalues")
  public static double[] eigenvaluesJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    SymmetricEigen eigen = Linalg.symmetricEigen(a);
    double[][] v = eigen.vectors();
    double[][] p = Dense.times(Dense.transpose(v), Dense.times(aDot, v));
    return new Spectrum(eigen.values()).shared(Dense.diagonalOf(p));
  }

  /** {@return the cotangent of the argument of {@link Linalg#eigenvalues}} */
  @DerivativeOf(type = Linalg.class, method = "eigenvalues", mode = Mode.VJP)
  public static double[][] eigenvaluesVjp(double[][] a, double[] resultBar) {
    return symmetricEigenVjp(a, valuesOnly(resultBar));
  }

  /** {@return the tangent of {@link #eigenvaluesVjp}} */
  @DerivativeOf(type = EigenRules.class, method = "eigenvaluesVjp")
  public static double[][] eigenvaluesVjpJvp(
      double[][] a, double[] resultBar, double[][] aDot, double[] resultBarDot) {
    return symmetricEigenVjpJvp(a, valuesOnly(resultBar), aDot, valuesOnly(resultBarDot));
  }

  private static SymmetricEigen valuesOnly(double[] values) {
    return new SymmetricEigen(values, new double[values.length][values.length]);
  }
}
