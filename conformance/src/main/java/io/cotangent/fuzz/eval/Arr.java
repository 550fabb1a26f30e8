package io.cotangent.fuzz.eval;

import io.cotangent.fuzz.ast.Ty;
import java.util.Arrays;
import java.util.List;

/**
 * An array of the interpreted program, with the identity that aliases need.
 *
 * @param ty the array's type
 * @param data its elements: {@link Num}s, boxed integers, Booleans or {@code Arr}s
 */
record Arr(Ty ty, Object[] data) {

  /** {@code new T[lengths…][]}. */
  static Arr create(Ty ty, List<Integer> lengths) {
    for (int length : lengths) {
      if (length < 0) {
        throw new JavaThrow("java.lang.NegativeArraySizeException", Integer.toString(length));
      }
    }
    return allocate(ty, lengths);
  }

  private static Arr allocate(Ty ty, List<Integer> lengths) {
    Object[] data = new Object[lengths.get(0)];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          lengths.size() > 1
              ? allocate(ty.element(), lengths.subList(1, lengths.size()))
              : Values.initial(ty.element());
    }
    return new Arr(ty, data);
  }

  /** The element at an index, or the exception that Java throws. */
  Object get(int index) {
    check(index);
    return data[index];
  }

  void set(int index, Object value) {
    check(index);
    data[index] = value;
  }

  void check(int index) {
    if (index < 0 || index >= data.length) {
      throw new JavaThrow(
          "java.lang.ArrayIndexOutOfBoundsException",
          "Index " + index + " out of bounds for length " + data.length);
    }
  }

  Arr copy() {
    return new Arr(ty, Arrays.copyOf(data, data.length));
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
