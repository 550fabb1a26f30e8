package io.cotangent.ode;

import io.cotangent.ConvergenceException;
import io.cotangent.Status;
import java.util.Arrays;

/**
 * The tangent of a solution's cotangents. The cotangents of a solution {@code Y} together with its
 * tangent {@code Y'} are, given {@code (λ', λ)}, the tangents of those of Y alone: so this is the
 * discrete adjoint of both, along the steps that the solution itself takes.
 */
final class SecondAdjoint {
  private final OdeSystem system;
  private final double[] p;
  private final OdeOptions options;
  private final double[] y0;
  private final double[] times;
  private final double[][] bars;

  SecondAdjoint(
      OdeSystem system,
      double[] p,
      OdeOptions options,
      double[] y0,
      double[] times,
      double[][] bars) {
    this.system = system;
    this.p = p;
    this.options = options;
    this.y0 = y0;
    this.times = times;
    this.bars = bars;
  }

  /** What the terms at an output's own time add, where that moves. */
  private final class Moving {
    final double[] timesBar = new double[times.length];
    final double[] pBar = new double[p.length];

    /** Adds the cotangents of {@code factor · f(t, y, p)}; returns that of y. */
    double[] add(int time, double[] y, double factor, double[] bar) {
      double[] scaled = bar.clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] *= factor;
      }
      double[] yBar = new double[y.length];
      if (factor != 0) {
        system.vjp(times[time], y, p, scaled, yBar, pBar);
        double[] byTime = new double[y.length];
        system.jvp(times[time], y, p, 1, new double[y.length], new double[p.length], byTime);
        for (int i = 0; i < y.length; i++) {
          timesBar[time] += scaled[i] * byTime[i];
        }
      }
      return yBar;
    }
  }

  /** The tangents of the cotangents of initial state, times and parameters. */
  Solver.Cotangents along(double[] y0Dot, double[] timesDot, double[] pDot, double[][] barsDot) {
    int n = y0.length;
    double[][] states = new Solver(system, p, options).states(y0, times);
    Moving moving = new Moving();
    double[][] both = new double[times.length][];
    both[0] = joined(barsDot[0], new double[n]);
    for (int i = 1; i < times.length; i++) {
      both[i] = joined(moving.add(i, states[i], timesDot[i], bars[i]), bars[i]);
      for (int k = 0; k < n; k++) {
        both[i][k] += barsDot[i][k];
      }
    }
    double[] start = start(y0Dot, timesDot[0]);
    TangentSystem tangents = new TangentSystem(system, pDot);
    Method method = new Integration(tangents, p, options).method();
    OutputBars outputs = new OutputBars(tangents, p, times, both, 2 * n);
    double[] pBar = new double[p.length];
    taped(method, start)
        .backwards(
            method,
            step -> {
              outputs.meet(step.end(), step.result());
              outputs.bar = method.cotangent(step, outputs.bar, pBar);
            });
    Solver.Cotangents all = outputs.finish(start, pBar);
    double[] y0Bar = Arrays.copyOf(all.y0(), n);
    double[] startBar = Arrays.copyOfRange(all.y0(), n, 2 * n);
    add(y0Bar, moving.add(0, y0, -timesDot[0], startBar));
    add(all.times(), moving.timesBar);
    add(all.parameters(), moving.pBar);
    return new Solver.Cotangents(y0Bar, all.times(), all.parameters());
  }

  /** The first state and its tangent: a later start has moved along the rate already. */
  private double[] start(double[] y0Dot, double t0Dot) {
    double[] tangent = y0Dot.clone();
    double[] rate = new double[y0.length];
    if (t0Dot != 0) {
      system.rate(times[0], y0, p, rate);
    }
    for (int i = 0; i < rate.length; i++) {
      tangent[i] -= t0Dot * rate[i];
    }
    return joined(y0, tangent);
  }

  /** The steps of state and tangent, as long as those of the state alone. */
  private StepTape taped(Method method, double[] start) {
    StepTape tape = new StepTape(options.checkpoints());
    Step[] last = {null};
    new Integration(system, p, options)
        .run(
            y0,
            times,
            own -> {
              double[] from = last[0] == null ? start : last[0].result();
              Step step = method.step(own.t(), own.end(), from, last[0]);
              if (Double.isNaN(step.error())) {
                throw new ConvergenceException(
                    ConvergenceException.Phase.ADJOINT,
                    Status.DIVERGED,
                    0,
                    Double.NaN,
                    "at t = " + own.t() + ", the step of the solution's tangent failed");
              }
              last[0] = step;
              tape.add(step);
              return true;
            });
    return tape;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }

  private static void add(double[] to, double[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }
}
