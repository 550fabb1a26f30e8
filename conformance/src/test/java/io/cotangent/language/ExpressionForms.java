package io.cotangent.language;

import static io.cotangent.language.Form.expression;
import static io.cotangent.language.Form.statements;

import java.util.ArrayList;
import java.util.List;

/** Chapter 15: expressions. */
final class ExpressionForms {
  private ExpressionForms() {}

  static List<Form> all() {
    List<Form> all = new ArrayList<>();
    all.addAll(primaries());
    all.addAll(calls());
    all.addAll(operators());
    all.addAll(others());
    return all;
  }

  private static List<Form> primaries() {
    return List.of(
        expression(
            "15.8.1",
            "literals of numbers",
            "x * x * 2 + 0x1p-2 * x + 1e-1f * x + 3L + 'c' + 0b11 + 1_000"),
        statements(
            "15.8.1",
            "literals of text, boolean and null",
            "String s = \"text\"; Object o = null; if (true && o == null) { y *= x * s.length(); }"),
        statements(
            "15.8.1", "text block", "String s = \"\"\"\n  text\n  \"\"\"; y *= x * s.length();"),
        statements("15.8.2", "class literal", "y *= x * double[].class.getName().length();"),
        statements("15.8.3", "this", "y = new K(2).g(x);")
            .with(
                "static final class K { final double k; K(double k) { this.k = k; } double g(double t) { return t * t * this.k; } }"),
        statements("15.8.4", "qualified this", "y = new K().new L().g(x);")
            .with(
                "static class K { double k = 2; class L { double g(double t) { return t * t * K.this.k; } } }"),
        expression("15.8.5", "parentheses", "((x)) * (x + (x))"),
        expression("15.9", "class instance creation: record", "new P(x * x, x).u() * x")
            .with("record P(double u, double v) {}"),
        expression("15.9", "class instance creation: generic", "new Box<>(x * x).value * x")
            .with("static class Box<T> { final T value; Box(T value) { this.value = value; } }"),
        statements(
            "15.9",
            "class instance creation: library",
            "StringBuilder s = new StringBuilder(\"ab\"); y *= x * s.length();"),
        statements(
            "15.9.5",
            "anonymous class",
            "DoubleUnaryOperator g = new DoubleUnaryOperator() { public double applyAsDouble(double t) { return t * t; } }; y = g.applyAsDouble(x);"),
        statements(
            "15.10.1",
            "array creation",
            "double[] b = new double[n]; double[][] c = new double[2][n]; b[0] = x * x; c[1][2] = b[0]; y = c[1][2] * b[0];"),
        statements(
            "15.10.1",
            "array creation with initialiser",
            "double[][] b = new double[][] {{x, x * x}, a}; y = b[0][1] * b[1][0];"),
        statements(
            "15.10.1",
            "array creation, last dimensions open",
            "double[][] b = new double[2][]; b[1] = a; y = b[1][0] * x;"),
        expression("15.10.3", "array access", "a[0] * a[n - 1] * a[(int) (x * 2)]"),
        expression("15.11", "length of an array", "a.length * x * x"),
        expression("15.11", "field of an object", "g(new K(), x)")
            .with(
                "static class K { double k = 2; } static double g(K o, double t) { o.k *= t; return o.k * t; }"),
        expression("15.11", "static field, final", "x * x * K")
            .with("static final double K = 2.5;"),
        expression("15.11", "static field, not final", "x * x * k").with("static double k = 2.5;"),
        statements("15.11", "static field, written", "k = x; y = k * x;").with("static double k;"),
        expression("15.11.2", "field of the superclass", "new L().g(x)")
            .with(
                "static class K { double k = 2; } static final class L extends K { double g(double t) { return super.k * t * t; } }"));
  }

