package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Derivative;
import io.cotangent.Status;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The derivatives of a solution of {@code F(z, θ) = 0} by the implicit function theorem. All share
 * one linearisation and its factors. Used by one thread at a time.
 */
final class SolutionDerivative {
  private final Settings settings;
  private final Equations equations;
  private final double[] z;
  private final double[] theta;
  private final boolean fixedPoint;
  private final int[] kept;
  private final Restricted at;
  private final AdjointSystem system;
  private final Doubt doubt;

  /**
   * The derivatives at a solution.
   *
   * @param kept the indices of the equations and unknowns that count
   */
  SolutionDerivative(
      Settings settings,
      Equations equations,
      double[] z,
      double[] theta,
      boolean fixedPoint,
      int[] kept) {
    this(settings, equations, z, theta, fixedPoint, kept, () -> true);
  }

  /**
   * The derivatives at a solution.
   *
   * @param kept the indices of the equations and unknowns that count
   * @param determined whether there is a derivative although the matrix is singular, if the
   *     solution is one of a family
   */
  SolutionDerivative(
      Settings settings,
      Equations equations,
      double[] z,
      double[] theta,
      boolean fixedPoint,
      int[] kept,
      BooleanSupplier determined) {
    this.settings = settings;
    this.equations = equations;
    this.z = z;
    this.theta = theta;
    this.fixedPoint = fixedPoint;
    this.kept = kept;
    at = new Restricted(equations.at(z, theta), kept);
    AdjointSystem exact = system(0);
    system = settings.ridge() == 0 ? exact : system(settings.ridge());
    doubt =
        new Doubt(settings, equations, z, theta, fixedPoint, kept, at, system, exact, determined);
  }

  private AdjointSystem system(double ridge) {
    LinearOperator matrix = fixedPoint ? new Signed(at) : at;
    return new AdjointSystem(
        ridge == 0 ? matrix : new Ridged(matrix, ridge),
        at.symmetric(),
        fixedPoint && ridge == 0,
        at.preconditioner(),
        settings);
  }

  /** All indices below {@code n}. */
  static int[] all(int n) {
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    return all;
  }

  /** {@code ż} of {@code F_z ż = -F_θ θ̇}. */
  double[] jvp(double[] thetaDot) {
    double[] right = new double[kept.length];
    at.alongParameters(thetaDot, right);
    AdjointReport report = solve(right, false);
    require(report, right, false);
    if (Vectors.norm(right) == 0 && Vectors.norm(thetaDot) > 0 && doubt.isMultiple()) {
      throw report.failure(Status.SINGULAR, settings, kept.length, theta.length);
    }
    return at.spread(signed(report.solution()));
  }

  /** {@code θ̄ = F_θᵀ u} with {@code F_zᵀ u = -v}. */
  double[] vjp(double[] v) {
    double[] right = at.gather(v);
    AdjointReport report = solve(right, true);
    require(report, right, true);
    return toParameters(signed(report.solution()));
  }

  /** {@code uᵀ F} with {@code F_zᵀ u = -v}: how {@code v·z} changes by a step to the solution. */
  double correction(double[] v) {
    AdjointReport report = system.solve(at.gather(v), true, new WarmStart());
    if (!report.converged()) {
      throw report.failure(report.status(), settings, kept.length, theta.length);
    }
    double[] residual = new double[z.length];
    equations.residual(z, theta, residual);
    return Vectors.dot(signed(report.solution()), at.gather(residual));
  }

  /** From a solution of {@code ±F_z x = b} to one of {@code F_z x = -b}. */
  private double[] signed(double[] x) {
    if (!fixedPoint) {
      Vectors.scale(x, -1);
    }
    return x;
  }

  private double[] toParameters(double[] u) {
    double[] out = new double[theta.length];
    at.toParameters(u, out);
    return out;
  }

  private AdjointReport solve(double[] right, boolean transposed) {
    return solve(right, transposed, new WarmStart());
  }

  private AdjointReport solve(double[] right, boolean transposed, WarmStart warm) {
    if (settings.derivative() == Derivative.IMPLICIT
        || settings.derivative() == Derivative.UNROLLED
        || !fixedPoint) {
      return system.solve(right, transposed, warm);
    }
    int terms = settings.derivative() == Derivative.ONE_STEP ? 0 : settings.terms();
    double[] x = right.clone();
    double[] work = new double[x.length];
    var matrix = transposed ? new Signed(at).transpose() : new Signed(at);
    for (int k = 0; k < terms; k++) {
      matrix.apply(x, work);
      for (int i = 0; i < x.length; i++) {
        x[i] += right[i] - work[i];
      }
    }
    matrix.apply(x, work);
    Vectors.add(work, -1, right);
    return new AdjointReport(x, Status.CONVERGED, Adjoint.NEUMANN, terms, Vectors.norm(work));
  }

  /** Like {@link #vjp}, with a bound on the error, and without exceptions. */
  AdjointOutcome adjoint(double[] v, WarmStart warm) {
    double[] right = at.gather(v);
    AdjointReport report = solve(right, true, warm);
    Status status = doubt.judged(report, right, true);
    if (status != Status.CONVERGED) {
      double[] unknown = new double[theta.length];
      Arrays.fill(unknown, Double.NaN);
      return new AdjointOutcome(
          unknown,
          status,
          report.solver(),
          report.iterations(),
          report.residual(),
          Double.POSITIVE_INFINITY);
    }
    double[] u = signed(report.solution());
    double[] gradient = toParameters(u);
    return new AdjointOutcome(
        gradient,
        status,
        report.solver(),
        report.iterations(),
        report.residual(),
        doubt.errorBound(right, u, gradient, v));
  }

  /**
   * The derivative of {@link #vjp} along a change of the parameters, on which the solution depends,
   * and of the cotangent.
   */
  double[] vjpTangent(double[] thetaDot, double[] v, double[] vDot) {
    double[] zDot = at.gather(jvp(thetaDot));
    double[] right = at.gather(v);
    AdjointReport first = solve(right, true);
    require(first, right, true);
    double[] u = signed(first.solution());
    double[] zOut = new double[kept.length];
    double[] thetaOut = new double[theta.length];
    at.curvature(u, zDot, thetaDot, zOut, thetaOut);
    Vectors.add(zOut, 1, at.gather(vDot));
    AdjointReport second = solve(zOut, true);
    require(second, zOut, true);
    Vectors.add(thetaOut, 1, toParameters(signed(second.solution())));
    return thetaOut;
  }

  private void require(AdjointReport report, double[] right, boolean transposed) {
    Status status = doubt.judged(report, right, transposed);
    if (status != Status.CONVERGED) {
      throw report.failure(status, settings, kept.length, theta.length);
    }
  }
}
