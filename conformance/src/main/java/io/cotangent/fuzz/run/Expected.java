package io.cotangent.fuzz.run;

import io.cotangent.fuzz.eval.Outcome;
import java.util.List;

/** What the independent differentiator expects of every operation at a point, with tolerances. */
final class Expected {
  private static final double TOLERANCE = 1e-9;
  private static final double FLOAT_TOLERANCE = 2e-4;
  private static final double TINY = 1e-250;
  private static final double FLOAT_TINY = 1e-30;
  private static final double ENORMOUS = 1e100;
  private static final double FLOAT_ENORMOUS = 1e30;

  final List<Outcome.Entry> entries;
  final int directions;
  private final boolean overflowed;

  Expected(Outcome outcome, int directions) {
    this.entries = outcome.entries();
    this.overflowed = outcome.overflowed();
    this.directions = directions;
  }

  /**
   * Expected numbers.
   *
   * @param scale bounds for the terms that make each up
   * @param loose whether float arithmetic was involved
   * @param unclear whether no number can be told
   * @param overflowed whether NaN may stand for anything
   */
  record Numbers(
      double[] want, double[] scale, boolean[] loose, boolean[] unclear, boolean overflowed) {
    Numbers(int n, boolean overflowed) {
      this(new double[n], new double[n], new boolean[n], new boolean[n], overflowed);
    }

    /** Adds a multiple of an entry's derivatives. */
    void add(
        int at, double factor, double value, double bound, boolean viaFloat, boolean singular) {
      if (factor != 0) {
        want[at] += value == 0 ? 0 : factor * value;
        scale[at] += bound == 0 ? 0 : Math.abs(factor) * bound;
        loose[at] |= viaFloat;
        unclear[at] |= singular;
      }
    }

    /** The first index at which numbers differ by too much, or -1. */
    int mismatch(double[] got) {
      for (int i = 0; i < want.length; i++) {
        boolean excused = unclear[i] || (overflowed && Double.isNaN(got[i]));
        if (!excused && !close(got[i], want[i], scale[i], loose[i])) {
          return i;
        }
      }
      return -1;
    }

    int clear() {
      int count = 0;
      for (boolean u : unclear) {
        count += u ? 0 : 1;
      }
      return count;
    }
  }

  private static boolean close(double got, double want, double scale, boolean loose) {
    if (got == want) {
      return true;
    }
    if (!(scale < (loose ? FLOAT_ENORMOUS : ENORMOUS))) {
      return true;
    }
    double tolerance = loose ? FLOAT_TOLERANCE * scale + FLOAT_TINY : TOLERANCE * scale + TINY;
    return Math.abs(got - want) <= tolerance;
  }

  /** The tangent of the result for a tangent of the inputs. */
  Numbers jvp(double[] tangent) {
    Numbers result = new Numbers(entries.size(), overflowed);
    for (int i = 0; i < entries.size(); i++) {
      Outcome.Entry e = entries.get(i);
      for (int j = 0; j < directions; j++) {
        result.add(
            i, tangent[j], e.gradient()[j], e.gradientScale()[j], e.viaFloat(), e.singular());
      }
    }
    return result;
  }

  /** The cotangent of the inputs for a cotangent of the result. */
  Numbers vjp(double[] cotangent) {
    Numbers result = new Numbers(directions, overflowed);
    for (int i = 0; i < entries.size(); i++) {
      Outcome.Entry e = entries.get(i);
      for (int j = 0; j < directions; j++) {
        result.add(
            j, cotangent[i], e.gradient()[j], e.gradientScale()[j], e.viaFloat(), e.singular());
      }
    }
    return result;
  }

  /** One row of the Jacobian. */
  Numbers row(int i) {
    double[] unit = new double[entries.size()];
    unit[i] = 1;
    return vjp(unit);
  }

  /** The Hessian of a scalar result times a vector. */
  Numbers hvp(double[] tangent) {
    Numbers result = new Numbers(directions, overflowed);
    Outcome.Entry e = entries.get(0);
    for (int i = 0; i < directions; i++) {
      for (int j = 0; j < directions; j++) {
        int at = i * directions + j;
        result.add(
            i, tangent[j], e.hessian()[at], e.hessianScale()[at], e.viaFloat(), e.singularSecond());
      }
    }
    return result;
  }

  /** One row of the Hessian of a scalar result. */
  Numbers hessianRow(int i) {
    double[] unit = new double[directions];
    unit[i] = 1;
    return hvp(unit);
  }
}
