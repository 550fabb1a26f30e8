package io.cotangent.implicit;

import io.cotangent.Derivative;
import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.ArrayList;
import java.util.List;

/** The problem {@code x = f(x, θ)}. */
public final class FixedPointProblem extends SolutionProblem {
  private final VectorEquations map;
  private List<double[]> iterates = new ArrayList<>();

  /**
   * A problem at given parameters.
   *
   * @param settings what the annotation says
   * @param equations the equations {@code f - x}
   * @param theta the parameters
   */
  public FixedPointProblem(Settings settings, VectorEquations equations, double[] theta) {
    super(settings, equations, theta);
    map = equations;
  }

  private void value(double[] x, double[] out) {
    map.value(x, theta, out);
  }

  @Override
  Solved search(double[] start) {
    SolverOptions options = options();
    if (settings.derivative() == Derivative.UNROLLED) {
      iterates = new ArrayList<>();
      VectorMap recording =
          (x, out) -> {
            iterates.add(x.clone());
            value(x, out);
          };
      return rounded(Picard.solve(recording, start, options));
    }
    return rounded(
        switch (settings.solver()) {
          case PICARD -> Picard.solve(this::value, start, options);
          case ANDERSON -> Anderson.solve(this::value, start, 10, options);
          case NEWTON -> Newton.solve(equations, theta, start, options);
          case BROYDEN -> Broyden.solve(equations, theta, start, options);
          case AUTO -> Newton.polished(equations, theta, auto(start, options));
          default ->
              throw new IllegalArgumentException(
                  "solver " + settings.solver() + " finds no fixed points");
        });
  }

  /** Plain iteration while it gets on, then Newton's method or Anderson acceleration. */
  private Solved auto(double[] start, SolverOptions options) {
    Solved first = Picard.solve(this::value, start, options, 0.7);
    if (first.converged() || first.iterations() >= options.maxIterations()) {
      return first;
    }
    boolean lost = first.status() == Status.DIVERGED;
    double[] from = lost ? start : first.point();
    int rest = options.maxIterations() - first.iterations();
    Solved second = accelerated(from, options.withMaxIterations(rest));
    if (!second.converged() && !lost) {
      Solved third = accelerated(start, options.withMaxIterations(rest));
      if (!third.converged()) {
        third = Picard.solve(this::value, start, options);
      }
      second = third.converged() ? third : second;
    }
    return second.after(first.iterations());
  }

  private Solved accelerated(double[] start, SolverOptions options) {
    if (start.length > Newton.DENSE) {
      return Anderson.solve(this::value, start, 10, options);
    }
    return Newton.solve(equations, theta, start, options);
  }

  @Override
  Solved adopt(double[] solution) {
    return measured(solution);
  }

  @Override
  SolutionDerivative linearise(double[] point) {
    int[] all = SolutionDerivative.all(point.length);
    return new SolutionDerivative(settings, equations, point, theta, true, all);
  }

  private boolean isUnrolled(double[] point) {
    int last = iterates.size() - 1;
    return settings.derivative() == Derivative.UNROLLED
        && last >= 0
        && java.util.Arrays.equals(iterates.get(last), point);
  }

  @Override
  public double[] jvp(double[] point, double[] thetaDot) {
    if (!isUnrolled(point)) {
      return super.jvp(point, thetaDot);
    }
    double[] xDot = new double[point.length];
    double[] next = new double[point.length];
    double[] part = new double[point.length];
    for (int k = 0; k + 1 < iterates.size(); k++) {
      Linearisation at = equations.at(iterates.get(k), theta);
      at.matrix().apply(xDot, next);
      at.alongParameters(thetaDot, part);
      Vectors.add(xDot, 1, next);
      Vectors.add(xDot, 1, part);
    }
    return xDot;
  }

  @Override
  public double[] vjp(double[] point, double[] cotangent) {
    if (!isUnrolled(point)) {
      return super.vjp(point, cotangent);
    }
    double[] w = cotangent.clone();
    double[] next = new double[w.length];
    double[] thetaBar = new double[theta.length];
    double[] part = new double[theta.length];
    for (int k = iterates.size() - 2; k >= 0; k--) {
      Linearisation at = equations.at(iterates.get(k), theta);
      at.toParameters(w, part);
      Vectors.add(thetaBar, 1, part);
      at.matrix().applyTransposed(w, next);
      Vectors.add(w, 1, next);
    }
    return thetaBar;
  }
}
