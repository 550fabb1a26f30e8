package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Cholesky;
import io.cotangent.linear.Vectors;
import java.util.Arrays;
import java.util.Optional;

/**
 * Newton's method for minima: the Hessian with a multiple of the identity that makes it positive
 * definite, and a line search. For more than 200 unknowns the step comes from conjugate gradients,
 * preconditioned where there is something to do that with, and cut off at negative curvature.
 */
public final class NewtonMinimiser {
  private NewtonMinimiser() {}

  /**
   * Iterates until the gradient is small.
   *
   * @param equations the objective and its derivatives
   * @param theta the parameters
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate; its residual is the gradient's norm
   */
  public static Solved solve(
      GradientEquations equations, double[] theta, double[] start, SolverOptions options) {
    return solve(equations, equations, theta, start, options);
  }

  /**
   * The same with equations that also know a preconditioner.
   *
   * @param slope the equations of which the solution is stationary
   */
  static Solved solve(
      GradientEquations equations,
      Equations slope,
      double[] theta,
      double[] start,
      SolverOptions options) {
    int n = start.length;
    Objective objective = (x, gradient) -> equations.value(x, theta, gradient);
    LineSearch search = new LineSearch(objective, start);
    double[] direction = new double[n];
    Steps steps = new Steps(n);
    Optional<Linearisation> at = Optional.empty();
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
      if (at.isEmpty() || !at.get().moveTo(search.x)) {
        at = Optional.of(slope.at(search.x, theta));
      }
      if (n <= Newton.DENSE) {
        steps.dense(at.get(), search.gradient, direction);
      } else {
        steps.truncated(at.get(), search.gradient, residual, direction);
      }
      double length = search.move(direction, 1);
      if (length == 0) {
        for (int i = 0; i < n; i++) {
          direction[i] = -search.gradient[i];
        }
        length = search.move(direction, 1 / Math.max(1, residual));
      }
      if (length == 0) {
        return new Solved(search.x, Status.STAGNATED, k, residual);
      }
      options
          .listener()
          .iteration(k + 1, Vectors.norm(search.gradient), length * Vectors.norm(direction));
    }
  }

  /**
   * The factors of the matrix plus the multiple of the identity that makes it definite; of a matrix
   * that isn't finite, those of the identity.
   */
  static Cholesky definite(double[][] hessian, Cholesky cholesky) {
    double largest = 0;
    for (double[] row : hessian) {
      for (double entry : row) {
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    if (!Double.isFinite(largest)) {
      largest = 0;
      for (double[] row : hessian) {
        Arrays.fill(row, 0);
      }
    }
    double shift = largest == 0 ? 1 : 0;
    while (true) {
      cholesky.factorise(hessian, shift);
      if (cholesky.isDefinite() && cholesky.condition() < 1e14) {
        return cholesky;
      }
      shift = shift == 0 ? 1e-8 * largest : 10 * shift;
    }
  }

  /** What finds directions, in memory that all iterations share. */
  private static final class Steps {
    private final double[][] rows;
    private final double[] unit;
    private final Cholesky cholesky;
    private final double[] r;
    private final double[] product;
    private final double[] z;
    private final double[] p;

    Steps(int n) {
      int dense = n <= Newton.DENSE ? n : 0;
      rows = new double[dense][dense];
      unit = new double[dense];
      cholesky = new Cholesky(dense);
      int large = n - dense;
      r = new double[large];
      product = new double[large];
      z = new double[large];
      p = new double[large];
    }

    void dense(Linearisation at, double[] gradient, double[] direction) {
      at.matrix().toDense(rows, unit);
      definite(rows, cholesky);
      for (int i = 0; i < gradient.length; i++) {
        direction[i] = -gradient[i];
      }
      cholesky.solve(direction, direction);
    }

    void truncated(Linearisation at, double[] gradient, double residual, double[] direction) {
      int n = gradient.length;
      Arrays.fill(direction, 0);
      for (int i = 0; i < n; i++) {
        r[i] = -gradient[i];
      }
      double rho = preconditioned(at, r, z);
      Vectors.copy(z, p);
      double target = Math.min(0.01, residual) * residual;
      for (int k = 0; k < 2 * n && Vectors.norm(r) > target; k++) {
        at.matrix().apply(p, product);
        double curvature = Vectors.dot(p, product);
        if (!(curvature > 0)) {
          if (k == 0) {
            Vectors.copy(z, direction);
          }
          return;
        }
        Vectors.add(direction, rho / curvature, p);
        Vectors.add(r, -rho / curvature, product);
        double next = preconditioned(at, r, z);
        for (int i = 0; i < n; i++) {
          p[i] = z[i] + next / rho * p[i];
        }
        rho = next;
      }
    }
  }

  /** Applies the preconditioner, or nothing where there is none or it isn't positive. */
  private static double preconditioned(Linearisation at, double[] r, double[] z) {
    if (at.preconditioner().isPresent()) {
      at.preconditioner().get().apply(r, z);
      double square = Vectors.dot(r, z);
      if (square > 0 && square < Double.POSITIVE_INFINITY) {
        return square;
      }
    }
    Vectors.copy(r, z);
    return Vectors.dot(r, r);
  }
}