  private static List<Form> calls() {
    return List.of(
        expression("15.12", "call of a static method", "g(x) * g(x * x)")
            .with("static double g(double t) { return t * t; }"),
        expression("15.12", "call of itself", "n == 0 ? x : x * f(x * x, a, n - 1)"),
        expression("15.12", "call with variable arity", "g() + g(x) + g(x, x * x)")
            .with(
                "static double g(double... t) { double s = 1; for (double v : t) { s *= v; } return s; }"),
        expression("15.12", "call of a generic method", "g(x) * x")
            .with("static <T> T g(T t) { return t; }"),
        expression(
            "15.12",
            "call of a method of Math",
            "Math.sin(x) * Math.pow(x, 2) + StrictMath.exp(x)"),
        expression(
            "15.12",
            "call of a library's method, active",
            "new java.math.BigDecimal(x).doubleValue() * x"),
        expression(
            "15.12", "call of a library's method, passive", "x * x * Integer.parseInt(\"12\")"),
        expression(
            "15.12",
            "call of a stream's methods",
            "Arrays.stream(a).map(t -> t * x).filter(t -> t > 0).sum() * x"),
        expression(
            "15.12",
            "call of a function's default method",
            "((DoubleUnaryOperator) t -> t * x).andThen(Math::sin).applyAsDouble(a[0])"),
        expression("15.12", "call of an instance method", "new P(x).square() * x")
            .with("record P(double v) { double square() { return v * v; } }"),
        expression("15.12", "call of an enum's method", "E.values()[n - 2].of(x)")
            .with(
                "enum E { A(1), B(2); private final double k; E(double k) { this.k = k; } double of(double t) { return k * t * t; } }"),
        expression(
                "15.12",
                "call of an enum's method, constants with bodies",
                "E.values()[n - 2].of(x)")
            .with(
                "enum E { A { double of(double t) { return t; } }, B { double of(double t) { return t * t; } }; abstract double of(double t); }"),
        expression("15.12", "call through an interface", "g(n > 2 ? new P() : new Q(), x)")
            .with(
                "interface S { double of(double t); } record P() implements S { public double of(double t) { return t * t; } } record Q() implements S { public double of(double t) { return t; } } static double g(S s, double t) { return s.of(t); }"),
        expression("15.12.1", "call of the superclass's method", "new L().g(x)")
            .with(
                "static class K { double g(double t) { return t * t; } } static class L extends K { double g(double t) { return super.g(t) * t; } }"),
        statements(
            "15.13",
            "method reference",
            "DoubleUnaryOperator g = Math::sin; y = g.applyAsDouble(x);"),
        statements(
                "15.13",
                "method reference to a constructor",
                "DoubleFunction<P> g = P::new; y = g.apply(x * x).v();")
            .with("record P(double v) {}"));
  }

