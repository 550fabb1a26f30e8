package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/**
 * Expressions whose parts throw, or are not evaluated at all: derivatives name some of the parts
 * beforehand, and must neither throw another exception nor one where Java's rules have none.
 */
class OrderPrograms {
  private OrderPrograms() {}

  static List<Point> points() {
    double[] none = {};
    double[] one = {1.5};
    double[] many = {1.5, -0.5, 2, 0.25, 1, 3, 0.5, 2.5};
    return List.of(
        at("arm", 0.5, one, false),
        at("arm", 0.5, many, true),
        at("arm", 0.5, many, false),
        at("arm", 0.5, one, true),
        at("both", 0.5, one, 0),
        at("both", 0.5, many, 7),
        at("either", 0.5, one, 1),
        at("either", 0.5, many, 7),
        at("rows", 0.5, new double[][] {}),
        at("rows", 0.5, new double[][] {{}}),
        at("rows", 0.5, new double[][] {{1, 2, 3}}),
        at("rows", 0.5, new double[][] {{3, 2, 1}, {5}}),
        at("divided", 0.5, many, 0, 0),
        at("divided", 0.5, none, 0, 0),
        at("divided", 0.5, many, 2, 1),
        at("divided", 0.5, many, 9, 1),
        at("table", 0.5, many.clone(), new int[] {3, 1, 2}, 2),
        at("table", 0.5, many.clone(), new int[] {3, 1, 2}, 3),
        at("table", 0.5, many.clone(), new int[] {3}, 0),
        at("placed", new double[][] {}, 0.5),
        at("placed", new double[][] {{1}}, 0.5),
        at("placed", new double[][] {{1, 2}, {3, 4}}, 0.5),
        at("placed", new double[][] {{1, 2}, {3, 1.5}}, 0.5),
        at("guarded", none, 0.5),
        at("guarded", one, 0.5),
        at("guarded", new double[] {0.5, 1.5, 0.25}, 0.5),
        at("caught", none, 0.5, 0),
        at("caught", one, 0.5, 0),
        at("caught", one, 0.5, 2),
        at("caught", new double[] {1, 2, 2.5}, 0.5, 2));
  }

  private static Point at(String program, Object... args) {
    return Point.of(OrderPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double arm(double x, double[] a, boolean far) {
    double y = x * a[far ? (int) a[7] : 0];
    a[0] = 3 * y;
    return y * a[0];
  }

  @Differentiable(order = 2)
  static double both(double x, double[] a, int n) {
    double y = x * a[n > 0 && a[n] > 1 ? n : 0];
    a[n > 0 ? n : 0] += y * y;
    return y * a[0];
  }

  @Differentiable(order = 2)
  static double either(double x, double[] a, int n) {
    double y = Math.sin(x * a[n >= a.length || a[n] < 1 ? 0 : n]);
    a[0] *= y;
    return y * a[0];
  }

  @Differentiable(order = 2)
  static double rows(double x, double[][] a) {
    double d =
        Math.expm1(
            x
                + a[Math.floorMod(0, a.length)][
                    Math.floorMod(a[0][0] <= 2 ? 2 : 1, a[Math.floorMod(0, a.length)].length)]);
    a[0][0] *= 2;
    return d * a[0][0];
  }

  @Differentiable(order = 2)
  static double divided(double x, double[] a, int n, int m) {
    double y = a[n / m] * x + a[(int) a[3]] * x * x;
    a[3] = y;
    return y * a[0];
  }

  @Differentiable(order = 2)
  static double table(double x, double[] a, int[] order, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      s += s * a[i > 0 ? order[i - 1] : order[i]];
      order[i] = i;
      a[i] *= s;
    }
    return s * a[1];
  }

  /** Seed 9010032: the row is read before the index, which reverse mode has to keep. */
  @Differentiable(order = 2)
  static double placed(double[][] a, double x) {
    a[0][a[1][1] >= 2 ? 5 : 0] = x * x;
    a[1][1] = a[0][0] * 3;
    return a[1][1] * x + a[0][a[0].length - 1];
  }

  @Differentiable(order = 2)
  static double guarded(double[] a, double x) {
    double c = 0.5;
    a[0] -= c * -a[Math.floorMod((int) (a[Math.floorMod(-2, a.length)] * 3), a.length)];
    try {
      a[0] -= a[a.length - 1];
    } catch (ArrayIndexOutOfBoundsException e) {
      c += Math.sqrt(1.5 + Math.sin(c <= a[0] ? 0 : 2));
    } catch (ArithmeticException e) {
      x = a[0];
    }
    return c * c - x * a[0];
  }

  /** What is thrown first decides which clause runs. */
  @Differentiable(order = 2)
  static double caught(double[] a, double x, int n) {
    double s = x;
    try {
      s = x * a[0] * a[a[n] > 0 ? (int) a[n] : 1 / n];
      a[n] = s;
    } catch (ArrayIndexOutOfBoundsException e) {
      s *= 2;
    } catch (ArithmeticException e) {
      s *= s;
    }
    return s + s * x;
  }
}
