package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Streams that are made before what they take is there, and functions that change what is streamed.
 */
final class StreamTrapPrograms {
  private StreamTrapPrograms() {}

  static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (String each :
        List.of(
            "counted",
            "summed",
            "brief",
            "linked",
            "sorted",
            "setInStream",
            "lateLimit",
            "linkedLast",
            "listed",
            "lateBinding",
            "lateArray",
            "lateMapValues",
            "changeInStream",
            "captured")) {
      points.add(Point.of(StreamTrapPrograms.class, each, 0.7, 1.3));
      points.add(Point.of(StreamTrapPrograms.class, each, -0.4, 0.9));
    }
    return points;
  }

  static double change(Map<String, Double> m, double a, double b) {
    m.put("x", a);
    m.put("y", b);
    m.put("z", a * b);
    double[] c = {0};
    double s = 0;
    try {
      s =
          m.values().stream()
              .mapToDouble(
                  v -> {
                    c[0] += v * a;
                    if (m.size() == 3) m.put("x", b * b);
                    m.put("w", v);
                    return v;
                  })
              .sum();
    } catch (ConcurrentModificationException e) {
      s = c[0] * b;
    }
    return s + m.size() + m.get("x");
  }

  @Differentiable(order = 2)
  static double counted(double a, double b) {
    double[] c = {a};
    long n =
        Stream.of(a, b)
            .map(
                x -> {
                  c[0] *= b;
                  return x;
                })
            .count();
    n += DoubleStream.of(a, b).peek(x -> c[0] += 1).count();
    n += DoubleStream.of(a, b, 3).map(x -> c[0] *= x).limit(2).count();
    n +=
        IntStream.range(0, 4)
            .map(
                i -> {
                  c[0] += a;
                  return i;
                })
            .skip(1)
            .count();
    n +=
        List.of(a, b).stream()
            .filter(
                x -> {
                  c[0] += b * a;
                  return x > 0;
                })
            .peek(x -> c[0] *= 2)
            .count();
    return c[0] * n;
  }

  @Differentiable(order = 2)
  static double summed(double a, double b) {
    double[] c = {a};
    double s =
        Stream.of(a, b, a * b)
            .map(x -> x + (c[0] *= b))
            .collect(Collectors.summingDouble(x -> x * c[0]));
    s += Stream.of(a, b).peek(x -> c[0] += 1).collect(Collectors.averagingDouble(x -> x * c[0]));
    return s;
  }

  @Differentiable(order = 2)
  static double brief(double a, double b) {
    List<Double> l = new ArrayList<>(List.of(a, b, a * b));
    double s = 0;
    try {
      boolean f =
          l.stream()
              .anyMatch(
                  x -> {
                    l.add(x * a);
                    return x > -10;
                  });
      s = f ? a : b;
    } catch (ConcurrentModificationException e) {
      s = l.get(3) * b + l.size();
    }
    List<Double> k = new ArrayList<>(List.of(a, b, 1.0));
    try {
      s +=
          k.stream()
              .limit(2)
              .mapToDouble(
                  x -> {
                    k.add(x * b);
                    return x;
                  })
              .sum();
    } catch (ConcurrentModificationException e) {
      s += k.get(3) * k.size();
    }
    return s;
  }

  @Differentiable(order = 2)
  static double linked(double a, double b) {
    return change(new LinkedHashMap<>(), a, b);
  }

  @Differentiable(order = 2)
  static double sorted(double a, double b) {
    return change(new TreeMap<>(), a, b);
  }

  @Differentiable(order = 2)
  static double setInStream(double a, double b) {
    Map<String, Double> m = new HashMap<>();
    m.put("x", a);
    m.put("y", b);
    m.put("z", 2.0);
    double s =
        m.entrySet().stream()
            .mapToDouble(
                e -> {
                  e.setValue(e.getValue() * b);
                  m.put("z", a);
                  return e.getValue();
                })
            .sum();
    List<Double> l = new ArrayList<>(List.of(a, b));
    s +=
        l.stream()
            .mapToDouble(
                x -> {
                  l.set(1, x * a);
                  return x;
                })
            .sum();
    return s + m.keySet().stream().mapToDouble(m::get).map(v -> v * v).sum();
  }

  @Differentiable(order = 2)
  static double lateLimit(double a, double b) {
    List<Double> l = new ArrayList<>();
    DoubleStream s = l.stream().mapToDouble(x -> x).limit(3);
    l.add(a);
    l.add(b);
    l.add(a * b);
    l.add(100.0);
    return s.map(x -> x * x).sum() + l.stream().skip(2).mapToDouble(x -> x * a).sum();
  }

  @Differentiable(order = 2)
  static double linkedLast(double a, double b) {
    Map<String, Double> m = new LinkedHashMap<>();
    m.put("x", a);
    double s = b;
    try {
      s =
          m.values().stream()
              .mapToDouble(
                  v -> {
                    m.put("w", v * a);
                    return v * b;
                  })
              .sum();
    } catch (ConcurrentModificationException e) {
      s *= a;
    }
    Map<String, Double> h = new HashMap<>();
    h.put("x", a);
    try {
      s +=
          h.values().stream()
              .mapToDouble(
                  v -> {
                    h.put("w", v * a);
                    return v * b;
                  })
              .sum();
    } catch (ConcurrentModificationException e) {
      s *= a * h.get("w");
    }
    return s;
  }

  @Differentiable(order = 2)
  static double listed(double a, double b) {
    List<Double> l = Stream.of(a, b, a * b).toList();
    double s = l.stream().mapToDouble(x -> x * x).sum();
    try {
      l.set(0, b);
    } catch (UnsupportedOperationException e) {
      s *= b;
    }
    return s + Map.of("q", a).values().stream().mapToDouble(x -> x * b).sum();
  }

  @Differentiable(order = 2)
  static double lateBinding(double a, double b) {
    List<Double> l = new ArrayList<>(List.of(a, b));
    Stream<Double> s = l.stream();
    l.add(a * b);
    l.set(0, b * b);
    return s.mapToDouble(x -> x * x * a).sum();
  }

  @Differentiable(order = 2)
  static double lateArray(double a, double b) {
    double[] x = {a, b};
    DoubleStream s = Arrays.stream(x).map(v -> v * a);
    x[0] = b * b;
    return s.sum() * x[1];
  }

  @Differentiable(order = 2)
  static double lateMapValues(double a, double b) {
    Map<String, Double> m = new HashMap<>();
    m.put("x", a);
    Stream<Double> s = m.values().stream();
    m.put("y", b * a);
    return s.mapToDouble(v -> v * b).sum();
  }

  @Differentiable(order = 2)
  static double changeInStream(double a, double b) {
    List<Double> l = new ArrayList<>(List.of(a, b));
    double s = 0;
    try {
      s =
          l.stream()
              .mapToDouble(
                  x -> {
                    l.add(x);
                    return x * a;
                  })
              .sum();
    } catch (ConcurrentModificationException e) {
      s = l.size() * b * a;
    }
    return s;
  }

  @Differentiable(order = 2)
  static double captured(double a, double b) {
    double[] acc = {a};
    List<Double> l = new ArrayList<>(List.of(a, b, a - b));
    double s = l.stream().mapToDouble(v -> v * (acc[0] *= b)).sum();
    s += l.stream().filter(v -> v > acc[0]).map(v -> v * acc[0]).reduce(0.0, Double::sum);
    List<Double> seen = new ArrayList<>();
    l.stream()
        .map(
            v -> {
              seen.add(v * a);
              return v;
            })
        .filter(v -> v > 0)
        .forEach(v -> seen.add(v * v));
    for (int i = 0; i < seen.size(); i++) s += seen.get(i) * (i + 1);
    return s;
  }
}
