package io.cotangent.conformance;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Arguments of a batch, and what belongs to one item. */
final class BatchInputs {
  /** Entries of each array of an item, and of each shared array. */
  static final int SIZE = 5;

  private static final double[] ODD = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1e300, -7.25
  };

  private final BatchSubject subject;
  private final int n;
  private final boolean odd;
  private final RandomGenerator random;

  /** The batch's arguments, and tangents of its wrt parameters. */
  final List<Object> arguments;

  final List<Object> tangents = new ArrayList<>();

  BatchInputs(BatchSubject subject, int n, boolean odd) {
    this.subject = subject;
    this.n = n;
    this.odd = odd;
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(42 + n);
    arguments = new ArrayList<>();
    for (int i = 0; i < subject.types().length; i++) {
      arguments.add(make(i, true));
    }
    subject.wrt().forEach(i -> tangents.add(make(i, false)));
  }

  private Object make(int param, boolean positive) {
    Class<?> type = subject.types()[param];
    if (!subject.isBatched(param)) {
      return type.isArray() ? tree(type, SIZE, positive) : scalar(type, positive);
    }
    Class<?> leaf = type.isArray() ? type.getComponentType() : type;
    return tree(leaf.arrayType(), n * itemSize(param), positive);
  }

  int itemSize(int param) {
    return subject.types()[param].isArray() ? SIZE : 1;
  }

  private Object tree(Class<?> type, int length, boolean positive) {
    Object array = Array.newInstance(type.getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Class<?> leaf = type.getComponentType();
      Array.set(array, i, leaf.isArray() ? tree(leaf, SIZE, positive) : entry(leaf, i, positive));
    }
    return array;
  }

  private Object entry(Class<?> type, int i, boolean positive) {
    if (odd && positive && i % 97 == 13) {
      double special = ODD[i / 97 % ODD.length];
      if (type == double.class) {
        return special;
      } else if (type == float.class) {
        return (float) special;
      }
    }
    return scalar(type, positive);
  }

  private Object scalar(Class<?> type, boolean positive) {
    double value = positive ? 0.1 + 3 * random.nextDouble() : random.nextGaussian();
    if (type == double.class) {
      return value;
    } else if (type == float.class) {
      return (float) value;
    } else if (type == int.class) {
      return random.nextInt(-20, 20);
    }
    return random.nextBoolean();
  }

  /** Zeros in the shape of the parameter's cotangent. */
  Object bar(int param) {
    Object like = arguments.get(param);
    Object bar = io.cotangent.runtime.Trees.zerosLike(like);
    // Outputs are overwritten, whatever they hold.
    if (bar instanceof double[] numbers) {
      java.util.Arrays.fill(numbers, 123.0);
    }
    return bar;
  }

  /** An array for results of {@code size} entries per item. */
  Object out(int size) {
    Class<?> leaf =
        subject.isScalar() ? subject.resultType() : subject.resultType().getComponentType();
    return Array.newInstance(leaf, n * size);
  }

  /** The arguments of one item; arrays are its own. */
  List<Object> item(int item) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < subject.types().length; i++) {
      list.add(part(arguments.get(i), i, item));
    }
    return list;
  }

  /** The arguments and tangents of one item. */
  List<Object> itemWithTangents(int item) {
    List<Object> list = item(item);
    for (int k = 0; k < tangents.size(); k++) {
      list.add(part(tangents.get(k), subject.wrt().get(k), item));
    }
    return list;
  }

  private Object part(Object all, int param, int item) {
    boolean isArray = subject.types()[param].isArray();
    return subject.isBatched(param)
        ? BatchSubject.part(all, isArray, item, itemSize(param))
        : isArray ? io.cotangent.runtime.Trees.copy(all) : all;
  }
}
