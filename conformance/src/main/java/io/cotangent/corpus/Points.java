package io.cotangent.corpus;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Arguments made up by their types. */
final class Points {
  private Points() {}

  /** A value of a type; later trials have other sizes. */
  static Object value(Class<?> type, Random random, int trial) {
    if (type.isArray()) {
      int length = 2 + trial % 3;
      Object array = Array.newInstance(type.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(array, i, value(type.getComponentType(), random, trial));
      }
      return array;
    }
    double number = 0.1 + (trial % 4 == 3 ? 3 : 0.9) * random.nextDouble();
    double signed = trial % 2 == 1 && random.nextBoolean() ? -number : number;
    if (type == double.class) {
      return signed;
    } else if (type == float.class) {
      return (float) signed;
    } else if (type == int.class) {
      return random.nextInt(3);
    } else if (type == long.class) {
      return (long) random.nextInt(3);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == byte.class) {
      return (byte) random.nextInt(3);
    } else if (type == short.class) {
      return (short) random.nextInt(3);
    } else if (type == char.class) {
      return (char) ('a' + random.nextInt(3));
    }
    return type == String.class ? "x" : null;
  }

  /** The floating-point numbers in arguments, in their order. */
  static double[] flat(Object[] args) {
    return Arrays.stream(args).flatMapToDouble(Points::numbers).toArray();
  }

  private static DoubleStream numbers(Object arg) {
    if (arg instanceof Double || arg instanceof Float) {
      return DoubleStream.of(((Number) arg).doubleValue());
    } else if (arg instanceof double[] numbers) {
      return Arrays.stream(numbers);
    } else if (arg instanceof float[] numbers) {
      return java.util.stream.IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
    } else if (arg instanceof Object[] rows) {
      return Arrays.stream(rows).flatMapToDouble(Points::numbers);
    }
    return DoubleStream.empty();
  }
}
