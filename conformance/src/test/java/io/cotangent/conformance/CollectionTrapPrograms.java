package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collections that are shared, changed while they are read, and left half-way by exceptions. */
final class CollectionTrapPrograms {
  private CollectionTrapPrograms() {}

  static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (String each :
        List.of(
            "identity",
            "nestedAlias",
            "helper",
            "cme",
            "entryKept",
            "entrySetAfterRemove",
            "records",
            "halfway",
            "asList",
            "accounts",
            "tree",
            "exceptional",
            "setNull",
            "mapKeysChange",
            "nestedMaps",
            "mixedAlias")) {
      points.add(Point.of(CollectionTrapPrograms.class, each, 0.7, 1.3));
      points.add(Point.of(CollectionTrapPrograms.class, each, -0.4, 0.9));
    }
    return points;
  }

  static void mutate(List<Double> l, double c) {
    for (int i = 0; i < l.size(); i++) l.set(i, l.get(i) * c);
    l.add(c);
    if (c > 1) l.remove(0);
  }

  /** A number and what it met. */
  record P(double x, List<Double> h) {
    P with(double d) {
      h.add(d);
      return new P(x * d, h);
    }

    double norm() {
      double s = x * x;
      for (double d : h) s += d * x;
      return s;
    }
  }

  static void risky(List<Double> l, double a) {
    for (int i = 0; i < 5; i++) {
      l.set(i, l.get(i) * a);
      if (i == 2 && a > 0) throw new IllegalStateException();
    }
  }

  /** What may end half-way. */
  static final class Account {
    private final Map<String, Double> m = new HashMap<>();

    void deposit(String k, double v) {
      if (v < 0) throw new IllegalArgumentException();
      m.merge(k, v, Double::sum);
    }

    void transfer(String f, String t, double v) {
      m.merge(f, -v, Double::sum);
      deposit(t, v);
    }

    double get(String k) {
      return m.getOrDefault(k, 0.0);
    }
  }

  /** A tree whose nodes may be shared. */
  static class Node {
    double v;
    Node next;
    final List<Node> kids = new ArrayList<>();

    Node(double v) {
      this.v = v;
    }

    double sum(double d) {
      double s = v;
      for (Node k : kids) s += d * k.sum(d * d);
      return s;
    }
  }

  @Differentiable(order = 2)
  static double identity(double a, double b) {
    Double p = a, q = a;
    Double r = p;
    double s = p == q ? 100 : a * b;
    if (p == r) s += a * a;
    if (p.equals(q)) s += b * b * a;
    List<Double> l = new ArrayList<>();
    l.add(p);
    l.add(q);
    l.add(p);
    if (l.get(0) == l.get(2)) s += a * 3;
    if (l.get(0) == l.get(1)) s += 1000 * a;
    return s;
  }

  @Differentiable(order = 2)
  static double nestedAlias(double a, double b) {
    List<List<Double>> g = new ArrayList<>();
    List<Double> row = new ArrayList<>(List.of(a, b));
    g.add(row);
    g.add(row);
    g.add(new ArrayList<>(row));
    g.get(0).set(0, g.get(1).get(1) * a);
    g.get(1).add(a * b);
    row.set(1, row.get(0) * row.get(2));
    double s = 0;
    for (List<Double> r : g) {
      double t = 1;
      for (double d : r) t *= d + 1;
      s += t;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double helper(double a, double b) {
    List<Double> l = new ArrayList<>();
    l.add(a);
    l.add(b);
    List<Double> same = l;
    mutate(l, b);
    mutate(same, a);
    mutate(l, a * b);
    double s = 0;
    int i = 1;
    for (Double d : same) s += d * d * i++;
    return s;
  }

  @Differentiable(order = 2)
  static double cme(double a, double b) {
    List<Double> l = new ArrayList<>(List.of(a, b, a * b, a + b));
    double s = 0;
    try {
      for (double d : l) {
        s += d * d;
        if (s > 0.5) l.add(s * a);
      }
    } catch (ConcurrentModificationException e) {
      s *= l.get(l.size() - 1);
    }
    Iterator<Double> it = l.iterator();
    s += it.next() * b;
    l.set(1, s);
    s += it.next();
    return s;
  }

  @Differentiable(order = 2)
  static double entryKept(double a, double b) {
    Map<String, Double> m = new LinkedHashMap<>();
    m.put("x", a);
    m.put("y", b);
    Map.Entry<String, Double> e = m.entrySet().iterator().next();
    m.put("x", a * b);
    double s = e.getValue();
    m.remove("x");
    m.put("q", 7 * b);
    m.put("r", 11 * a);
    s += e.getValue() * a;
    return s + m.get("q") * m.get("r");
  }

  @Differentiable(order = 2)
  static double entrySetAfterRemove(double a, double b) {
    Map<String, Double> m = new HashMap<>();
    m.put("x", a);
    m.put("y", b);
    Map.Entry<String, Double> e = null;
    for (Map.Entry<String, Double> f : m.entrySet()) if (f.getKey().equals("x")) e = f;
    m.remove("x");
    m.put("z", b * b);
    e.setValue(a * 100);
    return m.get("z") * a + e.getValue();
  }

  @Differentiable(order = 2)
  static double records(double a, double b) {
    List<P> l = new ArrayList<>();
    P p = new P(a, new ArrayList<>());
    l.add(p);
    l.add(p.with(b));
    l.add(l.get(1).with(a));
    l.set(0, l.get(2));
    double s = 0;
    for (P q : l) s += q.norm();
    l.remove(1);
    return s * l.get(0).x() + (l.get(0) == l.get(1) ? a : b);
  }

  @Differentiable(order = 2)
  static double halfway(double a, double b) {
    List<Double> l = new ArrayList<>();
    for (int i = 0; i < 4; i++) l.add(a + i * b);
    try {
      risky(l, a);
    } catch (IllegalStateException | IndexOutOfBoundsException e) {
      l.add(b * l.get(1));
    } finally {
      l.set(3, l.get(3) * l.get(0));
    }
    double s = 0;
    for (double d : l) s = s * b + d;
    return s;
  }

  @Differentiable(order = 2)
  static double asList(double a, double b) {
    Double[] x = {a, b, a * b};
    List<Double> l = Arrays.asList(x);
    l.set(0, b * b);
    x[1] = l.get(0) * a;
    List<Double> c = List.of(x);
    x[2] = 0.0;
    List<Double> d = new ArrayList<>(l);
    double s = 0;
    for (int i = 0; i < 3; i++) s += l.get(i) * c.get(i) + d.get(i);
    try {
      l.add(a);
    } catch (UnsupportedOperationException e) {
      s *= a;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double accounts(double a, double b) {
    Account c = new Account();
    c.m.put("p", 1.0);
    try {
      c.transfer("p", "q", a * a);
      c.transfer("q", "r", a * b);
    } catch (IllegalArgumentException e) {
      c.m.put("e", a);
    }
    return c.get("p") * b + c.get("q") * a + c.get("r") * c.get("r") + c.get("e") * 5;
  }

  @Differentiable(order = 2)
  static double tree(double a, double b) {
    Node r = new Node(a), k = new Node(b);
    r.kids.add(k);
    r.kids.add(k);
    k.kids.add(new Node(a * b));
    k.v *= a;
    r.kids.get(1).kids.get(0).v += b;
    return r.sum(b);
  }

  @Differentiable(order = 2)
  static double exceptional(double a, double b) {
    Map<String, List<Double>> m = new HashMap<>();
    try {
      m.computeIfAbsent(
              "x",
              k -> {
                List<Double> l = new ArrayList<>();
                l.add(a);
                return l;
              })
          .add(b);
      m.get("y").add(a);
    } catch (NullPointerException e) {
      m.put("y", new ArrayList<>(m.get("x")));
      m.get("x").set(0, a * b);
    }
    return m.get("x").get(0) * m.get("y").get(0) + m.get("y").get(1) * a;
  }

  @Differentiable(order = 2)
  static double setNull(double a, double b) {
    List<Double> l = new ArrayList<>();
    l.add(null);
    l.add(a);
    Double z = l.set(1, null);
    double s = z * b;
    for (Double d : l) if (d == null) s *= a;
    l.set(0, s);
    Map<String, Double> m = new HashMap<>();
    m.put("k", null);
    if (m.containsKey("k") && m.get("k") == null) m.putIfAbsent("k", l.get(0));
    return m.get("k") + (l.get(1) == null ? b : 0);
  }

  @Differentiable(order = 2)
  static double mapKeysChange(double a, double b) {
    Map<String, Double> m = new LinkedHashMap<>();
    m.put("a", a);
    m.put("b", b);
    m.put("c", a * b);
    double s = 0;
    try {
      for (String k : m.keySet()) {
        s = s * b + m.get(k);
        if (k.equals("b")) m.put("d", s);
      }
    } catch (ConcurrentModificationException e) {
      s += m.get("d") * m.size();
    }
    return s;
  }

  @Differentiable(order = 2)
  static double nestedMaps(double a, double b) {
    Map<String, Map<String, Double>> m = new TreeMap<>();
    m.computeIfAbsent("p", k -> new TreeMap<>()).put("q", a);
    m.computeIfAbsent("p", k -> new TreeMap<>()).merge("q", b, (x, y) -> x * y);
    Map<String, Map<String, Double>> c = new TreeMap<>(m);
    c.get("p").put("r", a * a);
    double s = 0;
    for (Map<String, Double> v : m.values())
      for (Map.Entry<String, Double> e : v.entrySet())
        s += e.getValue() * (e.getKey().equals("q") ? a : b);
    return s;
  }

  @Differentiable(order = 2)
  static double mixedAlias(double a, double b) {
    Double[] arr = {a, b};
    List<Double> v = Arrays.asList(arr);
    Double[] copy = arr.clone();
    Double[] same = arr;
    same[0] = copy[1] * v.get(0);
    v.set(1, same[0] + copy[0]);
    double[] raw = new double[2];
    Arrays.setAll(raw, i -> arr[i] * copy[i]);
    System.arraycopy(raw, 0, raw, 1, 1);
    return raw[0] + raw[1] * b;
  }
}
