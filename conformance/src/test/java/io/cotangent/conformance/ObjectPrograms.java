package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Objects that are made inside: records, mutable ones with aliases, virtual calls, patterns. */
final class ObjectPrograms {
  private ObjectPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(ObjectPrograms.class, "records", 0.7, 1.3),
        Point.of(ObjectPrograms.class, "records", -0.4, 0.8),
        Point.of(ObjectPrograms.class, "records", -200.0, 0.8),
        Point.of(ObjectPrograms.class, "aliased", 0.9, 0.3, 5),
        Point.of(ObjectPrograms.class, "aliased", 1.4, 0.2, 0),
        Point.of(ObjectPrograms.class, "arrays", new double[] {1, 2, 3}),
        Point.of(ObjectPrograms.class, "arrays", new double[0]),
        Point.of(ObjectPrograms.class, "shapes", 0.7, 1.3),
        Point.of(ObjectPrograms.class, "shapes", -0.4, 0.8),
        Point.of(ObjectPrograms.class, "inherited", 0.7, 1.3),
        Point.of(ObjectPrograms.class, "linked", new double[] {0.5, -1.5, 2}),
        Point.of(ObjectPrograms.class, "linked", new double[0]),
        Point.of(ObjectPrograms.class, "inner", 0.6, 1.2),
        Point.of(ObjectPrograms.class, "swapped", 0.6, 1.2, 3),
        Point.of(ObjectPrograms.class, "generic", 0.6, 1.2),
        Point.of(ObjectPrograms.class, "holdsArray", new double[] {0.6, 1.2}, 2.0));
  }

  /** With a constructor that checks. */
  record Pair(double x, double y) {
    Pair {
      if (x < -100) {
        throw new IllegalArgumentException("far");
      }
    }

    static Pair diagonal(double x) {
      return new Pair(x, x);
    }

    Pair plus(Pair other) {
      return new Pair(x + other.x, y() + other.y());
    }

    double norm() {
      return Math.sqrt(x * x + y * y);
    }
  }

  @Differentiable(order = 2)
  static double records(double a, double b) {
    Pair p = new Pair(a, b * a);
    Pair sum = p.plus(new Pair(2, b)).plus(p).plus(Pair.diagonal(a * b));
    return sum.norm() * sum.x();
  }

  /** Changes as it goes. */
  static class Body {
    double q;
    double v = 1;

    {
      v += 0.5;
    }

    Body(double q) {
      this.q = q;
    }

    Body() {
      this(0.25);
    }

    void step(double h) {
      v -= h * Math.sin(q);
      q += h * v;
    }
  }

  @Differentiable(order = 2)
  static double aliased(double q0, double h, int steps) {
    Body body = new Body(q0);
    Body same = body;
    Body other = new Body();
    for (int i = 0; i < steps; i++) {
      same.step(h);
      if (body.q > 1.0) {
        body.q *= 0.5;
      }
      other.v += same.q++ * h;
    }
    return body.q * body.q + same.v + other.v * other.q;
  }

  @Differentiable(order = 2)
  static double arrays(double[] x) {
    Pair[] pairs = new Pair[x.length];
    for (int i = 0; i < x.length; i++) {
      pairs[i] = new Pair(x[i], x[i] * x[i]);
    }
    Pair sum = new Pair(0, 1);
    for (Pair pair : pairs) {
      sum = sum.plus(pair);
    }
    return sum.x() * sum.y();
  }

  sealed interface Shape permits Circle, Square, Scaled {
    double area();

    default double twice() {
      return 2 * area();
    }
  }

  record Circle(double r) implements Shape {
    @Override
    public double area() {
      return Math.PI * r * r;
    }
  }

  record Square(double s) implements Shape {
    @Override
    public double area() {
      return s * s;
    }

    @Override
    public double twice() {
      return 2 * s * s + 1;
    }
  }

  record Scaled(Shape inner, double by) implements Shape {
    @Override
    public double area() {
      return by * by * inner.area();
    }
  }

  @Differentiable(order = 2)
  static double shapes(double a, double b) {
    Shape first = a > 0 ? new Circle(a) : new Square(a * b);
    Shape second = new Scaled(first, b);
    double sum = 0;
    for (Shape shape : new Shape[] {first, second, new Square(b)}) {
      sum += shape.area() * shape.twice();
      if (shape instanceof Circle c) {
        sum += c.r();
      }
      if (shape instanceof Square q && q.s() > 1) {
        sum *= q.s;
      }
    }
    return sum;
  }

  /** Adds to what its superclass does. */
  static final class Damped extends Body {
    private final double damping;

    Damped(double q, double damping) {
      super(q);
      this.damping = damping;
    }

    @Override
    void step(double h) {
      super.step(h);
      v *= damping;
    }
  }

  @Differentiable(order = 2)
  static double inherited(double q, double d) {
    Body[] bodies = {new Body(q), new Damped(q, d)};
    double energy = 0;
    for (Body body : bodies) {
      body.step(0.1);
      body.step(0.2);
      energy += body.q * body.v;
    }
    return energy;
  }

  /** A list by hand. */
  private static final class Node {
    final double value;
    final Node next;

    Node(double value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  @Differentiable(order = 2)
  static double linked(double[] x) {
    Node head = null;
    for (double each : x) {
      head = new Node(each, head);
    }
    double result = 1;
    for (Node at = head; at != null; at = at.next) {
      result = result * at.value + at.value;
    }
    return result;
  }

  /** With objects that belong to it. */
  private static final class Oscillator {
    private double stiffness;

    Oscillator(double stiffness) {
      this.stiffness = stiffness;
    }

    /** Reads what is around it. */
    final class State {
      private double x = stiffness;

      double force() {
        return -stiffness * x;
      }
    }
  }

  @Differentiable(order = 2)
  static double inner(double k, double x) {
    Oscillator oscillator = new Oscillator(k);
    Oscillator.State state = oscillator.new State();
    state.x += x;
    oscillator.stiffness *= 2;
    return state.force() * state.x;
  }

  @Differentiable(order = 2)
  static double swapped(double a, double b, int n) {
    Body one = new Body(a);
    Body two = new Body(b);
    for (int i = 0; i < n; i++) {
      one.q *= two.v + 0.1;
      two.v += one.q;
      Body held = one;
      one = two;
      two = held;
    }
    return one.q * 2 + two.q * two.v;
  }

  /** Of any type. */
  private static final class Box<T> {
    private T held;

    Box(T held) {
      this.held = held;
    }

    T get() {
      return held;
    }

    void set(T other) {
      held = other;
    }
  }

  @Differentiable(order = 2)
  static double generic(double a, double b) {
    Box<Pair> box = new Box<>(new Pair(a, b));
    double before = box.get().norm();
    box.set(box.get().plus(new Pair(b, before)));
    return box.get().x() * box.held.y();
  }

  /** Holds an array that others see. */
  private record Weights(double[] w) {
    double dot(Weights other) {
      double sum = 0;
      for (int i = 0; i < w.length; i++) {
        sum += w[i] * other.w[i];
      }
      return sum;
    }
  }

  @Differentiable(order = 2)
  static double holdsArray(double[] x, double scale) {
    Weights weights = new Weights(x.clone());
    Weights same = new Weights(weights.w());
    same.w()[0] *= scale;
    return weights.dot(same) + weights.w[0];
  }
}
