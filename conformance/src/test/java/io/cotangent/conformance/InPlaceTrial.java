package io.cotangent.conformance;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** One method without a result at one point: what its derivatives in place must be. */
final class InPlaceTrial {
  private final Point point;
  private final Subject subject;
  private final int[] wrt;
  private final int[] arrays;

  InPlaceTrial(Point point) {
    this.point = point;
    subject = Subject.of(point.holder(), point.program());
    wrt = subject.wrt();
    arrays = Arrays.stream(wrt).filter(i -> !(point.args()[i] instanceof Number)).toArray();
  }

  void run() {
    for (int seed = 0; seed < 3; seed++) {
      if (primal().thrown() != null) {
        throwing(seed);
      } else {
        forward(seed);
        reverse(seed);
      }
    }
  }

  private Subject.Outcome primal() {
    return subject.primal(point.args());
  }

  /** The exception is the method's own, and the arrays are as it leaves them. */
  private void throwing(int seed) {
    Object[] want = Flat.copies(point.args());
    Throwable thrown = subject.run(want).thrown();
    for (String mode : List.of("jvp", "vjp")) {
      Object[] all = Flat.copies(new Object[] {point.args(), others(seed)});
      Object[] args = (Object[]) all[0];
      Object[] others = (Object[]) all[1];
      Object[] passed = mode.equals("jvp") ? others : onlyArrays(others);
      Throwable got = subject.call(mode, args, passed).thrown();
      if (got == null || got.getClass() != thrown.getClass()) {
        throw new AssertionError(mode + " should throw " + thrown, got);
      }
      if (!(thrown instanceof NullPointerException)) {
        Close.sameBits(mode + "'s message", thrown.getMessage(), got.getMessage());
      }
      Close.sameBits(mode + "'s arrays", want, args);
    }
  }

  private void forward(int seed) {
    Object[] all = Flat.copies(new Object[] {point.args(), others(seed)});
    Object[] args = (Object[]) all[0];
    Object[] dots = (Object[]) all[1];
    subject.call("jvp", args, dots).get();
    Object[] want = Flat.copies(point.args());
    subject.run(want).get();
    Close.sameBits("jvp's arrays", want, args);
    double[] slopes = new double[0];
    double[][] column = Differences.jacobian(h -> moved(seed, h[0]), new double[] {0}, 0.01);
    if (column.length > 0) {
      slopes = Arrays.stream(column).mapToDouble(row -> row[0]).toArray();
    }
    double tolerance = Double.isNaN(point.tolerance()) ? 1e-8 : 10 * point.tolerance();
    if (!isFloat()) {
      Close.check("jvp", slopes, Flat.of(onlyArrays(dots)), tolerance);
    }
  }

  private boolean isFloat() {
    return Arrays.stream(point.args()).anyMatch(a -> a instanceof float[] || a instanceof Float);
  }

