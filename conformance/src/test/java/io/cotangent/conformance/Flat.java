package io.cotangent.conformance;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers and arrays of any rank as flat vectors, row-major, and back. */
final class Flat {
  private Flat() {}

  static double[] of(Object... values) {
    List<Double> entries = new ArrayList<>();
    for (Object value : values) {
      collect(value, entries);
    }
    return entries.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(Object value, List<Double> entries) {
    if (value instanceof Number number) {
      entries.add(number.doubleValue());
    } else if (value != null) {
      for (int i = 0; i < Array.getLength(value); i++) {
        collect(Array.get(value, i), entries);
      }
    }
  }

  /** Values of the shapes and types of {@code like}, filled from {@code entries}. */
  static Object[] unflatten(Object[] like, double[] entries) {
    int[] next = {0};
    Object[] filled =
        Arrays.stream(like).map(value -> filled(value, entries, next)).toArray(Object[]::new);
    if (next[0] != entries.length) {
      throw new IllegalArgumentException(entries.length + " entries for " + next[0] + " places");
    }
    return filled;
  }

  private static Object filled(Object like, double[] entries, int[] next) {
    if (like instanceof Double) {
      return entries[next[0]++];
    } else if (like instanceof Float) {
      return (float) entries[next[0]++];
    } else if (like == null) {
      return null;
    }
    Object copy = Array.newInstance(like.getClass().getComponentType(), Array.getLength(like));
    for (int i = 0; i < Array.getLength(like); i++) {
      Array.set(copy, i, filled(Array.get(like, i), entries, next));
    }
    return copy;
  }

  /** Copies of arrays at every depth, one copy for an array that is met twice. */
  static Object[] copies(Object... values) {
    return (Object[]) copy(values, new java.util.IdentityHashMap<>());
  }

  private static Object copy(Object value, java.util.Map<Object, Object> done) {
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    Object known = done.get(value);
    if (known != null) {
      return known;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    done.put(value, copy);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i), done));
    }
    return copy;
  }

  /** Overwrites all numbers in arrays, and exchanges rows for null, as a caller may do later. */
  static void spoil(Object[] values) {
    for (Object value : values) {
      if (value instanceof double[] numbers) {
        java.util.Arrays.fill(numbers, 1e9);
      } else if (value instanceof float[] numbers) {
        java.util.Arrays.fill(numbers, 1e9f);
      } else if (value instanceof int[] numbers) {
        java.util.Arrays.fill(numbers, 1 << 20);
      } else if (value instanceof Object[] rows) {
        spoil(rows);
        java.util.Arrays.fill(rows, null);
      }
    }
  }

  /** Whether two values have the same types, shapes and bits (all NaNs are one). */
  static boolean sameBits(Object a, Object b) {
    return Arrays.deepEquals(new Object[] {a}, new Object[] {b});
  }

  static String text(Object... values) {
    String text = Arrays.deepToString(values);
    return text.substring(1, text.length() - 1);
  }
}
