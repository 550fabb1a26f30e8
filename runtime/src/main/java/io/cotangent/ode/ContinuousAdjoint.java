package io.cotangent.ode;

import java.util.Arrays;
import java.util.List;

/** The adjoint equation, integrated backwards along the dense solution. */
final class ContinuousAdjoint {
  private final OdeSystem system;
  private final double[] p;
  private final OdeOptions options;

  ContinuousAdjoint(OdeSystem system, double[] p, OdeOptions options) {
    this.system = system;
    this.p = p;
    this.options = options;
  }

  Solver.Cotangents of(double[] y0, double[] times, double[][] bars) {
    int n = y0.length;
    OutputBars outputs = new OutputBars(system, p, times, bars, n);
    OdeSolution[] legs = new OdeSolution[times.length];
    double[] y = y0;
    for (int i = 1; i < times.length; i++) {
      legs[i] = new Solver(system, p, options).solution(y, times[i - 1], times[i], List.of());
      y = legs[i].last();
    }
    double[] pBar = new double[p.length];
    for (int i = times.length - 1; i > 0; i--) {
      outputs.meet(times[i], legs[i].last());
      double[] z = Arrays.copyOf(outputs.bar, n + p.length);
      System.arraycopy(pBar, 0, z, n, p.length);
      double[] back = {times[i], times[i - 1]};
      Solver solver = new Solver(new AdjointSystem(system, p, legs[i]), new double[0], options);
      double[] end = solver.states(z, back)[1];
      outputs.bar = Arrays.copyOf(end, n);
      pBar = Arrays.copyOfRange(end, n, n + p.length);
    }
    return outputs.finish(y0, pBar);
  }

  /** {@code (λ, μ)' = (-f_yᵀ λ, -f_pᵀ λ)}, which is linear: its tangent is itself. */
  private record AdjointSystem(OdeSystem system, double[] p, OdeSolution solution)
      implements OdeSystem {
    @Override
    public void rate(double t, double[] z, double[] none, double[] out) {
      double[] y = solution.at(clamped(t));
      double[] lambda = Arrays.copyOf(z, y.length);
      double[] yBar = new double[y.length];
      double[] pBar = new double[p.length];
      system.vjp(t, y, p, lambda, yBar, pBar);
      for (int i = 0; i < out.length; i++) {
        out[i] = i < y.length ? -yBar[i] : -pBar[i - y.length];
      }
    }

    /** Looking ahead for the first step may leave the range by a rounding error. */
    private double clamped(double t) {
      double low = Math.min(solution.start(), solution.end());
      double high = Math.max(solution.start(), solution.end());
      return Math.max(low, Math.min(high, t));
    }

    @Override
    public void jvp(
        double t,
        double[] z,
        double[] none,
        double tDot,
        double[] zDot,
        double[] noneDot,
        double[] out) {
      rate(t, zDot, none, out);
    }
  }
}
