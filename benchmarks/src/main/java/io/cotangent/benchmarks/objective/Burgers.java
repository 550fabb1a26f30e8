package io.cotangent.benchmarks.objective;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;

/** Burgers' equation in one dimension: a wave that steepens, with viscosity. */
public final class Burgers {
  private Burgers() {}

  /**
   * Energy after so many steps of an explicit scheme of second order in space, on a unit interval
   * whose ends are held.
   *
   * @param start velocities at the cells
   * @param viscosity positive
   * @param dt length of a step
   * @param steps number of steps
   * @param copies how many states the reverse sweep may keep
   */
  @Differentiable(wrt = {"start", "viscosity"})
  public static double energy(double[] start, double viscosity, double dt, int steps, int copies) {
    double[] u = start.clone();
    double[] next = start.clone();
    double dx = 1.0 / (start.length - 1);
    double advection = dt / (2 * dx);
    double diffusion = viscosity * dt / (dx * dx);
    for (int t = 0; t < steps; t++) {
      Cotangent.checkpoint(copies);
      for (int i = 1; i < u.length - 1; i++) {
        next[i] =
            u[i]
                - advection * u[i] * (u[i + 1] - u[i - 1])
                + diffusion * (u[i + 1] - 2 * u[i] + u[i - 1]);
      }
      double[] last = u;
      u = next;
      next = last;
    }
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * u[i];
    }
    return 0.5 * dx * sum;
  }

  /** The same, with every step's numbers kept. */
  @Differentiable(wrt = {"start", "viscosity"})
  public static double energyOnTape(double[] start, double viscosity, double dt, int steps) {
    double[] u = start.clone();
    double[] next = start.clone();
    double dx = 1.0 / (start.length - 1);
    double advection = dt / (2 * dx);
    double diffusion = viscosity * dt / (dx * dx);
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < u.length - 1; i++) {
        next[i] =
            u[i]
                - advection * u[i] * (u[i + 1] - u[i - 1])
                + diffusion * (u[i + 1] - 2 * u[i] + u[i - 1]);
      }
      double[] last = u;
      u = next;
      next = last;
    }
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * u[i];
    }
    return 0.5 * dx * sum;
  }
}
