package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Helpers of this and of another file, recursion, overloads, varargs, constants. */
final class CallPrograms {
  static final double RATE = 0.125;
  static final double[] WEIGHTS = {0.5, 2, -1};

  private CallPrograms() {}

  static List<Point> points() {
    double[] abc = {0.5, -1.25, 2};
    return List.of(
        at("helper", 0.6, 1.5),
        at("otherFile", 0.6, 1.5),
        at("annotatedHelper", 0.6, 1.5),
        at("overloads", 0.6, 3),
        at("varargs", 0.6, -0.5),
        at("mutates", (Object) abc),
        at("returnsArray", (Object) abc),
        at("power", 1.3, 5),
        at("power", 1.3, 0),
        at("fibonacci", 0.4, 6),
        at("evenSteps", 0.7, 5),
        at("evenSteps", 0.7, 4),
        at("recursiveOnArrays", (Object) new double[] {0.5, -1.25, 2, 0.75, 1.5}, 0, 5),
        at("untilConverged", 0.55),
        at("constants", 0.6),
        at("constantArray", 0.6),
        at("callsInConditions", 0.6),
        at("callsInConditions", 1.6),
        at("callsInLoops", 0.6, 4),
        at("nestedCalls", 0.6),
        at("orderOfArguments", 0.6),
        at("passiveCalls", 0.6, 12),
        at("logs", 0.6),
        at("throwsFromHelper", 0.6),
        at("throwsFromHelper", -0.6),
        at("deep", 0.6),
        at("helperWithFlags", 0.6, true),
        at("helperWithFlags", 0.6, false),
        at("sameHelperActiveAndPassive", 0.6, 2.5));
  }

