package io.cotangent;

import io.cotangent.ode.OdeEvent;
import io.cotangent.ode.OdeOptions;
import io.cotangent.ode.OdeSolution;
import io.cotangent.ode.OdeSystem;
import io.cotangent.ode.Solver;
import java.util.List;

/**
 * Initial value problems {@code y' = f(t, y, p)}, {@code y(t0) = y0}, with error control, dense
 * output and events, for stiff and other systems; differentiable in initial state, times and
 * parameters (see {@link OdeRules}).
 *
 * <p>Times may go backwards. If an integration can't go on, a {@link ConvergenceException} tells
 * the time that was reached: {@code MAX_ITERATIONS} if too many steps are needed, {@code STAGNATED}
 * if the step becomes too small, {@code DIVERGED} if the rate isn't finite or an event's function
 * isn't a number.
 */
public final class Ode {
  private Ode() {}

  /**
   * The state at a later time, with {@link OdeOptions#DEFAULT}.
   *
   * @param system the right-hand side f
   * @param y0 the state at t0
   * @param t0 the first time
   * @param t1 the last time
   * @param parameters the parameters p
   * @return the state at t1
   * @throws ConvergenceException if the integration fails
   */
  public static double[] solve(
      OdeSystem system, double[] y0, double t0, double t1, double[] parameters) {
    return solve(system, y0, t0, t1, parameters, OdeOptions.DEFAULT);
  }

  /**
   * The state at a later time.
   *
   * @param system the right-hand side f
   * @param y0 the state at t0
   * @param t0 the first time
   * @param t1 the last time
   * @param parameters the parameters p
   * @param options how to integrate
   * @return the state at t1
   * @throws ConvergenceException if the integration fails
   */
  public static double[] solve(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      OdeOptions options) {
    return new Solver(system, parameters, options).states(y0, new double[] {t0, t1})[1];
  }

  /**
   * The states at many times; steps end at each of them.
   *
   * @param system the right-hand side f
   * @param y0 the state at the first time
   * @param times the times, ascending or descending, one at least
   * @param parameters the parameters p
   * @param options how to integrate
   * @return a state for each time, the first being y0
   * @throws ConvergenceException if the integration fails
   */
  public static double[][] solve(
      OdeSystem system, double[] y0, double[] times, double[] parameters, OdeOptions options) {
    return new Solver(system, parameters, options).states(y0, times);
  }

  /**
   * The solution at every time of a range, and events on the way. A change of sign is found if the
   * signs at the ends of a step differ; the event's time is that of the dense output, whose
   * accuracy is a little below the steps' own.
   *
   * @param system the right-hand side f
   * @param y0 the state at t0
   * @param t0 the first time
   * @param t1 the last time
   * @param parameters the parameters p
   * @param options how to integrate
   * @param events what to look for
   * @return the solution, up to t1 or the first terminal event
   * @throws ConvergenceException if the integration fails
   */
  public static OdeSolution integrate(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      OdeOptions options,
      List<OdeEvent> events) {
    return new Solver(system, parameters, options).solution(y0, t0, t1, events);
  }

  /**
   * The derivatives of the state at a later time with respect to the initial state (the state
   * transition matrix) and the parameters, by forward sensitivities in one integration.
   *
   * @param system the right-hand side f, with derivatives
   * @param y0 the state at t0
   * @param t0 the first time
   * @param t1 the last time
   * @param parameters the parameters p
   * @param options how to integrate
   * @return a row for each entry of the state; columns for the entries of y0, then of p
   * @throws ConvergenceException if the integration fails
   */
  public static double[][] sensitivities(
      OdeSystem system,
      double[] y0,
      double t0,
      double t1,
      double[] parameters,
      OdeOptions options) {
    return new Solver(system, parameters, options).sensitivities(y0, t0, t1);
  }
}
