package io.cotangent;

import io.cotangent.ode.OdeOptions;
import io.cotangent.ode.OdeSystem;

/**
 * Cotangents of solutions of initial value problems, made of an operation that has a tangent: the
 * processor carries this source with it, and second derivatives come from differentiating it.
 */
public final class OdeReverseRules {
  private OdeReverseRules() {}

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
    int n = y0.length;
    double[] times = {t0, t1};
    double[][] bars = {new double[n], resultBar};
    double[] all = OdeRules.cotangents(system, y0, times, parameters, options, bars);
    return new Gradient(part(all, 0, n), all[n], all[n + 1], part(all, n + 2, parameters.length));
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
    int n = y0.length;
    int k = times.length;
    double[] all = OdeRules.cotangents(system, y0, times, parameters, options, resultBar);
    return new TimesGradient(part(all, 0, n), part(all, n, k), part(all, n + k, parameters.length));
  }

  private static double[] part(double[] all, int from, int length) {
    double[] out = new double[length];
    for (int i = 0; i < length; i++) {
      out[i] = all[from + i];
    }
    return out;
  }
}
