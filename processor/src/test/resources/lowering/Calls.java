package lowering;

import java.util.ArrayList;
import java.util.List;

/** Calls of every kind. */
class Calls {
  private static final double SECRET = 0.125;
  double gain = 2;
  final double[] table = {1, 2, 3};
  private static final int SIZE = 2;
  List<String> names = new ArrayList<>();

  static double helper(double x) {
    return privateHelper(x, 2) + Other.twice(x) + SECRET;
  }

  private static double privateHelper(double x, int n) {
    return n == 0 ? 1 : x * privateHelper(x, n - 1);
  }

  static double mutualEven(double x, int n) {
    if (n > 6 || n < 0) return -1;
    return n == 0 ? x : odd(x * 2, n - 1);
  }

  private static double odd(double x, int n) {
    return n == 0 ? -x : mutualEven(x + 1, n - 1);
  }

  static double branching(double x, int n) {
    if (n > 5) n = 5;
    return n <= 1 ? x : branching(x * 0.5, n - 1) + branching(x + 1, n - 2);
  }

  static double varargs(double x, double[] a) {
    int i = 1;
    return Other.sum()
        + Other.sum(x) * 2
        + Other.sum(x, i, i++, i)
        + Other.sum(a)
        + Other.sum(new double[] {1, x});
  }

  static double mutating(double[] a) {
    double before = a[0];
    scale(a, 3);
    return before + a[0];
  }

  private static void scale(double[] a, double by) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= by;
    }
    if (a.length > 4) return;
    a[0]++;
  }

  static double overloads(double x, int i, float f) {
    return over(x) + over(i) * 10 + over(f) * 100 + over((double) i) + over((long) i);
  }

  private static double over(double x) {
    return x;
  }

  private static double over(int x) {
    return x + 0.25;
  }

  private static double over(float x) {
    return x + 0.5;
  }

  static double argumentOrder(double x, double[] a) {
    return three(x, x = 4, x++ + a[0]) + three(a[1], set(a, 9), a[1]);
  }

  private static double three(double a, double b, double c) {
    return a + b * 10 + c * 100;
  }

  private static double set(double[] a, double v) {
    return a[1] = v;
  }

  static double operandOrder(double[] a) {
    return a[1] + set(a, 5) * a[1] - a[0] / set(a, 2) + a[1];
  }

  static double callInCondition(double x, int i) {
    while (Other.twice(x) < 10 && i++ < 5) {
      x += 1;
    }
    if (Other.twice(x) > 12 || Other.twice(i) > 6) {
      return -x;
    }
    return x;
  }

  static double unusedResult(double x, double[] a) {
    set(a, x);
    Other.twice(x);
    Math.sqrt(x);
    Math.floorDiv(1, a.length - 3);
    return a[1];
  }

  static double chained(double x) {
    return Other.twice(Other.twice(Math.sin(Other.twice(x)))) + Other.viaHidden(x);
  }

  static double indirectPrivate(int i, double[] a) {
    return a[wrap(i, a.length)];
  }

  private static int wrap(int i, int n) {
    return ((i % n) + n) % n;
  }

  static String library(double x, int i, String s) {
    StringBuilder text = new StringBuilder();
    text.append(i).append(s);
    text.append('c');
    List<String> list = new ArrayList<>();
    list.add("one");
    list.add(0, s);
    String first = list.get(1);
    int n = list.size() + first.length();
    return text + String.format("%d %s %b", i, s, x > 0) + n + Integer.toString(i) + s.length();
  }

  static boolean passiveTests(double x) {
    return Double.isNaN(x) || Double.compare(x, 1) > 0 && !Double.isInfinite(x);
  }

  double receiver(double x) {
    return x * gain + this.table[1] + table.length + SIZE + scaled(x) + this.scaled(2);
  }

  private double scaled(double x) {
    return gain * x;
  }

  int virtual(int i) {
    return i + plain(i);
  }

  int plain(int i) {
    return i + names.size();
  }

  static double objects(double x) {
    Other other = new Other();
    return x * other.weight;
  }

  static void voidReturn(double[] a, int i) {
    if (i > 1) return;
    a[0] = 5;
    a[i] = 6;
  }

  static double throwsFromHelper(double x, int i) {
    return x + checked(i) + checked(i - 1);
  }

  private static double checked(int i) {
    if (i < 0) throw new IllegalArgumentException("negative: " + i);
    return i;
  }

  static double throwsMade(int i) {
    if (i == 1) throw error("one", i);
    return i;
  }

  private static IllegalArgumentException error(String s, int i) {
    return new IllegalArgumentException(s + i);
  }

  record Line(double slope, double offset) {
    double at(double x) {
      return slope * x + this.offset;
    }
  }

  static double records(double x) {
    Line line = new Line(2, 3);
    return line.slope * x + line.offset() + line.at(x);
  }
}
