package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Exceptions that come out of called methods, which have done part of their work by then. */
final class ThrowingCallPrograms {
  private ThrowingCallPrograms() {}

  static List<Point> points() {
    return List.of(
        at("partWay", new double[] {0.5, 0.7, 0.9}, 2.0, 0),
        at("partWay", new double[] {0.5, 0.7, -0.9, 0.2}, 2.0, 1),
        at("partWay", new double[] {0.5, 0.7, 0.9}, 2.0, 5),
        at("propagates", new double[] {0.5, 0.7, 0.9}, 1),
        at("propagates", new double[] {0.5, -0.7, 0.9}, 1),
        at("propagates", new double[] {0.5, 0.7, 0.9}, 7),
        at("recursion", 0.8, 3),
        at("recursion", 0.8, 9),
        at("resultsLost", 0.8, 2),
        at("resultsLost", 0.8, 0),
        at("returnsArrays", new double[] {0.5, 0.7, 0.9}, 1),
        at("returnsArrays", new double[] {0.5, 0.7, 0.9}, 6),
        at("catchesInside", new double[] {0.5, 0.7, 0.9}, 4),
        at("inBothWays", new double[] {0.5, 0.7, 0.9}, 2),
        at("inBothWays", new double[] {0.5, 0.7, 0.9}, 4),
        at("rows", new double[][] {{0.5, 0.7}, {0.9}}, 2),
        at("rows", new double[][] {{0.5, 0.7}, {0.9, 1.5}}, 2),
        at("argumentsThrow", new double[] {0.5, 0.7, 0.9}, 1),
        at("argumentsThrow", new double[] {0.5, 0.7, 0.9}, 3),
        at("keptIndices", (Object) new double[][] {{}, {1, 2, 3}}),
        at("keptIndices", (Object) new double[][] {{0.5, 1}, {0.2, 0.3}}),
        at("placeThrowsFirst", (Object) new double[0]),
        at("placeThrowsFirst", (Object) new double[] {0.5, 0.7}),
        at("inOrderOfTerms", new double[0], 0.7),
        at("inOrderOfTerms", new double[] {0.5, 0.7}, 0.7),
        at("passiveCallee", 0.7, "12"),
        at("passiveCallee", 0.7, "twelve"),
        at("sums", new double[] {0.5, 0.7}),
        at("sums", (Object) null));
  }

  private static Point at(String program, Object... args) {
    return Point.of(ThrowingCallPrograms.class, program, args);
  }

  static void scale(double[] a, double f, int limit) {
    for (int i = 0; i < limit; i++) {
      if (a[i] < 0) {
        throw new IllegalArgumentException("negative");
      }
      a[i] *= f * a[i];
    }
  }

  @Differentiable(order = 2)
  static double partWay(double[] a, double f, int more) {
    double y = 1;
    try {
      scale(a, f, a.length - 1 + more);
      y = a[0];
    } catch (IllegalArgumentException e) {
      y = a[1] * f;
    } catch (ArrayIndexOutOfBoundsException e) {
      y = a[a.length - 1] * a[0];
    }
    return y * a[0] + a[a.length - 1];
  }

  static double middle(double[] a, int n) {
    double before = a[0];
    scale(a, a[1], n);
    a[0] += before;
    return a[0] * before;
  }

  @Differentiable(order = 2)
  static double propagates(double[] a, int n) {
    double y = a[2];
    try {
      y += middle(a, n);
      y *= middle(a, n + 1);
    } catch (IllegalArgumentException e) {
      y *= a[0];
      return y * a[2];
    } finally {
      a[2] *= a[1];
    }
    return y + a[2];
  }

  static double deeper(double x, int n) {
    if (n > 6) {
      throw new IllegalStateException("too deep");
    }
    double y = n == 0 ? x : x * deeper(x, n - 1);
    if (y < 0.45) {
      throw new ArithmeticException("too small");
    }
    return y;
  }

  @Differentiable(order = 2)
  static double recursion(double x, int n) {
    double y = x;
    for (int i = 0; i <= n; i++) {
      try {
        y = y * x + deeper(x, i);
      } catch (ArithmeticException e) {
        y += x * x;
      } catch (IllegalStateException e) {
        y *= 1 - x;
      }
    }
    return y;
  }

