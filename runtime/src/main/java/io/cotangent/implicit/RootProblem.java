package io.cotangent.implicit;

import io.cotangent.Solver;
import io.cotangent.linear.Vectors;

/** The problem {@code F(x, θ) = 0}, with or without bounds for {@code x}. */
public final class RootProblem extends SolutionProblem {
  private final double[] lower;
  private final double[] upper;

  /**
   * A problem at given parameters.
   *
   * @param settings what the annotation says
   * @param equations the equations
   * @param theta the parameters
   * @param lower a bound for each unknown, or no entries
   * @param upper the other bound
   */
  public RootProblem(
      Settings settings,
      VectorEquations equations,
      double[] theta,
      double[] lower,
      double[] upper) {
    super(settings, equations, theta);
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * A problem without bounds.
   *
   * @param settings what the annotation says
   * @param equations the equations
   * @param theta the parameters
   */
  public RootProblem(Settings settings, VectorEquations equations, double[] theta) {
    this(settings, equations, theta, new double[0], new double[0]);
  }

  @Override
  Solved search(double[] start) {
    SolverOptions options = options();
    return rounded(
        switch (settings.solver()) {
          case NEWTON -> Newton.solve(equations, theta, start, options);
          case BROYDEN -> Broyden.solve(equations, theta, start, options);
          case LEVENBERG_MARQUARDT -> LevenbergMarquardt.solve(equations, theta, start, options);
          case BISECTION, CHANDRUPATLA -> bracketed(start.length, options);
          case AUTO ->
              lower.length > 0
                  ? Newton.polished(equations, theta, bracketed(start.length, options))
                  : auto(start, options);
          default ->
              throw new IllegalArgumentException("solver " + settings.solver() + " finds no roots");
        });
  }

  private Solved bracketed(int n, SolverOptions options) {
    if (lower.length != n || upper.length != n) {
      throw new IllegalArgumentException(
          "bounds of " + lower.length + " and " + upper.length + " numbers for " + n + " unknowns");
    }
    VectorMap residual = (x, out) -> equations.residual(x, theta, out);
    boolean interpolate = settings.solver() != Solver.BISECTION;
    return Bisection.solve(residual, lower, upper, interpolate, options);
  }

  private Solved auto(double[] start, SolverOptions options) {
    Solved first = Newton.solve(equations, theta, start, options);
    int rest = options.maxIterations() - first.iterations();
    if (first.converged() || rest <= 0 || start.length > Newton.DENSE) {
      return first;
    }
    double[] from = Vectors.isFinite(first.point()) ? first.point() : start;
    Solved second =
        LevenbergMarquardt.solve(equations, theta, from, options.withMaxIterations(rest));
    return second.converged() ? second.after(first.iterations()) : first;
  }

  @Override
  Solved adopt(double[] solution) {
    return measured(solution);
  }

  @Override
  SolutionDerivative linearise(double[] point) {
    int[] all = SolutionDerivative.all(point.length);
    return new SolutionDerivative(settings, equations, point, theta, false, all);
  }
}
