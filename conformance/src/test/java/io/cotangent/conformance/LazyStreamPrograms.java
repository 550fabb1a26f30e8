package io.cotangent.conformance;

import io.cotangent.Differentiable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Streams of which it is not known beforehand how many elements come. */
final class LazyStreamPrograms {
  private LazyStreamPrograms() {}

  static List<Point> points() {
    return List.of(
        Point.of(LazyStreamPrograms.class, "iterates", 0.7, 1.2),
        Point.of(LazyStreamPrograms.class, "iterates", 1.3, 0.4),
        Point.of(LazyStreamPrograms.class, "flat", 0.7, 1.2),
        Point.of(LazyStreamPrograms.class, "flat", 1.3, 0.4));
  }

  /** Two numbers. */
  record P(double a, double b) {
    double n() {
      return a * b;
    }
  }

  @Differentiable(order = 2)
  static double iterates(double x, double z) {
    double[] calls = {1};
    double s =
        DoubleStream.iterate(
                    x,
                    t -> {
                      calls[0] *= z;
                      return t * t + 0.1;
                    })
                .limit(4)
                .sum()
            + DoubleStream.iterate(z, t -> t < 5, t -> t * (1 + x)).sum();
    double g =
        DoubleStream.generate(
                () -> {
                  calls[0] += x;
                  return calls[0];
                })
            .limit(3)
            .map(t -> t * calls[0])
            .sum();
    double st =
        Stream.iterate(new P(x, z), p -> new P(p.n(), p.a() + p.b()))
            .limit(4)
            .mapToDouble(P::n)
            .sum();
    return s * calls[0] + g + st;
  }

  @Differentiable(order = 2)
  static double flat(double x, double z) {
    double[] acc = {1};
    double f =
        DoubleStream.of(x, z, 1.5)
            .peek(t -> acc[0] += t)
            .flatMap(t -> DoubleStream.of(t, t * acc[0], acc[0]))
            .map(t -> t * acc[0])
            .limit(5)
            .sum();
    double g =
        Stream.of(new double[] {x, 2}, new double[] {z})
            .flatMapToDouble(Arrays::stream)
            .map(t -> t * t)
            .sum();
    double h =
        Stream.of(x, z)
            .flatMap(t -> Stream.of(t, t * t))
            .mapToDouble(t -> t)
            .reduce(1, (p, q) -> p * q + 1);
    return f
        + g * h
        + DoubleStream.concat(DoubleStream.of(x, 2), DoubleStream.of(z)).map(t -> t * t).sum()
        + DoubleStream.of(x, x, z, 0.3, z).distinct().sum() * acc[0];
  }
}
