package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Gmres;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.LinearSolver;
import io.cotangent.linear.Lsmr;
import io.cotangent.linear.Lu;
import io.cotangent.linear.RightPreconditioned;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Newton's method with a line search on the residual's norm: dense factors for up to 200 unknowns,
 * GMRES with a tolerance that shrinks with the residual for more. Where the matrix is singular the
 * step is the shortest least-squares step.
 */
public final class Newton {
  /** The largest number of unknowns for which matrices are formed. */
  static final int DENSE = 200;

  /** The largest number of unknowns for which one more step costs next to nothing. */
  private static final int SMALL = 20;

  private Newton() {}

  /**
   * Iterates until the residual is small.
   *
   * @param equations the equations
   * @param theta their parameters
   * @param start where to start; left as it is
   * @param options what ends it
   * @return the last iterate
   */
  public static Solved solve(
      Equations equations, double[] theta, double[] start, SolverOptions options) {
    int n = start.length;
    double[] z = start.clone();
    double[] r = new double[n];
    double[] step = new double[n];
    double[] trial = new double[n];
    double[] trialR = new double[n];
    equations.residual(z, theta, r);
    double residual = Vectors.norm(r);
    Steps steps = new Steps(n);
    for (int k = 0; ; k++) {
      if (options.accepts(residual, z)) {
        return polished(equations, theta, new Solved(z, Status.CONVERGED, k, residual));
      }
      if (!Double.isFinite(residual)) {
        return new Solved(z, Status.DIVERGED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(z, Status.MAX_ITERATIONS, k, residual);
      }
      boolean regular = steps.step(equations.at(z, theta), r, residual, step);
      double length = 1;
      double reached = tryStep(equations, theta, z, step, length, trial, trialR);
      while (!(reached < (1 - 1e-4 * length) * residual) && length > 1e-10) {
        length *= 0.5;
        reached = tryStep(equations, theta, z, step, length, trial, trialR);
      }
      if (!(reached < residual)) {
        return new Solved(z, regular ? Status.STAGNATED : Status.SINGULAR, k, residual);
      }
      double[] spare = z;
      z = trial;
      trial = spare;
      spare = r;
      r = trialR;
      trialR = spare;
      residual = reached;
      options.listener().iteration(k + 1, residual, length * Vectors.norm(step));
    }
  }

  /**
   * A solution after one more step, where that helps and the matrix is small: where the residual is
   * just within the tolerance that step gains half of the digits at little cost.
   */
  static Solved polished(Equations equations, double[] theta, Solved solved) {
    int n = solved.point().length;
    if (!solved.converged() || n > SMALL || n == 0 || solved.residual() == 0) {
      return solved;
    }
    double[] r = new double[n];
    double[] step = new double[n];
    double[] trial = new double[n];
    equations.residual(solved.point(), theta, r);
    Lu lu = new Lu(equations.at(solved.point(), theta).matrix().toDense());
    if (lu.isSingular() || !(lu.condition() < 1e12)) {
      return solved;
    }
    lu.solve(r, step);
    double reached = tryStep(equations, theta, solved.point(), step, 1, trial, r);
    return reached < solved.residual()
        ? new Solved(trial, Status.CONVERGED, solved.iterations(), reached)
        : solved;
  }

  private static double tryStep(
      Equations equations,
      double[] theta,
      double[] z,
      double[] step,
      double length,
      double[] trial,
      double[] trialR) {
    for (int i = 0; i < z.length; i++) {
      trial[i] = z[i] - length * step[i];
    }
    equations.residual(trial, theta, trialR);
    return Vectors.norm(trialR);
  }

  /** What finds steps, in memory that all iterations share. */
  private static final class Steps {
    private final double[][] rows;
    private final double[] unit;
    private final Lu lu;
    private final Gmres gmres = new Gmres();
    private final Lsmr lsmr = new Lsmr();

    Steps(int n) {
      int dense = n <= DENSE ? n : 0;
      rows = new double[dense][dense];
      unit = new double[dense];
      lu = new Lu(dense);
    }

    /** Solves for the step; whether the matrix is regular. */
    boolean step(Linearisation linearisation, double[] r, double residual, double[] step) {
      LinearOperator matrix = linearisation.matrix();
      int n = r.length;
      if (n <= DENSE) {
        matrix.toDense(rows, unit);
        lu.factorise(rows);
        // A step far along what the equations leave open would be of no use: the shortest one is.
        boolean shortest = !(lu.condition() < 1e14) && shortest(matrix, r, residual, step);
        if (shortest) {
          return false;
        }
        if (!lu.isSingular()) {
          lu.solve(r, step);
          if (Vectors.isFinite(step)) {
            return lu.condition() < 1e15;
          }
        }
      } else {
        Arrays.fill(step, 0);
        double target = Math.min(0.01, residual) * residual;
        LinearSolver solver =
            linearisation
                .preconditioner()
                .<LinearSolver>map(each -> new RightPreconditioned(gmres, each))
                .orElse(gmres);
        if (solver.solve(matrix, r, step, target, 4 * n).residual() < 0.9 * residual) {
          return true;
        }
      }
      shortest(matrix, r, residual, step);
      return false;
    }

    /** The shortest least-squares step; whether it comes nearer to solving the equations. */
    private boolean shortest(LinearOperator matrix, double[] r, double residual, double[] step) {
      Arrays.fill(step, 0);
      int limit = 4 * r.length + 20;
      double left = lsmr.solve(matrix, r, step, 1e-10 * residual, limit).residual();
      return left < 0.5 * residual;
    }
  }
}
