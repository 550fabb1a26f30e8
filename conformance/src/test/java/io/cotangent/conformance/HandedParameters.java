package io.cotangent.conformance;

import io.cotangent.Complex;
import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Methods that take and give what is known at run time only: lists, maps, boxes, hierarchies. */
final class HandedParameters {
  private HandedParameters() {}

  /** Holds an array and a name. */
  record Rec(double a, double[] b, String name) {}

  /** Changes what it is made of: it must not be made twice. */
  record Halved(double v) {
    Halved {
      v = v / 2;
    }
  }

  /** What has an area. */
  sealed interface Shape permits Circle, Square {}

  /** With a radius. */
  record Circle(double r) implements Shape {}

  /** Several squares. */
  record Square(double s, int n) implements Shape {}

  /** A linked list. */
  static final class Node {
    double v;
    Node next;

    Node(double v, Node next) {
      this.v = v;
      this.next = next;
    }
  }

  /** Anybody's. */
  interface Law {
    double of(double x);
  }

  /** Counts its calls. */
  static final class Cubic implements Law {
    final double a;
    int calls;

    Cubic(double a) {
      this.a = a;
    }

    @Override
    public double of(double x) {
      calls++;
      return a * x * x * x * calls;
    }
  }

  /** Has numbers of all kinds that carry nothing. */
  record Linear(Double a, long n, char c, boolean b, byte d, short e, float f) implements Law {
    @Override
    public double of(double x) {
      return b ? a * x * n + c + d + e * f : x;
    }
  }

  /** Generic. */
  record Box<T>(T first, List<T> more) {}

  /** Holds a list that a method doesn't look at. */
  record Aside(double x, List<Double> unused, Shape shape) {}

  @Differentiable(order = 2)
  static double powers(List<Double> l, double k) {
    double s = 0;
    for (double d : l) {
      s += d * d * k;
    }
    l.add(s);
    return s * l.get(l.size() - 1);
  }

  @Differentiable(order = 2)
  static double rows(List<double[]> rows) {
    double s = 0;
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        s += row[i] * row[i] * (i + 1);
      }
      row[0] = s;
    }
    return s * rows.get(0)[0];
  }

  @Differentiable(order = 2)
  static double product(Map<String, Double> m) {
    double s = 1;
    for (Map.Entry<String, Double> e : m.entrySet()) {
      s *= e.getValue() + e.getKey().length();
    }
    return s;
  }

  @Differentiable
  static Double boxes(Double x, Float y) {
    return y == null ? x * x * x : x * x * y;
  }

  @Differentiable(order = 2)
  static double records(List<Rec> all) {
    double s = 0;
    for (Rec each : all) {
      s += each.a() * each.a() * each.b()[each.name().length()];
    }
    return s;
  }

  @Differentiable
  static double array(Rec[] all, float[] f) {
    double s = 0;
    for (int i = 0; i < all.length; i++) {
      s += all[i].a() * all[i].b()[1] * f[i];
    }
    return s;
  }

  @Differentiable
  static double halved(List<Halved> all) {
    return all.get(0).v() * all.get(1).v();
  }

  @Differentiable
  static List<Double> squares(List<Double> l) {
    List<Double> r = new ArrayList<>();
    for (double d : l) {
      r.add(d * d);
    }
    r.add(l.get(0) * l.get(1));
    return r;
  }

  @Differentiable
  static Map<String, Rec> table(double x) {
    Map<String, Rec> m = new TreeMap<>();
    m.put("b", new Rec(x * x, new double[] {x, 3}, "n"));
    m.put("a", null);
    return m;
  }

  @Differentiable
  static Rec[] pair(Rec[] all) {
    return new Rec[] {all[1], new Rec(all[0].a() * all[1].b()[0], all[0].b().clone(), "new")};
  }

  @Differentiable
  static Shape bigger(Shape a, Shape b, double k) {
    return area(List.of(a)) > area(List.of(b)) ? a : new Circle(Math.sqrt(area(List.of(b)) * k));
  }

  @Differentiable
  static double area(List<Shape> shapes) {
    double s = 0;
    for (Shape each : shapes) {
      if (each instanceof Circle c) {
        s += c.r() * c.r() * 3;
      } else if (each instanceof Square q) {
        s += q.s() * q.s() * q.n();
      }
    }
    return s;
  }

  @Differentiable(order = 2)
  static double chain(Node first) {
    double s = 0;
    double w = 1;
    for (Node n = first; n != null; n = n.next) {
      n.v *= w;
      s += n.v * n.v;
      w++;
    }
    return s;
  }

  @Differentiable(wrt = {"law", "x"})
  static double law(Law law, double x) {
    return law.of(x) + law.of(x);
  }

  @Differentiable
  static double generic(Box<Double> b) {
    double s = b.first();
    for (Double d : b.more()) {
      s *= d;
    }
    return s;
  }

  @Differentiable
  static double nested(List<List<Double>> m, Map<Integer, List<double[]>> k) {
    double s = 0;
    for (List<Double> row : m) {
      for (Double d : row) {
        s += d == null ? 1 : d * d;
      }
    }
    for (int i : k.keySet()) {
      for (double[] a : k.get(i)) {
        s += a[0] * i;
      }
    }
    return s;
  }

  @Differentiable
  static double grown(HashMap<String, Double> m, double x) {
    m.put("new", x);
    m.remove("a");
    return m.get("b") * m.get("new") + m.size();
  }

  @Differentiable
  static double grownAndRead(HashMap<String, Double> m, double x) {
    m.put("new", x);
    double s = 0;
    for (double d : m.values()) {
      s += d;
    }
    return s;
  }

  @Differentiable
  static double written(List<Double> a, List<Double> b) {
    a.set(0, b.get(0) * 2);
    return a.get(0) * b.get(0);
  }

  @Differentiable
  static double read(List<Double> a, List<Double> b) {
    return a.get(0) * b.get(0);
  }

  @Differentiable
  static double complex(List<Complex> a) {
    return a.get(0).times(a.get(1)).abs();
  }

  @Differentiable
  static double aside(Aside a) {
    return a.x() * a.x();
  }

  @Differentiable(wrt = "x")
  static double bound(List<Double> l, Map<String, String> names, double x) {
    return l.get(names.get("i").length()) * x;
  }

  @Differentiable
  static double boxedArray(Double[] b, double[][] rows) {
    return b[1] == null ? b[0] * rows[0][1] : b[1];
  }

  @Differentiable(wrt = {"work", "part"})
  static double far(FarGenerics.Work<?> work, FarGenerics.DataPart part, double x) {
    @SuppressWarnings("unchecked")
    FarGenerics.Work<FarGenerics.Data> known = (FarGenerics.Work<FarGenerics.Data>) work;
    return known.of(part.original, x) * part.original.columns;
  }
}
