package io.cotangent.implicit;

import io.cotangent.Status;
import io.cotangent.linear.Vectors;
import java.util.Arrays;

/**
 * Bisection and Chandrupatla's method (1997, a hybrid of Brent's kind) between bounds, on a number
 * or on every entry of a vector whose equations each depend on one entry.
 */
public final class Bisection {
  private final VectorMap f;
  private final boolean interpolate;
  private final double[] a;
  private final double[] b;
  private final double[] c;
  private final double[] fa;
  private final double[] fb;
  private final double[] fc;
  private final double[] t;

  private Bisection(VectorMap f, double[] lower, double[] upper, boolean interpolate) {
    this.f = f;
    this.interpolate = interpolate;
    int n = lower.length;
    a = upper.clone();
    b = lower.clone();
    c = upper.clone();
    fa = new double[n];
    fb = new double[n];
    fc = new double[n];
    t = new double[n];
    Arrays.fill(t, 0.5);
  }

  /**
   * Narrows the bounds until the residual is small or they meet.
   *
   * @param f the equations
   * @param lower one bound each
   * @param upper the other; the equation has opposite signs at the two
   * @param interpolate whether to interpolate where that pays (Chandrupatla), or only to halve
   * @param options what ends it
   * @return the best point; {@code STAGNATED} where there is no change of sign or no root
   */
  public static Solved solve(
      VectorMap f, double[] lower, double[] upper, boolean interpolate, SolverOptions options) {
    return new Bisection(f, lower, upper, interpolate).run(options);
  }

  private Solved run(SolverOptions options) {
    int n = a.length;
    f.apply(a, fa);
    f.apply(b, fb);
    Vectors.copy(fa, fc);
    double[] x = new double[n];
    double[] fx = new double[n];
    for (int k = 0; ; k++) {
      boolean wide = best(x, fx);
      double residual = Vectors.norm(fx);
      if (options.accepts(residual, x)) {
        return new Solved(x, Status.CONVERGED, k, residual);
      }
      if (!Double.isFinite(residual)) {
        return new Solved(x, Status.DIVERGED, k, residual);
      }
      if (!wide || k == 0 && !bracketed()) {
        return new Solved(x, Status.STAGNATED, k, residual);
      }
      if (k >= options.maxIterations()) {
        return new Solved(x, Status.MAX_ITERATIONS, k, residual);
      }
      for (int i = 0; i < n; i++) {
        x[i] = fb[i] == 0 ? b[i] : fa[i] == 0 ? a[i] : a[i] + t[i] * (b[i] - a[i]);
      }
      f.apply(x, fx);
      double width = 0;
      for (int i = 0; i < n; i++) {
        narrow(i, x[i], fx[i]);
        width = Math.max(width, Math.abs(a[i] - b[i]));
      }
      options.listener().iteration(k + 1, residual, width);
    }
  }

  /** Takes the better ends; whether some interval can still be divided. */
  private boolean best(double[] x, double[] fx) {
    boolean wide = false;
    for (int i = 0; i < a.length; i++) {
      boolean first = Math.abs(fa[i]) < Math.abs(fb[i]);
      x[i] = first ? a[i] : b[i];
      fx[i] = first ? fa[i] : fb[i];
      double middle = a[i] + 0.5 * (b[i] - a[i]);
      wide |= fx[i] != 0 && middle != a[i] && middle != b[i];
    }
    return wide;
  }

  private boolean bracketed() {
    for (int i = 0; i < a.length; i++) {
      if (fa[i] * fb[i] > 0 || Double.isNaN(fa[i] * fb[i])) {
        return false;
      }
    }
    return true;
  }

  private void narrow(int i, double x, double fx) {
    if (Math.signum(fx) == Math.signum(fa[i])) {
      c[i] = a[i];
      fc[i] = fa[i];
    } else {
      c[i] = b[i];
      fc[i] = fb[i];
      b[i] = a[i];
      fb[i] = fa[i];
    }
    a[i] = x;
    fa[i] = fx;
    t[i] = interpolate ? share(i) : 0.5;
  }

  /** Where between {@code a} and {@code b} to look next. */
  private double share(int i) {
    double xi = (a[i] - b[i]) / (c[i] - b[i]);
    double phi = (fa[i] - fb[i]) / (fc[i] - fb[i]);
    double smallest = 2e-16 * Math.abs(Math.abs(fa[i]) < Math.abs(fb[i]) ? a[i] : b[i]);
    double margin = Math.min(0.5, (smallest + Double.MIN_NORMAL) / Math.abs(b[i] - a[i]));
    if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) {
      return 0.5;
    }
    double inverse =
        fa[i] / (fb[i] - fa[i]) * fc[i] / (fb[i] - fc[i])
            + (c[i] - a[i]) / (b[i] - a[i]) * (fa[i] / (fc[i] - fa[i])) * (fb[i] / (fc[i] - fb[i]));
    return Double.isFinite(inverse) ? Math.min(1 - margin, Math.max(margin, inverse)) : 0.5;
  }
}
