package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Instance methods of passive objects, of records, and of classes in classes. */
final class InstancePrograms {
  private final int power;
  final double factor;

  private InstancePrograms(int power, double factor) {
    this.power = power;
    this.factor = factor;
  }

  static List<Point> points() {
    InstancePrograms receiver = new InstancePrograms(3, 1.5);
    return List.of(
        Point.of(InstancePrograms.class, "scaled", receiver, 0.6),
        Point.of(InstancePrograms.class, "throughOthers", receiver, 0.6, -1.25),
        Point.of(InstancePrograms.class, "ofPassiveObject", 0.6, new Window(-1, 1.5)),
        Point.of(InstancePrograms.class, "ofPassiveObject", 0.6, new Window(3, 1.5)),
        Point.of(Inner.class, "wave", 0.6),
        Point.of(Window.class, "bump", new Window(-1, 1.5), 0.6));
  }

  int power() {
    return power;
  }

  double square(double x) {
    return factor * x * x;
  }

  @Differentiable(wrt = "x", order = 2)
  double scaled(double x) {
    return factor * x * x + power() * x;
  }

  @Differentiable(
      wrt = {"x", "y"},
      order = 2)
  double throughOthers(double x, double y) {
    double sum = square(x) * y;
    for (int i = 0; i < this.power(); i++) {
      sum += this.square(sum * x) * 0.25;
    }
    return sum;
  }

  @Differentiable(wrt = "x", order = 2)
  static double ofPassiveObject(double x, Window window) {
    boolean inside = x > window.from() && x < window.to();
    return inside ? x * x * window.to() : x * window.from();
  }

  /** A class in a class. */
  static final class Inner {
    private Inner() {}

    @Differentiable(order = 2)
    static double wave(double x) {
      return Math.sin(x) * CallPrograms.RATE;
    }
  }

  /** A record without derivatives of its own. */
  record Window(double from, double to) {
    @Differentiable(wrt = "x", order = 2)
    double bump(double x) {
      return (x - from) * (to - x) * Math.exp(x);
    }
  }
}
