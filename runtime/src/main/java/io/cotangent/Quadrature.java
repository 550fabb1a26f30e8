package io.cotangent;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals of functions of one variable over finite, semi-infinite and infinite ranges, by
 * adaptive Gauss-Kronrod quadrature with an error estimate (R. Piessens and others, "QUADPACK",
 * 1983; 21 points to an interval, bisection of the worst).
 *
 * <p>Bounds may be infinite and in either order: {@code integrate(f, b, a)} is {@code -integrate(f,
 * a, b)}. The integrand is not evaluated at bounds, and may be singular there if the integral
 * converges; a singularity inside should be made a bound. On an infinite range what matters should
 * lie within some thousands of units of the finite bound, or of zero.
 *
 * <p>An integral is found when its error estimate is within the absolute tolerance, or within the
 * relative tolerance times the integral of the integrand's modulus. Otherwise, and where the
 * integrand isn't finite, a {@link ConvergenceException} tells the estimate that was reached and
 * the number of intervals.
 *
 * <p>An integral whose integrand is a {@link ScalarFunction} of {@code (x, parameters…)} has
 * derivatives in bounds and parameters: see {@link QuadratureRules}.
 */
public final class Quadrature {
  /** The relative tolerance where none is given. */
  public static final double RELATIVE_TOLERANCE = 1e-10;

  /** The most intervals that are tried. */
  public static final int MAX_INTERVALS = 2000;

  private Quadrature() {}

  /**
   * An integral as far as it was found.
   *
   * @param value the integral
   * @param error an estimate of its absolute error, seldom too small
   * @param evaluations how often the integrand was evaluated
   * @param status {@code CONVERGED}, {@code MAX_ITERATIONS} if too many intervals would be needed,
   *     {@code STAGNATED} if an interval can't be parted, {@code DIVERGED} if the integrand isn't
   *     finite
   */
  public record Integral(double value, double error, int evaluations, Status status) {}

  /**
   * Integrates to {@link #RELATIVE_TOLERANCE}.
   *
   * @param f the integrand
   * @param a the lower bound
   * @param b the upper bound
   * @return the integral
   * @throws ConvergenceException if it isn't found to the tolerance
   */
  public static double integrate(DoubleUnaryOperator f, double a, double b) {
    return integrate(f, a, b, 0, RELATIVE_TOLERANCE);
  }

  /**
   * Integrates.
   *
   * @param f the integrand
   * @param a the lower bound
   * @param b the upper bound
   * @param absolute the absolute tolerance
   * @param relative the tolerance relative to the integral of the modulus
   * @return the integral
   * @throws ConvergenceException if it isn't found to either tolerance
   */
  public static double integrate(
      DoubleUnaryOperator f, double a, double b, double absolute, double relative) {
    return found(
        new AdaptiveIntegral((x, out) -> out[0] = f.applyAsDouble(x), 1, absolute, relative)
            .over(a, b, MAX_INTERVALS),
        ConvergenceException.Phase.FORWARD)[0];
  }

  /**
   * Integrates between many pairs of bounds.
   *
   * @param f the integrand
   * @param a the lower bounds
   * @param b the upper bounds, as many
   * @return the integrals
   * @throws ConvergenceException if one of them isn't found to {@link #RELATIVE_TOLERANCE}
   */
  public static double[] integrate(DoubleUnaryOperator f, double[] a, double[] b) {
    sameLength(a, b);
    double[] out = new double[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = integrate(f, a[i], b[i]);
    }
    return out;
  }

  /**
   * Integrates over the first entry of a function's argument; the rest are parameters.
   *
   * @param f the integrand, of {@code (x, parameters…)}
   * @param a the lower bound
   * @param b the upper bound
   * @param parameters the other entries of the argument
   * @return the integral
   * @throws ConvergenceException if it isn't found to {@link #RELATIVE_TOLERANCE}
   */
  public static double integrate(ScalarFunction f, double a, double b, double[] parameters) {
    return integrate(f, a, b, parameters, 0, RELATIVE_TOLERANCE);
  }

  /**
   * Integrates over the first entry of a function's argument; the rest are parameters. Derivatives
   * are found to the same tolerances, which have none themselves.
   *
   * @param f the integrand, of {@code (x, parameters…)}
   * @param a the lower bound
   * @param b the upper bound
   * @param parameters the other entries of the argument
   * @param absolute the absolute tolerance
   * @param relative the tolerance relative to the integral of the modulus
   * @return the integral
   * @throws ConvergenceException if it isn't found to either tolerance
   */
  public static double integrate(
      ScalarFunction f, double a, double b, double[] parameters, double absolute, double relative) {
    double[] point = point(f, parameters);
    return integrate(
        x -> {
          point[0] = x;
          return f.value(point);
        },
        a,
        b,
        absolute,
        relative);
  }

  /**
   * Integrates over the first entry of a function's argument between many pairs of bounds.
   *
   * @param f the integrand, of {@code (x, parameters…)}
   * @param a the lower bounds
   * @param b the upper bounds, as many
   * @param parameters the other entries of the argument
   * @return the integrals
   * @throws ConvergenceException if one of them isn't found to {@link #RELATIVE_TOLERANCE}
   */
  public static double[] integrate(ScalarFunction f, double[] a, double[] b, double[] parameters) {
    sameLength(a, b);
    double[] out = new double[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = integrate(f, a[i], b[i], parameters);
    }
    return out;
  }

  /**
   * Integrates as far as it goes, and says how far that is.
   *
   * @param f the integrand
   * @param a the lower bound
   * @param b the upper bound
   * @param absolute the absolute tolerance
   * @param relative the tolerance relative to the integral of the modulus
   * @return the integral, its error estimate and status
   */
  public static Integral integral(
      DoubleUnaryOperator f, double a, double b, double absolute, double relative) {
    AdaptiveIntegral.Outcome outcome =
        new AdaptiveIntegral((x, out) -> out[0] = f.applyAsDouble(x), 1, absolute, relative)
            .over(a, b, MAX_INTERVALS);
    return new Integral(
        outcome.value()[0], outcome.error()[0], outcome.evaluations(), outcome.status());
  }

  /** The point {@code (0, parameters…)}. */
  static double[] point(ScalarFunction f, double[] parameters) {
    if (f.dimension() != parameters.length + 1) {
      throw new IllegalArgumentException(
          "the integrand has "
              + f.dimension()
              + " arguments, but there are "
              + parameters.length
              + " parameters beside x");
    }
    double[] point = new double[parameters.length + 1];
    System.arraycopy(parameters, 0, point, 1, parameters.length);
    return point;
  }

  static void sameLength(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          a.length + " lower bounds and " + b.length + " upper bounds");
    }
  }

  static double[] found(AdaptiveIntegral.Outcome outcome, ConvergenceException.Phase phase) {
    if (outcome.status() == Status.CONVERGED) {
      return outcome.value();
    }
    double error = 0;
    for (double each : outcome.error()) {
      error = Double.isNaN(each) ? each : Math.max(error, each);
    }
    String what =
        outcome.status() == Status.DIVERGED
            ? "the integrand isn't finite at " + outcome.at() + ": make it a bound"
            : "the integral isn't found in "
                + outcome.intervals()
                + " intervals, error about "
                + error;
    throw new ConvergenceException(phase, outcome.status(), outcome.intervals(), error, what);
  }
}
