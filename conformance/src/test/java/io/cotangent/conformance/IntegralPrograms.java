package io.cotangent.conformance;

import io.cotangent.Differentiable;
import io.cotangent.Quadrature;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Programs with integrals of lambdas, which have classes of derivatives of their own. */
final class IntegralPrograms {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private IntegralPrograms() {}

  static List<Point> points() {
    return List.of(
        at("variableBound", 20.0, 10.0).gradient(500, 400).hessian(row(40, 20), row(20, 40)),
        at("variableBound", -2.0, 1.5).note("from right to left"),
        at("variableBound", 0.0, 1.5).gradient(2.25, 0).note("of an empty range"),
        at("decay", 2.0, 1.0).gradient(1, -2).hessian(row(0, -1), row(-1, 4)).note("to infinity"),
        at("bell", 0.3, 1.7).note("over all numbers"),
        at("beta", 0.5, 2.5).note("singular at a bound"),
        at("betweenMany", new double[] {0, -1, 2}, new double[] {1, 2, 2}, 0.7),
        at("polynomial", new double[] {1, -2, 0.5}, 0.25, 1.5),
        at("surface", new double[][] {{1, 2}, {}, {0.5}}, 1.25),
        at("singlePrecision", 1.5f, 0.5),
        at("inVariable", 0.7, 3),
        at("inVariable", 0.7, 0).note("a constant integrand"),
        at("reference", 0.7),
        at("nested", 0.7, 2.0),
        at("inLoop", 0.7, 3),
        at("inLoop", 0.7, 0).note("never"),
        at("ofRecord", 1.5, new double[] {1, 0.5}, 2.0),
        at("inHelper", 0.7, 2.0),
        at("branching", 0.3),
        at("square", 0.5).gradient(0).note("of an integral that is zero: its cotangent is too"),
        at("toTolerance", 1.5).gradient(Math.exp(-1.5)),
        at("unused", 0.0).gradient(1).note("whose derivative would diverge"),
        at("failing", 2.0).note("in the integrand"),
        at("diverging", 2.0).note("where there is no integral"));
  }

  private static double[] row(double... entries) {
    return entries;
  }

  private static Point at(String program, Object... args) {
    return Point.of(IntegralPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double variableBound(double z, double y) {
    return Quadrature.integrate(x -> x * x + y * y, 0, z);
  }

  @Differentiable(order = 2)
  static double decay(double amplitude, double rate) {
    return Quadrature.integrate(x -> amplitude * Math.exp(-rate * x), 0, INFINITY);
  }

  @Differentiable(order = 2)
  static double bell(double mean, double width) {
    return Quadrature.integrate(
        x -> Math.exp(-0.5 * (x - mean) * (x - mean) / (width * width)), -INFINITY, INFINITY);
  }

  @Differentiable(order = 2)
  static double beta(double a, double b) {
    return Quadrature.integrate(x -> Math.pow(x, a - 1) * Math.pow(2 - x, b - 1), 0, 1);
  }

  @Differentiable
  static double[] betweenMany(double[] a, double[] b, double rate) {
    return Quadrature.integrate(x -> Math.exp(-rate * x), a, b);
  }

  @Differentiable(order = 2)
  static double polynomial(double[] coefficients, double a, double b) {
    return Quadrature.integrate(
        x -> {
          double sum = 0;
          for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
          }
          return sum * sum;
        },
        a * b,
        a + b);
  }

  @Differentiable(order = 2)
  static double surface(double[][] weights, double b) {
    return Quadrature.integrate(
        x -> {
          double sum = 0;
          for (double[] row : weights) {
            for (double w : row) {
              sum += Math.sin(w * x);
            }
          }
          return sum;
        },
        0,
        b);
  }

  @Differentiable(order = 2)
  static double singlePrecision(float single, double b) {
    double rate = single;
    return Quadrature.integrate(x -> Math.cos(rate * x), 0, b);
  }

  @Differentiable(order = 2)
  static double inVariable(double k, int power) {
    DoubleUnaryOperator f = x -> k * Math.pow(x, power);
    return k * Quadrature.integrate(f, 0, k);
  }

  private static double wave(double x) {
    return Math.sin(x) * x;
  }

  @Differentiable(order = 2)
  static double reference(double b) {
    return Quadrature.integrate(IntegralPrograms::wave, 0, b);
  }

  @Differentiable(order = 2)
  static double nested(double a, double b) {
    return Quadrature.integrate(
        x -> Quadrature.integrate(t -> Math.sin(a * t * x), 0, x) * a, 0, b);
  }

  @Differentiable(order = 2)
  static double inLoop(double k, int times) {
    double value = k;
    for (int i = 1; i <= times; i++) {
      double factor = value / i;
      value += Quadrature.integrate(x -> factor * Math.cos(x * factor), 0, i);
    }
    return value;
  }

  record Decay(double rate, double[] weights, String name) {}

  @Differentiable(order = 2)
  static double ofRecord(double rate, double[] weights, double b) {
    Decay decay = new Decay(rate, weights, "a");
    return Quadrature.integrate(
        x ->
            (decay.weights()[0] + decay.weights()[1] * x * decay.name().length())
                * Math.exp(-decay.rate() * x),
        0,
        b);
  }

  private static double area(double k, double b) {
    return Quadrature.integrate(x -> Math.exp(k * x), 0, b);
  }

  @Differentiable(order = 2)
  static double inHelper(double k, double b) {
    return area(k, b) * area(b, k);
  }

  @Differentiable(order = 2)
  static double branching(double c) {
    return Quadrature.integrate(x -> x < 0.5 ? c * x : c * c, 0, 0.5)
        + Quadrature.integrate(x -> x < 0.5 ? c * x : c * c, 0.5, 1);
  }

  @Differentiable(order = 2)
  static double square(double b) {
    double zero = Quadrature.integrate(x -> x, -b, b);
    return zero * zero;
  }

  @Differentiable(order = 2)
  static double toTolerance(double b) {
    return Quadrature.integrate(x -> Math.exp(-x), 0, b, 1e-6, 1e-6);
  }

  @Differentiable
  static double unused(double rate) {
    double tail = rate > 0 ? Quadrature.integrate(x -> Math.exp(-rate * x), 0, INFINITY) : 0;
    return rate + tail;
  }

  @Differentiable(order = 2)
  static double failing(double b) {
    return Quadrature.integrate(
        x -> {
          if (x > b / 2) {
            throw new IllegalStateException("beyond the half");
          }
          return b;
        },
        0,
        b);
  }

  @Differentiable(order = 2)
  static double diverging(double b) {
    return Quadrature.integrate(x -> b / x, 0, 1);
  }
}
