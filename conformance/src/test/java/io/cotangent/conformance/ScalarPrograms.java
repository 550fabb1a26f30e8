package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.List;

/** Numbers, operators, local variables and assignments wherever Java lets them stand. */
final class ScalarPrograms {
  private ScalarPrograms() {}

  static List<Point> points() {
    return List.of(
        at("identity", 3.5).exactly(1).hessian(new double[] {0}),
        at("constant", 3.5).exactly(0),
        at("product", 2.0, 3.0).gradient(3, 2).hessian(new double[] {0, 1}, new double[] {1, 0}),
        at("rational", 1.5, -0.5),
        at("rational", -2.0, 4.0),
        at("polynomial", 0.7).gradient(-2 + 6 * 0.7 + 12 * 0.49),
        at("onlyFirst", 1.25, 4.0).gradient(8 * 1.25),
        at("reassigned", 0.3, 1.4),
        at("shadowing", 0.3),
        at("inferred", 1.1, 0.4),
        at("compound", 1.3, 0.8),
        at("compound", -0.4, 2.5),
        at("increments", 1.3),
        at("assignmentsInExpressions", 0.6, -1.2),
        at("chained", 0.6),
        at("negation", 2.0).exactly(-1),
        at("precedence", 1.2, 0.7, -0.4),
        at("integersPass", 1.5, 3, 7L, (short) 2, 'a'),
        at("bits", 1.5, 5),
        at("nestedConditionals", 1.5, 0.5),
        at("nestedConditionals", 0.5, 1.5),
        at("nestedConditionals", -0.5, -1.5),
        at("ofOther", 0.8, 1.9),
        at("longChain", 0.37),
        at("hiddenFromOthers", 0.9),
        at("unused", 0.9, 4.0),
        at("stringsAndAsserts", 0.9));
  }

  private static Point at(String program, Object... args) {
    return Point.of(ScalarPrograms.class, program, args);
  }

  @Differentiable(order = 2)
  static double identity(double x) {
    return x;
  }

  @SuppressWarnings("cotangent:zero-derivative")
  @Differentiable(order = 2)
  static double constant(double x) {
    return 4.25;
  }

  @Differentiable(order = 2)
  static double product(double x, double y) {
    return x * y;
  }

  @Differentiable(order = 2)
  static double rational(double x, double y) {
    return (x * x - y) / (1 + x * x + y * y) - y / (2 + x * x);
  }

  @Differentiable(order = 2)
  static double polynomial(double x) {
    return 1 - 2 * x + 3 * x * x + 4 * x * x * x;
  }

  @Differentiable(wrt = "x", order = 2)
  static double onlyFirst(double x, double scale) {
    return scale * x * x;
  }

  @Differentiable(order = 2)
  static double reassigned(double x, double y) {
    double a = x * y;
    x = a * a + y;
    y = x * a;
    a = y - x;
    return a * x * y;
  }

  @Differentiable(order = 2)
  static double shadowing(double x) {
    double sum = 0;
    {
      final double t = x * x;
      sum += t * x;
    }
    {
      double t = Math.exp(x);
      sum += t * t;
    }
    for (int i = 0; i < 2; i++) {
      double t = sum * x;
      sum += t;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double inferred(double x, double y) {
    var a = x * y;
    final var b = a + 1;
    var count = 3;
    return b * b * count;
  }

  @Differentiable(order = 2)
  static double compound(double x, double y) {
    double a = x;
    a += y * y;
    a -= x * y;
    a *= a + 1;
    a /= 2 + x * x;
    a %= 100;
    return a * x;
  }

  @Differentiable(order = 2)
  static double increments(double x) {
    double a = x;
    double b = a++ * a;
    double c = --b * b-- + b;
    ++c;
    return a * c * x + b;
  }

  @Differentiable(order = 2)
  static double assignmentsInExpressions(double x, double y) {
    double a;
    double b = (a = x * y) * a + (a = a + x) * a;
    double c = (b += a * y) * (b -= x);
    return a + b * c;
  }

  @Differentiable(order = 2)
  static double chained(double x) {
    double a;
    double b;
    double c = a = b = x * x;
    c *= a += b;
    return a * b * c;
  }

  @Differentiable
  static double negation(double x) {
    return -(-(-x));
  }

  @Differentiable(order = 2)
  static double precedence(double x, double y, double z) {
    return x - y - z * x / y + x / y / z - (x - (y - z)) * -x;
  }

  @Differentiable(order = 2)
  static double integersPass(double x, int n, long m, short s, char c) {
    return x * x * n / 2 + n / 2 * x + m * x + s * x * x - c * x + (n % 2) * x;
  }

  @Differentiable(order = 2)
  static double bits(double x, int n) {
    int mask = (n & 3) | (n << 2) ^ ~n >>> 28;
    boolean odd = (n & 1) == 1 ^ n > 10;
    return odd ? mask * x * x : x;
  }

  @Differentiable(order = 2)
  static double nestedConditionals(double x, double y) {
    return x > y ? (x > 1 ? x * x * y : x * y) : y > 1 ? y * y * y : (x < 0 ? x * x - y : 7);
  }

  @Differentiable(order = 2)
  static double ofOther(double x, double y) {
    return Math.sin(x * y) * Math.exp(-x) + Math.log(1 + y * y) / Math.cosh(x);
  }

  @Differentiable(order = 2)
  static double longChain(double x) {
    double a = x + 0.1 * Math.sin(x);
    double b = a * x + 0.2 * Math.cos(a);
    double c = b / (1 + a * a);
    double d = Math.tanh(c * b) - a;
    double e = Math.exp(-d * d) + c;
    double f = Math.log1p(e * e) * d;
    return f * e - d * c + b * a;
  }

  @Differentiable(order = 2)
  private static double hiddenFromOthers(double x) {
    return x * x * x;
  }

  @SuppressWarnings("cotangent:unused-wrt")
  @Differentiable(order = 2)
  static double unused(double x, double y) {
    double never = x * y;
    double also = Math.exp(never);
    return x * x;
  }

  @Differentiable(order = 2)
  static double stringsAndAsserts(double x) {
    String name = "n" + 3;
    assert x > -100 : "far too small: " + x;
    return name.length() * x * x;
  }
}
