package io.cotangent.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Singular values by one-sided Jacobi rotations (M. R. Hestenes 1958; J. Demmel and K. Veselić,
 * "Jacobi's method is more accurate than QR", 1992).
 */
final class JacobiSvd {
  private static final int MOST_SWEEPS = 60;

  private JacobiSvd() {}

  static Svd of(double[][] a) {
    if (a.length < Shapes.columns(a)) {
      Svd turned = ofTall(Dense.transpose(a));
      return positive(Dense.transpose(turned.v()), turned.s(), Dense.transpose(turned.u()));
    }
    Svd tall = ofTall(a);
    return positive(Dense.transpose(tall.u()), tall.s(), Dense.transpose(tall.v()));
  }

  /** Turns the signs of pairs of vectors, given in rows, as {@link Svd} promises. */
  private static Svd positive(double[][] u, double[] s, double[][] v) {
    for (int i = 0; i < s.length; i++) {
      if (v[i][JacobiEigen.largest(v[i])] < 0) {
        JacobiEigen.turn(u[i]);
        JacobiEigen.turn(v[i]);
      }
    }
    return new Svd(Dense.transpose(u), s, Dense.transpose(v));
  }

  private static Svd ofTall(double[][] a) {
    double[][] columns = Dense.transpose(a);
    int n = columns.length;
    double[][] v = Dense.identity(n);
    int sweep = 0;
    while (sweep(columns, v)) {
      if (++sweep == MOST_SWEEPS) {
        throw new ArithmeticException("no singular values found: are all entries finite?");
      }
    }
    double[] norms = new double[n];
    for (int i = 0; i < n; i++) {
      norms[i] = norm(columns[i]);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(norms[j], norms[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] s = new double[n];
    double[][] left = new double[n][];
    double[][] right = new double[n][];
    for (int i = 0; i < n; i++) {
      s[i] = norms[order[i]];
      right[i] = v[order[i]];
      left[i] = unit(columns[order[i]], s[i], s[0], left, i);
    }
    return new Svd(Dense.transpose(left), s, Dense.transpose(right));
  }

  private static boolean sweep(double[][] columns, double[][] v) {
    boolean rotated = false;
    for (int p = 0; p < columns.length; p++) {
      for (int q = p + 1; q < columns.length; q++) {
        double pp = norm(columns[p]);
        double qq = norm(columns[q]);
        double cosine = pp == 0 || qq == 0 ? 0 : dot(columns[p], 1 / pp, columns[q], 1 / qq);
        if (!(Math.abs(cosine) <= 0x1p-50)) {
          double theta = (qq / pp - pp / qq) / (2 * cosine);
          double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
          double c = 1 / Math.hypot(t, 1);
          JacobiEigen.turn(columns[p], columns[q], c, t * c);
          JacobiEigen.turn(v[p], v[q], c, t * c);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  /** A column's direction; for a null column, a unit vector orthogonal to those before. */
  private static double[] unit(
      double[] column, double norm, double largest, double[][] before, int count) {
    if (norm > 0x1p-52 * largest * column.length) {
      double[] u = column.clone();
      for (int i = 0; i < u.length; i++) {
        u[i] /= norm;
      }
      return u;
    }
    double[] best = new double[column.length];
    double bestNorm = -1;
    for (int axis = 0; axis < column.length; axis++) {
      double[] u = new double[column.length];
      u[axis] = 1;
      orthogonalise(u, before, count);
      if (norm(u) > bestNorm) {
        best = u;
        bestNorm = norm(u);
      }
    }
    orthogonalise(best, before, count);
    double length = norm(best);
    return Arrays.stream(best).map(x -> x / length).toArray();
  }

  private static void orthogonalise(double[] u, double[][] before, int count) {
    for (int j = 0; j < count; j++) {
      double along = dot(u, 1, before[j], 1);
      for (int i = 0; i < u.length; i++) {
        u[i] -= along * before[j][i];
      }
    }
  }

  private static double norm(double[] x) {
    double largest = Math.abs(x[JacobiEigen.largest(x)]);
    return largest == 0 ? 0 : largest * Math.sqrt(dot(x, 1 / largest, x, 1 / largest));
  }

  private static double dot(double[] x, double xScale, double[] y, double yScale) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] * xScale) * (y[i] * yScale);
    }
    return sum;
  }
}
