package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Exceptions thrown and caught in one method: catch, finally, and the jumps between them. */
final class ExceptionPrograms {
  private ExceptionPrograms() {}

  /** An exception of the user's own. */
  static class Diverged extends Exception {
    Diverged(String message) {
      super(message);
    }
  }

  /** One of a hierarchy. */
  static final class DivergedFast extends Diverged {
    DivergedFast() {
      super("fast");
    }
  }

  static List<Point> points() {
    return List.of(
        at("cookbook", 2.0).exactly(24).hessian(new double[] {24}),
        at("cookbook", 4.0).exactly(Math.PI).hessian(new double[] {0}),
        at("handles", new double[] {0.5, 2, -1}),
        at("clauses", 0.5, 0),
        at("clauses", 0.5, 1),
        at("clauses", 0.5, 2),
        at("clauses", 0.5, 3),
        at("clauses", 0.5, 4),
        at("clauses", 0.5, 5),
        at("several", 0.5, 0),
        at("several", 0.5, 1),
        at("several", 0.5, 2),
        at("retries", 0.3),
        at("retries", 1.3),
        at("switches", 0.6, 0),
        at("switches", 0.6, 1),
        at("switches", 0.6, 2),
        at("switches", 0.6, 7),
        at("throwsNull", 0.6),
        at("loopTests", new double[] {0.5, 0.7, 0.9}, 2),
        at("loopTests", new double[] {0.5, 0.7, 0.9}, 9),
        at("scaledPastTheEnd", new double[] {0.5, 0.7}, 3),
        at("scaledPastTheEnd", new double[] {0.5, 0.7, 0.9}, 3),
        at("narrowedInTry", new double[] {0.5, 0.7}).gradient(-2 / Math.sqrt(3), 0).within(1e-6));
  }

  private static Point at(String program, Object... args) {
    return Point.of(ExceptionPrograms.class, program, args);
  }

  /** The cookbook's: no derivative of either arm is lost. */
  @Differentiable(order = 2)
  static double cookbook(double x) {
    try {
      if (x < 3) {
        return 2 * x * x * x;
      } else {
        throw new IllegalArgumentException("too large");
      }
    } catch (IllegalArgumentException e) {
      return Math.PI * x;
    }
  }

  @Differentiable(order = 2)
  static double handles(double[] a) {
    double sum = 0;
    for (double v : a) {
      try {
        if (v < 0) {
          throw new IllegalArgumentException("negative: " + (v < 0));
        }
        sum += v * v * v;
      } catch (IllegalArgumentException e) {
        sum *= v * e.getMessage().length();
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double clauses(double x, int kind) {
    double y = x * x;
    try {
      y *= x;
      if (kind == 1) {
        throw new DivergedFast();
      } else if (kind == 2) {
        throw new Diverged("slowly");
      } else if (kind == 3) {
        throw new IllegalStateException();
      } else if (kind == 4) {
        throw new StackOverflowError();
      } else if (kind == 5) {
        throw new UnsupportedOperationException("nobody catches this");
      }
      y *= x;
    } catch (DivergedFast e) {
      y += x;
    } catch (Diverged e) {
      y *= x + e.getMessage().length();
    } catch (IllegalStateException | Error e) {
      y = x / y;
    }
    return y * y;
  }

  @Differentiable(order = 2)
  static double several(double x, int n) {
    double y = x;
    try {
      y = x * y + 10 / n;
      y *= 4 / (n - 2);
      y *= x;
    } catch (ArithmeticException e) {
      y = y * y + x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double retries(double x) {
    double step = x;
    double y = x;
    for (int tries = 0; tries < 5; tries++) {
      try {
        double next = y + step * y;
        if (next > 1.5) {
          throw new Diverged("too far");
        }
        y = next;
      } catch (Diverged e) {
        step *= 0.5 * x;
      }
    }
    return y * step;
  }

  @Differentiable(order = 2)
  static double switches(double x, int kind) {
    double y = x;
    try {
      switch (kind) {
        case 0:
          y *= x;
        case 1:
          y += x * x;
          break;
        case 2:
          throw new IllegalStateException();
        default:
          y =
              switch (kind % 3) {
                case 1 -> throw new IllegalArgumentException();
                default -> x;
              };
      }
      y *= y;
    } catch (IllegalStateException e) {
      y += x;
    } catch (RuntimeException e) {
      y *= x * x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double throwsNull(double x) {
    double y = x;
    RuntimeException none = null;
    try {
      y *= x;
      throw none;
    } catch (NullPointerException e) {
      y *= x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double loopTests(double[] a, int n) {
    double y = 1;
    int i = 0;
    try {
      while (a[i] < n) {
        y *= a[i] + y;
        i++;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      y += a[i - 1];
    }
    try {
      do {
        y += a[i - n] * y;
        i--;
      } while (a[i] > 0 && i > 0);
    } catch (ArrayIndexOutOfBoundsException e) {
      y *= a[0];
    }
    return y;
  }

  @Differentiable(order = 2)
  static double scaledPastTheEnd(double[] a, int n) {
    try {
      a[2] *= (double) (n - 1);
    } catch (IndexOutOfBoundsException e) {
      a[1] = 4;
    }
    return a[0] * a[1];
  }

  @Differentiable(order = 2)
  static double narrowedInTry(double[] a) {
    try {
      float narrow = (float) Math.acos(a[0]);
      return (double) narrow;
    } catch (RuntimeException e) {
      return a[1];
    }
  }
}
