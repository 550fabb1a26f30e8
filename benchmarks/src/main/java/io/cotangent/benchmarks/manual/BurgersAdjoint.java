package io.cotangent.benchmarks.manual;

import io.cotangent.benchmarks.objective.Burgers;

/** The adjoint of {@link Burgers#energyOnTape}: every state is kept, nothing else. */
public final class BurgersAdjoint {
  private final double[][] states;
  private double[] bar;
  private double[] before;

  /** Adjoint of the viscosity. */
  public double viscosity;

  /** For so many cells and steps. */
  public BurgersAdjoint(int cells, int steps) {
    states = new double[steps + 1][cells];
    bar = new double[cells];
    before = new double[cells];
  }

  /** Adjoints of the start. */
  public double[] start() {
    return bar;
  }

  /** Returns the energy and overwrites the adjoints. */
  public double valueAndGradient(double[] start, double viscosity, double dt) {
    int n = start.length;
    int steps = states.length - 1;
    double dx = 1.0 / (n - 1);
    double advection = dt / (2 * dx);
    double diffusion = viscosity * dt / (dx * dx);
    System.arraycopy(start, 0, states[0], 0, n);
    for (int t = 0; t < steps; t++) {
      double[] u = states[t];
      double[] next = states[t + 1];
      next[0] = u[0];
      next[n - 1] = u[n - 1];
      for (int i = 1; i < n - 1; i++) {
        next[i] =
            u[i]
                - advection * u[i] * (u[i + 1] - u[i - 1])
                + diffusion * (u[i + 1] - 2 * u[i] + u[i - 1]);
      }
    }
    double[] last = states[steps];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += last[i] * last[i];
      bar[i] = dx * last[i];
    }
    double diffusionBar = 0;
    for (int t = steps - 1; t >= 0; t--) {
      double[] u = states[t];
      before[0] = bar[0];
      before[1] = 0;
      before[n - 1] = bar[n - 1];
      for (int i = 1; i < n - 1; i++) {
        double g = bar[i];
        double across = u[i + 1] - u[i - 1];
        double along = advection * u[i] * g;
        double spread = diffusion * g;
        diffusionBar += (u[i + 1] - 2 * u[i] + u[i - 1]) * g;
        before[i - 1] += along + spread;
        before[i] += g - advection * across * g - 2 * spread;
        if (i + 1 < n - 1) {
          before[i + 1] = spread - along;
        } else {
          before[i + 1] += spread - along;
        }
      }
      double[] swap = bar;
      bar = before;
      before = swap;
    }
    this.viscosity = diffusionBar * dt / (dx * dx);
    return 0.5 * dx * sum;
  }
}
