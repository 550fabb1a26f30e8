package io.cotangent.language;

import static io.cotangent.language.Form.expression;
import static io.cotangent.language.Form.statements;

import java.util.List;

/** What methods do with the JDK's lists, maps, functions and streams of numbers. */
final class LibraryForms {
  private LibraryForms() {}

  static List<Form> all() {
    return List.of(
        statements(
            "List",
            "add, get, set, remove, size",
            "List<Double> l = new ArrayList<>(); l.add(x); l.add(0, x * x); l.set(1, l.get(0) * x); l.remove(0); y = l.get(0) * l.size();"),
        statements(
            "List",
            "of, copyOf, subList",
            "List<Double> l = List.of(x, a[0], a[1]); y = List.copyOf(l).subList(1, 3).get(0) * x;"),
        statements(
            "List",
            "sort, Collections.sort, Comparator",
            "List<Double> l = new ArrayList<>(List.of(x, x * x, 0.3)); l.sort(Comparator.reverseOrder()); y = l.get(0) * l.get(2); Collections.sort(l); y *= l.get(1);"),
        statements(
            "List",
            "forEach, replaceAll, removeIf",
            "List<Double> l = new ArrayList<>(List.of(x, a[0])); double[] s = {1}; l.replaceAll(t -> t * t); l.removeIf(t -> t > 100); l.forEach(t -> s[0] *= t); y = s[0];"),
        statements(
            "List",
            "iterator",
            "List<Double> l = List.of(x, a[0]); for (Iterator<Double> i = l.iterator(); i.hasNext(); ) { y *= i.next(); }"),
        statements(
            "List",
            "contains",
            "List<Double> l = List.of(x, a[0]); y = l.contains(x) ? x * x : x;"),
        statements(
            "List",
            "of arrays and of records",
            "record P(double v) {} List<double[]> l = List.of(a); List<P> m = new ArrayList<>(List.of(new P(x * x))); y = l.get(0)[1] * m.get(0).v();"),
        statements(
            "LinkedList",
            "as a list",
            "LinkedList<Double> l = new LinkedList<>(); l.add(x * x); y = l.get(0);"),
        statements(
            "ArrayDeque",
            "push, pop",
            "ArrayDeque<Double> q = new ArrayDeque<>(); q.push(x); q.push(x * x); y = q.pop() * q.pop();"),
        statements(
            "Map",
            "put, get, getOrDefault, merge",
            "Map<String, Double> m = new HashMap<>(); m.put(\"k\", x); m.merge(\"k\", a[0], (s, t) -> s * t); y = m.get(\"k\") * m.getOrDefault(\"n\", x);"),
        statements(
            "Map",
            "computeIfAbsent, entrySet, values",
            "Map<Integer, Double> m = new TreeMap<>(); m.computeIfAbsent(n, k -> x * k); for (Map.Entry<Integer, Double> e : m.entrySet()) { y *= e.getKey() * e.getValue(); } for (double v : m.values()) { y += v; }"),
        statements(
            "Map",
            "with keys that carry derivatives",
            "Map<Double, Double> m = new HashMap<>(); m.put(x, x); y = m.get(x);"),
        statements(
            "Set",
            "of what carries no derivative",
            "Set<String> s = new HashSet<>(); s.add(\"k\"); y = s.contains(\"k\") ? x * x : x;"),
        statements(
            "Set", "of numbers", "Set<Double> s = new HashSet<>(); s.add(x); y = x * s.size();"),
        statements(
            "Optional",
            "map, orElse",
            "Optional<Double> o = Optional.of(x * x); y = o.map(t -> t * x).orElse(1.0);"),
        statements(
            "Arrays",
            "fill, copyOf, copyOfRange, setAll, asList",
            "double[] b = Arrays.copyOf(a, 4); Arrays.fill(b, 2, 4, x); double[] c = Arrays.copyOfRange(b, 1, 4); Arrays.setAll(c, i -> b[i] * x); List<Double> l = Arrays.asList(x, c[0]); l.set(0, c[1]); y = l.get(0) * l.get(1) * c[2];"),
        statements(
            "System",
            "arraycopy",
            "double[] b = new double[3]; System.arraycopy(a, 0, b, 1, 2); y = b[1] * b[2] * x;"),
        expression(
            "DoubleStream",
            "map, filter, sum",
            "Arrays.stream(a).map(t -> t * t * x).filter(t -> t > 0).sum()"),
        expression(
            "DoubleStream",
            "reduce, average, max",
            "Arrays.stream(a).reduce(1, (s, t) -> s * t) + DoubleStream.of(x, x * x).average().getAsDouble() + Arrays.stream(a).max().orElse(0)"),
        statements(
            "DoubleStream",
            "toArray, sorted, limit, skip",
            "double[] b = Arrays.stream(a).map(t -> t * x).sorted().skip(1).limit(1).toArray(); y = b[0] * x;"),
        expression(
            "DoubleStream",
            "iterate, generate",
            "DoubleStream.iterate(x, t -> t * x).limit(3).sum() + DoubleStream.generate(() -> x).limit(2).sum()"),
        expression(
            "IntStream",
            "range, mapToDouble",
            "IntStream.range(0, n).mapToDouble(i -> a[i] * x).sum()"),
        expression(
            "Stream",
            "map, mapToDouble, collect",
            "Stream.of(x, x * x).map(t -> t * x).mapToDouble(t -> t).sum() + Stream.of(x, 2.0).collect(Collectors.toList()).get(0) * x"),
        expression(
            "Stream",
            "flatMap, sorted, findFirst",
            "Stream.of(x, 0.3).flatMap(t -> Stream.of(t, t * x)).sorted().findFirst().get() * x"),
        expression(
            "Stream",
            "distinct of numbers",
            "Stream.of(x, x).distinct().mapToDouble(t -> t).sum()"),
        expression("Stream", "parallel", "Arrays.stream(a).parallel().map(t -> t * x).sum()"),
        statements(
            "Function",
            "apply, andThen, compose, identity",
            "Function<Double, Double> g = t -> t * x; y = g.andThen(t -> t * t).compose((Double t) -> t + 1).apply(x);"),
        statements(
            "DoubleUnaryOperator",
            "applyAsDouble, andThen",
            "DoubleUnaryOperator g = Math::sin; y = g.andThen(t -> t * x).applyAsDouble(x);"),
        statements(
            "StringBuilder",
            "as a bystander",
            "StringBuilder s = new StringBuilder(); s.append(n).append(\"k\"); y *= x * s.length();"),
        statements(
            "Enum",
            "constants through an interface",
            "interface I { double of(double t); } enum E implements I { A { public double of(double t) { return t * t; } } } I i = E.A; y = i.of(x);"),
        statements(
            "Throwable",
            "local exception class",
            "class E extends RuntimeException {} try { if (n > 2) { throw new E(); } } catch (E e) { y *= x; }"));
  }
}
