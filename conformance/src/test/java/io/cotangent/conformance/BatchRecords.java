package io.cotangent.conformance;

import io.cotangent.Batched;
import io.cotangent.Complex;
import io.cotangent.Differentiable;
import io.cotangent.conformance.BatchPrograms.Program;
import java.util.ArrayList;
import java.util.List;

/** Batched methods of records: structures of arrays. */
final class BatchRecords {
  private BatchRecords() {}

  static List<Program> all() {
    return List.of(
        program("price", List.of(0, 1, 2, 3, 4, 5), true),
        program("strikes", List.of(1), true),
        program("shared", List.of(7), true),
        program("score", List.of(0, 1, 2, 3), true),
        program("flight", List.of(0, 1, 2, 3), true),
        program("exchanged", List.of(0, 1, 2), true),
        program("first", List.of(0, 1, 2), true),
        program("chosen", List.of(0, 1, 2, 3), true),
        program("mixed", List.of(0, 1, 2), true),
        program("listed", List.of(0, 1), false),
        program("figure", List.of(0), false),
        program("compared", List.of(0, 1), false));
  }

  private static Program program(String method, List<Integer> over, boolean onDevice) {
    return new Program(BatchRecords.class, method, over, onDevice, List.of());
  }

  record Market(double rate, double vol) {
    double deviation(double t) {
      return vol * Math.sqrt(t);
    }

    Market shifted(double by) {
      return new Market(rate + by, vol);
    }
  }

  record Option(double spot, double strike, Market market, int kind, boolean live) {
    static Option call(double spot, Market market) {
      return new Option(spot, 1.5, market, 1, true);
    }

    Option with(Market other) {
      return new Option(spot, strike, other, kind, live);
    }
  }

  private static double drift(Option o, double t) {
    return o.market().rate() * t + o.market().deviation(t);
  }

  /** Records in records, and helpers that take them and give them. */
  @Differentiable(order = 2)
  @Batched(over = "o", gpu = true)
  static double price(Option o, double t) {
    Option moved = o.with(o.market().shifted(0.25 * o.spot()));
    double d = drift(moved, t) - drift(Option.call(o.strike(), moved.market()), 0.5 * t);
    double p = o.kind() % 3 == 1 ? Math.exp(-d * d) * moved.spot() : d / (1 + o.strike());
    return o.live() ? p : -p * moved.market().rate();
  }

  /** A part of a record alone. */
  @Differentiable
  @Batched(over = "o.strike", gpu = true)
  static double strikes(Option o, double t) {
    return o.spot() * Math.exp(-o.market().rate() * t) / (1 + o.strike() * o.strike());
  }

  /** All of the record is shared. */
  @Differentiable
  @Batched(over = "y", gpu = true)
  static double shared(Option o, double t, double y) {
    return o.with(new Market(y, o.market().vol())).market().deviation(t) * o.spot() * y
        + drift(o, t);
  }

  record Sample(double[] x, double y, int label, boolean[] mask) {}

  /** Arrays in records. */
  @Differentiable(order = 2)
  @Batched(over = "s", gpu = true)
  static double score(Sample s, double[] w) {
    double sum = s.y();
    for (int i = 0; i < w.length; i++) {
      if (s.mask()[i]) {
        sum += w[i] * s.x()[i];
      }
    }
    return Math.tanh(sum) * s.label();
  }

  record Body(double x, double v) {
    Body step(double dt, double force) {
      double faster = v + dt * 0.125 * force * Math.sin(x);
      return new Body(x + dt * faster, faster);
    }
  }

  record Pair(Body one, Body other) {}

  /** A record as the result, and as the state of a loop. */
  @Differentiable
  @Batched(over = "p", gpu = true)
  static Pair flight(Pair p, double dt) {
    Body b = p.one();
    for (int i = 0; i < 4; i++) {
      b = b.step(dt, p.other().v());
    }
    return new Pair(p.other(), b);
  }

  /** Names that change places. */
  @Differentiable
  @Batched(
      over = {"p", "limit"},
      gpu = true)
  static double exchanged(Body p, double limit, double s) {
    Body a = p;
    Body b = new Body(p.v() * s, p.x());
    while (a.x() * a.x() < limit && b.v() < 40) {
      Body c = a;
      a = b;
      b = new Body(c.x() + 1.5, c.v() + b.v() * s + 1);
    }
    return a.x() * b.v() - b.x() * a.v();
  }

  private static Body early(Body b, int n) {
    for (int i = 0; i < (n & 3); i++) {
      if (b.x() > 2) {
        return new Body(b.v(), b.x() * i);
      }
      b = new Body(b.x() * b.v(), b.v() + i);
    }
    return b;
  }

  /** Returns out of loops and branches. */
  @Differentiable
  @Batched(
      over = {"b", "n"},
      gpu = true)
  static double first(Body b, int n, double s) {
    Body e = early(b, n);
    return e.x() * s + e.v();
  }

  /** A choice of records, one of which the test reads. */
  @Differentiable
  @Batched(over = "p", gpu = true)
  static double chosen(Pair p, double s) {
    Body b = p.one();
    b = b.x() > p.other().x() ? p.other() : new Body(b.v() * s, b.x());
    return b.x() * Math.exp(b.v() * 0.25);
  }

  record Mixed(float f, double d, int[] steps, int count) {}

  /** Floats, arrays of integers, and a component that the items share. */
  @Differentiable
  @Batched(
      over = {"m.f", "m.d", "m.steps"},
      gpu = true)
  static double mixed(Mixed m, double s) {
    double r = m.f() * m.d();
    for (int i = 0; i < (m.steps()[1] & 3); i++) {
      r = r * s + m.f() + m.count();
    }
    return r;
  }

  /** Complex numbers are records too. */
  @Differentiable
  @Batched(over = "z", gpu = true)
  static double power(Complex z, Complex c) {
    Complex w = z;
    for (int i = 0; i < 3; i++) {
      w = w.times(w).plus(c);
    }
    return w.re() * w.re() + w.im() * w.im();
  }

  /** Objects that must stay objects. */
  @Differentiable
  @Batched(over = "b")
  static double listed(Body b, double s) {
    List<Body> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(b.step(s, i));
    }
    double r = 0;
    for (Body each : all) {
      r += each.x() * each.v();
    }
    return r;
  }

  interface Shape {
    double area();
  }

  record Disc(double r) implements Shape {
    @Override
    public double area() {
      return 3 * r * r;
    }
  }

  record Square(double a) implements Shape {
    @Override
    public double area() {
      return a * a;
    }
  }

  /** A class is chosen when the method runs. */
  @Differentiable
  @Batched(over = "d")
  static double figure(Disc d, double s) {
    Shape shape = d.r() > 1 ? d : new Square(d.r() * s);
    return shape.area() * s;
  }

  /** Null is a value here. */
  @Differentiable
  @Batched(over = "b")
  static double compared(Body b, double s) {
    Body last = null;
    double r = 0;
    for (int i = 0; i < 3; i++) {
      r += last == null ? b.x() : last.v() * s;
      last = b.step(s, r);
    }
    return r;
  }
}