  private static List<Form> operators() {
    return List.of(
        statements(
            "15.14",
            "postfix ++ and --",
            "double t = y++ * y--; int i = 0; y = t * a[i++] * a[i];"),
        statements(
            "15.15", "prefix ++ and --", "double t = ++y * --y; int i = 0; y = t * a[++i] * a[i];"),
        expression("15.15", "unary + and -", "-x * +x - -x"),
        expression("15.15", "~ and !", "!(n < ~3) ? x * x : x"),
        expression(
            "15.16",
            "cast of numbers",
            "(double) (float) n * x * x + x * (int) (3 * x) + (long) (9 * x) * x"),
        statements("15.16", "cast of references", "Object o = n; y *= x * (Integer) o;"),
        statements(
            "15.16",
            "boxing and unboxing",
            "Double b = x * x; double c = b; y = c * b + (Double) y;"),
        expression("15.17", "* and /", "x * x / (1 + x * a[0]) + 7 / n"),
        expression("15.17", "%", "(5 * x) % 1.5 * x + 7 % n"),
        expression("15.18", "+ and -", "x * x + a[0] - n + x"),
        statements("15.18.1", "+ of strings", "String s = \"x\" + n + 'c'; y *= x * s.length();"),
        expression("15.19", "shifts", "x * x * (n << 2) + x * (-n >> 1) + x * (n >>> 1)"),
        expression("15.20.1", "< <= > >=", "x < 1 && x <= 1 && n > 2 && n >= 3 ? x * x : x"),
        statements(
            "15.20.2", "instanceof a type", "Object o = a; y = o instanceof double[] ? x * x : x;"),
        statements(
            "15.20.2",
            "instanceof a pattern",
            "Object o = n; y = o instanceof Integer k ? x * x * k : x;"),
        expression("15.21", "== and != of numbers", "n == 3 && n != 2 ? x * x : x"),
        expression("15.21", "== and != of references", "a == null || a != null ? x * x : x"),
        expression("15.21", "== of booleans", "(n > 2) == (x > 0.5) ? x * x : x"),
        expression("15.22", "& ^ | of integers", "x * x * (n & 2) + x * (n ^ 1) + x * (n | 4)"),
        expression("15.22", "& ^ | of booleans", "(n > 2 & x > 0.5) ^ (n > 5 | x > 2) ? x * x : x"),
        expression("15.23", "&&", "n > 3 && a[n] > 0 ? x : x * x"),
        expression("15.24", "||", "n <= 3 || a[n] > 0 ? x * x : x"),
        expression("15.25", "? : of numbers", "(n > 2 ? x * x : n) * (x > 0.5 ? 2 : a[7])"),
        statements(
            "15.25",
            "? : of references",
            "double[] b = n > 2 ? a : new double[n]; b[0] *= x; y = a[0] * x;"));
  }

  private static List<Form> others() {
    return List.of(
        statements("15.26.1", "assignment to a variable", "double t = y = x * x; y *= t;"),
        statements("15.26.1", "assignment to an element", "a[0] = a[1] = x * x; y = a[0] * a[1];"),
        statements("15.26.1", "assignment to a field", "K o = new K(); o.k = x * x; y = o.k * x;")
            .with("static class K { double k; }"),
        statements(
            "15.26.2",
            "compound assignments of numbers",
            "y += x; y -= 2 * x * y; y *= x; y /= 1 + x; y %= 10; a[0] *= y; y *= a[0];"),
        statements(
            "15.26.2",
            "compound assignments of integers",
            "int k = n; k += x * 3; k <<= 1; k >>= 1; k >>>= 1; k &= 7; k |= 8; k ^= 1; y *= k * x;"),
        statements(
            "15.26.2",
            "compound assignments of booleans",
            "boolean k = n > 2; k &= x > 0.5; k |= x > 2; k ^= n > 7; y = k ? x * x : x;"),
        statements(
            "15.27",
            "lambda expression",
            "DoubleUnaryOperator g = t -> t * t * x; y = g.applyAsDouble(x);"),
        statements(
            "15.27",
            "lambda block",
            "DoubleBinaryOperator g = (t, u) -> { double s = t * u; return s * x; }; y = g.applyAsDouble(x, a[0]);"),
        statements(
            "15.27",
            "lambda, passive",
            "IntUnaryOperator g = k -> k + 1; y *= x * g.applyAsInt(n);"),
        expression(
            "15.28",
            "switch expression, arrows",
            "switch (n) { case 1, 2 -> x; case 3 -> { double t = x * x; yield t * x; } default -> throw new IllegalStateException(); }"),
        expression(
            "15.28",
            "switch expression, colons",
            "switch (n) { case 1: yield x; case 3: double t = x * x; yield t * x; default: yield 1; }"),
        expression(
            "15.28",
            "switch expression inside an expression",
            "x * switch (n) { case 3 -> x * x; default -> 1; } + x"),
        expression(
                "15.29", "constant expression", "x * x * (K * 2 + 1) + (\"ab\" + K).length() * x")
            .with("static final int K = 3;"));
  }
}
