package io.cotangent;

import io.cotangent.ode.OdeOptions;
import io.cotangent.ode.OdeSystem;
import io.cotangent.ode.Solver;

/**
 * Derivatives of solutions of initial value problems: forward sensitivities, and the adjoint that
 * the options ask for. Steps count as constants: what is differentiated is the solution along the
 * steps that were taken. A time's derivative is the rate there, the first time's that of a solution
 * that starts later. The system needs its {@code jvp} or {@code vjp}.
 */
public final class OdeRules {
  private OdeRules() {}

  /**
   * The cotangents of a solution's arguments.
   *
   * @param y0 the initial state's
   * @param t0 the first time's
   * @param t1 the last time's
   * @param parameters the parameters'
   */
  public record Gradient(double[] y0, double t0, double t1, double[] parameters) {}

  /**
   * The cotangents of the arguments of a solution at many times.
   *
   * @param y0 the initial state's
   * @param times the times'
   * @param parameters the parameters'
   */
  public record TimesGradient(double[] y0, double[] times, double[] parameters) {}

  /** {@return the tangent of {@link Ode#solve(OdeSystem, double[], double, double, double[])}} */
  @DerivativeOf(type = Ode.class, method = "solve")
  public static double[] solveJvp(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      double[] y0Dot,
      double t0Dot,
      double t1Dot,
      double[] parametersDot) {
    return solveJvp(
        system, y0, t0, t1, parameters, OdeOptions.DEFAULT, y0Dot, t0Dot, t1Dot, parametersDot);
  }

  /**
   * {@return the cotangents of {@link Ode#solve(OdeSystem, double[], double, double, double[])}}
   */
  @DerivativeOf(type = Ode.class, method = "solve", mode = Mode.VJP)
  public static Gradient solveVjp(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      double[] resultBar) {
    return solveVjp(system, y0, t0, t1, parameters, OdeOptions.DEFAULT, resultBar);
  }

  /** {@return the tangent of the solution at t1 with options} */
  @DerivativeOf(type = Ode.class, method = "solve")
  public static double[] solveJvp(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      OdeOptions options,
      double[] y0Dot,
      double t0Dot,
      double t1Dot,
      double[] parametersDot) {
    double[] times = {t0, t1};
    double[] timesDot = {t0Dot, t1Dot};
    return new Solver(system, parameters, options)
        .jvp(y0, times, y0Dot, timesDot, parametersDot)[1];
  }

  /** {@return the cotangents of the solution at t1 with options} */
  @DerivativeOf(type = Ode.class, method = "solve", mode = Mode.VJP)
  public static Gradient solveVjp(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      OdeOptions options,
      double[] resultBar) {
    double[][] bars = {new double[y0.length], resultBar};
    Solver.Cotangents all =
        new Solver(system, parameters, options).vjp(y0, new double[] {t0, t1}, bars);
    return new Gradient(all.y0(), all.times()[0], all.times()[1], all.parameters());
  }

  /** {@return the tangents of the states at many times} */
  @DerivativeOf(type = Ode.class, method = "solve")
  public static double[][] solveJvp(
      OdeSystem system,
      double[] y0,
      double[] times,
      double[] parameters,
      OdeOptions options,
      double[] y0Dot,
      double[] timesDot,
      double[] parametersDot) {
    return new Solver(system, parameters, options).jvp(y0, times, y0Dot, timesDot, parametersDot);
  }

  /** {@return the cotangents of the states at many times} */
  @DerivativeOf(type = Ode.class, method = "solve", mode = Mode.VJP)
  public static TimesGradient solveVjp(
      OdeSystem system,
      double[] y0,
      double[] times,
      double[] parameters,
      OdeOptions options,
      double[][] resultBar) {
    Solver.Cotangents all = new Solver(system, parameters, options).vjp(y0, times, resultBar);
    return new TimesGradient(all.y0(), all.times(), all.parameters());
  }
}
