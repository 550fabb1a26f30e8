package io.cotangent.conformance;

import io.cotangent.Adjoint;
import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.Root;
import io.cotangent.Solver;

/** Solutions with preconditioners and ridges. */
final class PreconditionedPrograms {
  private PreconditionedPrograms() {}

  /** A chain whose links differ in strength by many orders, driven one way. */
  @Root(unknown = "u", solver = Solver.NEWTON, adjoint = Adjoint.GMRES, preconditioner = "near")
  static double[] chain(double[] u, double[] c, double drift) {
    return balance(u, c, drift);
  }

  @Root(unknown = "u", solver = Solver.NEWTON, adjoint = Adjoint.GMRES)
  static double[] plain(double[] u, double[] c, double drift) {
    return balance(u, c, drift);
  }

  private static double[] balance(double[] u, double[] c, double drift) {
    double[] rest = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      rest[i] += c[i] * u[i] + 0.1 * u[i] * u[i] * u[i] - 1;
      if (i > 0) {
        rest[i] -= drift * c[i] * u[i - 1];
        rest[i - 1] += 0.1 * c[i - 1] * u[i];
      }
    }
    return rest;
  }

  /** The diagonal and what is below it, undone: its transpose is another matrix. */
  static double[] near(double[] u, double[] c, double drift, double[] v) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      double rest = v[i];
      if (i > 0) {
        rest += drift * c[i] * out[i - 1];
      }
      out[i] = rest / (c[i] + 0.3 * u[i] * u[i]);
    }
    return out;
  }

  @Argmin(unknown = "x", adjoint = Adjoint.CG, preconditioner = "diagonal")
  static double valley(double[] x, double[] c) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += 0.5 * c[i] * x[i] * x[i] - x[i];
      if (i > 0) {
        sum += 0.1 * x[i] * x[i - 1];
      }
    }
    return sum;
  }

  @Argmin(unknown = "x", adjoint = Adjoint.CG, name = "ValleyWithout")
  static double without(double[] x, double[] c) {
    return valley(x, c);
  }

  /** Ill-conditioned, and not a quadratic. */
  @Argmin(unknown = "x", solver = Solver.NEWTON, preconditioner = "diagonal")
  static double steepValley(double[] x, double[] c) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - 1;
      sum += c[i] * (Math.sqrt(1 + d * d) - 1);
    }
    for (int i = 1; i < x.length; i++) {
      sum += 0.1 * Math.cos(x[i] - x[i - 1]);
    }
    return sum;
  }

  @Argmin(unknown = "x", solver = Solver.NEWTON, name = "SteepWithout")
  static double steepWithout(double[] x, double[] c) {
    return steepValley(x, c);
  }

  static double[] diagonal(double[] x, double[] c, double[] v) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = v[i] / c[i];
    }
    return out;
  }

  /** A series that grows, but not once the map's diagonal is undone. */
  @FixedPoint(
      state = "x",
      solver = Solver.NEWTON,
      adjoint = Adjoint.NEUMANN,
      preconditioner = "undone")
  static double[] steep(double[] x, double[] a) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = a[i] * x[i] + 0.1 * Math.sin(x[(i + 1) % x.length]) + 1;
    }
    return next;
  }

  static double[] undone(double[] x, double[] a, double[] v) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = v[i] / (1 - a[i]);
    }
    return out;
  }

  /** One direction is left open. */
  @Argmin(unknown = "x", ridge = 1e-3)
  static double open(double[] x, double a) {
    double rest = x[0] + x[1] - a;
    return 0.5 * rest * rest;
  }

  @Argmin(unknown = "x", ridge = 1e-3)
  static double closed(double[] x, double a) {
    double rest = x[0] - a;
    return rest * rest + 0.5 * x[1] * x[1];
  }

  @Differentiable(order = 2)
  static double ofChain(double[] c, double drift) {
    double[] u = PreconditionedProgramsChainRoot.solve(new double[c.length], c, drift);
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += Math.cos(i) * u[i] * u[i];
    }
    return sum;
  }
}
