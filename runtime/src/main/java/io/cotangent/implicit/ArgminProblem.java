package io.cotangent.implicit;

import io.cotangent.ConvergenceException;
import io.cotangent.ConvergenceException.Phase;
import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.Arrays;
import java.util.Optional;

/**
 * The problem {@code min f(x, θ)} subject to {@code h(x, θ) = 0} and {@code g(x, θ) <= 0}. Its
 * points are {@code (x, λ, μ)}, the equations the gradient of the Lagrangian {@code f + λ·h + μ·g}.
 */
public final class ArgminProblem extends SolutionProblem {
  private final GradientEquations lagrangian;
  private final int n;
  private final int equalities;
  private Optional<Residuals> residuals = Optional.empty();

  /**
   * A problem at given parameters.
   *
   * @param settings what the annotation says
   * @param lagrangian the Lagrangian's stationarity, in the unknowns {@code (x, λ, μ)}
   * @param theta the parameters
   * @param n the length of {@code x}
   * @param equalities the length of {@code λ}
   */
  public ArgminProblem(
      Settings settings, GradientEquations lagrangian, double[] theta, int n, int equalities) {
    super(settings, lagrangian, theta);
    this.lagrangian = lagrangian;
    this.n = n;
    this.equalities = equalities;
  }

  /**
   * Sets how many blocks block coordinate descent goes through.
   *
   * @param count the rows or entries of the unknown, all of the same length
   * @return this
   */
  public ArgminProblem inBlocks(int count) {
    divide(count);
    return this;
  }

  /**
   * Says that half the sum of their squares is what is minimised.
   *
   * @param terms the residuals
   * @return this
   */
  public ArgminProblem ofResiduals(Residuals terms) {
    residuals = Optional.of(terms);
    return this;
  }

  @Override
  int size() {
    return n;
  }

  private boolean isConstrained() {
    return lagrangian.unknowns() > n;
  }

  @Override
  Solved search(double[] start) {
    SolverOptions options = options();
    if (isConstrained()) {
      double[] z = Arrays.copyOf(start, lagrangian.unknowns());
      return judged(Sqp.solve(lagrangian, theta, z, n, equalities, options));
    }
    return rounded(
        switch (settings.solver()) {
          case NEWTON -> NewtonMinimiser.solve(lagrangian, equations, theta, start, options);
          case LBFGS -> Lbfgs.solve(this::objective, start, options);
          case GRADIENT_DESCENT -> GradientDescent.solve(this::objective, start, options);
          case BLOCK_COORDINATE_DESCENT ->
              BlockCoordinateDescent.solve(
                  this::objective,
                  (y, length, out) -> Vectors.copy(y, out),
                  (x, out) -> lagrangian.residual(x, theta, out),
                  start,
                  blocks(),
                  options);
          case LEVENBERG_MARQUARDT ->
              LeastSquares.solve(residuals.orElseThrow(), theta, start, false, options);
          case AUTO, SQP -> auto(start, options);
          default ->
              throw new IllegalArgumentException(
                  "solver " + settings.solver() + " finds no minima without bounds");
        });
  }

  private Solved auto(double[] start, SolverOptions options) {
    Solved first =
        start.length <= Newton.DENSE
            ? NewtonMinimiser.solve(lagrangian, equations, theta, start, options)
            : Lbfgs.solve(this::objective, start, options);
    int rest = options.maxIterations() - first.iterations();
    if (first.converged() || rest <= 0 || !Vectors.isFinite(first.point())) {
      return first;
    }
    Solved second =
        NewtonMinimiser.solve(
            lagrangian, equations, theta, first.point(), options.withMaxIterations(rest));
    return second.after(first.iterations());
  }

  private double objective(double[] x, double[] gradient) {
    return lagrangian.value(x, theta, gradient);
  }

  private double[] gradient(double[] z) {
    double[] gradient = new double[z.length];
    lagrangian.residual(z, theta, gradient);
    return gradient;
  }

