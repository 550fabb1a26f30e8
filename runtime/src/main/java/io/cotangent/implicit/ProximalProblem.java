package io.cotangent.implicit;

import io.cotangent.ConvergenceException;
import io.cotangent.ConvergenceException.Phase;
import io.cotangent.Solver;
import io.cotangent.Status;
import io.cotangent.linear.Vectors;

/**
 * The problem {@code min f(x, θ)} over a set with a known projection, or {@code min f + g} with a
 * known proximal step of {@code g}. The solution is where such a step leads nowhere, and its
 * derivative that of this equation.
 */
public final class ProximalProblem extends SolutionProblem {
  private final ProximalEquations step;

  /**
   * A problem at given parameters.
   *
   * @param settings what the annotation says
   * @param equations the equations
   * @param theta the parameters
   */
  public ProximalProblem(Settings settings, ProximalEquations equations, double[] theta) {
    super(settings, equations, theta);
    step = equations;
  }

  /**
   * Sets how many blocks block coordinate descent goes through.
   *
   * @param count the rows or entries of the unknown, all of the same length
   * @return this
   */
  public ProximalProblem inBlocks(int count) {
    divide(count);
    return this;
  }

  /**
   * Checks bounds.
   *
   * @param lower a bound for each unknown
   * @param upper the other bound
   * @throws IllegalArgumentException if there is nothing between them
   */
  public static void requireBounds(double[] lower, double[] upper) {
    for (int i = 0; i < Math.max(lower.length, upper.length); i++) {
      if (lower.length != upper.length || !(lower[i] <= upper[i])) {
        throw new IllegalArgumentException("bounds exclude each other at number " + i);
      }
    }
  }

  @Override
  Solved search(double[] start) {
    SolverOptions options = options();
    Solved solved =
        switch (settings.solver()) {
          case MIRROR_DESCENT -> MirrorDescent.solve(step, theta, start, options);
          case BLOCK_COORDINATE_DESCENT ->
              BlockCoordinateDescent.solve(
                  (x, gradient) -> step.smooth().value(x, theta, gradient),
                  (y, length, out) -> step.step(y, theta, length, out),
                  (x, out) -> step.residual(x, theta, out),
                  start,
                  blocks(),
                  options);
          case PROJECTED_GRADIENT, PROXIMAL_GRADIENT ->
              ProximalGradient.solve(step, theta, start, options);
          default -> auto(start, options);
        };
    return judged(settings.solver() == Solver.AUTO ? solved : rounded(solved));
  }

  /**
   * Gradient steps to the neighbourhood of the solution, then Newton's method if it stays there.
   */
  private Solved auto(double[] start, SolverOptions options) {
    double near = Math.max(options.tolerance(), 1e-6);
    Solved first = ProximalGradient.solve(step, theta, start, options.withTolerance(near));
    int rest = options.maxIterations() - first.iterations();
    if (!first.converged()) {
      return rounded(first);
    }
    if (start.length <= Newton.DENSE && rest > 0) {
      Solved second =
          rounded(
              Newton.solve(
                  step, theta, first.point(), options.withMaxIterations(Math.min(rest, 50))));
      double[] way = second.point().clone();
      Vectors.add(way, -1, first.point());
      double reach = 1e-2 * (1 + Vectors.norm(first.point()));
      if (second.converged() && Vectors.norm(way) <= reach) {
        return second.after(first.iterations());
      }
    }
    Solved third =
        ProximalGradient.solve(step, theta, first.point(), options.withMaxIterations(rest));
    return rounded(third).after(first.iterations());
  }

  private Solved judged(Solved solved) {
    return solved.converged() && step.isKink(solved.point(), theta)
        ? solved.with(Status.DEGENERATE_ACTIVE_SET)
        : solved;
  }

  @Override
  String advice(Status status) {
    return status == Status.DIVERGED
        ? "is the objective bounded below on the set? Try a start nearer to the minimum"
        : super.advice(status);
  }

  @Override
  Solved adopt(double[] solution) {
    return judged(measured(solution));
  }

  @Override
  SolutionDerivative linearise(double[] point) {
    if (step.isKink(point, theta)) {
      throw new ConvergenceException(
          Phase.ADJOINT,
          Status.DEGENERATE_ACTIVE_SET,
          0,
          0,
          "the solution of "
              + settings.method()
              + " has no derivative: its projection or proximal step has a kink there ("
              + point.length
              + " unknowns, "
              + theta.length
              + " parameters); move a parameter a little");
    }
    int[] all = SolutionDerivative.all(point.length);
    return new SolutionDerivative(settings, equations, point, theta, false, all);
  }

  /**
   * The optimal value.
   *
   * @param point the solution
   * @return {@code f} there
   */
  public double value(double[] point) {
    return step.smooth()
        .valueAndGradient(point, theta, new double[point.length], new double[theta.length]);
  }

  /**
   * The optimal value's gradient; the set may change with the parameters.
   *
   * @param point the solution
   * @return the gradient with respect to the parameters
   * @throws ConvergenceException in phase {@code ADJOINT} if the solution has no derivative
   */
  public double[] valueGradient(double[] point) {
    double[] slope = new double[point.length];
    double[] thetaBar = new double[theta.length];
    step.smooth().valueAndGradient(point, theta, slope, thetaBar);
    Vectors.add(thetaBar, 1, vjp(point, slope));
    return thetaBar;
  }

  /**
   * The change of {@link #valueGradient} along a change of the parameters, with which the solution
   * changes.
   *
   * @param point the solution
   * @param thetaDot the change of the parameters
   * @return the change of the gradient
   * @throws ConvergenceException in phase {@code ADJOINT} if the solution has no derivative
   */
  public double[] valueGradientTangent(double[] point, double[] thetaDot) {
    double[] xDot = jvp(point, thetaDot);
    double[] slope = new double[point.length];
    step.smooth().residual(point, theta, slope);
    double[] slopeDot = new double[point.length];
    double[] part = new double[point.length];
    Linearisation at = step.smooth().at(point, theta);
    at.matrix().apply(xDot, slopeDot);
    at.alongParameters(thetaDot, part);
    Vectors.add(slopeDot, 1, part);
    double[] change = step.smooth().parametersAlong(point, theta, xDot, thetaDot);
    Vectors.add(change, 1, vjpTangent(point, thetaDot, slope, slopeDot));
    return change;
  }
}
