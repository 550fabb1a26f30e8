package io.cotangent;

/**
 * Derivatives of integrals by Leibniz' rule: in the bounds, the integrand's values there; in the
 * parameters, the integral of the integrand's derivative, found to the same tolerance as the
 * integral itself. A bound at infinity has derivative zero.
 */
public final class QuadratureRules {
  private QuadratureRules() {}

  /**
   * The cotangents of bounds and parameters.
   *
   * @param a the lower bound's
   * @param b the upper bound's
   * @param parameters the parameters'
   */
  public record Gradient(double a, double b, double[] parameters) {}

  /**
   * The cotangents of many bounds, and of parameters.
   *
   * @param a the lower bounds'
   * @param b the upper bounds'
   * @param parameters the parameters', summed over the integrals
   */
  public record BoundsGradient(double[] a, double[] b, double[] parameters) {}

  private static double[] integrals(VectorIntegrand f, int n, double a, double b) {
    return Quadrature.found(
        new AdaptiveIntegral(f, n, 0, Quadrature.RELATIVE_TOLERANCE)
            .over(a, b, Quadrature.MAX_INTERVALS),
        ConvergenceException.Phase.ADJOINT);
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

  /** The integrand's rate at a bound that moves. */
  private static double rateAt(
      ScalarFunction f, double[] point, double bound, double[] pointDot, double boundDot) {
    return Double.isInfinite(bound) ? 0 : f.jvp(at(point, bound), at(pointDot, boundDot));
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
    double[] point = Quadrature.point(f, parameters);
    double[] pointDot = Quadrature.point(f, parametersDot);
    double inside = integrals((x, out) -> out[0] = f.jvp(at(point, x), pointDot), 1, a, b)[0];
    double top = bDot == 0 ? 0 : valueAt(f, point, b) * bDot;
    double bottom = aDot == 0 ? 0 : valueAt(f, point, a) * aDot;
    return top - bottom + inside;
  }

  /**
   * {@return the cotangents of {@link Quadrature#integrate(ScalarFunction, double, double,
   * double[])}}
   */
  @DerivativeOf(type = Quadrature.class, method = "integrate", mode = Mode.VJP)
  public static Gradient integrateVjp(
      ScalarFunction f, double a, double b, double[] parameters, double resultBar) {
    double[] point = Quadrature.point(f, parameters);
    int n = parameters.length;
    double[] parametersBar = new double[n];
    if (resultBar == 0) {
      return new Gradient(0, 0, parametersBar);
    }
    double[] integrals = integrals((x, out) -> gradient(f, at(point, x), out), n, a, b);
    for (int i = 0; i < n; i++) {
      parametersBar[i] = integrals[i] * resultBar;
    }
    return new Gradient(
        -valueAt(f, point, a) * resultBar, valueAt(f, point, b) * resultBar, parametersBar);
  }

  /** The gradient in the parameters. */
  private static void gradient(ScalarFunction f, double[] point, double[] out) {
    double[] all = new double[point.length];
    f.valueAndGradient(point, all);
    System.arraycopy(all, 1, out, 0, out.length);
  }

  /**
   * The tangent of {@link #integrateVjp(ScalarFunction, double, double, double[], double)}; the
   * integrand needs Hessian-vector products ({@code order = 2}).
   *
   * @return the rates of the cotangents
   */
  public static Gradient integrateVjpJvp(
      ScalarFunction f,
      double a,
      double b,
      double[] parameters,
      double resultBar,
      double aDot,
      double bDot,
      double[] parametersDot,
      double resultBarDot) {
    double[] point = Quadrature.point(f, parameters);
    double[] pointDot = Quadrature.point(f, parametersDot);
    int n = parameters.length;
    double[] first = integrals((x, out) -> gradient(f, at(point, x), out), n, a, b);
    double[] second =
        integrals(
            (x, out) -> System.arraycopy(f.hvp(at(point, x), pointDot), 1, out, 0, n), n, a, b);
    double[] top = boundGradient(f, point, b, bDot, n);
    double[] bottom = boundGradient(f, point, a, aDot, n);
    double[] rate = new double[n];
    for (int i = 0; i < n; i++) {
      rate[i] = resultBar * (second[i] + top[i] - bottom[i]) + resultBarDot * first[i];
    }
    return new Gradient(
        -resultBar * rateAt(f, point, a, pointDot, aDot) - resultBarDot * valueAt(f, point, a),
        resultBar * rateAt(f, point, b, pointDot, bDot) + resultBarDot * valueAt(f, point, b),
        rate);
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

  /**
   * {@return the tangent of {@link Quadrature#integrate(ScalarFunction, double[], double[],
   * double[])}}
   */
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
   * {@return the cotangents of {@link Quadrature#integrate(ScalarFunction, double[], double[],
   * double[])}}
   */
  @DerivativeOf(type = Quadrature.class, method = "integrate", mode = Mode.VJP)
  public static BoundsGradient integrateVjp(
      ScalarFunction f, double[] a, double[] b, double[] parameters, double[] resultBar) {
    Quadrature.sameLength(a, b);
    BoundsGradient out =
        new BoundsGradient(
            new double[a.length], new double[b.length], new double[parameters.length]);
    for (int i = 0; i < a.length; i++) {
      Gradient g = integrateVjp(f, a[i], b[i], parameters, resultBar[i]);
      out.a[i] = g.a;
      out.b[i] = g.b;
      for (int j = 0; j < parameters.length; j++) {
        out.parameters[j] += g.parameters[j];
      }
    }
    return out;
  }
}