  /** Sets the status of degenerate active sets, and the multipliers of inactive ones to zero. */
  private Solved judged(Solved solved) {
    if (!solved.converged()) {
      return solved;
    }
    double[] z = solved.point();
    double[] gradient = gradient(z);
    Status status = Status.CONVERGED;
    for (int i = n + equalities; i < z.length; i++) {
      if (ActiveSet.isDegenerate(gradient[i], z[i])) {
        status = Status.DEGENERATE_ACTIVE_SET;
      }
    }
    return solved.with(status);
  }

  @Override
  String advice(Status status) {
    return status == Status.DIVERGED
        ? "is the objective bounded below? Try a start nearer to the minimum"
        : super.advice(status);
  }

  @Override
  Solved adopt(double[] solution) {
    if (!isConstrained()) {
      return measured(solution);
    }
    double[] z =
        solution.length == n
            ? Multipliers.fitted(lagrangian, theta, solution, equalities)
            : solution;
    double residual = Sqp.residual(z, gradient(z), n, equalities);
    boolean good = settings.options().accepts(residual, Arrays.copyOf(z, n));
    return judged(new Solved(z, good ? Status.CONVERGED : Status.STAGNATED, 0, residual));
  }

  @Override
  SolutionDerivative linearise(double[] point) {
    int[] kept = new int[point.length];
    int count = 0;
    double[] gradient = isConstrained() ? gradient(point) : point;
    for (int i = 0; i < point.length; i++) {
      if (i >= n + equalities && ActiveSet.isDegenerate(gradient[i], point[i])) {
        throw none(
            Status.DEGENERATE_ACTIVE_SET,
            "the solution",
            "an inequality is active with a multiplier of zero");
      }
      if (i < n + equalities || ActiveSet.isActive(-gradient[i], point[i])) {
        kept[count++] = i;
      }
    }
    return new SolutionDerivative(
        settings,
        equations,
        point,
        theta,
        false,
        Arrays.copyOf(kept, count),
        () -> !isConstrained() || !Dependence.isOpen(lagrangian, theta, point, n, equalities));
  }

  private ConvergenceException none(Status status, String of, String why) {
    return new ConvergenceException(
        Phase.ADJOINT,
        status,
        0,
        0,
        of
            + " of "
            + settings.method()
            + " has no derivative: "
            + why
            + " ("
            + n
            + " unknowns, "
            + theta.length
            + " parameters); move a parameter a little");
  }

  /**
   * The equalities' multipliers.
   *
   * @param point the solution
   * @return {@code λ}
   */
  public double[] equalityMultipliers(double[] point) {
    return Arrays.copyOfRange(point, n, n + equalities);
  }

  /**
   * The inequalities' multipliers.
   *
   * @param point the solution
   * @return {@code μ}
   */
  public double[] inequalityMultipliers(double[] point) {
    return Arrays.copyOfRange(point, n + equalities, point.length);
  }

  /**
   * The optimal value.
   *
   * @param point the solution
   * @return {@code f} there
   */
  public double value(double[] point) {
    double[] plain = Arrays.copyOf(Arrays.copyOf(point, n), point.length);
    return lagrangian.valueAndGradient(
        plain, theta, new double[point.length], new double[theta.length]);
  }

  /**
   * The optimal value's gradient, by the envelope theorem.
   *
   * @param point the solution
   * @return the Lagrangian's gradient with respect to the parameters
   * @throws ConvergenceException in phase {@code ADJOINT} if the multipliers are not the only ones,
   *     and others give another gradient
   */
  public double[] valueGradient(double[] point) {
    if (isConstrained() && Dependence.isOpen(lagrangian, theta, point, n, equalities)) {
      throw none(
          Status.SINGULAR,
          "the optimal value",
          "its constraints depend on each other and leave their multipliers open");
    }
    double[] thetaBar = new double[theta.length];
    lagrangian.valueAndGradient(point, theta, new double[point.length], thetaBar);
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
    return lagrangian.parametersAlong(point, theta, jvp(point, thetaDot), thetaDot);
  }
}
