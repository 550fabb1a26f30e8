package io.cotangent;

/**
 * Fornberg's recursion for the weights of finite differences (B. Fornberg, Math. Comp. 51, 1988):
 * from the polynomial through i points to that through i + 1.
 */
final class Fornberg {
  private Fornberg() {}

  /** The weights of derivatives 0 to {@code order} at a point, for {@code points[from..to)}. */
  static double[][] weights(double at, double[] points, int from, int to, int order) {
    double[][] weights = new double[order + 1][to - from];
    if (from == to) {
      return weights;
    }
    weights[0][0] = 1;
    double before = 1;
    for (int i = 1; i < to - from; i++) {
      double product = 1;
      int highest = Math.min(i, order);
      for (int j = 0; j < i; j++) {
        double distance = points[from + i] - points[from + j];
        if (distance == 0) {
          throw new IllegalArgumentException(
              "points " + (from + j) + " and " + (from + i) + " are both " + points[from + i]);
        }
        product *= distance;
        if (j == i - 1) {
          extend(weights, i, highest, before / product, points[from + i - 1] - at);
        }
        revise(weights, j, highest, points[from + i] - at, distance);
      }
      before = product;
    }
    return weights;
  }

  /** The new point's weights, from those of the point before it. */
  private static void extend(double[][] w, int i, int highest, double ratio, double offset) {
    for (int k = highest; k >= 0; k--) {
      double lower = k == 0 ? 0 : k * w[k - 1][i - 1];
      w[k][i] = ratio * (lower - offset * w[k][i - 1]);
    }
  }

  /** An old point's weights, now that there is a new point. */
  private static void revise(double[][] w, int j, int highest, double offset, double distance) {
    for (int k = highest; k >= 0; k--) {
      double lower = k == 0 ? 0 : k * w[k - 1][j];
      w[k][j] = (offset * w[k][j] - lower) / distance;
    }
  }
}
