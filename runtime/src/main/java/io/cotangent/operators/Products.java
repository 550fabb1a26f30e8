package io.cotangent.operators;

/** Unit vectors and checks of lengths. */
final class Products {
  private Products() {}

  static double[] unit(int n, int i) {
    double[] out = new double[n];
    out[i] = 1;
    return out;
  }

  static void length(double[] a, int n, String name) {
    if (a.length != n) {
      throw new IllegalArgumentException(
          name + " has " + a.length + " entries, but must have " + n);
    }
  }
}