  private static Point at(String program, Object... args) {
    return Point.of(CallPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double helper(double x, double y) {
    return square(x + y) - square(square(y)) * x;
  }

  private static double square(double t) {
    return t * t;
  }

  @Differentiable(order = 2)
  static double otherFile(double x, double y) {
    return CallHelpers.blend(x, y, 0.25) * CallHelpers.Nested.bump(y);
  }

  @Differentiable(order = 2)
  static double annotatedHelper(double x, double y) {
    double first = helper(x, y);
    return first * helper(y, x) + helper(x * y, 1);
  }

  @Differentiable(order = 2)
  static double overloads(double x, int n) {
    return scale(x) + scale(n) * x + scale((float) n) * x * x + scale(x, 2);
  }

  private static double scale(double t) {
    return t * t * t;
  }

  private static int scale(int t) {
    return 10 * t;
  }

  private static float scale(float t) {
    return 100 * t;
  }

  private static double scale(double t, int n) {
    return n * t;
  }

  @Differentiable(order = 2)
  static double varargs(double x, double y) {
    return sum(x, y, x * y) * sum() + sum(y) * sum(new double[] {x, y}) + sum(x, 1, 2);
  }

  private static double sum(double... terms) {
    double sum = 0.5;
    for (double term : terms) {
      sum += term * term;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double mutates(double[] x) {
    double before = x[0];
    cumulate(x, 0.5);
    CallHelpers.reverseInPlace(x);
    cumulate(x, before);
    return x[2] * x[0] + x[1];
  }

  private static void cumulate(double[] x, double factor) {
    for (int i = 1; i < x.length; i++) {
      x[i] += factor * x[i - 1] * x[i];
    }
  }

  @Differentiable(order = 2)
  static double returnsArray(double[] x) {
    double[] y = CallHelpers.times(x, x[0]);
    double[] z = CallHelpers.times(y, y[1]);
    x[0] = 3;
    return z[0] * y[2] + z[2] * x[1];
  }

  @Differentiable(order = 2)
  static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  @Differentiable(order = 2)
  static double fibonacci(double x, int n) {
    if (n < 2) {
      return n == 0 ? x : x * x;
    }
    double a = fibonacci(x, n - 1);
    return a + x * fibonacci(x, n - 2);
  }

  @Differentiable(order = 2)
  static double evenSteps(double x, int n) {
    return n == 0 ? x : x * oddSteps(x * x, n - 1);
  }

  private static double oddSteps(double x, int n) {
    return n == 0 ? Math.sin(x) : 1 + evenSteps(x + 0.1, n - 1);
  }

  @Differentiable(order = 2)
  static double recursiveOnArrays(double[] x, int from, int to) {
    if (to - from == 1) {
      return x[from] * x[from];
    }
    int middle = (from + to) / 2;
    x[from] *= x[middle];
    double left = recursiveOnArrays(x, from, middle);
    double right = recursiveOnArrays(x, middle, to);
    return left * 0.5 + right * x[from];
  }

  @Differentiable(order = 2)
  static double untilConverged(double x) {
    return shrink(x, 4);
  }

  private static double shrink(double x, double y) {
    return y < 0.5 ? y * x : shrink(x, y * x);
  }

  @Differentiable(order = 2)
  static double constants(double x) {
    return RATE * x * x + Math.PI * x + CallHelpers.OFFSET * x + CallHelpers.offset() * x;
  }

  @Differentiable(order = 2)
  static double constantArray(double x) {
    double sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum = sum * x + WEIGHTS[i] * x;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double callsInConditions(double x) {
    if (square(x) > 1 && square(x + 1) > 2) {
      return square(x) * x;
    }
    while (square(x) < 1) {
      x += square(x);
    }
    return x * x;
  }

  @Differentiable(order = 2)
  static double callsInLoops(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = CallHelpers.blend(y, x, 0.1 * i) + square(y);
    }
    return y;
  }

  @Differentiable(order = 2)
  static double nestedCalls(double x) {
    return square(scale(square(x) + scale(x, 3), 2));
  }

  @Differentiable(order = 2)
  static double orderOfArguments(double x) {
    double a = x;
    return scaled(a *= x, a += 1, a * a) + a;
  }

  private static double scaled(double p, double q, double r) {
    return p * q - r * p;
  }

  @Differentiable(order = 2)
  static double passiveCalls(double x, int n) {
    int length = String.valueOf(n).length() + Integer.bitCount(n);
    StringBuilder log = new StringBuilder();
    log.append(length);
    return length * x * x + log.length() * x;
  }

  @Differentiable(order = 2)
  static double throwsFromHelper(double x) {
    return checked(x * x * x) * x;
  }

  private static double checked(double x) {
    if (x < 0) {
      throw new ArithmeticException("negative: " + x);
    }
    return Math.sqrt(x);
  }

  @Differentiable(order = 2)
  static double deep(double x) {
    return first(x) * second(x);
  }

  private static double first(double x) {
    return second(x) + third(x * x);
  }

  private static double second(double x) {
    return third(x) * third(2 * x);
  }

  private static double third(double x) {
    double[] t = {x, x * x};
    t[0] *= t[1];
    return t[0] + 0.5;
  }

  @Differentiable(order = 2)
  static double helperWithFlags(double x, boolean up) {
    return flagged(x, up) * flagged(x * x, !up);
  }

  private static double flagged(double x, boolean up) {
    if (up) {
      return x + 1;
    }
    return x * x;
  }

  @Differentiable(wrt = "x", order = 2)
  static double sameHelperActiveAndPassive(double x, double c) {
    return square(c) * square(x) + CallHelpers.blend(c, c, c) * x + CallHelpers.blend(x, c, c);
  }

  private static int seen;

  /** Written by a method that gives nothing back: it runs as it is, whatever it does. */
  static void note(double value) {
    synchronized (CallPrograms.class) {
      seen += value > 0 ? 1 : 0;
    }
  }

  @Differentiable(order = 2)
  static double logs(double x) {
    note(x);
    double y = x * x;
    note(-y);
    return y * x;
  }
}
