package io.cotangent.samples.heat;

import io.cotangent.Adjoint;
import io.cotangent.Differentiable;
import io.cotangent.Root;
import io.cotangent.Solver;

/**
 * The steady heat equation {@code -div(κ(1 + u/5) grad u) = source} on a square plate of {@code n}
 * by {@code n} cells whose edge is kept at zero, by finite volumes.
 */
final class Plate {
  private Plate() {}

  /** What every cell gives to its neighbours, less what its source gives to it. */
  @Root(
      unknown = "u",
      solver = Solver.NEWTON,
      adjoint = Adjoint.GMRES,
      tolerance = 1e-10,
      preconditioner = "incomplete")
  static double[] balance(double[] u, double[] logConductivity, double[] source, int n) {
    double[] kappa = new double[u.length];
    double[] loss = new double[u.length];
    for (int k = 0; k < u.length; k++) {
      kappa[k] = Math.exp(logConductivity[k]) * (1 + 0.2 * u[k]);
      loss[k] = -source[k];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int a = i * n + j;
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
        loss[a] += 2 * edges(i, j, n) * kappa[a] * u[a];
      }
    }
    return loss;
  }

  /** How many sides of a cell lie on the plate's edge. */
  private static int edges(int i, int j, int n) {
    return (i == 0 ? 1 : 0) + (i == n - 1 ? 1 : 0) + (j == 0 ? 1 : 0) + (j == n - 1 ? 1 : 0);
  }

  /** Nearly the inverse of the balance's matrix: modified incomplete Cholesky factors. */
  static double[] incomplete(
      double[] u, double[] logConductivity, double[] source, int n, double[] v) {
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
        double sum = right[a] + down[a] + 2 * edges(i, j, n) * kappa[a];
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

  /**
   * Half the squares of what temperatures differ from measured ones, in units of the noise, and of
   * the numbers whose blurred picture is the logarithm of the conductivity.
   */
  @Differentiable(wrt = "w")
  static double misfit(
      double[] w,
      double[][] sources,
      double[][] measured,
      double[][] starts,
      double noise,
      double size,
      int n) {
    double[] logConductivity = blurred(w, size, n);
    double sum = 0;
    for (double weight : w) {
      sum += weight * weight;
    }
    for (int e = 0; e < sources.length; e++) {
      double[] u = PlateBalanceRoot.solve(starts[e], logConductivity, sources[e], n);
      for (int i = 1; i < n; i += 3) {
        for (int j = 1; j < n; j += 3) {
          double rest = (u[i * n + j] - measured[e][i * n + j]) / noise;
          sum += rest * rest;
        }
      }
    }
    return 0.5 * sum;
  }

  /** Neighbours averaged again and again: fields whose lengths are some cells. */
  static double[] blurred(double[] w, double size, int n) {
    double[] field = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      field[k] = size * w[k];
    }
    for (int pass = 0; pass < 12; pass++) {
      double[] next = new double[w.length];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          int a = i * n + j;
          double sum = 2 * field[a];
          sum += field[i > 0 ? a - n : a] + field[i + 1 < n ? a + n : a];
          sum += field[j > 0 ? a - 1 : a] + field[j + 1 < n ? a + 1 : a];
          next[a] = sum / 6;
        }
      }
      field = next;
    }
    return field;
  }
}
