package io.cotangent.implicit;

import io.cotangent.ConvergenceException;
import io.cotangent.Solver;
import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * A problem whose solution depends on parameters, with the solution's derivatives; what generated
 * classes run. Points are all unknowns in one array, for constrained minima with their multipliers.
 * Used by one thread at a time.
 */
public abstract sealed class SolutionProblem
    permits FixedPointProblem, RootProblem, LeastSquaresRoot, ArgminProblem, ProximalProblem {
  /** How much larger than its start an iterate may be before its tolerance is no longer its own. */
  private static final double RUNAWAY = 1e8;

  final Settings settings;
  Equations equations;
  final double[] theta;
  private int blocks = 1;
  private IterationListener listener = IterationListener.NONE;
  private double[] known = new double[0];
  private SolutionDerivative derivative;

  SolutionProblem(Settings settings, Equations equations, double[] theta) {
    this.settings = settings;
    this.equations = equations;
    this.theta = theta;
  }

  /** Searches from {@code start}. */
  abstract Solved search(double[] start);

  /** The point that belongs to a solution found elsewhere, with its residual as its status says. */
  abstract Solved adopt(double[] solution);

  /** The derivatives at a solution. */
  abstract SolutionDerivative linearise(double[] point);

  /**
   * Says what is near the inverse of the equations' matrix.
   *
   * @param preconditioner the function
   */
  public void precondition(Preconditioner preconditioner) {
    equations = new Preconditioner.Of(equations, preconditioner);
  }

  /** Says how many blocks of the same length block coordinate descent goes through. */
  void divide(int into) {
    blocks = into;
  }

  /** How many blocks block coordinate descent goes through. */
  int blocks() {
    return blocks;
  }

  /** What ends the search, and who is told of its iterations. */
  SolverOptions options() {
    return settings.options().withListener(listener);
  }

  /**
   * Finds the solution and tells of every iteration.
   *
   * @param start where to start
   * @param told is told
   * @return what was found, whatever the status
   */
  public Solved solution(double[] start, IterationListener told) {
    listener = told;
    return solution(start);
  }

  /** How many entries of a point are the solution itself. */
  int size() {
    return equations.unknowns();
  }

  /**
   * Finds the solution.
   *
   * @param start where to start
   * @return what was found, whatever the status
   */
  public Solved solution(double[] start) {
    return bounded(search(start), start);
  }

  /**
   * Finds the solution.
   *
   * @param start where to start
   * @return the point
   * @throws ConvergenceException if there is none, or it was not found
   */
  public double[] solve(double[] start) {
    return required(solution(start), "solution", start);
  }

  /**
   * Takes a solution that was found elsewhere.
   *
   * @param solution the solution
   * @return the point that belongs to it
   * @throws ConvergenceException if its residual is too large
   */
  public double[] at(double[] solution) {
    return required(adopt(solution), "given solution", solution);
  }

  private double[] required(Solved solved, String what, double[] start) {
    Status status = solved.status();
    if (status == Status.CONVERGED || status == Status.DEGENERATE_ACTIVE_SET) {
      return solved.point();
    }
    // What is asked for goes by the last iterate's norm, unless that is beside the point.
    double[] scale = status == Status.DIVERGED ? start : solved.point();
    double asked = settings.tolerance() * (1 + Vectors.norm(scale));
    String name = "the " + what + " of " + settings.method();
    int[] sizes = {equations.unknowns(), theta.length};
    throw solved.failure(name, asked, sizes, advice(status));
  }

  /** What to try after such an end. */
  String advice(Status status) {
    return switch (status) {
      case MAX_ITERATIONS -> "try another solver, more maxIterations or a larger tolerance";
      case DIVERGED ->
          settings.solver() == Solver.NEWTON
              ? "try a start nearer to the solution"
              : "try a start nearer to the solution, or solver = Solver.NEWTON";
      default -> "try another start, another solver or a larger tolerance";
    };
  }

  private SolutionDerivative derivative(double[] point) {
    if (derivative == null || !Arrays.equals(point, known)) {
      derivative = linearise(point);
      known = point.clone();
    }
    return derivative;
  }

  /**
   * The solution's derivative along a change of the parameters.
   *
   * @param point the solution
   * @param thetaDot the change
   * @return the change of the point
   * @throws ConvergenceException in phase {@code ADJOINT} if it can't be had
   */
  public double[] jvp(double[] point, double[] thetaDot) {
    return derivative(point).jvp(thetaDot);
  }

  /**
   * The transposed derivative times a cotangent.
   *
   * @param point the solution
   * @param cotangent of the point, or of the solution alone
   * @return the parameters' cotangent
   * @throws ConvergenceException in phase {@code ADJOINT} if it can't be had
   */
  public double[] vjp(double[] point, double[] cotangent) {
    return derivative(point).vjp(Arrays.copyOf(cotangent, point.length));
  }

  /**
   * The derivative of {@link #vjp} along a change of the parameters, with which the solution
   * changes, and of the cotangent.
   *
   * @param point the solution
   * @param thetaDot the change of the parameters
   * @param cotangent of the point
   * @param cotangentDot its change
   * @return the change of the parameters' cotangent
   * @throws ConvergenceException in phase {@code ADJOINT} if it can't be had
   */
  public double[] vjpTangent(
      double[] point, double[] thetaDot, double[] cotangent, double[] cotangentDot) {
    int n = point.length;
    return derivative(point)
        .vjpTangent(thetaDot, Arrays.copyOf(cotangent, n), Arrays.copyOf(cotangentDot, n));
  }

  /**
   * The transposed derivative of {@link #vjp}, by the symmetry of second derivatives.
   *
   * @param point the solution
   * @param cotangent of the solution
   * @param bar the cotangent of the parameters' cotangent
   * @return the cotangents of the parameters, then of {@code cotangent}
   */
  public double[] vjpCotangents(double[] point, double[] cotangent, double[] bar) {
    double[] thetaBar = vjpTangent(point, bar, cotangent, new double[cotangent.length]);
    double[] all = Arrays.copyOf(thetaBar, theta.length + cotangent.length);
    System.arraycopy(jvp(point, bar), 0, all, theta.length, cotangent.length);
    return all;
  }

  /**
   * The matrix of the solution's derivative.
   *
   * @param point the solution
   * @return a row for each entry of the solution, a column for each parameter
   */
  public double[][] jacobian(double[] point) {
    int n = size();
    boolean byRows = n <= theta.length;
    double[][] rows = new double[n][theta.length];
    double[] unit = new double[byRows ? point.length : theta.length];
    for (int k = 0; k < (byRows ? n : theta.length); k++) {
      unit[k] = 1;
      double[] line = byRows ? vjp(point, unit) : jvp(point, unit);
      unit[k] = 0;
      for (int l = 0; l < (byRows ? theta.length : n); l++) {
        rows[byRows ? k : l][byRows ? l : k] = line[l];
      }
    }
    return rows;
  }

  /**
   * Solves and gives the parameters' cotangent with a bound on its error.
   *
   * @param start where to start
   * @param cotangent of the solution
   * @return the gradient, or why there is none; never an exception for that
   */
  public AdjointOutcome adjoint(double[] start, double[] cotangent) {
    return adjoint(start, cotangent, new WarmStart());
  }

  /**
   * The same, where the linear system's solution is sought from that of another time.
   *
   * @param start where to start
   * @param cotangent of the solution
   * @param warm remembers the linear system's solution
   * @return the gradient, or why there is none; never an exception for that
   */
  public AdjointOutcome adjoint(double[] start, double[] cotangent, WarmStart warm) {
    Solved solved = solution(start);
    Status status = solved.status();
    if (status == Status.CONVERGED) {
      double[] whole = Arrays.copyOf(cotangent, solved.point().length);
      return derivative(solved.point()).adjoint(whole, warm);
    }
    double[] unknown = new double[theta.length];
    Arrays.fill(unknown, Double.NaN);
    return new AdjointOutcome(
        unknown, status, settings.adjoint(), 0, solved.residual(), Double.POSITIVE_INFINITY);
  }

  /**
   * What a number that depends on the solution is there, to second order in the residual at a point
   * near it.
   *
   * @param state near the solution
   * @param cotangent of the number at {@code state}
   * @param value the number at {@code state}
   * @return the number with Christianson's correction, {@code value + wᵀ r}
   * @throws ConvergenceException in phase {@code ADJOINT} if the correction can't be had
   */
  public double corrected(double[] state, double[] cotangent, double value) {
    double[] point = adopt(state).point();
    return value + derivative(point).correction(Arrays.copyOf(cotangent, point.length));
  }

  /** The residual at a point that a user gives. */
  Solved measured(double[] point) {
    double[] residual = new double[point.length];
    equations.residual(point, theta, residual);
    double norm = Vectors.norm(residual);
    boolean good = settings.options().accepts(norm, point);
    return rounded(new Solved(point, good ? Status.CONVERGED : Status.STAGNATED, 0, norm));
  }

  /** Counts as converged where Newton's step is lost in rounding: no better point can be told. */
  Solved rounded(Solved solved) {
    return Rounding.judged(equations, theta, solved);
  }

  /** An iterate that ran away has a large norm, and with it a large tolerance: that is no end. */
  Solved bounded(Solved solved, double[] start) {
    double limit = 1 + Vectors.norm(start);
    boolean ran =
        solved.converged()
            && Vectors.norm(solved.point()) > RUNAWAY * limit
            && solved.residual() > settings.options().tolerance() * limit;
    return ran ? solved.with(Status.DIVERGED) : solved;
  }
}
