package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** What went wrong in Clad, each as the smallest program, named by its issue. */
final class CladTrapPrograms {
  private CladTrapPrograms() {}

  static List<Point> points() {
    double[] abc = {0.5, -1.25, 2};
    return List.of(
        at("clad1865_divisorInLoop", 0.6, 1.5, 4),
        at("clad1865_divisorElementInLoop", (Object) abc),
        at("clad710_continue", 0.6, 7),
        at("clad851_break", 0.6, 7),
        at("clad440_referenceArgument", (Object) abc),
        at("clad1573_aliasedArrays", (Object) abc),
        at("clad1573_oneArrayForTwoParameters", (Object) abc),
        at("clad1108_unusedAcos", 2.0).exactly(4),
        at("clad1108_unusedAcosInHelper", 2.0).exactly(4),
        at("clad464_assignmentInExpression", 0.6, -1.5),
        at("clad746_assignmentInCondition", 0.6),
        at("clad650_assignmentInLoopHeader", 0.6),
        at("clad1737_hessianOfNestedFunctions", 0.6, -1.5));
  }

  private static Point at(String program, Object... args) {
    return Point.of(CladTrapPrograms.class, program, args);
  }

  /** The divisor changes in the loop, so that each trip's own must come back. */
  @Differentiable(order = 2)
  static double clad1865_divisorInLoop(double x, double y, int n) {
    double r = x;
    double d = y;
    for (int i = 0; i < n; i++) {
      d = d + 0.5 * r;
      r = r / d;
      d /= 1 + r * r;
    }
    return r * d;
  }

  @Differentiable(order = 2)
  static double clad1865_divisorElementInLoop(double[] x) {
    double q = 1;
    for (int i = 0; i < x.length; i++) {
      q = x[0] / (x[i] * x[i] + 1);
      x[0] /= q + 2;
    }
    return q * x[0];
  }

  @Differentiable(order = 2)
  static double clad710_continue(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y *= x + 1;
      if (i % 2 == 0) {
        y += x;
        continue;
      }
      y = y * y * 0.25;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double clad851_break(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = y * y + x;
      if (y > 2) {
        y *= 3;
        break;
      }
      y += 0.25;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double clad440_referenceArgument(double[] x) {
    double before = x[0] * x[1];
    clad440_update(x, before);
    return before * x[0] + x[1];
  }

  private static void clad440_update(double[] x, double by) {
    x[0] = x[0] * by;
    x[1] += x[0] * x[2];
  }

  @Differentiable(order = 2)
  static double clad1573_aliasedArrays(double[] x) {
    double[] y = x;
    for (int i = 0; i < y.length; i++) {
      y[i] *= x[(i + 1) % x.length];
    }
    return x[0] + y[1] * x[2];
  }

  @Differentiable(order = 2)
  static double clad1573_oneArrayForTwoParameters(double[] x) {
    return clad1573_mix(x, x) * x[0];
  }

  private static double clad1573_mix(double[] a, double[] b) {
    a[0] = b[1] * b[2];
    b[1] = a[0] * a[1];
    return a[1] * b[0];
  }

  /** The unused arc cosine is NaN at two, and so would be its derivative. */
  @Differentiable
  static double clad1108_unusedAcos(double x) {
    double angle = Math.acos(x);
    double never = angle * angle;
    return x * x;
  }

  @Differentiable
  static double clad1108_unusedAcosInHelper(double x) {
    return clad1108_square(x, Math.acos(x));
  }

  private static double clad1108_square(double x, double angle) {
    return angle > 100 ? angle : x * x;
  }

  @Differentiable(order = 2)
  static double clad464_assignmentInExpression(double x, double y) {
    double t;
    double u = (t = x * y) * t + (x = t + 1) * (y *= x);
    return u * t + x * y;
  }

  @Differentiable(order = 2)
  static double clad746_assignmentInCondition(double x) {
    double y = x;
    double t = 0;
    while ((t = y * y) < 2) {
      y += t + x;
    }
    if ((t += y) > 1) {
      y *= t;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double clad650_assignmentInLoopHeader(double x) {
    double y = 1;
    double t = x;
    for (double s = x; (t = s * y) < 4; s += t, y *= 1 + x) {
      y += 0.5 * t;
    }
    return t * y;
  }

  @Differentiable(order = 2)
  static double clad1737_hessianOfNestedFunctions(double x, double y) {
    return clad1737_outer(x * y, clad1737_inner(x, y));
  }

  private static double clad1737_outer(double p, double q) {
    return clad1737_inner(p * q, q) * p + clad1737_inner(q, q);
  }

  private static double clad1737_inner(double a, double b) {
    return a * a * b + Math.sin(a * b);
  }
}
