package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Lu;
import io.cotangent.linear.Vectors;

/** Tells a point that is as good as rounding allows from one where a search got stuck. */
final class Rounding {
  /** A step so small, relative to one plus the point's norm, that rounding hides it. */
  private static final double LOST = 1e-14;

  private Rounding() {}

  /** Counts as converged where Newton's step is lost in rounding: no better point can be told. */
  static Solved judged(Equations equations, double[] theta, Solved solved) {
    boolean stuck = solved.status() == Status.STAGNATED || solved.status() == Status.MAX_ITERATIONS;
    int n = solved.point().length;
    if (!stuck || n > Newton.DENSE || n == 0 || !Double.isFinite(solved.residual())) {
      return solved;
    }
    double[] residual = new double[n];
    double[] step = new double[n];
    equations.residual(solved.point(), theta, residual);
    Lu factors = new Lu(equations.at(solved.point(), theta).matrix().toDense());
    if (factors.isSingular() || !(factors.condition() < 1e14)) {
      return solved;
    }
    factors.solve(residual, step);
    boolean lost = Vectors.norm(step) <= LOST * (1 + Vectors.norm(solved.point()));
    return lost && !isPole(equations, theta, solved) ? solved.with(Status.CONVERGED) : solved;
  }

  /**
   * Whether the residual is smaller farther off, as beside a pole: Newton's step is small there.
   */
  private static boolean isPole(Equations equations, double[] theta, Solved solved) {
    double[] aside = solved.point().clone();
    double distance = Math.sqrt(LOST) * (1 + Vectors.norm(aside));
    for (int i = 0; i < aside.length; i++) {
      aside[i] += distance;
    }
    double[] residual = new double[aside.length];
    equations.residual(aside, theta, residual);
    return !(Vectors.norm(residual) >= solved.residual());
  }
}
