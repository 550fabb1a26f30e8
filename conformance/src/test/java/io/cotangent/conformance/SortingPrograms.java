package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Orders of numbers and objects, in streams and lists. */
final class SortingPrograms {
  private SortingPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(SortingPrograms.class, "sorted", 0.7, 1.2),
        Point.of(SortingPrograms.class, "sorted", 1.3, 0.4),
        Point.of(SortingPrograms.class, "records", 0.7, 1.2),
        Point.of(SortingPrograms.class, "records", 1.3, 0.4),
        Point.of(SortingPrograms.class, "comps", 0.7, 1.2),
        Point.of(SortingPrograms.class, "comps", 1.3, 0.4));
  }

  /** Two numbers. */
  record P(double a, double b) {
    double n() {
      return a * b;
    }
  }

  /** Orders itself. */
  record Cm(double v, String n) implements Comparable<Cm> {
    @Override
    public int compareTo(Cm o) {
      int c = n.compareTo(o.n);
      return c != 0 ? c : Double.compare(v, o.v);
    }
  }

  @Differentiable(order = 2)
  static double sorted(double x, double z) {
    double[] w = {z, x, x * z, -x, 0.3};
    double s = 0;
    int k = 1;
    for (double v : DoubleStream.of(w).map(t -> t * z).sorted().toArray()) {
      s += k++ * v * v;
    }
    return s
        + Arrays.stream(w).sorted().skip(1).limit(2).map(t -> t * x).sum()
        + Arrays.stream(w)
            .boxed()
            .sorted(Comparator.reverseOrder())
            .mapToDouble(t -> t)
            .limit(2)
            .reduce(1, (p, q) -> p * q)
        + Arrays.stream(w).sorted().count();
  }

  @Differentiable(order = 2)
  static double records(double x, double z) {
    List<P> ps =
        new ArrayList<>(List.of(new P(x, z), new P(z * z, x), new P(0.1, x * x), new P(x, x)));
    ps.sort(Comparator.comparingDouble(P::n));
    double s = ps.get(0).n() + 2 * ps.get(3).a();
    Collections.sort(
        ps,
        Comparator.comparingDouble(P::a)
            .thenComparing(Comparator.comparingDouble(P::b).reversed()));
    s += ps.get(1).b() * 3;
    P m = Collections.max(ps, Comparator.comparing(p -> p.b()));
    ps.removeIf(p -> p.a() > x + 0.01);
    s += ps.size() * m.n();
    Optional<P> best = ps.stream().max((p, q) -> Double.compare(p.n(), q.n()));
    return s
        + best.get().a()
        + best.map(P::b).orElse(7.0)
        + ps.stream().sorted((p, q) -> Double.compare(q.b(), p.b())).findFirst().get().n();
  }

  @Differentiable(order = 2)
  static double comps(double x, double z) {
    List<Cm> l = new ArrayList<>(List.of(new Cm(x, "b"), new Cm(z, "a"), new Cm(x * z, "b")));
    Collections.sort(l);
    double s = l.get(0).v() + 2 * l.get(1).v();
    l.sort(Comparator.reverseOrder());
    s *= l.get(0).v();
    l.sort(Comparator.comparing(Cm::n).thenComparingDouble(c -> -c.v()));
    s += l.get(2).v() * x;
    Map<String, Double> m = new HashMap<>();
    m.put("k", x);
    m.put("c", z);
    double t = 0;
    for (String k : m.keySet().stream().sorted().toList()) t = t * 2 + m.get(k);
    Comparator<Cm> c = (p, q) -> Double.compare(p.v(), q.v());
    return s * t + Collections.min(l, c).v();
  }
}
