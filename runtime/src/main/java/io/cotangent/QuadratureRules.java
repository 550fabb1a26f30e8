package io.cotangent;

/**
 * Derivatives of integrals by Leibniz' rule: in the bounds, the integrand's values there; in the
 * parameters, the integral of the integrand's derivative, found to the same tolerance as the
 * integral itself. A bound at infinity has derivative zero, and so has a tolerance.
 *
 * <p>{@link QuadratureReverseRules} makes cotangents of these operations, whose own tangents second
 * derivatives take; for those the integrand needs Hessian-vector products ({@code order = 2}).
 */
public final class QuadratureRules {
  private QuadratureRules() {}

  /** Integrals of several functions at once, to given tolerances. */
  private record Finder(double a, double b, double absolute, double relative) {
    double[] of(VectorIntegrand f, int n) {
      return Quadrature.found(
          new AdaptiveIntegral(f, n, absolute, relative).over(a, b, Quadrature.MAX_INTERVALS),
          ConvergenceException.Phase.ADJOINT);
    }
  }

  private static double[] at(double[] point, double x) {
    double[] moved = point.clone();
    moved[0] = x;
    return moved;
  }

  /** The integrand at a bound. */
  private static double valueAt(ScalarFunction f, double[] point, double bound) {
    return Double.isInfinite(bound) ? 0 : f.value(at(point, bound));
  }

  /** The gradient in the parameters. */
  private static void gradient(ScalarFunction f, double[] point, double[] out) {
    double[] all = new double[point.length];
    f.valueAndGradient(point, all);
    System.arraycopy(all, 1, out, 0, out.length);
  }

  /**
   * {@return the tangent of {@link Quadrature#integrate(ScalarFunction, double, double, double[])}}
   */
  @DerivativeOf(type = Quadrature.class, method = "integrate")
  public static double integrateJvp(
      ScalarFunction f,
      double a,
      double b,
      double[] parameters,
      double aDot,
      double bDot,
      double[] parametersDot) {
    return integrateJvp(
        f, a, b, parameters, 0, Quadrature.RELATIVE_TOLERANCE, aDot, bDot, parametersDot, 0, 0);
  }

  /** {@return the tangent of an integral to given tolerances} */
  @DerivativeOf(type = Quadrature.class, method = "integrate")
  public static double integrateJvp(
      ScalarFunction f,
      double a,
      double b,
      double[] parameters,
      double absolute,
      double relative,
      double aDot,
      double bDot,
      double[] parametersDot,
      double absoluteDot,
      double relativeDot) {
    double[] point = Quadrature.point(f, parameters);
    double[] pointDot = Quadrature.point(f, parametersDot);
    double inside =
        new Finder(a, b, absolute, relative)
            .of((x, out) -> out[0] = f.jvp(at(point, x), pointDot), 1)[0];
    double top = bDot == 0 ? 0 : valueAt(f, point, b) * bDot;
    double bottom = aDot == 0 ? 0 : valueAt(f, point, a) * aDot;
    return top - bottom + inside;
  }

  /** {@return the tangents of integrals between many bounds} */
  @DerivativeOf(type = Quadrature.class, method = "integrate")
  public static double[] integrateJvp(
      ScalarFunction f,
      double[] a,
      double[] b,
      double[] parameters,
      double[] aDot,
      double[] bDot,
      double[] parametersDot) {
    Quadrature.sameLength(a, b);
    double[] out = new double[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = integrateJvp(f, a[i], b[i], parameters, aDot[i], bDot[i], parametersDot);
    }
    return out;
  }

  /**
   * The cotangent of an upper bound: the integrand there times the integral's cotangent.
   *
   * @param f the integrand
   * @param bound the bound
   * @param parameters the parameters
   * @param resultBar the integral's cotangent
   * @return the product; zero where the cotangent is, or the bound is infinite
   */
  public static double boundBar(
      ScalarFunction f, double bound, double[] parameters, double resultBar) {
    return resultBar == 0 ? 0 : valueAt(f, Quadrature.point(f, parameters), bound) * resultBar;
  }

  /** {@return the tangent of {@link #boundBar}} */
  @DerivativeOf(type = QuadratureRules.class, method = "boundBar")
  public static double boundBarJvp(
      ScalarFunction f,
      double bound,
      double[] parameters,
      double resultBar,
      double boundDot,
      double[] parametersDot,
      double resultBarDot) {
    if (Double.isInfinite(bound)) {
      return 0;
    }
    double[] point = at(Quadrature.point(f, parameters), bound);
    double[] pointDot = at(Quadrature.point(f, parametersDot), boundDot);
    double moved = resultBar == 0 ? 0 : f.jvp(point, pointDot) * resultBar;
    return moved + (resultBarDot == 0 ? 0 : f.value(point) * resultBarDot);
  }

  /**
   * The cotangents of the parameters: the integral of the integrand's gradient times the integral's
   * cotangent.
   *
   * @param f the integrand
   * @param a the lower bound
   * @param b the upper bound
   * @param parameters the parameters
   * @param absolute the absolute tolerance
   * @param relative the relative tolerance
   * @param resultBar the integral's cotangent; if it is zero nothing is integrated
   * @return a cotangent for each parameter
   */
  public static double[] parametersBar(
      ScalarFunction f,
      double a,
      double b,
      double[] parameters,
      double absolute,
      double relative,
      double resultBar) {
    double[] point = Quadrature.point(f, parameters);
    int n = parameters.length;
    if (resultBar == 0) {
      return new double[n];
    }
    double[] bars =
        new Finder(a, b, absolute, relative).of((x, out) -> gradient(f, at(point, x), out), n);
    for (int i = 0; i < n; i++) {
      bars[i] *= resultBar;
    }
    return bars;
  }

  /** {@return the tangent of {@link #parametersBar}} */
  @DerivativeOf(type = QuadratureRules.class, method = "parametersBar")
  public static double[] parametersBarJvp(
      ScalarFunction f,
      double a,
      double b,
      double[] parameters,
      double absolute,
      double relative,
      double resultBar,
      double aDot,
      double bDot,
      double[] parametersDot,
      double absoluteDot,
      double relativeDot,
      double resultBarDot) {
    double[] rate = parametersBar(f, a, b, parameters, absolute, relative, resultBarDot);
    if (resultBar == 0) {
      return rate;
    }
    double[] point = Quadrature.point(f, parameters);
    double[] pointDot = Quadrature.point(f, parametersDot);
    int n = rate.length;
    double[] inside =
        new Finder(a, b, absolute, relative)
            .of((x, out) -> System.arraycopy(f.hvp(at(point, x), pointDot), 1, out, 0, n), n);
    double[] top = boundGradient(f, point, b, bDot, n);
    double[] bottom = boundGradient(f, point, a, aDot, n);
    for (int i = 0; i < n; i++) {
      rate[i] += resultBar * (inside[i] + top[i] - bottom[i]);
    }
    return rate;
  }

  private static double[] boundGradient(
      ScalarFunction f, double[] point, double bound, double boundDot, int n) {
    double[] out = new double[n];
    if (boundDot != 0 && !Double.isInfinite(bound)) {
      gradient(f, at(point, bound), out);
      for (int i = 0; i < n; i++) {
        out[i] *= boundDot;
      }
    }
    return out;
  }
}
