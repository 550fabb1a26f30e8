package io.cotangent.implicit;

import io.cotangent.linear.DenseOperator;
import io.cotangent.linear.Lsmr;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/** The multipliers that belong to a minimiser that was found elsewhere. */
final class Multipliers {
  private Multipliers() {}

  /**
   * The multipliers that fit a minimiser best, by least squares over the active constraints.
   *
   * @param lagrangian the Lagrangian
   * @param theta the parameters
   * @param x the minimiser
   * @param equalities how many equalities there are
   * @return {@code (x, λ, μ)}
   */
  static double[] fitted(GradientEquations lagrangian, double[] theta, double[] x, int equalities) {
    int n = x.length;
    int all = lagrangian.unknowns();
    double[] z = Arrays.copyOf(x, all);
    double[] gradient = new double[all];
    lagrangian.residual(z, theta, gradient);
    double[][] matrix = lagrangian.at(z, theta).matrix().toDense();
    boolean[] used = new boolean[all];
    for (int i = n; i < all; i++) {
      used[i] = i < n + equalities || gradient[i] >= -1e-7;
    }
    for (int round = 0; round < all - n + 1; round++) {
      fit(z, gradient, matrix, used, n);
      int worst = -1;
      for (int i = n + equalities; i < all; i++) {
        if (used[i] && z[i] < 0 && (worst < 0 || z[i] < z[worst])) {
          worst = i;
        }
      }
      if (worst < 0) {
        break;
      }
      used[worst] = false;
    }
    return z;
  }

  private static void fit(double[] z, double[] gradient, double[][] matrix, boolean[] used, int n) {
    int size = Math.max(n, z.length - n);
    double[][] square = new double[size][size];
    double[] right = new double[size];
    for (int i = 0; i < n; i++) {
      right[i] = -gradient[i];
      for (int j = n; j < z.length; j++) {
        square[i][j - n] = used[j] ? matrix[i][j] : 0;
      }
    }
    double[] solution = new double[size];
    double target = 1e-15 * (1 + Vectors.norm(right));
    new Lsmr().solve(new DenseOperator(square), right, solution, target, 20 * size);
    for (int j = n; j < z.length; j++) {
      z[j] = used[j] ? solution[j - n] : 0;
    }
  }
}
