package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Ways out: break, continue, return and throw, with labels and without. */
final class ExitPrograms {
  private ExitPrograms() {}

  static List<Point> points() {
    return List.of(
        at("breaks", 0.6, 10),
        at("breaks", 0.6, 2),
        at("continues", 0.6, 7),
        at("labelledBreak", 0.8, 4),
        at("labelledContinue", 0.8, 4),
        at("labelledBlock", 0.8),
        at("labelledBlock", -0.8),
        at("returnsEarly", 0.7, 6),
        at("returnsEarly", 5.0, 6),
        at("returnsFromNest", 0.35),
        at("infiniteLoop", 0.3),
        at("throwsWhenNegative", 0.5),
        at("throwsWhenNegative", -0.5),
        at("throwsFromLoop", 0.5, 3),
        at("throwsFromLoop", 0.5, 30),
        at("outOfBounds", new double[] {1, 2}, 1),
        at("outOfBounds", new double[] {1, 2}, 2),
        at("assertion", 2.0));
  }

  private static Point at(String program, Object... args) {
    return Point.of(ExitPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double breaks(double x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x * (i + 1);
      if (sum > 4) {
        break;
      }
      sum *= x;
    }
    return sum * sum;
  }

  @Differentiable(order = 2)
  static double continues(double x, int n) {
    double sum = x;
    for (int i = 0; i < n; i++) {
      if (i % 3 == 1) continue;
      sum = sum * x + 1;
      if (sum > 2) {
        continue;
      }
      sum += x * x;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double labelledBreak(double x, int n) {
    double sum = x;
    outer:
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sum += x * sum * 0.1;
        if (i * j == 2) {
          sum *= x;
          break outer;
        }
      }
      sum += x;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double labelledContinue(double x, int n) {
    double sum = x;
    int i = 0;
    outer:
    while (i++ < n) {
      for (int j = 0; ; j++) {
        sum = sum * x + 0.5;
        if (j == i) {
          continue outer;
        }
        sum += 0.25 * x;
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double labelledBlock(double x) {
    double y = x;
    skip:
    {
      y *= x;
      if (x < 0) {
        break skip;
      }
      y = Math.exp(y);
    }
    return y + x;
  }

  @Differentiable(order = 2)
  static double returnsEarly(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y *= x;
      if (y > 20) {
        return y + x;
      }
      if (i == 4) return y * y;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double returnsFromNest(double x) {
    double y = 1;
    for (int i = 1; i < 5; i++) {
      int j = 0;
      while (true) {
        y += x * y / i;
        if (y > 3) {
          if (j > 0) {
            return y * y;
          }
          break;
        }
        if (++j == 3) {
          break;
        }
      }
    }
    return -y;
  }

  @Differentiable(order = 2)
  static double infiniteLoop(double x) {
    double y = x;
    for (; ; ) {
      y += x * y;
      if (y > 1) {
        return y;
      }
    }
  }

  @Differentiable(order = 2)
  static double throwsWhenNegative(double x) {
    double y = x * x;
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x);
    }
    return y * Math.sqrt(x);
  }

  @Differentiable(order = 2)
  static double throwsFromLoop(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y += x * y;
      if (i == 7) {
        throw new IllegalStateException("no convergence after " + i);
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double outOfBounds(double[] x, int i) {
    double y = x[0] * x[0];
    return y * x[i];
  }

  @Differentiable(order = 2)
  static double assertion(double x) {
    assert x > 0 : "never";
    return x * x;
  }
}
