package io.cotangent.ode;

import java.util.List;

/** Solutions and their derivatives; {@link io.cotangent.Ode} is its public face. */
public final class Solver {
  private final OdeSystem system;
  private final double[] p;
  private final OdeOptions options;

  /**
   * A solver of one system.
   *
   * @param system the right-hand side
   * @param p the parameters
   * @param options how to integrate
   */
  public Solver(OdeSystem system, double[] p, OdeOptions options) {
    this.system = system;
    this.p = p.clone();
    this.options = options;
  }

  private double[] rate(double t, double[] y) {
    double[] out = new double[y.length];
    system.rate(t, y, p, out);
    return out;
  }

  /**
   * The states at given times.
   *
   * @param y0 the state at the first time
   * @param times ascending or descending
   * @return a state for each time
   */
  public double[][] states(double[] y0, double[] times) {
    return tangents(y0, times, new double[0][], new double[0][]).states;
  }

  /** States, and tangents of each for each direction. */
  record Tangents(double[][] states, double[][][] dots) {}

  /** Carries tangents along, a direction in each row of the arguments. */
  Tangents tangents(double[] y0, double[] times, double[][] yDots, double[][] pDots) {
    Integration.check(times);
    Integration integration = new Integration(system, p, options);
    double[][] states = new double[times.length][];
    double[][][] dots = new double[times.length][yDots.length][];
    double[][] current = yDots.clone();
    int[] next = {record(states, dots, 0, times, times[0], y0.clone(), current)};
    integration.run(
        y0,
        times,
        step -> {
          for (int d = 0; d < current.length; d++) {
            current[d] = integration.method().tangent(step, current[d], pDots[d]);
          }
          next[0] = record(states, dots, next[0], times, step.end(), step.result(), current);
          return true;
        });
    return new Tangents(states, dots);
  }

  /** Stores state and tangents for all times that are now. */
  private static int record(
      double[][] states,
      double[][][] dots,
      int from,
      double[] times,
      double now,
      double[] y,
      double[][] current) {
    int next = from;
    while (next < times.length && times[next] == now) {
      states[next] = y.clone();
      for (int d = 0; d < current.length; d++) {
        dots[next][d] = current[d].clone();
      }
      next++;
    }
    return next;
  }

  /**
   * The tangents of the states at given times.
   *
   * @param y0 the state at the first time
   * @param times ascending or descending
   * @param y0Dot the tangent of y0
   * @param timesDot the tangents of the times
   * @param pDot the tangent of the parameters
   * @return a tangent for each time
   */
  public double[][] jvp(
      double[] y0, double[] times, double[] y0Dot, double[] timesDot, double[] pDot) {
    double[] moved = plus(y0Dot, -timesDot[0], rate(times[0], y0));
    Tangents all = tangents(y0, times, new double[][] {moved}, new double[][] {pDot});
    double[][] out = new double[times.length][];
    out[0] = y0Dot.clone();
    for (int i = 1; i < times.length; i++) {
      out[i] = plus(all.dots[i][0], timesDot[i], rate(times[i], all.states[i]));
    }
    return out;
  }

  private static double[] plus(double[] a, double factor, double[] b) {
    double[] out = a.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += factor == 0 ? 0 : factor * b[i];
    }
    return out;
  }

  /** {@return derivatives of the last state: a column for each entry of y0, then of p} */
  public double[][] sensitivities(double[] y0, double t0, double t1) {
    int n = y0.length;
    double[][] yDots = new double[n + p.length][n];
    double[][] pDots = new double[n + p.length][p.length];
    for (int d = 0; d < n + p.length; d++) {
      if (d < n) {
        yDots[d][d] = 1;
      } else {
        pDots[d][d - n] = 1;
      }
    }
    double[][] columns = tangents(y0, new double[] {t0, t1}, yDots, pDots).dots[1];
    double[][] out = new double[n][columns.length];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < columns.length; d++) {
        out[i][d] = columns[d][i];
      }
    }
    return out;
  }

  /**
   * The cotangents of initial state, times and parameters.
   *
   * @param y0 the cotangent of y0
   * @param times the times'
   * @param parameters the parameters'
   */
  public record Cotangents(double[] y0, double[] times, double[] parameters) {}

  /**
   * The cotangents, given those of the states at the times.
   *
   * @param y0 the state at the first time
   * @param times ascending or descending
   * @param bars a cotangent for each time's state
   * @return the cotangents
   */
  public Cotangents vjp(double[] y0, double[] times, double[][] bars) {
    Integration.check(times);
    return options.adjoint() == OdeAdjoint.DISCRETE
        ? new DiscreteAdjoint(system, p, options).of(y0, times, bars)
        : new ContinuousAdjoint(system, p, options).of(y0, times, bars);
  }

  /**
   * The tangents of the cotangents, along changes of all that they depend on. Steps count as
   * constants; with the continuous adjoint too they are those of the discrete one.
   *
   * @param y0 the state at the first time
   * @param times ascending or descending
   * @param bars a cotangent for each time's state
   * @param y0Dot the tangent of y0
   * @param timesDot the tangents of the times
   * @param pDot the tangent of the parameters
   * @param barsDot the tangents of the cotangents
   * @return the tangents
   */
  public Cotangents vjpJvp(
      double[] y0,
      double[] times,
      double[][] bars,
      double[] y0Dot,
      double[] timesDot,
      double[] pDot,
      double[][] barsDot) {
    Integration.check(times);
    return new SecondAdjoint(system, p, options, y0, times, bars)
        .along(y0Dot, timesDot, pDot, barsDot);
  }

  /**
   * The solution at every time, with events.
   *
   * @param y0 the state at t0
   * @param t0 the first time
   * @param t1 the last time
   * @param events what to look for
   * @return the solution
   */
  public OdeSolution solution(double[] y0, double t0, double t1, List<OdeEvent> events) {
    double[] times = {t0, t1};
    Integration.check(times);
    Integration integration = new Integration(system, p, options);
    OdeSolution solution = new OdeSolution(t0, y0);
    EventSearch search = new EventSearch(events, t0, y0);
    integration.run(
        y0,
        times,
        step -> {
          double[][] polynomial = integration.method().polynomial(step);
          for (OdeEvent.Occurrence event : search.within(step, polynomial)) {
            solution.add(event);
            if (search.isTerminal(event)) {
              solution.add(
                  integration.method().step(step.t(), event.t(), step.start(), null),
                  integration.method());
              return false;
            }
          }
          solution.add(step, integration.method());
          return true;
        });
    return solution;
  }
}
