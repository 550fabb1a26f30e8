package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Derivative;
import io.cotangent.Status;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * The derivatives of a solution of {@code F(z, θ) = 0} by the implicit function theorem. All share
 * one linearisation and its factors. Used by one thread at a time.
 */
final class SolutionDerivative {
  /** How much the matrix may change within the solution's error. */
  private static final double UNCERTAIN = 0.25;

  private final Settings settings;
  private final Equations equations;
  private final double[] z;
  private final double[] theta;
  private final boolean fixedPoint;
  private final int[] kept;
  private final Restricted at;
  private final AdjointSystem system;
  private final AdjointSystem exact;
  private final double[] correction;
  private boolean correctionKnown;

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
    this.settings = settings;
    this.equations = equations;
    this.z = z;
    this.theta = theta;
    this.fixedPoint = fixedPoint;
    this.kept = kept;
    at = new Restricted(equations.at(z, theta), kept);
    exact = system(0);
    system = settings.ridge() == 0 ? exact : system(settings.ridge());
    correction = new double[kept.length];
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
    Status status = report.status();
    if (status == Status.CONVERGED && isUncertain(right, report, true)) {
      status = Status.SINGULAR;
    }
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
        errorBound(right, u, gradient, v));
  }

  /**
   * Twice the first-order error by the linear system's residual and by the solution's, and what
   * rounding adds.
   */
  private double errorBound(double[] right, double[] u, double[] gradient, double[] v) {
    double[] rest = new double[right.length];
    at.applyTransposed(u, rest);
    for (int i = 0; i < rest.length; i++) {
      rest[i] = right[i] + rest[i];
    }
    AdjointReport error = exact.solve(rest, true, 0.01, Adjoint.AUTO);
    double[] part = toParameters(error.solution());
    double fromSystem = error.converged() ? Vectors.norm(part) : Double.POSITIVE_INFINITY;
    double fromSolution = fromSolution(u);
    double rounding =
        4 * Math.ulp(1.0) * theta.length * Math.max(1, exact.condition()) * Vectors.norm(gradient);
    return 2 * (fromSystem + fromSolution) + rounding;
  }

  private double fromSolution(double[] u) {
    double[] delta = correction();
    if (delta == null) {
      return Double.POSITIVE_INFINITY;
    }
    if (Vectors.norm(delta) == 0) {
      return 0;
    }
    double[] zOut = new double[kept.length];
    double[] thetaOut = new double[theta.length];
    at.curvature(u, delta, new double[theta.length], zOut, thetaOut);
    AdjointReport change = exact.solve(zOut, true, 0.01, Adjoint.AUTO);
    if (!change.converged()) {
      return Double.POSITIVE_INFINITY;
    }
    Vectors.add(thetaOut, 1, toParameters(signed(change.solution())));
    return Vectors.norm(thetaOut);
  }

  private double residual() {
    double[] residual = new double[z.length];
    equations.residual(z, theta, residual);
    return Vectors.norm(residual);
  }

  /** Newton's correction of the solution; null where there is none. */
  private double[] correction() {
    if (!correctionKnown) {
      correctionKnown = true;
      double[] residual = new double[z.length];
      equations.residual(z, theta, residual);
      AdjointReport report = exact.solve(at.gather(residual), false, 0.01, Adjoint.AUTO);
      Vectors.copy(signed(report.solution()), correction);
      if (!report.converged()) {
        correction[0] = Double.NaN;
      }
    }
    return Vectors.isFinite(correction) ? correction : null;
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

  /**
   * Whether the matrix differs so much within the solution's error that its inverse says nothing.
   */
  private boolean isUncertain(double[] right, AdjointReport report, boolean transposed) {
    if (!system.isDense()
        || settings.ridge() != 0
        || settings.derivative() != Derivative.IMPLICIT) {
      return false;
    }
    double close = 1e-7 * (1 + Vectors.norm(z));
    if (report.solver() == Adjoint.NEUMANN && report.iterations() * residual() <= close) {
      // So short a series is that of a matrix far from singular.
      return false;
    }
    double[] delta = correction();
    if (delta == null) {
      return false;
    }
    if (Vectors.norm(delta) <= close) {
      return false;
    }
    double[] moved = z.clone();
    Vectors.add(moved, 1, at.spread(delta));
    Restricted there = new Restricted(equations.at(moved, theta), kept);
    double[] product = new double[right.length];
    var matrix = fixedPoint ? new Signed(there) : there;
    if (transposed) {
      matrix.applyTransposed(report.solution(), product);
    } else {
      matrix.apply(report.solution(), product);
    }
    Vectors.add(product, -1, right);
    return !(Vectors.norm(product) <= UNCERTAIN * Vectors.norm(right));
  }

  private void require(AdjointReport report, double[] right, boolean transposed) {
    Status status = report.status();
    if (status == Status.CONVERGED && isUncertain(right, report, transposed)) {
      status = Status.SINGULAR;
    }
    if (status != Status.CONVERGED) {
      throw report.failure(status, settings, kept.length, theta.length);
    }
  }
}
