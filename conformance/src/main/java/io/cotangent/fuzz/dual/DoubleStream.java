package io.cotangent.fuzz.dual;

import io.cotangent.fuzz.eval.Dual;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The JDK's stream of numbers, on {@link Dual} numbers. */
public final class DoubleStream {
  private final Stream<Dual> all;

  DoubleStream(Stream<Dual> all) {
    this.all = all;
  }

  /** As in the JDK. */
  public static DoubleStream of(Dual... values) {
    return new DoubleStream(Arrays.stream(values));
  }

  public DoubleStream map(DoubleUnaryOperator f) {
    return new DoubleStream(all.map(f::applyAsDouble));
  }

  public DoubleStream filter(DoublePredicate p) {
    return new DoubleStream(all.filter(p::test));
  }

  public DoubleStream peek(DoubleConsumer c) {
    return new DoubleStream(all.peek(c::accept));
  }

  public <U> Stream<U> mapToObj(DoubleFunction<? extends U> f) {
    return all.map(f::apply);
  }

  public Stream<Dual> boxed() {
    return all;
  }

  public DoubleStream limit(long n) {
    return new DoubleStream(all.limit(n));
  }

  public DoubleStream skip(long n) {
    return new DoubleStream(all.skip(n));
  }

  public void forEach(DoubleConsumer c) {
    all.forEach(c::accept);
  }

  public Dual[] toArray() {
    return all.toArray(Dual[]::new);
  }

  public Dual reduce(Dual identity, DoubleBinaryOperator op) {
    return all.reduce(identity, op::applyAsDouble);
  }

  /** The JDK's compensated value; the derivative is that of the sum. */
  public Dual sum() {
    List<Dual> list = all.toList();
    return sum(list).valued(values(list).sum());
  }

  /** The average, or another number where there is none. */
  public Dual averageOr(Dual other) {
    List<Dual> list = all.toList();
    return list.isEmpty()
        ? other
        : sum(list).over(Dual.of(list.size())).valued(values(list).average().orElse(0));
  }

  private static Dual sum(List<Dual> list) {
    Dual sum = Dual.of(0);
    for (Dual d : list) {
      sum = sum.plus(d);
    }
    return sum;
  }

  private static java.util.stream.DoubleStream values(List<Dual> list) {
    return list.stream().mapToDouble(Dual::value);
  }

  public boolean anyMatch(DoublePredicate p) {
    return all.anyMatch(p::test);
  }

  public long count() {
    return all.count();
  }
}
