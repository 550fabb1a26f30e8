package io.cotangent.ode;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;

/**
 * Integrates with steps whose length the error estimate controls, and stops where it is told to.
 */
final class Integration {
  /** Sees each accepted step; returns false to end the integration after it. */
  @FunctionalInterface
  interface Listener {
    boolean accepted(Step step);
  }

  private final OdeSystem system;
  private final double[] p;
  private final OdeOptions options;
  private final Tolerances tolerances;
  private final Method method;
  private int tried;

  Integration(OdeSystem system, double[] p, OdeOptions options) {
    this.system = system;
    this.p = p;
    this.options = options;
    tolerances = new Tolerances(options.absolute(), options.relative());
    method =
        options.method() == OdeMethod.RADAU
            ? new Radau(system, p, tolerances)
            : new DormandPrince(system, p, tolerances);
  }

  Method method() {
    return method;
  }

  static void check(double[] times) {
    if (times.length == 0) {
      throw new IllegalArgumentException("no times");
    }
    double direction = times[times.length - 1] - times[0];
    for (int i = 0; i < times.length; i++) {
      if (!Double.isFinite(times[i]) || i > 0 && (times[i] - times[i - 1]) * direction < 0) {
        throw new IllegalArgumentException(
            "times must be finite and go one way: " + times[i] + " is the time " + i);
      }
    }
  }

  /** Goes from the first of some times to the last, with a step that ends at each of them. */
  void run(double[] y0, double[] times, Listener listener) {
    double[] y = y0.clone();
    Step before = null;
    double h = Double.NaN;
    for (int i = 1; i < times.length; i++) {
      double t = times[i - 1];
      if (Double.isNaN(h) && t != times[i]) {
        h = firstStep(t, y, times[i] - t);
      }
      while (t != times[i]) {
        Step step = accepted(t, times[i], y, h, before);
        giveUp(t, Double.POSITIVE_INFINITY, ++tried, false);
        // A step that was cut short by a stop says little about the next.
        boolean cut = step.end() == times[i] && Math.abs(step.h()) < 0.5 * Math.abs(h);
        h = cut ? h : step.h() * factor(step.error());
        if (!listener.accepted(step)) {
          return;
        }
        t = step.end();
        y = step.result();
        before = step;
      }
    }
  }

  private Step accepted(double t, double stop, double[] y, double proposal, Step before) {
    double h = proposal;
    boolean failed = false;
    while (true) {
      boolean last = Math.abs(h) * 1.01 >= Math.abs(stop - t);
      Step step = method.step(t, last ? stop : t + h, y, before);
      if (step.error() <= 1) {
        return step;
      }
      failed |= Double.isNaN(step.error());
      h = step.h() * (Double.isNaN(step.error()) ? 0.25 : Math.min(0.9, factor(step.error())));
      giveUp(t, h, ++tried, failed);
    }
  }

  private double factor(double error) {
    double growth = error == 0 ? 5 : 0.9 * Math.pow(error, -1.0 / method.errorOrder());
    return Math.max(0.2, Math.min(5, growth));
  }

  private void giveUp(double t, double h, int steps, boolean failed) {
    Status status = null;
    if (Math.abs(h) < 16 * Math.ulp(t)) {
      status = failed ? Status.DIVERGED : Status.STAGNATED;
    } else if (steps > options.maxSteps()) {
      status = Status.MAX_ITERATIONS;
    }
    if (status != null) {
      String what =
          status == Status.MAX_ITERATIONS
              ? steps + " steps were tried: for a stiff system, use Radau"
              : "the step became too small: the solution or its rate may be singular there";
      throw new ConvergenceException(
          ConvergenceException.Phase.FORWARD,
          status,
          steps,
          Math.abs(h),
          "at t = " + t + ", " + what);
    }
  }

  /** The first step's guess (E. Hairer, S. Nørsett and G. Wanner, II.4). */
  private double firstStep(double t, double[] y, double span) {
    double[] rate = new double[y.length];
    system.rate(t, y, p, rate);
    double size = tolerances.norm(y, y, y);
    double speed = tolerances.norm(rate, y, y);
    double h = size < 1e-5 || speed < 1e-5 ? 1e-6 : 0.01 * size / speed;
    h = Math.min(h, Math.abs(span));
    double[] ahead = y.clone();
    for (int i = 0; i < y.length; i++) {
      ahead[i] += Math.copySign(h, span) * rate[i];
    }
    double[] next = new double[y.length];
    system.rate(t + Math.copySign(h, span), ahead, p, next);
    for (int i = 0; i < y.length; i++) {
      next[i] -= rate[i];
    }
    double curvature = tolerances.norm(next, y, y) / h;
    double largest = Math.max(speed, curvature);
    double second = largest <= 1e-15 ? Math.max(1e-6, h * 1e-3) : Math.pow(0.01 / largest, 0.2);
    double guess = Math.min(Math.abs(span), Math.min(100 * h, second));
    return Math.copySign(Double.isNaN(guess) ? 1e-6 : guess, span);
  }
}
