package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists and maps of numbers, records and objects. */
final class CollectionPrograms {
  private CollectionPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(CollectionPrograms.class, "lists", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "records", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "fixed", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "backed", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "edits", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "rows", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "iterators", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "jumps", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "outOfBounds", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "caught", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "unmodifiable", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "changedInLoop", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "maps", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "mapViews", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "hashed", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "merged", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "sorted", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "constants", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "nested", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "helpers", 0.7, 1.3),
        Point.of(CollectionPrograms.class, "objectArrays", 0.7, 1.3));
  }

  /** A point. */
  record P(double u, double v) {
    double dot(P o) {
      return u * o.u + v * o.v;
    }
  }

  /** An object that changes. */
  static final class Body {
    double q;
    final List<Double> trace = new ArrayList<>();

    Body(double q) {
      this.q = q;
    }

    void step(double h) {
      q += h * q;
      trace.add(q);
    }
  }

  @Differentiable(order = 2)
  static double lists(double a, double b) {
    List<Double> l = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      l.add(a * i + b);
    }
    l.set(3, l.get(2) * l.get(4));
    double s = 0;
    for (double d : l) {
      s += d * a;
    }
    for (Double d : l) {
      s += d * d;
    }
    double[] sum = new double[1];
    l.forEach(d -> sum[0] += d * b);
    return s + sum[0] * l.size();
  }

  @Differentiable(order = 2)
  static double records(double a, double b) {
    List<P> l = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      l.add(new P(a * i, b));
    }
    double s = 0;
    for (P p : l) {
      s += p.dot(l.get(1)) * p.u();
    }
    List<Body> bodies = List.of(new Body(a), new Body(b));
    for (int i = 0; i < 3; i++) {
      for (Body body : bodies) {
        body.step(a);
      }
    }
    Body first = bodies.get(0);
    first.q *= b;
    return s + bodies.get(0).q * bodies.get(1).trace.get(1) + first.trace.size() * a;
  }

  @Differentiable(order = 2)
  static double fixed(double a, double b) {
    List<Double> l = List.of(a, b, a * b, a + b, 2.0);
    List<P> none = List.of();
    double s = none.size();
    for (int i = 0; i < l.size(); i++) {
      s += l.get(i) * l.get(l.size() - 1 - i);
    }
    List<Double> copy = List.copyOf(l);
    return s * copy.get(1) * List.of(a).get(0);
  }

  @Differentiable(order = 2)
  static double backed(double a, double b) {
    Double[] v = {a, b};
    List<Double> l = Arrays.asList(v);
    l.set(0, l.get(1) * l.get(0));
    v[1] = a;
    l.replaceAll(t -> t * t);
    return v[0] * l.get(1) + Arrays.asList(a, b, a).get(2) * b;
  }

  @Differentiable(order = 2)
  static double edits(double a, double b) {
    ArrayList<Double> l = new ArrayList<>(List.of(a, b, a * b));
    l.add(1, a * a);
    double r = l.remove(0);
    double old = l.set(0, b * b);
    l.addAll(List.of(r, old * a));
    double s = 0;
    for (double d : l) {
      s = s * a + d;
    }
    l.clear();
    if (l.isEmpty()) {
      l.add(s);
    }
    return l.get(0) * l.size() + r;
  }

  @Differentiable(order = 2)
  static double rows(double a, double b) {
    List<double[]> l = new ArrayList<>();
    double[] x = {a, b};
    l.add(x);
    l.add(new double[] {b * b, a});
    l.add(x);
    l.get(0)[1] *= a;
    double s = 0;
    for (double[] r : l) {
      s += r[0] * r[1];
    }
    return s * x[1];
  }

  @Differentiable(order = 2)
  static double iterators(double a, double b) {
    List<Double> l = List.of(a, b, a * b);
    Iterator<Double> i = l.iterator();
    double s = 1;
    while (i.hasNext()) {
      s *= i.next() + a;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double jumps(double a, double b) {
    List<Double> l = new ArrayList<>(List.of(a, b, a * b, b * b));
    double s = 0;
    outer:
    for (double x : l) {
      for (double y : l) {
        if (y > 1.5) {
          continue outer;
        }
        if (x > 1.6) {
          break outer;
        }
        s += x * y * y;
      }
    }
    for (Double x : l) {
      if (x > 1) {
        return s * x;
      }
    }
    return s;
  }

  @Differentiable(order = 2)
  static double outOfBounds(double a, double b) {
    List<Double> l = new ArrayList<>();
    l.add(a * b);
    return l.get(1) * a;
  }

  @Differentiable(order = 2)
  static double caught(double a, double b) {
    List<Double> l = new ArrayList<>();
    double s = 0;
    try {
      for (int i = 0; i < 5; i++) {
        l.add(a * b + i);
        s += l.get(2 * i) * a;
      }
    } catch (IndexOutOfBoundsException e) {
      s *= l.get(1);
    }
    return s * l.size();
  }

  @Differentiable(order = 2)
  static double unmodifiable(double a, double b) {
    List<Double> l = List.of(a, b);
    l.add(a);
    return l.get(0);
  }

  @Differentiable(order = 2)
  static double changedInLoop(double a, double b) {
    List<Double> l = new ArrayList<>(List.of(a, b, a));
    double s = 0;
    for (double x : l) {
      s += x;
      l.add(s);
    }
    return s;
  }

  @Differentiable(order = 2)
  static double maps(double a, double b) {
    Map<String, Double> m = new LinkedHashMap<>();
    m.put("a", a);
    m.put("b", b * a);
    m.put("a", m.get("a") * m.get("b"));
    double s = m.getOrDefault("c", a * a) + m.size();
    if (m.containsKey("a") && !m.containsKey("z")) {
      s *= m.remove("a");
    }
    m.putIfAbsent("b", 7.0);
    m.putIfAbsent("d", a);
    return s + m.get("b") * m.get("d");
  }

  @Differentiable(order = 2)
  static double mapViews(double a, double b) {
    Map<String, P> m = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      m.put("k" + i, new P(a * i, b));
    }
    double s = 0;
    for (Map.Entry<String, P> e : m.entrySet()) {
      s += e.getKey().length() * e.getValue().u() * e.getValue().v();
      e.setValue(new P(e.getValue().v(), a));
    }
    for (P p : m.values()) {
      s = s * 0.5 + p.dot(p);
    }
    for (String k : m.keySet()) {
      s += m.get(k).u() * k.length();
    }
    double[] t = {s};
    m.forEach((k, p) -> t[0] += k.length() * p.u() * p.v());
    return t[0];
  }

  @Differentiable(order = 2)
  static double hashed(double a, double b) {
    Map<Object, Double> m = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      m.put(i % 3 == 0 ? (Object) ("key" + i * 7919) : (Object) (i * 37), a * i + b / (i + 1));
    }
    double s = 0;
    for (double d : m.values()) {
      s = s * 0.9 + d * d / 7;
    }
    m.remove(37);
    Map<Object, Double> n = new HashMap<>(m);
    n.putAll(Map.of("x", a, "y", b));
    for (Map.Entry<Object, Double> e : n.entrySet()) {
      s = s * 0.9 + e.getValue() * a / 3;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double merged(double a, double b) {
    Map<Integer, Double> m = new HashMap<>();
    double[] x = {a, b, a * b, a + b, a - b};
    for (int i = 0; i < x.length; i++) {
      m.merge(i % 2, x[i], (p, q) -> p * q + a);
      m.merge(7 + i, x[i], Double::sum);
    }
    m.computeIfAbsent(3, k -> k * a * b);
    m.computeIfPresent(0, (k, v) -> v * v);
    m.replaceAll((k, v) -> v * a + k);
    return m.get(0) * m.get(1) + m.get(3) * m.size();
  }

  @Differentiable(order = 2)
  static double sorted(double a, double b) {
    Map<String, Double> m = new TreeMap<>();
    m.put("z", a);
    m.put("a", b);
    m.put("m", a * b);
    double s = 0;
    for (double d : m.values()) {
      s = s * a + d;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double constants(double a, double b) {
    Map<String, Double> m = Map.of("one", 1.0, "a", a, "b", b * a);
    double s = 0;
    for (Map.Entry<String, Double> e : m.entrySet()) {
      s = s * a + e.getValue() * e.getKey().length();
    }
    return s * m.get("b");
  }

  @Differentiable(order = 2)
  static double nested(double a, double b) {
    Map<String, List<Double>> m = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      m.computeIfAbsent(i % 2 == 0 ? "even" : "odd", k -> new ArrayList<>()).add(a * i + b);
    }
    double s = 0;
    for (double d : m.get("even")) {
      s += d * d;
    }
    List<List<Double>> l = List.of(m.get("odd"), m.get("even"));
    return s * l.get(0).get(2) * l.get(1).size();
  }

  static double total(List<Double> l) {
    double s = 0;
    for (Double d : l) {
      s += d;
    }
    return s;
  }

  static List<Double> scaled(Iterable<Double> l, double by) {
    List<Double> result = new ArrayList<>();
    for (Double d : l) {
      result.add(d * by);
    }
    return result;
  }

  @Differentiable(order = 2)
  static double helpers(double a, double b) {
    List<Double> l = scaled(List.of(a, b, a * b), a);
    List<Double> same = l;
    same.set(0, total(l));
    List<String> names = new ArrayList<>();
    names.add("x");
    names.add("y");
    for (String name : names) {
      l.add(name.length() * a);
    }
    return total(l) * l.get(0);
  }

  @Differentiable(order = 2)
  static double objectArrays(double a, double b) {
    P[] p = {new P(a, b), new P(b, a * b)};
    P[] q = Arrays.copyOf(p, 3);
    q[2] = new P(a * a, b);
    P[] r = Arrays.copyOfRange(q, 1, 3);
    P[] c = q.clone();
    c[0] = r[1];
    P[] d = new P[4];
    System.arraycopy(c, 0, d, 1, 3);
    Arrays.fill(c, new P(a, a));
    Arrays.setAll(r, i -> new P(a * i, b));
    double[] e = new double[3];
    Arrays.setAll(e, i -> a * i + b);
    double s = d[0] == null ? a : b;
    for (int i = 1; i < 4; i++) {
      s += d[i].dot(c[i - 1]) * q[i - 1].u() + e[i - 1] * r[1].u();
    }
    return s;
  }
}
