package io.cotangent.linalg;

import io.cotangent.DerivativeOf;
import io.cotangent.Mode;

/**
 * Derivatives of the singular value decomposition (Giles 2008, 3.2; J. Townsend, "Differentiating
 * the singular value decomposition", 2016), with {@code P = Uᵀ Ȧ V} parted into its symmetric part,
 * divided by differences of singular values, and its antisymmetric part, divided by sums: what
 * depends on {@code U Vᵀ} alone then has a derivative also where singular values are equal.
 *
 * <p>Equal singular values share their derivative equally, and that of a zero singular value is
 * zero, as that of {@code abs} is. Where vectors of equal or zero singular values would have to be
 * told apart, an {@link ArithmeticException} says so.
 */
public final class SvdRules {
  private SvdRules() {}

  private record Parts(Dual u, Dual v) {}

  /** {@return the tangent of {@link Linalg#svd}} */
  public static Svd svdJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    Svd svd = Linalg.svd(a);
    Spectrum spectrum = new Spectrum(svd.s());
    Dual u = Dual.of(svd.u());
    Dual v = Dual.of(svd.v());
    Dual dot = Dual.of(aDot);
    Dual p = u.transpose().times(dot).times(v);
    double unit = Dense.largest(aDot);
    Dual even = spectrum.byDifference(p.symmetricPart(), unit);
    Dual odd = spectrum.bySum(p.minus(p.symmetricPart()), unit);
    Dual uDot = u.times(even.plus(odd)).plus(outside(u, dot.times(v), svd, unit));
    Dual vDot = v.times(even.minus(odd)).plus(outside(v, dot.transpose().times(u), svd, unit));
    return new Svd(uDot.value(), values(spectrum, Dense.diagonalOf(p.value())), vDot.value());
  }

  /** The rates of the singular values, or their cotangents, shared and zero where they must be. */
  private static double[] values(Spectrum spectrum, double[] rates) {
    double[] out = spectrum.shared(rates);
    for (int i = 0; i < out.length; i++) {
      out[i] = spectrum.isZero(i) ? 0 : out[i];
    }
    return out;
  }

  /** {@code (I - u uᵀ) m diag(1 / s)}, where it has more rows than u has columns. */
  private static Dual outside(Dual u, Dual m, Svd svd, double unit) {
    return outside(u, m, new Spectrum(svd.s()), svd.s(), new double[svd.s().length], unit);
  }

  private static Dual outside(
      Dual u, Dual m, Spectrum spectrum, double[] s, double[] sDot, double unit) {
    Dual rest = m.minus(u.times(u.transpose().times(m)));
    if (u.value().length == s.length) {
      return Dual.of(new double[s.length][s.length]);
    }
    double[] inverse = new double[s.length];
    double[] rate = new double[s.length];
    for (int j = 0; j < s.length; j++) {
      if (spectrum.isZero(j)) {
        refuse(rest, j, unit);
      } else {
        inverse[j] = 1 / s[j];
        rate[j] = -sDot[j] * inverse[j] * inverse[j];
      }
    }
    return rest.times(Dual.of(Dense.diagonal(inverse), Dense.diagonal(rate)));
  }

  private static void refuse(Dual rest, int column, double unit) {
    for (double[] row : rest.value()) {
      if (!(Math.abs(row[column]) <= 1e-10 * unit)) {
        throw new ArithmeticException(
            "singular value " + column + " is zero: its vectors can't be differentiated");
      }
    }
  }

  /** {@return the cotangent of the argument of {@link Linalg#svd}} */
  public static double[][] svdVjp(double[][] a, Svd resultBar) {
    Svd svd = Linalg.svd(a);
    double[] zero = new double[svd.s().length];
    Spectrum spectrum = new Spectrum(svd.s(), zero);
    return bar(
            new Parts(Dual.of(svd.u()), Dual.of(svd.v())),
            svd.s(),
            zero,
            new Parts(Dual.of(resultBar.u()), Dual.of(resultBar.v())),
            Dual.of(Dense.diagonal(values(spectrum, resultBar.s()))))
        .value();
  }

  /** {@return the tangent of {@link #svdVjp}} */
  public static double[][] svdVjpJvp(
      double[][] a, Svd resultBar, double[][] aDot, Svd resultBarDot) {
    Svd svd = Linalg.svd(a);
    Svd dot = svdJvp(a, aDot);
    Spectrum spectrum = new Spectrum(svd.s(), dot.s());
    return bar(
            new Parts(Dual.of(svd.u(), dot.u()), Dual.of(svd.v(), dot.v())),
            svd.s(),
            dot.s(),
            new Parts(
                Dual.of(resultBar.u(), resultBarDot.u()), Dual.of(resultBar.v(), resultBarDot.v())),
            Dual.of(
                Dense.diagonal(values(spectrum, resultBar.s())),
                Dense.diagonal(values(spectrum, resultBarDot.s()))))
        .tangent();
  }

  private static Dual bar(Parts vectors, double[] s, double[] sDot, Parts bars, Dual sBar) {
    Spectrum spectrum = new Spectrum(s, sDot);
    Dual g = vectors.u.transpose().times(bars.u);
    Dual h = vectors.v.transpose().times(bars.v);
    double unit = Math.max(Dense.largest(bars.u.value()), Dense.largest(bars.v.value()));
    Dual both = odd(g.plus(h));
    Dual difference = odd(g.minus(h));
    Dual middle =
        sBar.plus(spectrum.byDifference(both, unit)).plus(spectrum.bySum(difference, unit));
    Dual left = outside(vectors.u, bars.u, spectrum, s, sDot, unit);
    Dual right = outside(vectors.v, bars.v, spectrum, s, sDot, unit);
    return vectors
        .u
        .times(middle)
        .times(vectors.v.transpose())
        .plus(left.times(vectors.v.transpose()))
        .plus(vectors.u.times(right.transpose()));
  }

  /** Half the antisymmetric part of twice the matrix: {@code (a - aᵀ) / 2}. */
  private static Dual odd(Dual a) {
    return a.minus(a.symmetricPart());
  }

  /** {@return the tangent of {@link Linalg#singularValues}} */
  @DerivativeOf(type = Linalg.class, method = "singularValues")
  public static double[] singularValuesJvp(double[][] a, double[][] aDot) {
    Shapes.same(a, aDot, "aDot");
    Svd svd = Linalg.svd(a);
    double[][] p = Dense.times(Dense.transpose(svd.u()), Dense.times(aDot, svd.v()));
    return values(new Spectrum(svd.s()), Dense.diagonalOf(p));
  }

  /** {@return the cotangent of the argument of {@link Linalg#singularValues}} */
  @DerivativeOf(type = Linalg.class, method = "singularValues", mode = Mode.VJP)
  public static double[][] singularValuesVjp(double[][] a, double[] resultBar) {
    return svdVjp(a, valuesOnly(a, resultBar));
  }

  /** {@return the tangent of {@link #singularValuesVjp}} */
  @DerivativeOf(type = SvdRules.class, method = "singularValuesVjp")
  public static double[][] singularValuesVjpJvp(
      double[][] a, double[] resultBar, double[][] aDot, double[] resultBarDot) {
    return svdVjpJvp(a, valuesOnly(a, resultBar), aDot, valuesOnly(a, resultBarDot));
  }

  private static Svd valuesOnly(double[][] a, double[] s) {
    return new Svd(new double[a.length][s.length], s, new double[Shapes.columns(a)][s.length]);
  }
}
