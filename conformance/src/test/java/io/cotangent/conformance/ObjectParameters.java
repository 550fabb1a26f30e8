package io.cotangent.conformance;

import io.cotangent.Differentiable;

/** Methods that take and give objects. */
final class ObjectParameters {
  private ObjectParameters() {}

  record Pair(double x, double y) {}

  /** Holds records, and a number that carries no derivative. */
  record Line(Pair from, Pair to, int kind) {}

  /** Holds an array and a name. */
  record Model(double[] w, double b, String name) {}

  /** Keeps its numbers to itself. */
  static final class Body {
    private double q;
    double v;
    private final double m;
    int steps;

    Body(double q, double v, double m) {
      this.q = q;
      this.v = v;
      this.m = m;
    }

    double q() {
      return q;
    }

    double m() {
      return m;
    }

    private void step(double h) {
      v -= h * Math.sin(q) / m;
      q += h * v;
      steps++;
    }

    @Differentiable(
        wrt = {"h", "this"},
        order = 2)
    double energy(double h) {
      step(h);
      step(h);
      return m * v * v + Math.cos(q) * steps;
    }

    @Differentiable(wrt = "h")
    double passive(double h) {
      return q * h * h;
    }
  }

  /** Has an array of its own. */
  static class Pool {
    double p;
    private double[] q;

    Pool(double p, double[] q) {
      this.p = p;
      this.q = q;
    }

    double[] q() {
      return q;
    }
  }

  @Differentiable(order = 2)
  static double length(Line line, double s) {
    double dx = line.to().x() - line.from().x();
    double dy = line.to.y - line.from.y;
    return Math.sqrt(dx * dx + dy * dy) * s * line.kind();
  }

  @Differentiable(order = 2)
  static double predict(Model model, double[] x) {
    double sum = model.b();
    for (int i = 0; i < x.length; i++) {
      sum += model.w()[i] * x[i];
    }
    return Math.tanh(sum);
  }

  @Differentiable
  static Pair rotate(Pair p, double a) {
    return new Pair(p.x * Math.cos(a) - p.y * Math.sin(a), p.x * Math.sin(a) + p.y * Math.cos(a));
  }

  @Differentiable
  static Pool moved(Pool pool, double h) {
    pool.q[0] *= h;
    pool.p += pool.q[0];
    return new Pool(pool.p * pool.p, pool.q);
  }

  @Differentiable
  static double both(Body a, Body b) {
    a.v += b.v;
    return a.v * b.v;
  }

  /** A function that captures an object which carries no derivative here. */
  @Differentiable(wrt = "x")
  static double captured(double x, Pair pair) {
    java.util.function.DoubleUnaryOperator scaled = y -> pair.x() * y + pair.y();
    return scaled.applyAsDouble(x * x);
  }

  @Differentiable(wrt = "line")
  static double beside(Pair pair, Line line) {
    return pair.x();
  }
}
