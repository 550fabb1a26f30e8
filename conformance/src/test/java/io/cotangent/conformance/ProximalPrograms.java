package io.cotangent.conformance;

import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.Solver;
import io.cotangent.implicit.Projections;

/** Minima over sets with a projection, beside functions with a proximal step, and multipliers. */
final class ProximalPrograms {
  private ProximalPrograms() {}

  static double objective(double[] x, double[] c, double[] p) {
    double sum = 0.1 * Math.sin(x[0] * x[1]) * p[0];
    for (int i = 0; i < x.length; i++) {
      sum += 0.5 * (1 + i) * x[i] * x[i] - c[i] * x[i];
    }
    return sum;
  }

  @Argmin(unknown = "x", equality = "plane", inequality = "bounds")
  static double constrained(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double plane(double[] x, double[] c, double[] p) {
    return x[0] + x[1] + x[2] - p[1];
  }

  static double[] bounds(double[] x, double[] c, double[] p) {
    return new double[] {0.3 * p[0] - x[0], x[1] - 5};
  }

  @Argmin(unknown = "x", equality = "two", name = "TwoPlanes")
  static double twoPlanes(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] two(double[] x, double[] c, double[] p) {
    return new double[] {x[0] + p[0] * x[1] - p[1], x[2] - p[2]};
  }

  @Argmin(unknown = "x", projection = "ontoSimplex")
  static double simplex(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  @Argmin(
      unknown = "x",
      projection = "ontoSimplex",
      solver = Solver.MIRROR_DESCENT,
      tolerance = 1e-9,
      maxIterations = 100000)
  static double mirror(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] ontoSimplex(double[] x, double[] c, double[] p) {
    return Projections.simplex(x, p[1]);
  }

  @Argmin(
      unknown = "x",
      projection = "ontoBox",
      solver = Solver.PROJECTED_GRADIENT,
      tolerance = 1e-13)
  static double box(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] ontoBox(double[] x, double[] c, double[] p) {
    return Projections.box(x, new double[] {-p[0], -p[0], -p[0]}, p);
  }

  @Argmin(unknown = "x", projection = "ontoBall")
  static double ball(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] ontoBall(double[] x, double[] c, double[] p) {
    return Projections.l2Ball(x, p[1]);
  }

  @Argmin(unknown = "x", projection = "ontoDiamond")
  static double diamond(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] ontoDiamond(double[] x, double[] c, double[] p) {
    return Projections.l1Ball(x, p[1]);
  }

  @Argmin(unknown = "x", projection = "ontoLine")
  static double line(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] ontoLine(double[] x, double[] c, double[] p) {
    return Projections.affine(x, new double[][] {p, {1, 0, 1}}, new double[] {p[2], 0.3});
  }

  @Argmin(unknown = "x", proximal = "soft")
  static double lasso(double[] x, double[] c, double[] p) {
    return objective(x, c, p);
  }

  static double[] soft(double[] x, double[] c, double[] p, double step) {
    double[] out = new double[x.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.signum(x[i]) * Math.max(Math.abs(x[i]) - step * p[1], 0);
    }
    return out;
  }

  private static double mixed(double[] x) {
    return x[0] * x[1] + x[2] * x[2] * x[2] + x[0];
  }

  @Differentiable(order = 2)
  static double ofKkt(double[] c, double[] p) {
    var found = ProximalProgramsConstrainedArgmin.kkt(new double[3], c, p);
    return found.value()[1] * found.equalityMultipliers()[0]
        + found.inequalityMultipliers()[0] * found.value()[2];
  }

  @Differentiable(order = 2)
  static double ofTwo(double[] c, double[] p) {
    double[] found = TwoPlanes.kkt(new double[3], c, p).equalityMultipliers();
    return found[0] * found[1];
  }

  @Differentiable(order = 2)
  static double ofSimplex(double[] c, double[] p) {
    return mixed(ProximalProgramsSimplexArgmin.solve(new double[3], c, p));
  }

  @Differentiable
  static double ofMirror(double[] c, double[] p) {
    return mixed(ProximalProgramsMirrorArgmin.solve(new double[3], c, p));
  }

  @Differentiable(order = 2)
  static double ofBox(double[] c, double[] p) {
    return mixed(ProximalProgramsBoxArgmin.solve(new double[3], c, p));
  }

  @Differentiable(order = 2)
  static double ofBall(double[] c, double[] p) {
    return mixed(ProximalProgramsBallArgmin.solve(new double[3], c, p))
        + ProximalProgramsBallArgmin.value(new double[3], c, p);
  }

  @Differentiable(order = 2)
  static double ofDiamond(double[] c, double[] p) {
    return mixed(ProximalProgramsDiamondArgmin.solve(new double[3], c, p));
  }

  @Differentiable(order = 2)
  static double ofLine(double[] c, double[] p) {
    return mixed(ProximalProgramsLineArgmin.solve(new double[3], c, p));
  }

  @Differentiable(order = 2)
  static double ofLasso(double[] c, double[] p) {
    return mixed(ProximalProgramsLassoArgmin.solve(new double[3], c, p));
  }

  @Argmin(unknown = "x", projection = "notNegative")
  static double unbounded(double[] x, double a) {
    double sum = 0;
    for (double v : x) {
      sum -= a * v;
    }
    return sum;
  }

  @Argmin(unknown = "x", projection = "notNegative", maxIterations = 2)
  static double slow(double[] x, double a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.pow(10, i) * (x[i] - a) * (x[i] - a) + Math.cosh(x[i]);
    }
    return sum;
  }

  @Argmin(unknown = "x", projection = "notNegative")
  static double undefined(double[] x, double a) {
    double sum = 0;
    for (double v : x) {
      sum += Math.sqrt(v - a);
    }
    return sum;
  }

  @Argmin(unknown = "x", projection = "notNegative")
  static double valley(double[] x, double a) {
    double rest = x[0] + x[1] - a;
    return rest * rest;
  }

  static double[] notNegative(double[] x, double a) {
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.max(x[i], 0);
    }
    return out;
  }
}
