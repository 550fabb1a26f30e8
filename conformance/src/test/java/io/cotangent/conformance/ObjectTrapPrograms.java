package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;
import java.util.stream.IntStream;

/** The smallest programs on which objects went wrong once. */
final class ObjectTrapPrograms {
  private ObjectTrapPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(ObjectTrapPrograms.class, "inheritedInLambda", 0.7, 1.3),
        Point.of(ObjectTrapPrograms.class, "innerInLambda", 0.7, 1.3),
        Point.of(ObjectTrapPrograms.class, "inheritedUnused", 0.7).gradient(1).hessian(row(0)),
        Point.of(ObjectTrapPrograms.class, "unusedArray", 0.7).gradient(1.4).hessian(row(2)));
  }

  private static double[] row(double... entries) {
    return entries;
  }

  /** Has a field that lambdas of its subclass capture. */
  abstract static class Law {
    double f;

    Law(double f) {
      this.f = f;
    }

    abstract double at(double x);

    double inherited(double x) {
      return f * x;
    }
  }

  /** Its lambdas capture what it inherits. */
  static class Summed extends Law {
    Summed(double f) {
      super(f);
    }

    @Override
    double at(double x) {
      return IntStream.range(0, 3).mapToDouble(i -> f * i + inherited(x)).map(t -> t * f).sum();
    }
  }

  @Differentiable(order = 2)
  static double inheritedInLambda(double a, double b) {
    Law law = new Summed(a);
    double before = law.at(b);
    law.f *= b;
    return before + law.at(a) * a;
  }

  @Differentiable(order = 2)
  static double inheritedUnused(double x) {
    new Summed(x).at(x);
    return x;
  }

  /** Its lambdas make objects that belong to it. */
  static final class Outer {
    double scale;

    Outer(double scale) {
      this.scale = scale;
    }

    /** Reads the object that it belongs to. */
    final class Part {
      final double x;

      Part(double x) {
        this.x = x;
      }

      double value() {
        return x * scale;
      }
    }

    double sum(double x) {
      double total = IntStream.range(0, 3).mapToDouble(i -> new Part(x + i).value()).sum();
      scale *= x;
      return total + IntStream.range(0, 2).mapToDouble(i -> new Part(x).value()).sum();
    }
  }

  @Differentiable(order = 2)
  static double innerInLambda(double a, double b) {
    return new Outer(a).sum(b) * b;
  }

  /** Held by an array that nobody uses. */
  record Held(double x) {}

  /** Makes that array. */
  static final class Holder {
    final double f;

    Holder(double f) {
      this.f = f;
    }

    double constant(double x) {
      Held[] unused = {new Held(x), new Held(f)};
      return 0.3;
    }
  }

  @Differentiable(order = 2)
  static double unusedArray(double x) {
    return x * x + new Holder(1.5).constant(x);
  }
}
