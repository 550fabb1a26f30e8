package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Branches and loops of every kind. */
final class FlowPrograms {
  private FlowPrograms() {}

  static List<Point> points() {
    return List.of(
        at("branches", 0.5),
        at("branches", -0.5),
        at("branches", 2.5),
        at("counted", 1.1, 5),
        at("counted", 1.1, 0),
        at("countedDown", 0.9, 4),
        at("strided", 0.9, 9),
        at("untilSmall", 5.0),
        at("untilSmall", 0.3),
        at("atLeastOnce", 0.4),
        at("atLeastOnce", 3.4),
        at("triangular", 0.4, 5),
        at("loopInBranchInLoop", 0.9, 6),
        at("sideEffectsInConditions", 0.5),
        at("sideEffectsInConditions", 1.7),
        at("shortCircuits", 0.5, 2.0),
        at("shortCircuits", -0.5, 1.0),
        at("shortCircuits", -0.5, -2.0),
        at("newton", 2.0).gradient(1 / (2 * Math.sqrt(2))).within(1e-12),
        at("severalIndices", 0.7, 5),
        at("trips", new double[] {0.5, -1, 2, 0.25}),
        at("trips", new double[0]),
        at("each", new double[] {0.5, -1, 2, 0.25}),
        at("collatz", 0.5, 7));
  }

  private static Point at(String program, Object... args) {
    return Point.of(FlowPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double branches(double x) {
    double y;
    if (x < 0) {
      y = x * x;
    } else if (x < 1) {
      y = Math.exp(x);
      if (y > 1.2) y *= x;
    } else {
      y = 1 / x;
    }
    return y * x;
  }

  @Differentiable(order = 2)
  static double counted(double x, int n) {
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= x + 0.1 * i;
    }
    return product;
  }

  @Differentiable(order = 2)
  static double countedDown(double x, int n) {
    double sum = x;
    for (int i = n; i >= 0; i--) {
      sum = sum * x + i;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double strided(double x, int n) {
    double sum = x;
    for (int i = 1; i <= n; i += 3) {
      sum = Math.sin(sum) + i * x;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double untilSmall(double x) {
    double y = x;
    while (y > 0.4) {
      y = y * y / (1 + y * y + 0.1 * x);
    }
    return y;
  }

  @Differentiable(order = 2)
  static double atLeastOnce(double x) {
    double y = x;
    int n = 0;
    do {
      y = y * x + 1;
      n++;
    } while (y < 3 && n < 8);
    return y * n;
  }

  @Differentiable(order = 2)
  static double triangular(double x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double t = x;
      for (int j = i; j < n; j++) {
        t = t * t + 0.1 * x;
      }
      sum += t * (i + 1);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double loopInBranchInLoop(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      if (i % 2 == 0) {
        for (int j = 0; j < i; j++) {
          y = Math.sin(y) + x;
        }
      } else {
        y *= x;
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double sideEffectsInConditions(double x) {
    double y = x;
    int n = 0;
    if ((y *= x) > 1 || n++ == 0 && (y += 2 * x) > 0) {
      y = y * y;
    }
    while ((y -= 0.5 * x) > 1 && ++n < 9) {
      y *= 0.9;
    }
    return y * n + x;
  }

  @Differentiable(order = 2)
  static double shortCircuits(double x, double y) {
    double a = 1;
    boolean both = x > 0 && (a *= y) > 1;
    boolean either = x > 0 || (a += x * y) > 0;
    return both ? a * x : either ? a * a : x - a;
  }

  @Differentiable(order = 1)
  static double newton(double a) {
    double root = a;
    double last;
    do {
      last = root;
      root = 0.5 * (root + a / root);
    } while (Math.abs(root - last) > 1e-14);
    return root;
  }

  @Differentiable(order = 2)
  static double severalIndices(double x, int n) {
    double sum = x;
    for (int i = 0, j = n; i < j; i++, --j) {
      sum += x * sum / (1 + i + j);
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double trips(double[] x) {
    double sum = 1;
    int i = 0;
    while (i < x.length) {
      sum += x[i] * x[i++] * sum;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double each(double[] x) {
    double sum = 1;
    for (double entry : x) {
      if (entry < 0) {
        continue;
      }
      entry *= sum;
      sum += entry * entry;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double collatz(double x, int n) {
    double y = 1 + x;
    for (int k = n; k != 1; k = k % 2 == 0 ? k / 2 : 3 * k + 1) {
      y = k % 2 == 0 ? y / (1 + x * x) : y * x + 1;
    }
    return y;
  }
}
