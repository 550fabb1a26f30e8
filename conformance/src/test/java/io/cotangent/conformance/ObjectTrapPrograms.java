package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** The smallest programs on which objects went wrong once. */
final class ObjectTrapPrograms {
  private ObjectTrapPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(ObjectTrapPrograms.class, "inheritedInLambda", 0.7, 1.3),
        Point.of(ObjectTrapPrograms.class, "innerInLambda", 0.7, 1.3),
        Point.of(ObjectTrapPrograms.class, "inheritedUnused", 0.7).gradient(1).hessian(row(0)),
        Point.of(ObjectTrapPrograms.class, "hiddenField", 0.7, 1.3),
        Point.of(ObjectTrapPrograms.class, "implementsFunction", 0.7, 1.3),
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

  /** Its field is hidden. */
  static class Low {
    double x = 1;

    Low(double x) {
      this.x = x;
    }

    void times(double t) {
      x *= t;
    }
  }

  /** Hides that field, and is hidden. */
  static class Middle extends Low {
    double x;

    Middle(double v) {
      super(v * v);
      x = 3 * v;
    }

    double both() {
      return super.x * x + ((Low) this).x;
    }
  }

  /** Hides both. */
  static class High extends Middle {
    double x = 5;

    High(double v) {
      super(v);
      x += v;
    }

    double all() {
      Low low = this;
      low.x += 1;
      ((Middle) this).x *= 2;
      return super.x * x * ((Low) this).x + both();
    }
  }

  @Differentiable(order = 2)
  static double hiddenField(double a, double b) {
    High high = new High(b);
    high.times(a);
    return new Middle(a).both() * b + high.all() * high.x;
  }

  /** A function with a name. */
  static final class Scaled implements DoubleBinaryOperator {
    private final double k;

    Scaled(double k) {
      this.k = k;
    }

    @Override
    public double applyAsDouble(double s, double t) {
      return s * t * t * k;
    }
  }

  private static double applied(DoubleBinaryOperator f, double t) {
    return f.applyAsDouble(t, 2 * t);
  }

  @Differentiable(order = 2)
  static double implementsFunction(double a, double b) {
    DoubleBinaryOperator f = new Scaled(a);
    return applied(f, b) * a;
  }
}
