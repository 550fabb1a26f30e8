package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Functions as values: lambdas that capture, method references, interfaces of one's own. */
final class FunctionPrograms {
  private FunctionPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(FunctionPrograms.class, "integrals", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "references", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "early", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "early", 0.7, 2.3),
        Point.of(FunctionPrograms.class, "composed", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "chosen", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "chosen", -0.7, 1.3),
        Point.of(FunctionPrograms.class, "nested", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "chained", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "generic", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "returned", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "predicates", 0.7, 1.3),
        Point.of(FunctionPrograms.class, "nullFunction", 0.7, 1.3));
  }

  /** An interface of one's own. */
  interface Potential {
    double at(double x);
  }

  static double integral(DoubleUnaryOperator f, double a, double b, int n) {
    double h = (b - a) / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f.applyAsDouble(a + (i + 0.5) * h) * h;
    }
    return sum;
  }

  static double twice(double x) {
    return 2 * x;
  }

  @Differentiable(order = 2)
  static double integrals(double a, double b) {
    DoubleUnaryOperator f = t -> Math.exp(a * t) + b;
    DoubleUnaryOperator g = t -> f.applyAsDouble(t) * f.applyAsDouble(b * t);
    Potential p = x -> x * x * a;
    return integral(g, 0, b, 7) + p.at(b) * integral(t -> t * a, a, b, 3);
  }

  @Differentiable(order = 2)
  static double references(double a, double b) {
    DoubleUnaryOperator sine = Math::sin;
    DoubleUnaryOperator doubled = FunctionPrograms::twice;
    Supplier<ObjectPrograms.Body> made = ObjectPrograms.Body::new;
    ToDoubleFunction<ObjectPrograms.Pair> norm = ObjectPrograms.Pair::norm;
    ObjectPrograms.Pair pair = new ObjectPrograms.Pair(a, b);
    Supplier<Double> ofPair = null;
    ObjectPrograms.Body body = made.get();
    body.q *= a;
    return sine.applyAsDouble(a) * doubled.applyAsDouble(b)
        + norm.applyAsDouble(pair)
        + body.q * b
        + (ofPair == null ? 0 : 1);
  }

  @Differentiable(order = 2)
  static double early(double a, double b) {
    DoubleBinaryOperator m =
        (x, y) -> {
          double z = x * y;
          if (z > 1) {
            return z * z;
          }
          return z + a;
        };
    return m.applyAsDouble(a, b) + m.applyAsDouble(b, 0.2) * m.applyAsDouble(2, b);
  }

  static DoubleUnaryOperator after(DoubleUnaryOperator f, DoubleUnaryOperator g) {
    return x -> f.applyAsDouble(g.applyAsDouble(x));
  }

  @Differentiable(order = 2)
  static double composed(double a, double b) {
    DoubleUnaryOperator line = x -> a * x + b;
    DoubleUnaryOperator both = after(line, after(Math::exp, line));
    return both.applyAsDouble(a * b);
  }

  @Differentiable(order = 2)
  static double chosen(double a, double b) {
    Potential p = a > 0 ? x -> x * a : x -> x * x * b;
    Potential[] all = {p, x -> p.at(x) + a, Math::tanh};
    double product = 1;
    for (Potential each : all) {
      product *= each.at(b) + 2;
    }
    return product;
  }

  @Differentiable(order = 2)
  static double nested(double a, double b) {
    DoubleUnaryOperator outer =
        x -> {
          DoubleUnaryOperator inner = y -> x * y * a;
          return inner.applyAsDouble(b) + inner.applyAsDouble(x);
        };
    return outer.applyAsDouble(a) * outer.applyAsDouble(b);
  }

  @Differentiable(order = 2)
  static double chained(double a, double b) {
    DoubleUnaryOperator f = Math::sin;
    DoubleUnaryOperator g = f.andThen(t -> t * a).compose(t -> t * t * b);
    DoubleUnaryOperator h = DoubleUnaryOperator.identity();
    for (int i = 0; i < 3; i++) {
      h = h.andThen(g).andThen(t -> t + b);
    }
    return g.applyAsDouble(a) * h.applyAsDouble(b);
  }

  @Differentiable(order = 2)
  static double generic(double a, double b) {
    Function<Double, Double> square = t -> t * t;
    Function<Double, ObjectPrograms.Pair> pair = square.andThen(t -> new ObjectPrograms.Pair(t, a));
    UnaryOperator<Double> same = UnaryOperator.identity();
    BiFunction<Double, Double, Double> times = (x, y) -> x * y;
    BinaryOperator<Double> plus = (x, y) -> x + y * a;
    return pair.apply(b).norm()
        + times.andThen(square).apply(a, b)
        + square.compose(same).apply(plus.apply(a, b))
        + Function.<Double>identity().apply(a) * b;
  }

  static DoubleUnaryOperator scaled(DoubleUnaryOperator f, double by) {
    return t -> f.applyAsDouble(t) * by;
  }

  static Function<Double, DoubleUnaryOperator> curried(double a) {
    return x -> y -> a * x * y + x;
  }

  @Differentiable(order = 2)
  static double returned(double a, double b) {
    DoubleUnaryOperator f = scaled(scaled(t -> t * t, a), b);
    return f.applyAsDouble(a) + curried(b).apply(a).applyAsDouble(b);
  }

  @Differentiable(order = 2)
  static double predicates(double a, double b) {
    DoublePredicate positive = t -> t > 0;
    DoublePredicate small = t -> t < 1;
    double s = positive.and(small).test(a) ? a * b : a;
    return positive.negate().or(small).test(b) ? s : s * b;
  }

  @Differentiable(order = 2)
  static double nullFunction(double a, double b) {
    DoubleUnaryOperator f = t -> t * a;
    DoubleUnaryOperator g = a > 0 ? null : t -> t * b;
    return f.andThen(g).applyAsDouble(b);
  }
}
