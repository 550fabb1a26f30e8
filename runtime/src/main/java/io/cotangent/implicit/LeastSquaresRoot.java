package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.Optional;

/**
 * The problem {@code F(x, θ) = 0} with as many equations as unknowns or more, by the
 * Levenberg-Marquardt method. Where there are more, the derivative is that of the minimiser of
 * {@code ½|F|²}: a change of the parameters may leave no root.
 */
public final class LeastSquaresRoot extends SolutionProblem {
  private final Residuals residuals;
  private final Optional<VectorEquations> square;

  /**
   * A problem at given parameters.
   *
   * @param settings what the annotation says
   * @param residuals the equations
   * @param squares half the sum of their squares
   * @param square the equations, for where there are as many as unknowns
   * @param theta the parameters
   */
  public LeastSquaresRoot(
      Settings settings,
      Residuals residuals,
      GradientEquations squares,
      Optional<VectorEquations> square,
      double[] theta) {
    super(settings, squares, theta);
    this.residuals = residuals;
    this.square = square;
  }

  /** The equations whose derivatives are the solution's. */
  private Equations counted(double[] point) {
    boolean same = residuals.value(point, theta).length == point.length;
    return same && square.isPresent() ? square.get() : equations;
  }

  @Override
  Solved search(double[] start) {
    if (residuals.value(start, theta).length == start.length && square.isPresent()) {
      return judged(LevenbergMarquardt.solve(square.get(), theta, start, options()));
    }
    return judged(LeastSquares.solve(residuals, theta, start, true, options()));
  }

  private Solved judged(Solved solved) {
    Equations counted = counted(solved.point());
    return counted == equations ? solved : Rounding.judged(counted, theta, solved);
  }

  @Override
  Solved adopt(double[] solution) {
    double norm = Vectors.norm(residuals.value(solution, theta));
    boolean good = settings.options().accepts(norm, solution);
    return judged(new Solved(solution, good ? Status.CONVERGED : Status.STAGNATED, 0, norm));
  }

  @Override
  SolutionDerivative linearise(double[] point) {
    int[] all = SolutionDerivative.all(point.length);
    return new SolutionDerivative(settings, counted(point), point, theta, false, all);
  }
}
