package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Derivative;
import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a solution's own error, and its being a multiple root, leave of its derivative: a bound on
 * the error, or nothing.
 */
final class Doubt {
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
  private final BooleanSupplier determined;
  private final double[] correction;
  private boolean correctionKnown;
  private Optional<Boolean> goesOn = Optional.empty();

  /**
   * What is doubtful about a solution.
   *
   * @param system the systems that are solved
   * @param exact those without a ridge
   * @param determined whether there is a derivative although the matrix is singular, if the
   *     solution is one of a family
   */
  Doubt(
      Settings settings,
      Equations equations,
      double[] z,
      double[] theta,
      boolean fixedPoint,
      int[] kept,
      Restricted at,
      AdjointSystem system,
      AdjointSystem exact,
      BooleanSupplier determined) {
    this.settings = settings;
    this.equations = equations;
    this.z = z;
    this.theta = theta;
    this.fixedPoint = fixedPoint;
    this.kept = kept;
    this.at = at;
    this.system = system;
    this.exact = exact;
    this.determined = determined;
    correction = new double[kept.length];
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

  /** How a system ended, once what it says is doubted. */
  Status judged(AdjointReport report, double[] right, boolean transposed) {
    // Iterations converge on a consistent system whose matrix is singular too.
    boolean open = report.solver() == Adjoint.LSMR || system.isSmall();
    boolean none =
        report.converged()
            && (isUncertain(right, report, transposed)
                || open && Vectors.norm(right) > 0 && isMultiple());
    return none ? Status.SINGULAR : report.status();
  }

  /** Whether this is a multiple root, where what a consistent system says is no derivative. */
  boolean isMultiple() {
    boolean exempt = settings.ridge() != 0 || settings.derivative() != Derivative.IMPLICIT;
    if (exempt || system.isDense() && system.isRegular()) {
      return false;
    }
    if (goesOn.isEmpty()) {
      boolean family = new Family(equations, z, theta, kept, at).goesOn();
      goesOn = Optional.of(family && determined.getAsBoolean());
    }
    return !goesOn.get();
  }

  /**
   * Twice the first-order error by the linear system's residual and by the solution's, and what
   * rounding adds.
   */
  double errorBound(double[] right, double[] u, double[] gradient, double[] v) {
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

  private double[] toParameters(double[] u) {
    double[] out = new double[theta.length];
    at.toParameters(u, out);
    return out;
  }

  /** From a solution of {@code ±F_z x = b} to one of {@code F_z x = -b}. */
  private double[] signed(double[] x) {
    if (!fixedPoint) {
      Vectors.scale(x, -1);
    }
    return x;
  }
}
