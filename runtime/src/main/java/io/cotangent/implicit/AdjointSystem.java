package io.cotangent.implicit;

import io.cotangent.Adjoint;
import io.cotangent.Status;
import io.cotangent.linear.BiCgStab;
import io.cotangent.linear.ConjugateGradient;
import io.cotangent.linear.Gmres;
import io.cotangent.linear.LinearOperator;
import io.cotangent.linear.LinearResult;
import io.cotangent.linear.LinearSolver;
import io.cotangent.linear.Lsmr;
import io.cotangent.linear.Minres;
import io.cotangent.linear.RightPreconditioned;
import io.cotangent.linear.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The linear systems of a solution's derivatives, {@code A x = b} and {@code Aᵀ x = b}, with the
 * solver of {@link Settings}. {@code AUTO} tries in turn what fits and goes by the true residual.
 */
final class AdjointSystem {
  private static final double SINGULAR_CONDITION = 1e14;

  /** The smallest number of unknowns for which a series may be shorter than a matrix is wide. */
  private static final int SERIES = 32;

  private final LinearOperator matrix;
  private final boolean symmetric;
  private final boolean contracting;
  private final Optional<LinearOperator> preconditioner;
  private final Settings settings;

  /** After so many iterations what GMRES keeps costs more than the products that it saves. */
  private static final int SHORT = 40;

  private Factors factors;
  private int terms;

  /**
   * A system.
   *
   * @param contracting whether {@code I - A} may be a contraction, as at a fixed point
   */
  AdjointSystem(
      LinearOperator matrix,
      boolean symmetric,
      boolean contracting,
      Optional<LinearOperator> preconditioner,
      Settings settings) {
    this.matrix = matrix;
    this.preconditioner = preconditioner;
    this.symmetric = symmetric;
    this.contracting = contracting;
    this.settings = settings;
  }

  /**
   * The condition number where factors were made; else the number of terms of a series that
   * converged, each of which is hardly longer than the right side, or 1.
   */
  double condition() {
    return factors == null ? Math.max(1, terms) : factors.condition();
  }

  /**
   * How many terms of a series cost no more than to make the factors that there are not yet: those
   * take a product for every unknown. What went before counts, so that many right sides soon share
   * factors.
   */
  private int affordable() {
    return contracting && factors == null && matrix.size() >= SERIES ? matrix.size() - terms : 0;
  }

  /** Whether factors cost next to nothing, whatever solver is asked for. */
  boolean isSmall() {
    return matrix.size() < SERIES;
  }

  boolean isDense() {
    return matrix.size() <= Newton.DENSE;
  }

  /** Solves to the tolerance asked for, from what was found at another time. */
  AdjointReport solve(double[] b, boolean transposed, WarmStart warm) {
    double tolerance = settings.adjointTolerance();
    double[] start = warm.of(b.length);
    double[] rest = new double[b.length];
    double size = Vectors.norm(b);
    double left = rest(transposed ? matrix.transpose() : matrix, b, start, rest);
    AdjointReport report;
    if (Vectors.norm(start) == 0 || !(left < size)) {
      report = solve(b, transposed, tolerance, settings.adjoint());
    } else {
      report = solve(rest, transposed, tolerance * size / left, settings.adjoint());
      Vectors.add(report.solution(), 1, start);
    }
    if (report.converged()) {
      warm.remember(report.solution());
    }
    return report;
  }

  AdjointReport solve(double[] b, boolean transposed, double tolerance, Adjoint solver) {
    double size = Vectors.norm(b);
    double[] x = new double[b.length];
    if (size == 0) {
      return new AdjointReport(x, Status.CONVERGED, solver, 0, 0);
    }
    if (!Double.isFinite(size)) {
      return new AdjointReport(x, Status.DIVERGED, solver, 0, size);
    }
    if (solver != Adjoint.AUTO) {
      return run(solver, b, x, transposed, tolerance * size, limit(solver));
    }
    int iterations = 0;
    AdjointReport best = null;
    boolean tried = false;
    for (Adjoint each : candidates()) {
      boolean goesOn = each == Adjoint.BICGSTAB && best != null && best.residual() < size;
      double[] start = goesOn ? best.solution() : new double[b.length];
      int limit = !tried && isCostly(each) ? SHORT : limit(each);
      AdjointReport report = run(each, b, start, transposed, tolerance * size, limit);
      tried |= each == Adjoint.GMRES;
      iterations += report.iterations();
      if (each == Adjoint.NEUMANN) {
        terms += report.iterations();
      }
      if (report.converged() || each == Adjoint.LSMR && report.residual() <= noise(b.length)) {
        return new AdjointReport(
            report.solution(), Status.CONVERGED, each, iterations, report.residual());
      }
      best = report;
    }
    return new AdjointReport(
        best.solution(), best.status(), best.solver(), iterations, best.residual());
  }

