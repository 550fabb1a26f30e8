package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;

/** Enums with methods, with fields, and with constants that have methods of their own. */
final class EnumPrograms {
  private EnumPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(EnumPrograms.class, "methods", 0.7, 1.2),
        Point.of(EnumPrograms.class, "methods", 1.7, 1.2),
        Point.of(EnumPrograms.class, "bodies", 0.7, 1.2),
        Point.of(EnumPrograms.class, "references", 0.7, 1.2),
        Point.of(EnumPrograms.class, "chosen", 0.7, 1.2),
        Point.of(EnumPrograms.class, "chosen", 1.7, -0.4),
        Point.of(EnumPrograms.class, "given", 0.7, Step.POWER),
        Point.of(EnumPrograms.class, "given", 0.7, Step.ADD));
  }

  /** Its methods read a field, and write to an array. */
  enum Order {
    ONE(1),
    TWO(2);

    final int k;

    Order(int k) {
      this.k = k;
    }

    double at(double x) {
      return k * x * x;
    }

    void put(double[] a) {
      a[0] *= a[0] * k;
    }
  }

  /** Its fields are private, one of them a function. */
  enum Wave {
    SINE(1.5, Math::sin),
    CUBE(-2 * 3, t -> t * t * t);

    private final double k;
    private final DoubleUnaryOperator wave;

    Wave(double k, DoubleUnaryOperator wave) {
      this.k = k;
      this.wave = wave;
    }

    double scaled(double x) {
      return k * x;
    }

    double at(double x) {
      return switch (this) {
            case SINE -> x * wave.applyAsDouble(x);
            case CUBE -> x * x;
          }
          + wave.andThen(t -> t * k).applyAsDouble(x);
    }
  }

  /** Its constants have methods of their own. */
  enum Step {
    ADD {
      @Override
      double of(double a, double b) {
        return a + b;
      }

      @Override
      double alone(double a) {
        return super.alone(a) * 3 + own(a);
      }

      private double own(double q) {
        return q * q;
      }
    },
    TIMES {
      @Override
      double of(double a, double b) {
        return alone(a) * b;
      }
    },
    POWER {
      @Override
      double of(double a, double b) {
        if (a < 0) {
          throw new IllegalStateException();
        }
        return Math.pow(a, b) + this.alone(a);
      }

      @Override
      double alone(double a) {
        return ADD.of(a, a * a);
      }
    };

    abstract double of(double a, double b);

    double alone(double a) {
      return a * a * (ordinal() + 1);
    }
  }

  @Differentiable(order = 2)
  static double methods(double x, double z) {
    Order order = x > z ? Order.ONE : Order.TWO;
    double[] q = {x};
    order.put(q);
    Wave wave = Wave.values()[1];
    return order.at(z)
        + wave.at(x)
        + Wave.SINE.at(z) * order.k
        + wave.scaled(z)
        + q[0] * Wave.SINE.scaled(x);
  }

  @Differentiable(order = 2)
  static double bodies(double x, double z) {
    double sum = 0;
    for (Step each : Step.values()) {
      try {
        sum += each.of(x, z) * each.alone(z);
        sum += each.of(sum - 100, z);
      } catch (IllegalStateException e) {
        sum *= x;
      }
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double references(double x, double z) {
    DoubleBinaryOperator times = Step.TIMES::of;
    DoubleUnaryOperator power = Step.POWER::alone;
    ToDoubleBiFunction<Step, Double> any = Step::alone;
    Step none = null;
    double caught = 0;
    try {
      caught = none.alone(x);
    } catch (NullPointerException e) {
      caught = x * z;
    }
    return times.applyAsDouble(x, z) * power.applyAsDouble(z)
        + any.applyAsDouble(Step.ADD, x) * caught;
  }

  private static Step pick(double t) {
    return t > 1 ? Step.POWER : Step.ADD;
  }

  @Differentiable(order = 2)
  static double chosen(double x, double z) {
    Map<Step, Double> held = new HashMap<>();
    held.put(Step.ADD, x);
    held.put(pick(z), z * x);
    double sum = 0;
    for (Step each : Step.values()) {
      sum += each.of(held.getOrDefault(each, z + 3), x);
    }
    return sum * pick(x).alone(sum);
  }

  @Differentiable(order = 2)
  static double given(double x, Step step) {
    return step.of(x, x * x) * step.alone(x);
  }
}
