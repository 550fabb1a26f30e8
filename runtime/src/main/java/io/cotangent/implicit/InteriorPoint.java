package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Lsmr;
import io.cotangent.linear.Lu;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Mehrotra's predictor-corrector method for quadratic programs, and the step onto the active set.
 */
final class InteriorPoint {
  private final QuadraticProgram program;
  private final int n;
  private final int equalities;
  private final int inequalities;
  private final double[] x;
  private final double[] lambda;
  private final double[] mu;
  private final double[] slack;
  private final double[] dx;
  private final double[] dLambda;
  private final double[] dMu;
  private final double[] dSlack;

  InteriorPoint(QuadraticProgram program) {
    this.program = program;
    n = program.c().length;
    equalities = program.b().length;
    inequalities = program.h().length;
    x = new double[n];
    lambda = new double[equalities];
    mu = new double[inequalities];
    slack = new double[inequalities];
    dx = new double[n];
    dLambda = new double[equalities];
    dMu = new double[inequalities];
    dSlack = new double[inequalities];
    double size = 1;
    for (double entry : program.h()) {
      size = Math.max(size, Math.abs(entry));
    }
    Arrays.fill(mu, 1);
    Arrays.fill(slack, size);
  }

  QuadraticProgram.Solution solve(SolverOptions options) {
    if (inequalities == 0) {
      QuadraticProgram.Solution exact = onActiveSet(1, options);
      return exact.stands()
          ? exact
          : new QuadraticProgram.Solution(x, lambda, mu, Status.SINGULAR, 1, exact.residual());
    }
    int limit = Math.min(options.maxIterations(), 200);
    int k = 0;
    double best = Double.POSITIVE_INFINITY;
    int stalled = 0;
    while (k < limit && stalled < 15) {
      if (!iterate()) {
        break;
      }
      k++;
      double residual = program.residual(x, lambda, mu);
      if (!Double.isFinite(residual) || Vectors.norm(x) > 1e13) {
        return new QuadraticProgram.Solution(x, lambda, mu, Status.DIVERGED, k, residual);
      }
      options.listener().iteration(k, residual, Vectors.norm(dx));
      if (residual < 1e-4 * (1 + Vectors.norm(x)) || k % 10 == 0) {
        QuadraticProgram.Solution exact = onActiveSet(k, options);
        if (exact.stands()) {
          return exact;
        }
      }
      if (accepts(residual, x, lambda, mu, options)) {
        return finished(x, lambda, mu, k, residual, Status.CONVERGED);
      }
      stalled = residual < 0.9 * best ? 0 : stalled + 1;
      best = Math.min(best, residual);
    }
    double residual = program.residual(x, lambda, mu);
    boolean huge = Vectors.norm(mu) + Vectors.norm(lambda) > 1e8 || Vectors.norm(x) > 1e8;
    Status status = huge ? Status.DIVERGED : k < limit ? Status.STAGNATED : Status.MAX_ITERATIONS;
    return new QuadraticProgram.Solution(x, lambda, mu, status, k, residual);
  }

  private boolean iterate() {
    double gap = Vectors.dot(mu, slack) / inequalities;
    Lu factors = new Lu(matrix());
    if (factors.isSingular()) {
      return false;
    }
    double[] complementarity = new double[inequalities];
    for (int i = 0; i < inequalities; i++) {
      complementarity[i] = mu[i] * slack[i];
    }
    direction(factors, complementarity);
    double affine = Math.min(longest(mu, dMu), longest(slack, dSlack));
    double after = 0;
    for (int i = 0; i < inequalities; i++) {
      after += (mu[i] + affine * dMu[i]) * (slack[i] + affine * dSlack[i]) / inequalities;
    }
    double centring = Math.pow(Math.max(0, after) / gap, 3);
    for (int i = 0; i < inequalities; i++) {
      complementarity[i] += dMu[i] * dSlack[i] - centring * gap;
    }
    direction(factors, complementarity);
    double t = Math.min(1, 0.995 * Math.min(longest(mu, dMu), longest(slack, dSlack)));
    Vectors.add(x, t, dx);
    Vectors.add(lambda, t, dLambda);
    Vectors.add(mu, t, dMu);
    Vectors.add(slack, t, dSlack);
    return Vectors.isFinite(x);
  }

  private static double longest(double[] value, double[] change) {
    double t = 1e10;
    for (int i = 0; i < value.length; i++) {
      if (change[i] < 0) {
        t = Math.min(t, -value[i] / change[i]);
      }
    }
    return Math.min(1, t);
  }

