package io.cotangent;

/**
 * Cotangents of integrals, made of operations that have tangents: the processor carries this source
 * with it, and second derivatives come from differentiating it.
 */
public final class QuadratureReverseRules {
  private QuadratureReverseRules() {}

  /**
   * The cotangents of bounds and parameters.
   *
   * @param a the lower bound's
   * @param b the upper bound's
   * @param parameters the parameters'
   */
  public record Gradient(double a, double b, double[] parameters) {}

  /**
   * The cotangents of an integral's arguments where tolerances are given.
   *
   * @param a the lower bound's
   * @param b the upper bound's
   * @param parameters the parameters'
   * @param absolute zero
   * @param relative zero
   */
  public record TolerancesGradient(
      double a, double b, double[] parameters, double absolute, double relative) {}

  /**
   * The cotangents of many bounds, and of parameters.
   *
   * @param a the lower bounds'
   * @param b the upper bounds'
   * @param parameters the parameters', summed over the integrals
   */
  public record BoundsGradient(double[] a, double[] b, double[] parameters) {}

  /**
   * {@return the cotangents of {@link Quadrature#integrate(ScalarFunction, double, double,
   * double[])}}
   */
  @DerivativeOf(type = Quadrature.class, method = "integrate", mode = Mode.VJP)
  public static Gradient integrateVjp(
      ScalarFunction f, double a, double b, double[] parameters, double resultBar) {
    return new Gradient(
        -QuadratureRules.boundBar(f, a, parameters, resultBar),
        QuadratureRules.boundBar(f, b, parameters, resultBar),
        QuadratureRules.parametersBar(
            f, a, b, parameters, 0, Quadrature.RELATIVE_TOLERANCE, resultBar));
  }

  /** {@return the cotangents of an integral to given tolerances} */
  @DerivativeOf(type = Quadrature.class, method = "integrate", mode = Mode.VJP)
  public static TolerancesGradient integrateVjp(
      ScalarFunction f,
      double a,
      double b,
      double[] parameters,
      double absolute,
      double relative,
      double resultBar) {
    return new TolerancesGradient(
        -QuadratureRules.boundBar(f, a, parameters, resultBar),
        QuadratureRules.boundBar(f, b, parameters, resultBar),
        QuadratureRules.parametersBar(f, a, b, parameters, absolute, relative, resultBar),
        0,
        0);
  }

  /**
   * {@return the cotangents of {@link Quadrature#integrate(ScalarFunction, double[], double[],
   * double[])}}
   */
  @DerivativeOf(type = Quadrature.class, method = "integrate", mode = Mode.VJP)
  public static BoundsGradient integrateVjp(
      ScalarFunction f, double[] a, double[] b, double[] parameters, double[] resultBar) {
    double[] aBar = new double[a.length];
    double[] bBar = new double[b.length];
    double[] parametersBar = new double[parameters.length];
    for (int i = 0; i < a.length; i++) {
      aBar[i] = -QuadratureRules.boundBar(f, a[i], parameters, resultBar[i]);
      bBar[i] = QuadratureRules.boundBar(f, b[i], parameters, resultBar[i]);
      double[] bars =
          QuadratureRules.parametersBar(
              f, a[i], b[i], parameters, 0, Quadrature.RELATIVE_TOLERANCE, resultBar[i]);
      for (int j = 0; j < bars.length; j++) {
        parametersBar[j] += bars[j];
      }
    }
    return new BoundsGradient(aBar, bBar, parametersBar);
  }
}
