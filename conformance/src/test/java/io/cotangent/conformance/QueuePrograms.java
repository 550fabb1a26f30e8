package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Queues, sets, parts of lists, and views of maps that take elements out. */
final class QueuePrograms {
  private QueuePrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(QueuePrograms.class, "sub", 0.7, 1.2),
        Point.of(QueuePrograms.class, "sub", 1.3, 0.4),
        Point.of(QueuePrograms.class, "deque", 0.7, 1.2),
        Point.of(QueuePrograms.class, "deque", 1.3, 0.4),
        Point.of(QueuePrograms.class, "maps", 0.7, 1.2),
        Point.of(QueuePrograms.class, "maps", 1.3, 0.4),
        Point.of(QueuePrograms.class, "sets", 0.7, 1.2),
        Point.of(QueuePrograms.class, "sets", 1.3, 0.4));
  }

  /** Two numbers. */
  record P(double a, double b) {
    double n() {
      return a * b;
    }
  }

  @Differentiable(order = 2)
  static double sub(double x, double z) {
    List<Double> l = new ArrayList<>(List.of(x, z, x * z, 3.0, z * z));
    List<Double> v = l.subList(1, 4);
    v.set(0, v.get(0) * v.get(1));
    v.add(x + 1);
    v.remove(1);
    double s = 0;
    for (double t : v) s += t * t;
    l.subList(0, 2).clear();
    try {
      v.size();
    } catch (ConcurrentModificationException e) {
      s *= x;
    }
    l.replaceAll(t -> t * z);
    l.sort(null);
    Collections.reverse(l);
    Collections.swap(l, 0, 1);
    List<Double> f = List.of(x, z, x).subList(1, 3);
    try {
      l.get(99);
    } catch (IndexOutOfBoundsException e) {
      s += x;
    }
    try {
      f.set(0, 1.0);
    } catch (UnsupportedOperationException e) {
      s += z * z;
    }
    return s
        + l.get(0) * l.get(1)
        + f.get(1) * f.size() * l.size()
        + Arrays.asList(x, z).subList(1, 2).get(0)
        + l.stream().mapToDouble(t -> t).sum();
  }

  @Differentiable(order = 2)
  static double deque(double x, double z) {
    Deque<Double> st = new ArrayDeque<>();
    st.push(x);
    st.push(z);
    double s = 0;
    for (int i = 0; i < 25; i++) {
      st.push(st.peek() * 0.9 + 0.1 * i);
      if (i % 3 == 0) {
        s += st.pop() * st.pollLast();
      } else if (i % 5 == 0) st.addLast(x * i);
    }
    for (double t : st) s += t * x;
    ArrayDeque<double[]> q = new ArrayDeque<>();
    q.offer(new double[] {x, z});
    q.add(new double[] {z, z});
    while (!q.isEmpty()) {
      double[] h = q.poll();
      s += h[0] * h[1];
      if (h[0] < 1) q.add(new double[] {h[0] * 1.7, x});
    }
    Deque<P> ps = new ArrayDeque<>(List.of(new P(x, z)));
    try {
      ps.pop();
      ps.pop();
    } catch (NoSuchElementException e) {
      s *= z;
    }
    try {
      st.push(null);
    } catch (NullPointerException e) {
      s += x * x * x;
    }
    return s + st.size() * x + st.stream().mapToDouble(t -> t * t).sum() + st.getLast();
  }

  @Differentiable(order = 2)
  static double maps(double x, double z) {
    Map<String, Double> m = new TreeMap<>();
    m.put("a", x);
    m.put("b", z);
    m.put("c", x * z);
    m.values().removeIf(t -> t > 1);
    m.entrySet().removeIf(e -> e.getKey().equals("z"));
    double s = 0;
    for (Map.Entry<String, Double> e : m.entrySet()) s = s * 2 + e.getValue();
    return s * m.size() * x;
  }

  @Differentiable(order = 2)
  static double sets(double x, double z) {
    Set<Integer> seen = new HashSet<>(List.of(3, 1));
    List<Double> l = new ArrayList<>();
    for (int i = 0; i < 6; i++) if (seen.add(i % 4)) l.add(x * i + z);
    Set<String> names = new TreeSet<>();
    names.add("b");
    names.add("a");
    Map<String, Double> m = new HashMap<>();
    for (String n : names) m.put(n, l.get(0) * x);
    seen.remove(3);
    seen.removeIf(i -> i > 1);
    double s = 0;
    for (int k : seen) s += k * z + x;
    return s * m.get("a") + l.size() * l.get(1) * (names.contains("b") ? x : z);
  }
}
