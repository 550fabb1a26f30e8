package io.cotangent.conformance;

import io.cotangent.Batched;
import io.cotangent.Differentiable;
import io.cotangent.conformance.BatchPrograms.Program;
import java.util.List;

/** Batched methods that went wrong once: random programs found them. */
final class BatchTrapPrograms {
  private BatchTrapPrograms() {}

  static List<Program> all() {
    return List.of(
        new Program(BatchTrapPrograms.class, "remainder", List.of(0), true, List.of()),
        new Program(BatchTrapPrograms.class, "chosenRow", List.of(0), false, List.of()),
        new Program(BatchTrapPrograms.class, "copied", List.of(0), true, List.of()),
        new Program(BatchTrapPrograms.class, "moved", List.of(1), true, List.of(1)),
        new Program(BatchTrapPrograms.class, "picked", List.of(1), false, List.of(0)),
        new Program(BatchTrapPrograms.class, "wrapped", List.of(0, 2), true, List.of()),
        new Program(BatchTrapPrograms.class, "helped", List.of(0, 1), true, List.of()),
        new Program(BatchTrapPrograms.class, "renamed", List.of(0), true, List.of()),
        new Program(BatchTrapPrograms.class, "renamedToo", List.of(1), true, List.of()),
        new Program(BatchTrapPrograms.class, "exchanged", List.of(1), false, List.of()));
  }

  /** The cotangent of a zero has a sign. */
  @Differentiable
  @Batched(over = "x", gpu = true)
  static double remainder(double x) {
    double y = x;
    y %= 2;
    return y * x;
  }

  /** The test that comes first differs from item to item, and so does the row behind it. */
  @Differentiable
  @Batched(over = "x")
  static double chosenRow(double[] x, double s) {
    double[][] rows = {{1, 2}, {3 * s, x[0]}};
    double r = s;
    r *= x[1] > 1 ? rows[x[2] < x[3] ? 0 : 1][x[4] < 2 ? 1 : 0] : x[0];
    return r;
  }

  /** A copy is made of what has been written by then. */
  @Differentiable
  @Batched(over = "x", gpu = true)
  static double[] copied(double[] x, double s) {
    x[0] = Math.sin(x[1]) * s;
    double[] y = x.clone();
    y[1] = x[0] * x[2];
    x[0] = y[1];
    return y;
  }

  /** What is active by assignment alone has no tangent and no cotangent of the caller's. */
  @Differentiable(wrt = "x")
  @Batched(over = "x", gpu = true)
  static double moved(double s, double[] x, double[] other) {
    other[0] = x[1] * s;
    s = x[0] + other[1];
    return s * other[0];
  }

  /** The row differs from item to item, though only where some of them go. */
  @Differentiable(wrt = "a")
  @Batched(over = "x")
  static double picked(double[][] a, double x) {
    double y = x;
    if (x >= 1) {
      y = a[Math.floorMod((int) (x * 3), a.length)][0];
    }
    return y * x;
  }

  /** Methods of whole numbers. */
  @Differentiable
  @Batched(
      over = {"x", "k"},
      gpu = true)
  static double wrapped(double[] x, double s, int k) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += s * x[Math.floorMod(i * k, x.length)] * Math.floorDiv(k, i + 1);
    }
    return sum;
  }

  /** What is called is compiled for many items too, where nothing of it is differentiated. */
  @Differentiable
  @Batched(
      over = {"x", "k"},
      gpu = true)
  static double helped(double x, int k, double s) {
    return s * x * scrambled(k, 3) + scrambled(k + 1, 2);
  }

  static double scrambled(int k, int rounds) {
    int bits = k;
    for (int i = 0; i < rounds; i++) {
      bits = (bits ^ bits >>> 15) * 0x2c1b3c6d + i;
    }
    return (bits >>> 8) / 16777216.0;
  }

  /** The array's name is given to another array, and the cotangent's with it. */
  @Differentiable
  @Batched(over = "x", gpu = true)
  static double renamed(double x, double[] a) {
    a = new double[] {a[0] * x, Math.sqrt(0.5 + Math.abs(x)), x, a[1] * x};
    double sum = 0;
    for (double each : a) {
      sum += each * each;
    }
    return sum * x;
  }

  /** The same with an array of each item's own. */
  @Differentiable
  @Batched(over = "a", gpu = true)
  static double renamedToo(double x, double[] a) {
    double[] next = new double[a.length];
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < a.length; i++) {
        next[i] = a[i] * x + a[a.length - 1 - i];
      }
      double[] swap = a;
      a = next;
      next = swap;
    }
    return a[0] * a[1] + a[2];
  }

  /** Rows change places, and their cotangents with them. */
  @Differentiable
  @Batched(over = "x")
  static double exchanged(double[][] a, double x) {
    double[] row = a[0];
    a[0] = a[1];
    a[1] = row;
    return a[0][0] * x + a[1][1] * x * x + a[2][0];
  }
}
