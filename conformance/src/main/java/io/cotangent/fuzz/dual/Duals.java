package io.cotangent.fuzz.dual;

import io.cotangent.fuzz.eval.Dual;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What has no form of its own on {@link Dual} numbers: arrays of zeros, unboxing, streams. */
public final class Duals {
  private Duals() {}

  /** {@code new double[n]}. */
  public static Dual[] zeros(int n) {
    Dual[] a = new Dual[n];
    Arrays.fill(a, Dual.of(0));
    return a;
  }

  /** {@code new double[n][m]}. */
  public static Dual[][] zeros(int n, int m) {
    Dual[][] a = new Dual[n][m];
    for (Dual[] row : a) {
      Arrays.fill(row, Dual.of(0));
    }
    return a;
  }

  /** {@code Arrays.copyOf} and {@code Arrays.copyOfRange}. */
  public static Dual[] copy(Dual[] a, int from, int to) {
    Dual[] copy = Arrays.copyOfRange(a, from, to);
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i] == null ? Dual.of(0) : copy[i];
    }
    return copy;
  }

  /** A box's number. */
  public static Dual unbox(Dual d) {
    return Objects.requireNonNull(d);
  }

  /** {@code stream.mapToDouble}. */
  public static <T> DoubleStream map(Stream<T> s, ToDoubleFunction<? super T> f) {
    return new DoubleStream(s.map(x -> f.applyAsDouble(x)));
  }

  /** {@code stream.mapToDouble}. */
  public static DoubleStream map(IntStream s, IntToDoubleFunction f) {
    return new DoubleStream(s.mapToObj(f::applyAsDouble));
  }
}
