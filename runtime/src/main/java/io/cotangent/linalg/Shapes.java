package io.cotangent.linalg;

/** Checks of shapes, with messages that give them. */
final class Shapes {
  private Shapes() {}

  static int columns(double[][] a) {
    return a.length == 0 ? 0 : a[0].length;
  }

  /** Checks that rows have one length. */
  static void rectangular(double[][] a, String name) {
    for (int i = 0; i < a.length; i++) {
      check(
          a[i].length == columns(a),
          name + ": row " + i + " has " + a[i].length + " entries, row 0 has " + columns(a));
    }
  }

  /** Checks that a matrix is square, and returns its size. */
  static int square(double[][] a, String name) {
    rectangular(a, name);
    check(columns(a) == a.length, name + " is " + shape(a) + ", but must be square");
    return a.length;
  }

  static void product(double[][] a, double[][] b) {
    rectangular(a, "a");
    rectangular(b, "b");
    check(
        a.length == 0 || columns(a) == b.length,
        "a is " + shape(a) + " and b is " + shape(b) + ": no product");
  }

  static void product(double[][] a, double[] x) {
    rectangular(a, "a");
    check(
        a.length == 0 || columns(a) == x.length,
        "a is " + shape(a) + " and x has " + x.length + " entries: no product");
  }

  static void system(double[][] a, int rowsOfB) {
    int n = square(a, "a");
    check(rowsOfB == n, "a is " + shape(a) + " and b has " + rowsOfB + " rows: no system");
  }

  static void same(double[][] a, double[][] b, String name) {
    rectangular(b, name);
    check(
        a.length == b.length && columns(a) == columns(b),
        name + " is " + shape(b) + ", but must be " + shape(a));
  }

  static String shape(double[][] a) {
    return a.length + " x " + columns(a);
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