  static double inverse(double x, int n) {
    double y = x * x;
    return y / (4 / n);
  }

  /** A variable keeps its value where the call that was to give it another one throws. */
  @Differentiable(order = 2)
  static double resultsLost(double x, int n) {
    double y = x * x * x;
    try {
      y = inverse(x, n);
    } catch (ArithmeticException e) {
      y *= x;
    }
    return y;
  }

  static double[] doubled(double[] a, int n) {
    double[] b = new double[a.length];
    for (int i = 0; i < n; i++) {
      b[i] = 2 * a[i];
      a[i] *= a[i];
    }
    return b;
  }

  @Differentiable(order = 2)
  static double returnsArrays(double[] a, int n) {
    double[] b = a;
    try {
      b = doubled(a, n);
      b[0] *= b[0];
    } catch (RuntimeException e) {
      b[1] *= 3;
    }
    return b[0] * a[0] + b[1] * a[2];
  }

  static double guarded(double[] a, int i) {
    try {
      a[i] *= a[0];
      return a[i];
    } catch (ArrayIndexOutOfBoundsException e) {
      return a[0] * a[1];
    } finally {
      a[0] *= 1.5;
    }
  }

  @Differentiable(order = 2)
  static double catchesInside(double[] a, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      y += guarded(a, i) * y;
    }
    return y;
  }

  /** The same method is called where an exception is caught and where none is. */
  @Differentiable(order = 2)
  static double inBothWays(double[] a, int n) {
    double y = middle(a, 2);
    try {
      y *= middle(a, n);
    } catch (RuntimeException e) {
      y += a[1];
    }
    return y + middle(a, 1);
  }

  @Differentiable(order = 2)
  static double rows(double[][] a, int n) {
    double y = 0;
    for (double[] row : a) {
      try {
        for (int j = 0; j < n; j++) {
          y += row[j] * row[j] * row[1 - j];
          row[j] = y;
        }
      } catch (ArrayIndexOutOfBoundsException e) {
        y *= row[0];
      }
    }
    return y * a[0][0] + a[1][0];
  }

  @Differentiable(order = 2)
  static double argumentsThrow(double[] a, int n) {
    double y = a[0];
    try {
      y = deeper(a[n] * a[n - 1], n % (2 - n));
      y += deeper(a[n], 0);
    } catch (ArithmeticException e) {
      y *= a[1] * n;
    } catch (ArrayIndexOutOfBoundsException e) {
      y += a[2];
    }
    return y * y;
  }

  static int parsed(String text) {
    return Integer.parseInt(text);
  }

  @Differentiable(order = 2)
  static double passiveCallee(double x, String text) {
    double y = x;
    try {
      y *= x * x;
      y *= parsed(text);
      y += x;
    } catch (NumberFormatException e) {
      y += x * text.length();
    }
    return y * y;
  }

  @Differentiable(order = 2)
  static double sums(double[] a) {
    double y = 1;
    try {
      for (double v : a) {
        y *= v;
      }
    } catch (NullPointerException e) {
      y = -1;
    }
    return y;
  }

  private static double alternating(double x, double y, int depth) {
    return depth <= 0 ? x : x * y + alternating(Math.sin(y), x, depth - 1);
  }

  @Differentiable(order = 2)
  static double keptIndices(double[][] x) {
    double y =
        alternating(x[0][x[0].length - 1], x[(int) x[1][Math.floorMod(4, x[0].length)]][0], 2);
    x[1][0] = 7;
    return y * y + x[1][1];
  }

  @Differentiable(order = 2)
  static double placeThrowsFirst(double[] a) {
    a[Math.floorMod(3, a.length)] = 0.1f * (a[0] - 0.5);
    return a[0] * a[1];
  }

  @Differentiable(order = 2)
  static double inOrderOfTerms(double[] a, double x) {
    x -= 0.1 - a[Math.floorMod(3, a.length)] + a[0];
    return x * x;
  }
}
