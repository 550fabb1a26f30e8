package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Loops whose steps leave the same on the tape each time: it gets places by the loop's index. */
final class SegmentPrograms {
  private static final double[] FIVE = {0.5, -1.25, 1.5, 0.75, -0.5};

  private SegmentPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(SegmentPrograms.class, "scan", FIVE),
        Point.of(SegmentPrograms.class, "scan", new double[] {}),
        Point.of(SegmentPrograms.class, "triangle", FIVE, 0.7),
        Point.of(SegmentPrograms.class, "triangle", new double[] {2}, 0.7),
        Point.of(SegmentPrograms.class, "kinds", FIVE, 0.25f, 3),
        Point.of(SegmentPrograms.class, "counting", 0.7, 6),
        Point.of(SegmentPrograms.class, "counting", 0.7, 0),
        Point.of(SegmentPrograms.class, "counting", 0.7, Integer.MIN_VALUE),
        Point.of(SegmentPrograms.class, "extremes", 0.7, Integer.MIN_VALUE, Integer.MIN_VALUE),
        Point.of(SegmentPrograms.class, "extremes", 0.7, Integer.MIN_VALUE, Integer.MIN_VALUE + 2),
        Point.of(SegmentPrograms.class, "extremes", 0.7, Integer.MAX_VALUE, Integer.MAX_VALUE),
        Point.of(SegmentPrograms.class, "extremes", 0.7, Integer.MAX_VALUE - 2, Integer.MAX_VALUE),
        Point.of(SegmentPrograms.class, "extremes", 0.7, -1, 2),
        Point.of(SegmentPrograms.class, "inclusive", FIVE),
        Point.of(SegmentPrograms.class, "late", FIVE, 2),
        Point.of(SegmentPrograms.class, "late", FIVE, 9),
        Point.of(SegmentPrograms.class, "helpers", FIVE, 3),
        Point.of(SegmentPrograms.class, "endless", FIVE),
        Point.of(SegmentPrograms.class, "endlessByParameter", FIVE, Integer.MAX_VALUE),
        Point.of(SegmentPrograms.class, "endlessByParameter", FIVE, 4),
        Point.of(SegmentPrograms.class, "caughtInside", FIVE, 7),
        Point.of(SegmentPrograms.class, "caughtInside", FIVE, 4));
  }

  @Differentiable(order = 2)
  static double scan(double[] a) {
    double s = 1;
    for (int i = 0; i < a.length; i++) {
      s = s * Math.sin(a[i]) + a[i];
    }
    return s;
  }

  @Differentiable(order = 2)
  static double triangle(double[] a, double x) {
    int n = a.length;
    double s = x;
    for (int i = 0; i < n - 1; i++) {
      double row = a[i] * s;
      for (int j = i + 1; j < n; j++) {
        row = row * a[j] + x;
        a[j] = a[j] * row;
      }
      s = s + Math.cos(row) * a[i];
    }
    return s;
  }

  @Differentiable
  static double kinds(double[] a, float f, int k) {
    float g = f;
    double s = 0;
    int m = k;
    boolean up = true;
    byte b = 3;
    for (int i = 0; i < a.length; i++) {
      g = g * g + (float) a[i];
      m = (m * 7 + i) % 5;
      up = up ? a[i] > 0 : a[i] < s;
      b = (byte) (b * 3 + m);
      double weight = up ? 2 + m : b;
      s = s * weight * a[i] + g * a[m];
      a[m] = s;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double counting(double x, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      s = Math.sin(s) * x + i;
    }
    return s;
  }

  /** Indices from the least or to the greatest number there is. */
  @Differentiable
  static double extremes(double x, int low, int high) {
    double s = x;
    for (int i = low; i < high; i++) {
      s = Math.sin(s) * x + (i & 3);
    }
    for (int i = high; i > low; i--) {
      s = Math.sin(s) * x + (i & 3);
    }
    if (high < Integer.MAX_VALUE) {
      for (int i = low; i <= high; i++) {
        s = Math.sin(s) * x + (i & 3);
      }
    }
    if (low > Integer.MIN_VALUE) {
      for (int i = high; i >= low; i--) {
        s = Math.sin(s) * x + (i & 3);
      }
    }
    for (int i = 0; i < (low == Integer.MIN_VALUE ? low : 3); i++) {
      s += x;
    }
    for (int i = 3; i > (high == Integer.MAX_VALUE ? high : 1); i--) {
      s += x;
    }
    return s;
  }

  @Differentiable
  static double inclusive(double[] a) {
    double s = 0.5;
    for (int i = 1; i <= a.length - 1; i++) {
      s = s * a[i] + a[i - 1];
    }
    for (int i = 3; i <= 1; i++) {
      s = s * s;
    }
    return s;
  }

  /** What stands before the loop may lie behind its end. */
  @Differentiable
  static double late(double[] a, int from) {
    double s = 0.5;
    int start = Math.max(from, 0);
    double[] b = new double[start];
    for (int i = b.length; i < a.length; i++) {
      s = s * a[i] + 1;
    }
    return s * s;
  }

  private static double norm(double[] a) {
    double s = 0.1;
    for (double x : a) {
      s = Math.sqrt(s * s + x * x);
    }
    return s;
  }

  private static void scale(double[] a, double by) {
    for (int i = 0; i < a.length; i++) {
      a[i] = a[i] * by * a[i];
    }
  }

  @Differentiable(order = 2)
  static double helpers(double[] a, int n) {
    double s = 0;
    for (int t = 0; t < n; t++) {
      double length = norm(a);
      if (t % 2 == 0) {
        scale(a, 1 / length);
      }
      s = s * 0.5 + length * a[t];
    }
    return s;
  }

  /** Ends by an exception long before there is memory for what all of its steps would leave. */
  @Differentiable
  static double endless(double[] a) {
    double s = 1;
    for (int i = 0; i < Integer.MAX_VALUE; i++) {
      s = Math.sin(s * a[i]);
    }
    return s;
  }

  @Differentiable
  static double endlessByParameter(double[] a, int n) {
    double s = 1;
    for (int i = 0; i < n; i++) {
      s = Math.sin(s * a[i]);
    }
    return s;
  }

  private static double product(double[] a, int[] order) {
    double s = 1;
    for (int i = 0; i < order.length; i++) {
      s = Math.sin(s * a[order[i]]) + 1;
      a[order[i]] = s;
    }
    return s;
  }

  @Differentiable
  static double caughtInside(double[] a, int last) {
    int[] order = {3, 1, 2, last, 0};
    double s;
    try {
      s = product(a, order);
    } catch (ArrayIndexOutOfBoundsException e) {
      s = a[1] * 2;
    }
    for (int i = 0; i < a.length; i++) {
      s = s * a[i] + 0.5;
    }
    return s;
  }
}
