package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** {@code switch}, old and new, as statement and as expression. */
@SuppressWarnings("fallthrough")
final class SwitchPrograms {
  private SwitchPrograms() {}

  enum Shape {
    LINE,
    SQUARE,
    CUBE
  }

  static List<Point> points() {
    return List.of(
        at("fallsThrough", 0.6, 0),
        at("fallsThrough", 0.6, 1),
        at("fallsThrough", 0.6, 2),
        at("fallsThrough", 0.6, 9),
        at("arrows", 0.6, 1),
        at("arrows", 0.6, 3),
        at("arrows", 0.6, 7),
        at("yields", 0.6, 1),
        at("yields", 0.6, 2),
        at("yields", 0.6, 3),
        at("ofEnum", 0.6, Shape.LINE),
        at("ofEnum", 0.6, Shape.SQUARE),
        at("ofEnum", 0.6, Shape.CUBE),
        at("ofString", 0.6, "sin"),
        at("ofString", 0.6, "exp"),
        at("ofString", 0.6, "other"),
        at("ofChar", 0.6, '+'),
        at("ofChar", 0.6, '/'),
        at("inLoop", 0.6, 8),
        at("returnsFromCases", 0.6, 0),
        at("returnsFromCases", 0.6, 1),
        at("returnsFromCases", 0.6, 2),
        at("throwsFromDefault", 0.6, 1),
        at("throwsFromDefault", 0.6, 2),
        at("nested", 0.6, 1, 1),
        at("nested", 0.6, 1, 2),
        at("nested", 0.6, 2, 2),
        at("continuesFromSwitch", 0.6, 7));
  }

  private static Point at(String program, Object... args) {
    return Point.of(SwitchPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double fallsThrough(double x, int n) {
    double y = x;
    switch (n) {
      case 0:
        y *= x;
      case 1:
        y += x * x;
        break;
      case 2:
        double z = Math.exp(x);
        y = z * y;
      default:
        y = y * y;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double arrows(double x, int n) {
    double y = x;
    switch (n) {
      case 1, 2 -> y = x * x;
      case 3 -> {
        double t = Math.sin(x);
        y = t * t;
      }
      default -> y *= 3 * x;
    }
    return y * x;
  }

  @Differentiable(order = 2)
  static double yields(double x, int n) {
    double y =
        switch (n) {
          case 1 -> x * x;
          case 2 -> {
            double t = x * x;
            if (t > 0.1) {
              yield t * x;
            }
            yield t;
          }
          default -> Math.cos(x);
        };
    return y * x;
  }

  @Differentiable(order = 2)
  static double ofEnum(double x, Shape shape) {
    return switch (shape) {
      case LINE -> x;
      case SQUARE -> x * x;
      case CUBE -> x * x * x;
    };
  }

  @Differentiable(order = 2)
  static double ofString(double x, String name) {
    switch (name) {
      case "sin":
        return Math.sin(x);
      case "exp":
        return Math.exp(x);
      default:
        return x * name.length();
    }
  }

  @Differentiable(order = 2)
  static double ofChar(double x, char operator) {
    return switch (operator) {
      case '+' -> x + 2;
      case '/', ':' -> 2 / x;
      default -> throw new IllegalArgumentException("no operator " + operator);
    };
  }

  @Differentiable(order = 2)
  static double inLoop(double x, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      switch (i % 3) {
        case 0:
          y *= x;
          break;
        case 1:
          y += x;
          break;
        default:
          y = Math.sin(y);
      }
    }
    return y;
  }

  @Differentiable(order = 2)
  static double returnsFromCases(double x, int n) {
    double y = x * x;
    switch (n) {
      case 0:
        return y * x;
      case 1:
        y += x;
        break;
      default:
        return -y;
    }
    return y * y;
  }

  @Differentiable(order = 2)
  static double throwsFromDefault(double x, int n) {
    return switch (n) {
      case 1 -> x * x;
      default -> throw new UnsupportedOperationException("case " + n);
    };
  }

  @Differentiable(order = 2)
  static double nested(double x, int n, int m) {
    double y = x;
    switch (n) {
      case 1:
        y =
            switch (m) {
              case 1 -> x * x;
              default -> x * x * x;
            };
        y *= 2;
        break;
      default:
        y = 1 / x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double continuesFromSwitch(double x, int n) {
    double y = x;
    loop:
    for (int i = 0; i < n; i++) {
      switch (i % 4) {
        case 1:
          continue;
        case 2:
          y *= x;
          break;
        case 3:
          if (i > 5) {
            break loop;
          }
        default:
          y += 0.5 * x;
      }
      y += x * y;
    }
    return y;
  }
}
