package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/** The limited-memory BFGS method (Nocedal 1980). */
public final class Lbfgs {
  private final double[][] steps;
  private final double[][] changes;
  private final double[] products;
  private final double[] alpha;
  private int kept;

  private Lbfgs(int n, int memory) {
    steps = new double[memory][n];
    changes = new double[memory][n];
    products = new double[memory];
    alpha = new double[memory];
  }

  /**
   * Iterates until the gradient is small.
   *
   * @param objective the function
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate; its residual is the gradient's norm
   */
  public static Solved solve(Objective objective, double[] start, SolverOptions options) {
    return new Lbfgs(start.length, 10).run(new LineSearch(objective, start), options);
  }

  private Solved run(LineSearch search, SolverOptions options) {
    int n = search.x.length;
    double[] direction = new double[n];
    double[] x = new double[n];
    double[] gradient = new double[n];
    for (int k = 0; ; k++) {
      double residual = Vectors.norm(search.gradient);
      if (options.accepts(residual, search.x)) {
        return new Solved(search.x, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual) || search.value == Double.NEGATIVE_INFINITY) {
        return new Solved(search.x, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(search.x, Status.MAX_ITERATIONS, k, residual);
      }
      direction(search.gradient, direction);
      Vectors.copy(search.x, x);
      Vectors.copy(search.gradient, gradient);
      double length = search.move(direction, kept == 0 ? 1 / Math.max(1, residual) : 1);
      if (length == 0 && kept == 0) {
        return new Solved(search.x, Status.STAGNATED, k, residual);
      }
      if (length == 0) {
        kept = 0;
      } else {
        remember(x, gradient, search);
      }
      options
          .listener()
          .iteration(k + 1, Vectors.norm(search.gradient), length * Vectors.norm(direction));
    }
  }

  private void direction(double[] gradient, double[] direction) {
    for (int i = 0; i < gradient.length; i++) {
      direction[i] = -gradient[i];
    }
    for (int j = kept - 1; j >= 0; j--) {
      alpha[j] = Vectors.dot(steps[j], direction) / products[j];
      Vectors.add(direction, -alpha[j], changes[j]);
    }
    if (kept > 0) {
      double[] y = changes[kept - 1];
      Vectors.scale(direction, products[kept - 1] / Vectors.dot(y, y));
    }
    for (int j = 0; j < kept; j++) {
      double beta = Vectors.dot(changes[j], direction) / products[j];
      Vectors.add(direction, alpha[j] - beta, steps[j]);
    }
  }

  private void remember(double[] x, double[] gradient, LineSearch search) {
    if (kept == steps.length) {
      rotate(steps);
      rotate(changes);
      System.arraycopy(products, 1, products, 0, kept - 1);
      kept--;
    }
    for (int i = 0; i < x.length; i++) {
      steps[kept][i] = search.x[i] - x[i];
      changes[kept][i] = search.gradient[i] - gradient[i];
    }
    double product = Vectors.dot(steps[kept], changes[kept]);
    double size = Vectors.norm(steps[kept]) * Vectors.norm(changes[kept]);
    if (product > 1e-14 * size) {
      products[kept++] = product;
    }
  }

  private static void rotate(double[][] rows) {
    double[] first = rows[0];
    System.arraycopy(rows, 1, rows, 0, rows.length - 1);
    rows[rows.length - 1] = first;
  }
}
