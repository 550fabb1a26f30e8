package io.cotangent.processor.frontend;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Arguments on which snippets run, by the types of their parameters. */
final class SampleArguments {
  private static final Map<Class<?>, List<Object>> SAMPLES =
      Map.ofEntries(
          Map.entry(int.class, List.of(-2, -1, 0, 1, 2, 3, 4, 7, Integer.MAX_VALUE)),
          Map.entry(long.class, List.of(-3L, 0L, 2L, 5_000_000_000L)),
          Map.entry(double.class, List.of(-1.75, -0.0, 0.5, 3.25, 1e300, Double.NaN)),
          Map.entry(float.class, List.of(-1.5f, 0.1f, 3e38f)),
          Map.entry(boolean.class, List.of(true, false)),
          Map.entry(char.class, List.of('a', 'z', '\uffff')),
          Map.entry(byte.class, List.of((byte) -128, (byte) 3, (byte) 127)),
          Map.entry(short.class, List.of((short) -32768, (short) 5, (short) 32767)),
          Map.entry(String.class, Arrays.asList("a", "b", "longer", null)),
          Map.entry(
              double[].class,
              Arrays.asList(
                  new double[] {0.5, -2, 3}, new double[] {}, new double[] {1, 2, 3, 4, 5}, null)),
          Map.entry(float[].class, Arrays.asList(new float[] {0.1f, 2, -3}, new float[] {}, null)),
          Map.entry(
              int[].class,
              Arrays.asList(new int[] {1, 0, 2}, new int[] {5, -1}, new int[] {}, null)),
          Map.entry(char[].class, Arrays.asList(new char[] {'x', '\uffff'}, null)),
          Map.entry(
              double[][].class,
              Arrays.asList(
                  new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}},
                  new double[][] {{1}, {}, {2, 3}},
                  new double[][] {null, {1, 2}},
                  new double[][] {})));

  private SampleArguments() {}

  /** Lists of arguments, at most so many. */
  static List<List<Object>> grid(Class<?>[] types, int most) {
    long all = 1;
    for (Class<?> type : types) {
      all *= samples(type).size();
    }
    long stride = Math.max(1, all / most);
    List<List<Object>> grid = new ArrayList<>();
    for (long code = 0; code < all; code += stride) {
      long rest = code;
      List<Object> args = new ArrayList<>();
      for (Class<?> type : types) {
        List<Object> samples = samples(type);
        args.add(samples.get((int) (rest % samples.size())));
        rest /= samples.size();
      }
      grid.add(args);
    }
    return grid;
  }

  private static List<Object> samples(Class<?> type) {
    if (type.isEnum()) {
      List<Object> all = new ArrayList<>(Arrays.asList(type.getEnumConstants()));
      all.add(null);
      return all;
    }
    List<Object> samples = SAMPLES.get(type);
    if (samples == null) {
      throw new IllegalArgumentException("no samples of " + type);
    }
    return samples;
  }

  /** The same arguments with arrays of their own. */
  static List<Object> copies(List<Object> args) {
    List<Object> copies = new ArrayList<>();
    args.forEach(arg -> copies.add(copy(arg)));
    return copies;
  }

  private static Object copy(Object value) {
    if (value == null || !value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i)));
    }
    return copy;
  }

  /** A value as text that differs where a bit does; all NaN are one. */
  static String show(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number) {
      return number + "/" + Long.toHexString(Double.doubleToLongBits(number));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SampleArguments::show).toList().toString();
    }
    if (!value.getClass().isArray()) {
      return value.getClass().getSimpleName() + " " + value;
    }
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < Array.getLength(value); i++) {
      text.append(i == 0 ? "" : ", ").append(show(Array.get(value, i)));
    }
    return text.append('}').toString();
  }
}
