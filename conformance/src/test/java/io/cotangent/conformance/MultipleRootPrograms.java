package io.cotangent.conformance;

import io.cotangent.Adjoint;
import io.cotangent.Argmin;
import io.cotangent.Differentiable;
import io.cotangent.FixedPoint;
import io.cotangent.Root;

/** Solutions with a singular matrix: multiple roots and members of families. */
final class MultipleRootPrograms {
  private MultipleRootPrograms() {}

  /** Half the slope at a double root is that of the root. */
  @Root(unknown = "y", tolerance = 1e-9)
  static double square(double y, double x) {
    return (y - x) * (y - x);
  }

  @Root(unknown = "y", tolerance = 1e-9)
  static double cube(double y, double x) {
    return (y - x) * (y - x) * (y - x);
  }

  @Argmin(unknown = "y")
  static double fourth(double y, double x) {
    return (y - x) * (y - x) * (y - x) * (y - x);
  }

  @FixedPoint(state = "y")
  static double attracted(double y, double x) {
    return y - (y - x) * (y - x) * (y - x) / 4;
  }

  /** Two branches {@code y0 = ±√x} meet; the second entry is {@code x} on both. */
  @Root(unknown = "y")
  static double[] branches(double[] y, double x) {
    return new double[] {y[0] * y[0] - x, y[1] - y[0] * y[0]};
  }

  @Root(unknown = "y", tolerance = 1e-9)
  static double[] many(double[] y, double[] x) {
    double[] f = new double[y.length];
    for (int i = 0; i < f.length; i++) {
      f[i] = (y[i] - x[i]) * (i == 3 ? y[i] - x[i] : 1);
    }
    return f;
  }

  /** By a solver that does not see that the matrix is singular. */
  @Root(unknown = "y", tolerance = 1e-9, adjoint = Adjoint.GMRES)
  static double[] named(double[] y, double[] x) {
    return many(y, x);
  }

  /** A circle of minima; only the distance from the origin is told. */
  @Argmin(unknown = "y")
  static double valley(double[] y, double x) {
    double rest = y[0] * y[0] + y[1] * y[1] - x * x;
    return rest * rest;
  }

  @Differentiable
  static double radius(double x) {
    double[] y = MultipleRootProgramsValleyArgmin.solve(new double[] {0.5, 0.7}, x);
    return Math.sqrt(y[0] * y[0] + y[1] * y[1]);
  }

  /** A constant may be added to both. */
  @Root(unknown = "y")
  static double[] potentials(double[] y, double x) {
    double rest = Math.sinh(y[0] - y[1]) - x;
    return new double[] {rest, -rest};
  }

  /** Either of two limits may be the one that counts. */
  @Argmin(unknown = "x", inequality = "limits")
  static double limited(double x, double p, double q) {
    return (x - 2) * (x - 2);
  }

  static double[] limits(double x, double p, double q) {
    return new double[] {x - p, 2 * (x - q)};
  }

  /** Sums of rows and columns of a plan, of which one follows from the others. */
  @Argmin(unknown = "plan", equality = "sums")
  static double plan(double[] plan, double[] cost, double[] total) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += plan[i] * cost[i] + 0.5 * plan[i] * plan[i];
    }
    return sum;
  }

  static double[] sums(double[] plan, double[] cost, double[] total) {
    return new double[] {
      plan[0] + plan[1] - total[0],
      plan[2] + plan[3] - total[1],
      plan[0] + plan[2] - total[0],
      plan[1] + plan[3] - total[1]
    };
  }

  @Differentiable(order = 2)
  static double worth(double[] cost, double[] total) {
    return MultipleRootProgramsPlanArgmin.value(new double[4], cost, total);
  }

  @Differentiable(order = 2)
  static double entry(double[] cost, double[] total) {
    double[] plan = MultipleRootProgramsPlanArgmin.solve(new double[4], cost, total);
    return plan[0] * plan[1] + Math.sin(plan[3]);
  }
}
