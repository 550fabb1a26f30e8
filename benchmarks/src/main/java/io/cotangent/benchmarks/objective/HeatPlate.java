package io.cotangent.benchmarks.objective;

import io.cotangent.Adjoint;
import io.cotangent.Root;
import io.cotangent.Solver;

/** The steady heat equation on a square plate whose edge is kept at zero, by finite volumes. */
public final class HeatPlate {
  private HeatPlate() {}

  /** What every cell gives away, less what it gets; the conductivity grows with the temperature. */
  @Root(
      unknown = "u",
      solver = Solver.NEWTON,
      adjoint = Adjoint.GMRES,
      tolerance = 1e-10,
      preconditioner = "incomplete")
  public static double[] balance(double[] u, double[] logConductivity, double source, int n) {
    double[] kappa = new double[u.length];
    double[] loss = new double[u.length];
    for (int k = 0; k < u.length; k++) {
      kappa[k] = Math.exp(logConductivity[k]) * (1 + 0.2 * u[k]);
      loss[k] = -source;
    }
    for (int a = 0; a < u.length; a++) {
      int i = a / n;
      int j = a % n;
      if (j + 1 < n) {
        double flux = 0.5 * (kappa[a] + kappa[a + 1]) * (u[a] - u[a + 1]);
        loss[a] += flux;
        loss[a + 1] -= flux;
      }
      if (i + 1 < n) {
        double flux = 0.5 * (kappa[a] + kappa[a + n]) * (u[a] - u[a + n]);
        loss[a] += flux;
        loss[a + n] -= flux;
      }
      if (i == 0 || j == 0 || i == n - 1 || j == n - 1) {
        loss[a] += 2 * kappa[a] * u[a];
      }
    }
    return loss;
  }

  /** The same without a preconditioner, less tightly. */
  @Root(unknown = "u", solver = Solver.NEWTON, tolerance = 1e-8, name = "HeatPlateBareRoot")
  public static double[] bare(double[] u, double[] logConductivity, double source, int n) {
    return balance(u, logConductivity, source, n);
  }

  /** Nearly the inverse of the balance's matrix: modified incomplete Cholesky factors. */
  public static double[] incomplete(
      double[] u, double[] logConductivity, double source, int n, double[] v) {
    double[] kappa = new double[u.length];
    for (int k = 0; k < u.length; k++) {
      kappa[k] = Math.exp(logConductivity[k]) * (1 + 0.2 * u[k]);
    }
    double[] right = new double[u.length];
    double[] down = new double[u.length];
    double[] diagonal = new double[u.length];
    double[] out = new double[u.length];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int a = i * n + j;
        right[a] = j + 1 < n ? 0.5 * (kappa[a] + kappa[a + 1]) : 0;
        down[a] = i + 1 < n ? 0.5 * (kappa[a] + kappa[a + n]) : 0;
        boolean edge = i == 0 || j == 0 || i == n - 1 || j == n - 1;
        double sum = right[a] + down[a] + (edge ? 2 * kappa[a] : 0);
        double fill = 0;
        double rest = v[a];
        if (j > 0) {
          sum += right[a - 1];
          fill += right[a - 1] * (right[a - 1] + 0.97 * down[a - 1]) / diagonal[a - 1];
          rest += right[a - 1] * out[a - 1];
        }
        if (i > 0) {
          sum += down[a - n];
          fill += down[a - n] * (down[a - n] + 0.97 * right[a - n]) / diagonal[a - n];
          rest += down[a - n] * out[a - n];
        }
        diagonal[a] = sum - fill;
        out[a] = rest / diagonal[a];
      }
    }
    for (int a = n * n - 1; a >= 0; a--) {
      double rest = 0;
      if (a % n + 1 < n) {
        rest += right[a] * out[a + 1];
      }
      if (a + n < n * n) {
        rest += down[a] * out[a + n];
      }
      out[a] += rest / diagonal[a];
    }
    return out;
  }
}
