package io.cotangent.benchmarks.objective;

import io.cotangent.Cotangent;
import io.cotangent.Differentiable;

/** Bodies that attract each other, by the classical Runge–Kutta method. */
public final class NBody {
  private static final double SOFTENING = 0.01;

  private NBody() {}

  /**
   * Sum of the squared distances from the origin in the end.
   *
   * @param start three coordinates for each body, then three velocities
   * @param masses of the bodies
   * @param dt length of a step
   * @param steps number of steps
   * @param copies how many states the reverse sweep may keep
   */
  @Differentiable(
      name = "NBodyDerivatives",
      wrt = {"start", "masses"})
  public static double spread(double[] start, double[] masses, double dt, int steps, int copies) {
    double[] y = start.clone();
    for (int t = 0; t < steps; t++) {
      Cotangent.checkpoint(copies);
      step(y, masses, dt);
    }
    double sum = 0;
    for (int i = 0; i < 3 * masses.length; i++) {
      sum += y[i] * y[i];
    }
    return sum;
  }

  private static void step(double[] y, double[] masses, double dt) {
    int n = y.length;
    double[] k1 = new double[n];
    double[] k2 = new double[n];
    double[] k3 = new double[n];
    double[] k4 = new double[n];
    double[] at = new double[n];
    slope(y, masses, k1);
    along(y, k1, dt / 2, at);
    slope(at, masses, k2);
    along(y, k2, dt / 2, at);
    slope(at, masses, k3);
    along(y, k3, dt, at);
    slope(at, masses, k4);
    for (int i = 0; i < n; i++) {
      y[i] += dt / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  }

  private static void along(double[] y, double[] k, double h, double[] at) {
    for (int i = 0; i < y.length; i++) {
      at[i] = y[i] + h * k[i];
    }
  }

  private static void slope(double[] y, double[] masses, double[] k) {
    int v = 3 * masses.length;
    for (int i = 0; i < masses.length; i++) {
      double x = 0;
      double w = 0;
      double z = 0;
      for (int j = 0; j < masses.length; j++) {
        double dx = y[3 * j] - y[3 * i];
        double dy = y[3 * j + 1] - y[3 * i + 1];
        double dz = y[3 * j + 2] - y[3 * i + 2];
        double square = dx * dx + dy * dy + dz * dz + SOFTENING;
        double pull = masses[j] / (square * Math.sqrt(square));
        x += pull * dx;
        w += pull * dy;
        z += pull * dz;
      }
      k[3 * i] = y[v + 3 * i];
      k[3 * i + 1] = y[v + 3 * i + 1];
      k[3 * i + 2] = y[v + 3 * i + 2];
      k[v + 3 * i] = x;
      k[v + 3 * i + 1] = w;
      k[v + 3 * i + 2] = z;
    }
  }
}