  private List<Adjoint> candidates() {
    List<Adjoint> candidates = new ArrayList<>();
    if (isDense()) {
      if (affordable() > 0) {
        candidates.add(Adjoint.NEUMANN);
      }
      candidates.add(Adjoint.DIRECT);
    } else if (symmetric) {
      candidates.add(Adjoint.CG);
      candidates.add(preconditioner.isPresent() ? Adjoint.GMRES : Adjoint.MINRES);
    } else {
      if (contracting) {
        candidates.add(Adjoint.NEUMANN);
      }
      candidates.add(Adjoint.GMRES);
      candidates.add(Adjoint.BICGSTAB);
      if (preconditioner.isEmpty()) {
        candidates.add(Adjoint.GMRES);
      }
    }
    candidates.add(Adjoint.LSMR);
    return candidates;
  }

  /**
   * The rounding of a right side that was made of numbers of order one and came out near zero, as
   * that of a loss which is stationary in the solution: such a rest asks for nothing.
   */
  private static double noise(int n) {
    return 4 * Math.ulp(1.0) * Math.sqrt(n);
  }

  private boolean isCostly(Adjoint solver) {
    return solver == Adjoint.GMRES && preconditioner.isEmpty();
  }

  private AdjointReport run(
      Adjoint solver, double[] b, double[] x, boolean transposed, double target, int limit) {
    LinearResult result =
        solver == Adjoint.DIRECT
            ? direct(b, x, transposed, target)
            : preconditioned(solver, transposed)
                .solve(transposed ? matrix.transpose() : matrix, b, x, target, limit);
    return new AdjointReport(x, result.status(), solver, result.iterations(), result.residual());
  }

  private int limit(Adjoint solver) {
    boolean replaceable = settings.adjoint() == Adjoint.AUTO;
    return replaceable && solver != Adjoint.NEUMANN
        ? Math.max(settings.maxIterations(), 4 * matrix.size() + 50)
        : settings.maxIterations();
  }

  private LinearSolver preconditioned(Adjoint solver, boolean transposed) {
    if (preconditioner.isEmpty() || solver == Adjoint.MINRES) {
      return iterative(solver);
    }
    LinearOperator given = preconditioner.get();
    LinearOperator used = transposed ? given.transpose() : given;
    return solver == Adjoint.CG
        ? new ConjugateGradient(used)
        : new RightPreconditioned(iterative(solver), used);
  }

  private LinearSolver iterative(Adjoint solver) {
    return switch (solver) {
      case NEUMANN -> series();
      case ANDERSON -> new AndersonAdjoint(10);
      case GMRES -> new Gmres();
      case BICGSTAB -> new BiCgStab();
      case CG -> new ConjugateGradient();
      case MINRES -> new Minres();
      default -> new Lsmr();
    };
  }

  private Neumann series() {
    return settings.adjoint() != Adjoint.AUTO
        ? new Neumann()
        : isDense() ? new Neumann(1, affordable()) : new Neumann(0.9);
  }

  /** Whether the matrix is far from singular, by its factors. */
  boolean isRegular() {
    if (factors == null) {
      factors = new Factors(matrix, symmetric);
    }
    return !factors.isSingular() && factors.condition() < SINGULAR_CONDITION;
  }

  private LinearResult direct(double[] b, double[] x, boolean transposed, double target) {
    if (!isRegular()) {
      return new LinearResult(Status.SINGULAR, 0, Vectors.norm(b));
    }
    factors.solve(b, x, transposed);
    LinearOperator operator = transposed ? matrix.transpose() : matrix;
    double[] rest = new double[b.length];
    double[] correction = new double[b.length];
    double residual = rest(operator, b, x, rest);
    for (int round = 0; round < 3 && residual > target; round++) {
      factors.solve(rest, correction, transposed);
      Vectors.add(x, 1, correction);
      residual = rest(operator, b, x, rest);
    }
    Status status = residual <= target ? Status.CONVERGED : Status.STAGNATED;
    // The smallest residual that rounding allows.
    double floor = 1e-15 * b.length * factors.condition() * Vectors.norm(b);
    boolean exact = residual <= Math.min(floor, 1e-9 * Vectors.norm(b));
    return new LinearResult(exact ? Status.CONVERGED : status, 1, residual);
  }

  private static double rest(LinearOperator operator, double[] b, double[] x, double[] rest) {
    operator.apply(x, rest);
    for (int i = 0; i < b.length; i++) {
      rest[i] = b[i] - rest[i];
    }
    return Vectors.norm(rest);
  }
}