  private double[][] matrix() {
    double[][] m = symmetricPart(n + equalities);
    for (int k = 0; k < inequalities; k++) {
      double weight = mu[k] / slack[k];
      double[] row = program.g()[k];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          m[i][j] += weight * row[i] * row[j];
        }
      }
    }
    return m;
  }

  private double[][] symmetricPart(int size) {
    double[][] m = new double[size][size];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = 0.5 * (program.q()[i][j] + program.q()[j][i]);
      }
      for (int k = 0; k < equalities; k++) {
        m[i][n + k] = program.a()[k][i];
        m[n + k][i] = program.a()[k][i];
      }
    }
    return m;
  }

  private void direction(Lu factors, double[] complementarity) {
    double[] right = new double[n + equalities];
    double[] stationarity = new double[n];
    double[] primal = new double[inequalities];
    program.gradient(x, stationarity);
    for (int k = 0; k < equalities; k++) {
      Vectors.add(stationarity, lambda[k], program.a()[k]);
      right[n + k] = program.b()[k] - Vectors.dot(program.a()[k], x);
    }
    for (int k = 0; k < inequalities; k++) {
      double[] row = program.g()[k];
      Vectors.add(stationarity, mu[k], row);
      primal[k] = Vectors.dot(row, x) + slack[k] - program.h()[k];
    }
    for (int i = 0; i < n; i++) {
      right[i] = -stationarity[i];
    }
    for (int k = 0; k < inequalities; k++) {
      double factor = (complementarity[k] - mu[k] * primal[k]) / slack[k];
      for (int i = 0; i < n; i++) {
        right[i] += factor * program.g()[k][i];
      }
    }
    double[] step = new double[n + equalities];
    factors.solve(right, step);
    System.arraycopy(step, 0, dx, 0, n);
    System.arraycopy(step, n, dLambda, 0, equalities);
    for (int k = 0; k < inequalities; k++) {
      dSlack[k] = -primal[k] - Vectors.dot(program.g()[k], dx);
      dMu[k] = -(complementarity[k] + mu[k] * dSlack[k]) / slack[k];
    }
  }

  /** Solves with the constraints whose multiplier exceeds their slack as equalities. */
  private QuadraticProgram.Solution onActiveSet(int k, SolverOptions options) {
    int[] active = new int[inequalities];
    int count = 0;
    for (int i = 0; i < inequalities; i++) {
      if (mu[i] > slack[i]) {
        active[count++] = i;
      }
    }
    int size = n + equalities + count;
    double[][] m = symmetricPart(size);
    double[] right = new double[size];
    for (int i = 0; i < n; i++) {
      right[i] = -program.c()[i];
    }
    System.arraycopy(program.b(), 0, right, n, equalities);
    for (int j = 0; j < count; j++) {
      int at = n + equalities + j;
      right[at] = program.h()[active[j]];
      for (int i = 0; i < n; i++) {
        m[i][at] = program.g()[active[j]][i];
        m[at][i] = m[i][at];
      }
    }
    double[] solution = new double[size];
    Lu factors = new Lu(m);
    if (!factors.isSingular() && factors.condition() < 1e14) {
      factors.solve(right, solution);
    } else {
      double target = 1e-14 * (1 + Vectors.norm(right));
      new Lsmr()
          .solve(new io.cotangent.linear.DenseOperator(m), right, solution, target, 10 * size);
    }
    double[] exactX = Arrays.copyOf(solution, n);
    double[] exactLambda = Arrays.copyOfRange(solution, n, n + equalities);
    double[] exactMu = new double[inequalities];
    for (int j = 0; j < count; j++) {
      exactMu[active[j]] = solution[n + equalities + j];
    }
    double residual = program.residual(exactX, exactLambda, exactMu);
    boolean good = accepts(residual, exactX, exactLambda, exactMu, options);
    Status status = good ? Status.CONVERGED : Status.STAGNATED;
    return finished(exactX, exactLambda, exactMu, k, residual, status);
  }

  private boolean accepts(
      double residual, double[] x, double[] lambda, double[] mu, SolverOptions options) {
    return options.accepts(residual, x) && program.isStationary(x, lambda, mu, options.tolerance());
  }

  private QuadraticProgram.Solution finished(
      double[] x, double[] lambda, double[] mu, int k, double residual, Status status) {
    Status told = status;
    for (int i = 0; i < inequalities; i++) {
      double rest = program.h()[i] - Vectors.dot(program.g()[i], x);
      if (told == Status.CONVERGED && ActiveSet.isDegenerate(rest, mu[i])) {
        told = Status.DEGENERATE_ACTIVE_SET;
      }
    }
    return new QuadraticProgram.Solution(x, lambda, mu, told, k, residual);
  }
}