  /** The arrays' last contents where the arguments move along the tangents. */
  private double[] moved(int seed, double h) {
    Object[] all = Flat.copies(new Object[] {point.args(), others(seed)});
    Object[] args = (Object[]) all[0];
    Object[] dots = (Object[]) all[1];
    Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < wrt.length; i++) {
      args[wrt[i]] = moved(args[wrt[i]], dots[i], h, done);
    }
    subject.run(args).get();
    return Flat.of(Arrays.stream(arrays).mapToObj(i -> args[i]).toArray());
  }

  private static Object moved(Object at, Object dot, double h, Set<Object> done) {
    if (at instanceof Double number) {
      return number + h * (Double) dot;
    } else if (at instanceof Float number) {
      return (float) (number + h * (Float) dot);
    } else if (done.add(at)) {
      for (int i = 0; i < Array.getLength(at); i++) {
        Array.set(at, i, moved(Array.get(at, i), Array.get(dot, i), h, done));
      }
    }
    return at;
  }

  /** {@code <bars on entry, dots on exit> = <bars on exit, dots on entry>}. */
  private void reverse(int seed) {
    Object[] all = Flat.copies(new Object[] {point.args(), others(seed)});
    Object[] first = Flat.copies(point.args());
    Object[] last = (Object[]) all[0];
    Object[] dots = (Object[]) all[1];
    subject.call("jvp", last, dots).get();
    Object[] barsOnEntry = onlyArrays(others(seed + 100));
    double ahead = dot(arraysOf(last), barsOnEntry, onlyArrays(dots));
    Object workspace = subject.workspace();
    Object known = null;
    for (int use = 0; use < 3; use++) {
      Object[] run = Flat.copies(new Object[] {point.args(), onlyArrays(others(seed + 100))});
      Object[] args = (Object[]) run[0];
      Object[] bars = (Object[]) run[1];
      Object[] more = use == 0 ? bars : with(bars, workspace);
      Object gradient = subject.call("vjp", args, more).get();
      Close.sameBits("vjp's arrays", last, args);
      double back = dot(arraysOf(first), bars, onlyArrays(others(seed)));
      double[] scalars = scalars(gradient);
      Object[] numbers = onlyNumbers(others(seed));
      for (int i = 0; i < numbers.length; i++) {
        back += scalars[i] * ((Number) numbers[i]).doubleValue();
      }
      double slack = isFloat() ? 1e-5 : 1e-12;
      Close.check("dot-product identity", new double[] {ahead}, new double[] {back}, slack);
      Object result = new Object[] {bars, scalars};
      if (known != null) {
        Close.sameBits("vjp, use " + use, known, result);
      }
      known = result;
    }
    Object[] args = Flat.copies(point.args());
    Object[] zeros = zeros(onlyArrays(others(seed)));
    double[] scalars = scalars(subject.call("vjp", args, zeros).get());
    Close.check("vjp of zeros", new double[scalars.length], scalars, 0);
    double[] entries = Flat.of(zeros);
    Close.check("vjp of zeros", new double[entries.length], entries, 0);
  }

  private static Object[] zeros(Object[] like) {
    fill(like, new Random(0), Collections.newSetFromMap(new IdentityHashMap<>()), 0);
    return like;
  }

  private double[] scalars(Object gradient) {
    if (gradient == null || gradient instanceof Number) {
      return Flat.of(gradient);
    }
    return Flat.of(
        Arrays.stream(gradient.getClass().getRecordComponents())
            .map(c -> Subject.on(gradient, c.getName()).get())
            .toArray());
  }

  private static Object[] with(Object[] all, Object last) {
    Object[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = last;
    return more;
  }

  private Object[] arraysOf(Object[] args) {
    return Arrays.stream(arrays).mapToObj(i -> args[i]).toArray();
  }

  private Object[] onlyArrays(Object[] others) {
    return pick(others, false);
  }

  private Object[] onlyNumbers(Object[] others) {
    return pick(others, true);
  }

  private Object[] pick(Object[] others, boolean numbers) {
    return IntStream.range(0, wrt.length)
        .filter(i -> point.args()[wrt[i]] instanceof Number == numbers)
        .mapToObj(i -> others[i])
        .toArray();
  }

  /** Random tangents of the wrt parameters, that are one array where these are. */
  private Object[] others(int seed) {
    Object[] all = Flat.copies(subject.wrtOf(point.args()));
    Random random = new Random(seed);
    fill(all, random, Collections.newSetFromMap(new IdentityHashMap<>()), 1);
    return all;
  }

  private static void fill(Object array, Random random, Set<Object> done, double scale) {
    if (array == null || !done.add(array)) {
      return;
    }
    for (int i = 0; i < Array.getLength(array); i++) {
      Object entry = Array.get(array, i);
      double value = scale * random.nextGaussian();
      if (entry instanceof Double) {
        Array.set(array, i, value);
      } else if (entry instanceof Float) {
        Array.set(array, i, (float) value);
      } else {
        fill(entry, random, done, scale);
      }
    }
  }

  /** The sum of products, an array that is met twice among {@code like} counted once. */
  private static double dot(Object[] like, Object[] left, Object[] right) {
    List<Double> products = new ArrayList<>();
    dot(like, left, right, Collections.newSetFromMap(new IdentityHashMap<>()), products);
    return products.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void dot(
      Object like, Object left, Object right, Set<Object> done, List<Double> products) {
    if (like instanceof Number) {
      products.add(((Number) left).doubleValue() * ((Number) right).doubleValue());
    } else if (like != null && done.add(like)) {
      for (int i = 0; i < Array.getLength(like); i++) {
        dot(Array.get(like, i), Array.get(left, i), Array.get(right, i), done, products);
      }
    }
  }
}
