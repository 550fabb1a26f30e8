package io.cotangent.language;

import static io.cotangent.language.Form.statements;

import java.util.List;

/** Chapter 14: blocks, statements, and patterns. */
final class StatementForms {
  private StatementForms() {}

  static List<Form> all() {
    return List.of(
        statements("14.2", "block", "{ double t = x * x; y = t * x; }"),
        statements(
            "14.3",
            "local class",
            "class L { double g(double t) { return t * t; } } y = new L().g(x);"),
        statements("14.3", "local record", "record R(double v) {} y = new R(x * x).v();"),
        statements("14.3", "local enum", "enum E { A, B } y = E.values().length * x * x;"),
        statements(
            "14.3",
            "local interface",
            "interface I { double g(double t); } I i = t -> t * t; y = i.g(x);"),
        statements("14.4", "local variable", "double t = x * x; y *= t;"),
        statements(
            "14.4",
            "local variable, several declarators",
            "double t = x * x, u = t * x, v[] = {u, t}; y = v[0] + v[1];"),
        statements(
            "14.4",
            "local variable without initialiser",
            "double t; if (n > 2) { t = x * x; } else { t = x; } y = t;"),
        statements("14.4", "local variable, final", "final double t = x * x; y = t * t;"),
        statements(
            "14.4",
            "local variable, var",
            "var t = x * x; var b = new double[] {t}; y = b[0] * t;"),
        statements(
            "14.4",
            "local variable of array type",
            "double[] b = a; double c[][] = {a, b}; y = c[0][1] * c[1][0];"),
        statements("14.6", "empty statement", "; y *= x;"),
        statements(
            "14.7", "labelled statement", "out: { y *= x; if (n > 2) { break out; } y = 0; }"),
        statements("14.8", "expression statement: assignment", "y = x * x;"),
        statements("14.8", "expression statement: increment", "y++; ++y; y *= y; y--; --y;"),
        statements("14.8", "expression statement: call", "g(a); y = a[0];")
            .with("static void g(double[] b) { b[0] *= b[1]; }"),
        statements("14.8", "expression statement: creation", "new Object(); y *= x;"),
        statements("14.9.1", "if", "if (x > 0.5) { y = x * x; }"),
        statements(
            "14.9.2",
            "if, else",
            "if (x > 1.5) { y = 0; } else if (n > 2) { y = x * x; } else { y = x; }"),
        statements("14.10", "assert", "assert n > 0 : \"n is \" + n; y *= x;"),
        statements(
            "14.11",
            "switch, colons",
            "switch (n) { case 1: y = 0; break; case 3: y *= x; case 4: y += x * x; break; default: y = 1; }"),
        statements(
            "14.11",
            "switch, arrows",
            "switch (n) { case 1, 2 -> y = 0; case 3 -> { y *= x; } default -> y = 1; }"),
        statements(
            "14.11",
            "switch over strings",
            "switch (\"n\" + n) { case \"n3\" -> y *= x; default -> y = 1; }"),
        statements(
                "14.11",
                "switch over an enum",
                "switch (E.values()[n - 2]) { case A -> y = 1; case B -> y *= x; }")
            .with("enum E { A, B }"),
        statements(
            "14.11",
            "switch over a box",
            "Integer k = n; switch (k) { case 3 -> y *= x; default -> y = 1; }"),
        statements("14.12", "while", "int i = 0; while (i < n) { y *= x + i; i++; }"),
        statements("14.13", "do", "int i = 0; do { y *= x + i; i++; } while (i < n);"),
        statements("14.14.1", "for", "for (int i = 0; i < n; i++) { y *= a[i]; }"),
        statements(
            "14.14.1",
            "for with several variables and updates",
            "for (int i = 0, j = n; i < j; i++, j--) { y *= a[i] * j; }"),
        statements(
            "14.14.1",
            "for without parts",
            "int i = 0; for (; ; ) { if (i == n) { break; } y *= a[i++]; }"),
        statements(
            "14.14.1",
            "for over a floating variable",
            "for (double t = x; t < 3; t += 0.5) { y += t * t; }"),
        statements("14.14.2", "for over an array", "for (double v : a) { y *= v; }"),
        statements(
            "14.14.2",
            "for over rows",
            "for (double[] r : new double[][] {a, a}) { y *= r[0] * r[1]; }"),
        statements("14.14.2", "for over an Iterable", "for (int i : List.of(1, 2)) { y *= a[i]; }"),
        statements(
            "14.14.2",
            "for over a list of numbers",
            "List<Double> l = new ArrayList<>(List.of(x, a[0])); l.add(x * x);"
                + " for (double v : l) { y *= v; }"),
        statements(
            "14.14.2",
            "for over a map's entries",
            "Map<String, Double> m = new LinkedHashMap<>(); m.put(\"k\", x * x);"
                + " for (Map.Entry<String, Double> e : m.entrySet()) { y *= e.getValue(); }"),
        statements(
            "14.15", "break", "for (int i = 0; i < n; i++) { y *= a[i]; if (i == 1) { break; } }"),
        statements(
            "14.15",
            "break with a label",
            "out: for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) { y *= a[j]; if (i == 1) { break out; } } }"),
        statements(
            "14.16",
            "continue",
            "for (int i = 0; i < n; i++) { if (i == 1) { continue; } y *= a[i]; }"),
        statements(
            "14.16",
            "continue with a label",
            "out: for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) { if (j > i) { continue out; } y *= a[j]; } }"),
        statements("14.17", "return", "if (n > 2) { return x * x * x; }"),
        statements(
            "14.17",
            "return from a loop",
            "for (int i = 0; i < n; i++) { y *= a[i]; if (i == 1) { return y * y; } }"),
        statements(
            "14.18",
            "throw",
            "if (n < 0) { throw new IllegalArgumentException(\"n is \" + n); } y *= x;"),
        statements("14.19", "synchronized", "synchronized (a) { y *= x; }"),
        statements(
            "14.20.1",
            "try, catch",
            "try { y *= a[n]; } catch (IndexOutOfBoundsException e) { y *= a[0]; }"),
        statements(
            "14.20.1",
            "try, catch of several types",
            "try { y *= 3 / (n - 3); } catch (ArithmeticException | IllegalStateException e) { y *= x * x; }"),
        statements(
                "14.20.1",
                "try, several catches",
                "try { g(a, n); } catch (IllegalStateException e) { y *= a[0]; } catch (Exception e) { y = 0; }")
            .with(
                "static void g(double[] b, int i) throws Exception { b[0] *= b[1]; if (i > 2) { throw new IllegalStateException(); } b[0] = 0; }"),
        statements("14.20.2", "try, finally", "try { y *= x; } finally { y += x * x; }"),
        statements(
            "14.20.2",
            "try, catch, finally",
            "try { if (n > 2) { throw new Exception(); } return 0; } catch (Exception e) { y *= x; } finally { y += x * x; }"),
        statements(
            "14.20.2",
            "try, finally that returns",
            "try { y *= x; if (n > 2) { throw new IllegalStateException(); } } finally { if (n > 0) { return y * y; } }"),
        statements(
            "14.20.3",
            "try with resources",
            "try (java.io.StringReader r = new java.io.StringReader(\"b\")) { y *= r.read() * x; }"),
        statements(
            "14.20.3",
            "try with a resource in a variable",
            "java.io.StringReader r = new java.io.StringReader(\"b\"); try (r) { y *= r.read() * x; }"),
        statements("14.21", "yield", "y = switch (n) { case 3: yield x * x; default: yield 1; };"),
        statements(
            "14.30",
            "type pattern",
            "Object o = n; if (o instanceof Integer k && k > 2) { y *= k * x; }"));
  }
}
