package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** The exceptions that Java's own operations throw, caught. */
final class LanguageExceptionPrograms {
  private LanguageExceptionPrograms() {}

  static List<Point> points() {
    return List.of(
        at("kinds", new double[] {0.5, 0.7, 0.9}, 0),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 1),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 2),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 3),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 4),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 5),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 6),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 7),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 8),
        at("kinds", new double[] {0.5, 0.7, 0.9}, 9),
        at("chosen", new double[] {0.5, 0.7, 0.9}, 1, 0),
        at("chosen", new double[] {0.5, 0.7, 0.9}, 3, 0),
        at("chosen", new double[] {0.5, 0.7, 0.9}, 2, 3),
        at("chosen", new double[] {0.5, 0.7, 0.9}, 0, 3),
        at("overwrites", new double[] {0.5, 0.7, 0.9}, 4),
        at("overwrites", new double[] {0.5, 0.7, 0.9}, 2),
        at("order", new double[] {0.5, 0.7, 0.9}, 3, 0),
        at("order", new double[] {0.5, 0.7, 0.9}, 0, 0),
        at("order", new double[] {0.5, 0.7, 0.9}, 0, 3),
        at("updates", new double[] {0.5, 0.7, 0.9}, 1),
        at("updates", new double[] {0.5, 0.7, 0.9}, 0),
        at("infinite", 0.0, 1).exactly(2),
        at("infinite", 0.0, 0).exactly(2),
        at("zeroTrip", new double[] {}, 3),
        at("passiveTry", 0.7, "3"),
        at("passiveTry", 0.7, "x"),
        at("copies", new double[] {0.5, 0.7, 0.9}, 2),
        at("copies", new double[] {0.5, 0.7, 0.9}, 4),
        at("floats", new float[] {0.5f, 0.75f}, 1),
        at("floats", new float[] {0.5f, 0.75f}, 2),
        at("asserts", 0.7, 1),
        at("asserts", 0.7, -1));
  }

  private static Point at(String program, Object... args) {
    return Point.of(LanguageExceptionPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double kinds(double[] a, int kind) {
    double y = a[0];
    Object o = kind == 3 ? "text" : Integer.valueOf(2);
    double[] none = kind == 2 ? null : a;
    String text = kind == 7 ? null : "abc";
    try {
      y *= a[kind == 0 ? 3 : 1];
      y *= 1 + 6 / (kind == 1 ? 0 : 2);
      y *= none[2];
      y *= (Integer) o;
      double[] b = new double[kind == 4 ? -1 : 2];
      b[1] = y * y;
      y += b[1];
      int big = Math.addExact(1, kind == 5 ? Integer.MAX_VALUE : 1);
      y *= big;
      y *= Double.parseDouble(kind == 6 ? "one" : "1.5");
      y *= text.length();
      long product = Math.multiplyExact(3L, kind == 8 ? Long.MAX_VALUE : 2);
      y += product * a[2];
    } catch (ArrayIndexOutOfBoundsException e) {
      y *= 2 * a[2];
    } catch (ArithmeticException e) {
      y *= 3 + a[2] * (e.getMessage().equals("/ by zero") ? 1 : 2);
    } catch (NullPointerException e) {
      y *= 4 * y;
    } catch (ClassCastException e) {
      y /= a[2];
    } catch (NegativeArraySizeException e) {
      y *= y * Integer.parseInt(e.getMessage());
    } catch (NumberFormatException e) {
      y *= 7 * y;
    }
    return y * a[1];
  }

  /** Values that are chosen, one of which can't be had. */
  @Differentiable(order = 2)
  static double chosen(double[] a, int i, int j) {
    double y = a[0];
    try {
      y = (a[0] > 0.4 ? (i > 1 ? a[i] : a[j] * a[1]) * a[j] : a[1]) * a[i];
      y *= a[1] > 1 ? a[7] : a[2] * y;
    } catch (ArrayIndexOutOfBoundsException e) {
      y *= a[1] * a[2];
    }
    return y * y;
  }

  @Differentiable(order = 2)
  static double overwrites(double[] a, int n) {
    double y = 1;
    try {
      for (int i = 0; i < n; i++) {
        a[i] = a[i] * a[(i + 1) % 3] * y;
        y += a[i];
        a[i + 1] *= y;
      }
      y *= a[0];
    } catch (ArrayIndexOutOfBoundsException e) {
      y *= a[1] * a[2];
    }
    return y + a[0] * a[1];
  }

  /** Which of two exceptions comes first decides which clause runs. */
  @Differentiable(order = 2)
  static double order(double[] a, int i, int n) {
    double y = a[0];
    try {
      y = a[i] * y * (3 / n);
      a[i] = y / (4 % n);
    } catch (ArithmeticException e) {
      y *= a[1];
    } catch (ArrayIndexOutOfBoundsException e) {
      y *= a[1] * a[2];
    }
    return y;
  }

  @Differentiable(order = 2)
  static double updates(double[] a, int n) {
    int i = 0;
    double y = a[1];
    try {
      a[i++] *= y * a[i++] / (2 / n);
      a[i++] += y;
      y *= a[0];
    } catch (ArithmeticException e) {
      y *= a[i] * i;
    }
    return y + i * a[0];
  }

  /** What was skipped must not bring NaN into the gradient. */
  @Differentiable
  static double infinite(double x, int n) {
    double y = x + 1;
    try {
      y += 1 / n;
      double root = Math.sqrt(x) / (3 / n);
      y += 0 * root;
      y = 2 * y + 1 / (n - 1);
      y += root;
    } catch (ArithmeticException e) {
      y *= 2;
    }
    return y;
  }

  @Differentiable
  static double zeroTrip(double[] a, int n) {
    double y = 2;
    try {
      for (int i = 0; i < a.length; i++) {
        y *= a[i] / n;
      }
    } catch (RuntimeException e) {
      y = 0;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double passiveTry(double x, String text) {
    int n;
    try {
      n = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      n = -1;
    }
    return x * x * n;
  }

  @Differentiable(order = 2)
  static double copies(double[] a, int n) {
    double[] b = new double[3];
    double y = 1;
    try {
      System.arraycopy(a, 0, b, 0, n);
      double[] c = a.clone();
      c[n] *= b[1];
      y = c[2] * c[2];
    } catch (IndexOutOfBoundsException e) {
      y = b[0] + a[1] * a[1];
    }
    return y * b[0] + a[0] * a[2];
  }

  @Differentiable(order = 2)
  static float floats(float[] a, int n) {
    float y = a[0];
    try {
      y *= a[n] * y;
    } catch (ArrayIndexOutOfBoundsException e) {
      y *= a[1];
    }
    return y;
  }

  @Differentiable(order = 2)
  static double asserts(double x, int n) {
    double y = x;
    try {
      y *= x;
      assert n > 0 : "n is " + n;
      y *= x;
    } catch (AssertionError e) {
      y += x * e.getMessage().length();
    }
    return y;
  }
}
