package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** What {@code finally} does, and what it overrides. */
final class FinallyPrograms {
  private FinallyPrograms() {}

  static List<Point> points() {
    return List.of(
        at("finishes", 0.7, 0),
        at("finishes", 0.7, 1),
        at("finishes", 0.7, 2),
        at("finishes", 0.7, 3),
        at("finallyReturns", 0.7, 0),
        at("finallyReturns", 0.7, 1),
        at("finallyReturns", 0.7, 2),
        at("finallyJumps", 0.7, 5),
        at("finallyJumps", 0.7, 0),
        at("finallyThrows", 0.7, 0),
        at("finallyThrows", 0.7, 1),
        at("finallyThrows", 0.7, 2),
        at("nested", 0.9, 0),
        at("nested", 0.9, 1),
        at("nested", 0.9, 2),
        at("nested", 0.9, 3),
        at("leavesLoops", 0.9, 0),
        at("leavesLoops", 0.9, 1),
        at("leavesLoops", 0.9, 6),
        at("leavesLoops", 0.9, 9));
  }

  private static Point at(String program, Object... args) {
    return Point.of(FinallyPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double finishes(double x, int kind) {
    double y = x;
    double z = 1;
    try {
      y *= x;
      if (kind == 1) {
        return y * z;
      } else if (kind == 2) {
        throw new IllegalStateException();
      } else if (kind == 3) {
        throw new IllegalArgumentException("passes");
      }
      y += x;
    } catch (IllegalStateException e) {
      z = y * x;
    } finally {
      y *= 3;
      z += y;
    }
    return y * z;
  }

  @SuppressWarnings("finally")
  @Differentiable(order = 2)
  static double finallyReturns(double x, int kind) {
    double y = x;
    try {
      if (kind == 1) {
        return y * y;
      } else if (kind == 2) {
        throw new IllegalStateException();
      }
      y = y * x * x;
    } finally {
      y += x * x;
      if (kind > 0) {
        return y * x;
      }
    }
    return y;
  }

  @SuppressWarnings("finally")
  @Differentiable(order = 2)
  static double finallyJumps(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      try {
        y *= x + i;
        if (i == 1) {
          return y;
        } else if (i == 2) {
          throw new IllegalStateException();
        } else if (i == 3) {
          break;
        }
      } finally {
        y += x;
        if (i < 4) {
          continue;
        }
      }
      y *= 2;
    }
    return y;
  }

  @SuppressWarnings("finally")
  @Differentiable(order = 2)
  static double finallyThrows(double x, int kind) {
    double y = x;
    try {
      try {
        y *= x;
        if (kind == 1) {
          throw new IllegalStateException();
        }
      } finally {
        y *= x + 1;
        if (kind > 0) {
          throw new IllegalArgumentException();
        }
      }
      y += 1;
    } catch (IllegalArgumentException e) {
      y *= x * x;
      if (kind == 2) {
        throw new IllegalStateException("out", e);
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double nested(double x, int kind) {
    double y = x;
    try {
      try {
        y *= y;
        if (kind > 0) {
          throw kind == 1 ? new IllegalStateException() : new IllegalArgumentException();
        }
        y += x;
      } catch (IllegalStateException e) {
        y *= x + 2;
        if (kind == 1) {
          throw new UnsupportedOperationException();
        }
      } finally {
        y += x * x;
      }
      y *= 2;
    } catch (UnsupportedOperationException e) {
      y -= x * y;
    } catch (RuntimeException e) {
      if (kind == 3) {
        throw e;
      }
      y *= y;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double leavesLoops(double x, int n) {
    double y = x;
    outer:
    for (int i = 0; i < n; i++) {
      int j = 0;
      while (true) {
        try {
          y += x * y / 4 * (6 / (3 - j));
          if (j == i) {
            break;
          }
          if (i == 4 && j == 1) {
            continue outer;
          }
          if (i == 7) {
            break outer;
          }
        } catch (RuntimeException e) {
          y *= x;
          break;
        } finally {
          j++;
          y -= 0.1 * x;
        }
      }
      y *= 0.5;
    }
    return y;
  }
}
