package io.cotangent.fuzz.run;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Numbers and nested arrays of them: copies, comparison, flattening, text. */
final class Data {
  private Data() {}

  static Object copy(Object x) {
    if (x.getClass().isRecord()) {
      return Records.map(x, Data::copy);
    }
    if (!x.getClass().isArray()) {
      return x;
    }
    int length = Array.getLength(x);
    Object result = Array.newInstance(x.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(result, i, copy(Array.get(x, i)));
    }
    return result;
  }

  static Object[] copyAll(Object[] xs) {
    Object[] result = new Object[xs.length];
    for (int i = 0; i < xs.length; i++) {
      result[i] = copy(xs[i]);
    }
    return result;
  }

  /** Whether two data are the same bit for bit (all NaNs being one). */
  static boolean same(Object x, Object y) {
    if (x == null || y == null || x.getClass() != y.getClass()) {
      return x == y;
    }
    if (x.getClass().isRecord()) {
      return same(Records.parts(x), Records.parts(y));
    }
    if (!x.getClass().isArray()) {
      return x.equals(y);
    }
    int length = Array.getLength(x);
    boolean same = length == Array.getLength(y);
    for (int i = 0; same && i < length; i++) {
      same = same(Array.get(x, i), Array.get(y, i));
    }
    return same;
  }

  /** Whether two data have the same type and the same lengths. */
  static boolean sameShape(Object x, Object y) {
    if (x == null || y == null || x.getClass() != y.getClass()) {
      return false;
    }
    if (x.getClass().isRecord()) {
      return sameShape(Records.parts(x), Records.parts(y));
    }
    if (!x.getClass().isArray()) {
      return true;
    }
    int length = Array.getLength(x);
    boolean same = length == Array.getLength(y);
    for (int i = 0; same && i < length; i++) {
      same = sameShape(Array.get(x, i), Array.get(y, i));
    }
    return same;
  }

  /** The floating-point entries, row by row. */
  static double[] flat(Object... xs) {
    List<Double> entries = new ArrayList<>();
    for (Object x : xs) {
      collect(x, entries);
    }
    return entries.stream().mapToDouble(d -> d).toArray();
  }

  private static void collect(Object x, List<Double> entries) {
    if (x.getClass().isRecord()) {
      collect(Records.parts(x), entries);
    } else if (x.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(x); i++) {
        collect(Array.get(x, i), entries);
      }
    } else {
      entries.add(((Number) x).doubleValue());
    }
  }

  /** The same data with its {@code index}-th floating-point entry moved. */
  static Object nudged(Object x, int[] index, double by) {
    if (x.getClass().isRecord()) {
      return Records.map(x, part -> nudged(part, index, by));
    }
    if (x.getClass().isArray()) {
      Object result = copy(x);
      for (int i = 0; i < Array.getLength(x); i++) {
        Array.set(result, i, nudged(Array.get(x, i), index, by));
      }
      return result;
    }
    boolean here = index[0]-- == 0;
    if (!here) {
      return x;
    }
    double moved = ((Number) x).doubleValue() + by;
    return x instanceof Float ? (Object) (float) moved : (Object) moved;
  }

  /** The same data with every floating-point entry moved a little. */
  static Object moved(Object x, double by) {
    if (x.getClass().isArray()) {
      Object result = copy(x);
      for (int i = 0; i < Array.getLength(x); i++) {
        Array.set(result, i, moved(Array.get(x, i), i % 2 == 0 ? by : -by));
      }
      return result;
    }
    if (x instanceof Double d) {
      return d + by * Math.max(1, Math.abs(d));
    }
    return x instanceof Float f ? (Object) (by > 0 ? Math.nextUp(f) : Math.nextDown(f)) : x;
  }

  static String text(Object x) {
    if (x != null && x.getClass().isRecord()) {
      return x.getClass().getSimpleName() + text(Records.parts(x));
    }
    if (x == null || !x.getClass().isArray()) {
      return x instanceof Character ? "'" + x + "'" : String.valueOf(x);
    }
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < Array.getLength(x); i++) {
      text.append(i == 0 ? "" : ", ").append(text(Array.get(x, i)));
    }
    return text.append('}').toString();
  }
}
