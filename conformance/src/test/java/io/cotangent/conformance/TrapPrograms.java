package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/**
 * What went wrong in other tools, each as the smallest program, named project, issue and point.
 * What is about cost stands in {@link CostTest}.
 */
final class TrapPrograms {
  private TrapPrograms() {}

  static List<Point> points() {
    double[] abc = {0.5, -1.25, 2};
    return List.of(
        at("enzyme101_ifZeroReturnZero", 0.0).exactly(0).note("takes the branch taken"),
        at("enzyme101_ifZeroReturnZero", 2.0).exactly(7),
        at("zygote1198_bufferSwap", (Object) abc),
        at("zygote1198_bufferSwap", (Object) new double[] {0.1, 0.7, -0.3, 0.9}),
        at("zygote11_throw", 0.5),
        at("zygote11_throw", -0.5),
        at("zygote249_earlyReturnInLoop", 0.6, 3),
        at("zygote249_earlyReturnInLoop", 0.6, 30),
        at("jax347_whereNaN", 0.0).exactly(0),
        at("jax347_whereNaN", -1.0).exactly(0),
        at("jax347_whereNaN", 4.0).exactly(0.25),
        at("jax347_whereOverflow", 1000.0).exactly(1),
        at("jax347_whereOverflow", 0.0).gradient(3),
        at("jax347_whereTwoFactorsOverflow", 1000.0).exactly(2000).hessian(new double[] {2}),
        at("curvatureOfArcs", 1e-9).gradient(3e9).hessian(new double[] {3}),
        at("jax1052_whereOfDivision", 0.0, 1.0).exactly(0, 0),
        at("jax1052_whereOfDivision", 2.0, 1.0).exactly(-0.25, 0.5),
        at("jax5798_whereInLoop", (Object) new double[] {0, 4, -1}).exactly(0, 0.25, 0),
        at("jax14397_zerothPower", 0.0).exactly(0),
        at("jax14397_zerothPower", -2.0).exactly(0),
        at("jax14397_variableZerothPower", 0.0, 0.0).exactly(0),
        at("jax14397_variableZerothPower", 3.0, 0.0).exactly(0),
        at("jax14397_integerPowersInLoop", 0.0, 3).exactly(1),
        at("slang13000_boundedLoop", 0.6).as("slang13000_unrolled"),
        at("slang13000_boundedLoop", 1.6).as("slang13000_unrolled"),
        at("slang13000_boundedLoop", 3.6).as("slang13000_unrolled"),
        at("slang13000_unrolled", 0.6),
        at("slang10080_remainder", -7.5, 2.0).exactly(1, 3),
        at("slang10080_remainder", 7.5, -2.0).exactly(1, 3),
        at("stanmath2060_ties", 1.5, 1.5).exactly(1, 1),
        at("stanmath2060_tiesInArray", (Object) new double[] {2, 1, 2}).exactly(0.5, 0, 0.5),
        at("stanmath2060_tieWithConstant", 0.0).exactly(0.5));
  }

  private static Point at(String program, Object... args) {
    return Point.of(TrapPrograms.class, program, args);
  }

  @SuppressWarnings("cotangent:float-equality")
  @Differentiable
  static double enzyme101_ifZeroReturnZero(double x) {
    if (x == 0) {
      return 0;
    }
    return x * x + 3 * x;
  }

  /** Whose numbers stand in which buffer changes with every trip. */
  @Differentiable(order = 2)
  static double zygote1198_bufferSwap(double[] x) {
    double[] now = x;
    double[] next = new double[x.length];
    for (int t = 0; t < 3; t++) {
      next[0] = now[0] * now[0];
      for (int i = 1; i < x.length; i++) {
        next[i] = now[i] * next[i - 1] + 0.5 * now[i - 1];
      }
      double[] swapped = now;
      now = next;
      next = swapped;
    }
    return now[x.length - 1] * next[0] + now[0];
  }

  @Differentiable(order = 2)
  static double zygote11_throw(double x) {
    double y = x;
    for (int i = 0; i < 4; i++) {
      y = y * x + 0.5;
      if (y < 0.3) {
        throw new ArithmeticException("y is " + y + " in trip " + i);
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double zygote249_earlyReturnInLoop(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y += x * y;
      if (y > 5) {
        return y * i;
      }
    }
    return y * y;
  }

  private static double where(boolean test, double yes, double no) {
    return test ? yes : no;
  }

  /** Both arms are computed; the one not chosen is infinite or NaN. */
  @Differentiable
  static double jax347_whereNaN(double x) {
    return where(x > 0, Math.sqrt(x), 0);
  }

  /** The arm not chosen overflows, and so do its derivatives. */
  @Differentiable
  static double jax347_whereOverflow(double x) {
    double large = Math.exp(x) + Math.sinh(x) + Math.expm1(x) - 2 * Math.cosh(x);
    return where(x > 700, x, large);
  }

  /** Two factors overflow in the arm not chosen: each is the other's slope. */
  @Differentiable(order = 2)
  static double jax347_whereTwoFactorsOverflow(double x) {
    double large = Math.expm1(x) * Math.cosh(x);
    return where(x > 700, x * x, large);
  }

  /** The second derivative near zero is small, and not the difference of large numbers. */
  @Differentiable(order = 2)
  static double curvatureOfArcs(double x) {
    return 1e9 * (2 * Math.asin(x) - Math.acos(x));
  }

  @SuppressWarnings("cotangent:float-equality")
  @Differentiable
  static double jax1052_whereOfDivision(double x, double y) {
    double quotient = y / x;
    return where(x != 0, quotient, 0);
  }

  @Differentiable
  static double jax5798_whereInLoop(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double root = Math.sqrt(x[i]);
      double log = Math.log(x[i]);
      sum += where(x[i] > 0, root, log > 5 ? log : 0);
    }
    return sum;
  }

  @Differentiable
  static double jax14397_zerothPower(double x) {
    return Math.pow(x, 0);
  }

  @Differentiable(wrt = "x")
  static double jax14397_variableZerothPower(double x, double n) {
    return Math.pow(x, n);
  }

  @Differentiable
  static double jax14397_integerPowersInLoop(double x, int n) {
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      sum += Math.pow(x, k);
    }
    return sum;
  }

  @Differentiable
  static double slang13000_boundedLoop(double x) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      if (y > 4) {
        break;
      }
      y = y * y + i * x;
    }
    return y;
  }

  @Differentiable
  static double slang13000_unrolled(double x) {
    double y = x;
    if (y > 4) return y;
    y = y * y + 0 * x;
    if (y > 4) return y;
    y = y * y + 1 * x;
    if (y > 4) return y;
    y = y * y + 2 * x;
    return y;
  }

  @Differentiable
  static double slang10080_remainder(double a, double b) {
    return a % b;
  }

  @Differentiable
  static double stanmath2060_ties(double x, double y) {
    return Math.max(x, y) + Math.min(x, y);
  }

  @Differentiable
  static double stanmath2060_tiesInArray(double[] x) {
    double max = x[0];
    for (int i = 1; i < x.length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  @Differentiable
  static double stanmath2060_tieWithConstant(double x) {
    return Math.max(0, x);
  }
}
