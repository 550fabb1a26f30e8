package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams of numbers and objects. */
final class StreamPrograms {
  private StreamPrograms() {}

  static List<Point> points() {
    double[] x = {0.7, -1.3, 0.4, 2.1};
    List<Point> points = new ArrayList<>();
    for (String each :
        List.of(
            "sums",
            "mapped",
            "averages",
            "reduced",
            "extremes",
            "arrays",
            "ranges",
            "boxed",
            "objects",
            "collected",
            "loops",
            "limits",
            "matches",
            "order",
            "twice",
            "thrown",
            "nothing",
            "besideUnused",
            "parts")) {
      points.add(Point.of(StreamPrograms.class, each, (Object) x));
    }
    Random random = new Random(7);
    for (int i = 0; i < 3; i++) {
      double[] many = random.doubles(57, -1, 1).map(v -> v * 3).toArray();
      points.add(Point.of(StreamPrograms.class, "sums", (Object) many));
      points.add(Point.of(StreamPrograms.class, "averages", (Object) many));
    }
    return points;
  }

  /** A point. */
  record P(double u, double v) {
    double norm() {
      return u * u + v * v;
    }
  }

  @Differentiable(order = 2)
  static double sums(double[] x) {
    return Arrays.stream(x).sum() * DoubleStream.of(x).map(v -> v * v).sum();
  }

  @Differentiable(order = 2)
  static double mapped(double[] x) {
    double c = x[0];
    return Arrays.stream(x).map(Math::sin).filter(v -> v > -0.5).map(v -> v * c).sum();
  }

  @Differentiable(order = 2)
  static double averages(double[] x) {
    double mean = Arrays.stream(x).average().orElse(0);
    double none = DoubleStream.empty().average().orElse(x[0]);
    return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().getAsDouble() * none;
  }

  @Differentiable(order = 2)
  static double reduced(double[] x) {
    double product = Arrays.stream(x).reduce(1, (p, v) -> p * v);
    return product + Arrays.stream(x).skip(1).reduce((p, v) -> p * p + v).getAsDouble();
  }

  @Differentiable(order = 2)
  static double extremes(double[] x) {
    return Arrays.stream(x).max().getAsDouble() * Arrays.stream(x).min().orElse(3)
        + DoubleStream.of(x[0], x[1]).map(v -> v * v).max().getAsDouble();
  }

  @Differentiable(order = 2)
  static double arrays(double[] x) {
    double[] y = Arrays.stream(x, 1, 3).map(v -> v * x[0]).toArray();
    y[0] *= y[1];
    return y[0] * y.length * x[3];
  }

  @Differentiable(order = 2)
  static double ranges(double[] x) {
    double s = IntStream.range(0, x.length).mapToDouble(i -> x[i] * x[x.length - 1 - i] * i).sum();
    double t =
        IntStream.rangeClosed(1, 3).filter(i -> i != 2).map(i -> i * 2).asDoubleStream().sum();
    double u =
        IntStream.range(0, 2)
            .mapToDouble(i -> IntStream.range(0, 3).mapToDouble(j -> x[i] * x[j]).sum())
            .sum();
    return s * t * x[1] + u;
  }

  @Differentiable(order = 2)
  static double boxed(double[] x) {
    List<Double> l = Arrays.stream(x).boxed().collect(Collectors.toList());
    l.add(l.get(0) * l.get(1));
    List<Double> m = l.stream().map(v -> v * x[0]).toList();
    return m.stream().mapToDouble(Double::doubleValue).sum() * m.get(4);
  }

  @Differentiable(order = 2)
  static double objects(double[] x) {
    List<P> l = List.of(new P(x[0], x[1]), new P(x[2], x[3]));
    return l.stream().mapToDouble(P::norm).sum()
        + l.stream().map(p -> new P(p.v(), x[0])).filter(p -> p.u() < 1).mapToDouble(P::norm).sum()
        + Stream.of(new P(x[0], x[0])).mapToDouble(P::u).sum()
        + l.stream().reduce(new P(1, 1), (p, q) -> new P(p.u() * q.u(), p.v() + q.v())).norm();
  }

  @Differentiable(order = 2)
  static double collected(double[] x) {
    List<P> l =
        IntStream.range(1, x.length)
            .mapToObj(i -> new P(x[i], x[i - 1]))
            .collect(Collectors.toList());
    double s = l.stream().collect(Collectors.summingDouble(P::norm));
    return s * l.stream().collect(Collectors.averagingDouble(p -> p.u() * p.v()));
  }

  @Differentiable(order = 2)
  static double loops(double[] x) {
    double[] y = new double[x.length];
    IntStream.range(0, x.length).forEach(i -> y[i] = x[i] * x[0]);
    double[] s = {0};
    Arrays.stream(y).forEach(v -> s[0] += v * v);
    List.of(x[0], x[1]).forEach(v -> s[0] *= v);
    List.of(x[2], x[1]).stream().forEach(v -> s[0] += v * s[0]);
    return s[0];
  }

  @Differentiable(order = 2)
  static double limits(double[] x) {
    int[] seen = {0};
    double s =
        Arrays.stream(x).peek(v -> seen[0]++).filter(v -> v > 0).skip(1).limit(1).sum() * x[1];
    return s * seen[0] + Arrays.stream(x).limit(0).sum() + x[0];
  }

  @Differentiable(order = 2)
  static double matches(double[] x) {
    double s = Arrays.stream(x).anyMatch(v -> v > 1) ? x[0] * x[1] : x[2];
    s *= Arrays.stream(x).allMatch(v -> v > 1) ? x[1] : x[0] * x[3];
    return s * Arrays.stream(x).filter(v -> v < 0).count()
        + Arrays.stream(x).map(v -> v * v).findFirst().getAsDouble();
  }

  @Differentiable(order = 2)
  static double order(double[] x) {
    double[] state = {x[0]};
    return Arrays.stream(x)
        .map(v -> state[0] += v * v)
        .map(v -> v * state[0])
        .filter(v -> v < 9 * state[0])
        .map(v -> state[0] *= v)
        .sum();
  }

  @Differentiable(order = 2)
  static double twice(double[] x) {
    DoubleStream s = Arrays.stream(x);
    return s.sum() * s.sum();
  }

  @Differentiable(order = 2)
  static double thrown(double[] x) {
    double s = x[0];
    try {
      double[] y = new double[2];
      IntStream.range(0, x.length).forEach(i -> y[i] = x[i] * y[0]);
    } catch (ArrayIndexOutOfBoundsException e) {
      s *= x[1];
    }
    return s;
  }

  @Differentiable(order = 2)
  static double nothing(double[] x) {
    return Arrays.stream(x).filter(v -> v > 100).max().getAsDouble() * x[0];
  }

  static DoubleStream squares(DoubleStream s) {
    return s.map(v -> v * v);
  }

  @Differentiable(order = 2)
  static double parts(double[] x) {
    DoubleStream s = squares(Arrays.stream(x));
    return squares(s).sum();
  }

  /** Makes a stream that nobody wants. */
  private static final class Seen {
    final double x;

    Seen(double x) {
      this.x = x;
      double[] all =
          IntStream.range(0, 3).mapToDouble(i -> this.x).map(v -> Math.cos(this.x)).toArray();
    }
  }

  @Differentiable(order = 2)
  static double besideUnused(double[] x) {
    double r =
        IntStream.range(0, 1)
            .mapToDouble(i -> 1.5)
            .filter(
                v -> {
                  Seen seen = new Seen(x[0]);
                  return v <= 2;
                })
            .reduce(x[0], (v, w) -> w);
    return Arrays.stream(x).sum() * r * x[0];
  }
}
