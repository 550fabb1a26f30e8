package io.cotangent;

import io.cotangent.ode.OdeOptions;
import io.cotangent.ode.OdeSystem;
import io.cotangent.ode.Solver;
import java.util.Arrays;

/**
 * Derivatives of solutions of initial value problems: forward sensitivities, and the adjoint that
 * the options ask for. Steps count as constants: what is differentiated is the solution along the
 * steps that were taken. A time's derivative is the rate there, the first time's that of a solution
 * that starts later. The system needs its {@code jvp} or {@code vjp}, for second derivatives its
 * {@code vjpJvp}.
 *
 * <p>{@link OdeReverseRules} takes the cotangents apart.
 */
public final class OdeRules {
  private OdeRules() {}

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

  /**
   * The cotangents of the states at many times, by the adjoint that the options ask for.
   *
   * @param system the right-hand side
   * @param y0 the state at the first time
   * @param times the times
   * @param parameters the parameters
   * @param options how to integrate
   * @param resultBar a cotangent for each time's state
   * @return the cotangents of the initial state, of the times and of the parameters, in one array
   */
  public static double[] cotangents(
      OdeSystem system,
      double[] y0,
      double[] times,
      double[] parameters,
      OdeOptions options,
      double[][] resultBar) {
    return joined(new Solver(system, parameters, options).vjp(y0, times, resultBar));
  }

  /** {@return the tangent of {@link #cotangents}; the system needs its {@code vjpJvp}} */
  @DerivativeOf(type = OdeRules.class, method = "cotangents")
  public static double[] cotangentsJvp(
      OdeSystem system,
      double[] y0,
      double[] times,
      double[] parameters,
      OdeOptions options,
      double[][] resultBar,
      double[] y0Dot,
      double[] timesDot,
      double[] parametersDot,
      double[][] resultBarDot) {
    return joined(
        new Solver(system, parameters, options)
            .vjpJvp(y0, times, resultBar, y0Dot, timesDot, parametersDot, resultBarDot));
  }

  private static double[] joined(Solver.Cotangents all) {
    int n = all.y0().length;
    int k = all.times().length;
    double[] out = Arrays.copyOf(all.y0(), n + k + all.parameters().length);
    System.arraycopy(all.times(), 0, out, n, k);
    System.arraycopy(all.parameters(), 0, out, n + k, all.parameters().length);
    return out;
  }
}
