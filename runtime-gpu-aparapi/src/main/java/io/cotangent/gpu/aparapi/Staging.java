package io.cotangent.gpu.aparapi;

import java.util.Arrays;

/**
 * The Java array that a buffer is filled from and read into, of fixed length. It remembers what the
 * device has, so that what did not change need not be sent again.
 */
final class Staging {
  private final Object array;
  private boolean onDevice;

  /** An array for values like those of {@code user}: small integers and booleans as {@code int}. */
  Staging(Object user, int length) {
    if (user instanceof double[]) {
      array = new double[length];
    } else if (user instanceof float[]) {
      array = new float[length];
    } else if (user instanceof long[]) {
      array = new long[length];
    } else {
      array = new int[length];
    }
  }

  Object array() {
    return array;
  }

  /** Takes entries of a user's array; whether the device needs to be sent the array. */
  boolean load(Object user, int from, int count) {
    boolean same = onDevice && sameAs(user, from, count);
    if (!same) {
      copy(user, from, count);
    }
    onDevice = true;
    return !same;
  }

  private boolean sameAs(Object user, int from, int count) {
    int to = from + count;
    if (user instanceof double[] numbers) {
      return Arrays.equals(numbers, from, to, (double[]) array, 0, count);
    } else if (user instanceof float[] numbers) {
      return Arrays.equals(numbers, from, to, (float[]) array, 0, count);
    } else if (user instanceof long[] numbers) {
      return Arrays.equals(numbers, from, to, (long[]) array, 0, count);
    } else if (user instanceof int[] numbers) {
      return Arrays.equals(numbers, from, to, (int[]) array, 0, count);
    }
    int[] ints = (int[]) array;
    for (int i = 0; i < count; i++) {
      if (ints[i] != small(user, from + i)) {
        return false;
      }
    }
    return true;
  }

  private void copy(Object user, int from, int count) {
    if (user.getClass() == array.getClass()) {
      System.arraycopy(user, from, array, 0, count);
      return;
    }
    int[] ints = (int[]) array;
    for (int i = 0; i < count; i++) {
      ints[i] = small(user, from + i);
    }
  }

  private static int small(Object user, int index) {
    if (user instanceof boolean[] flags) {
      return flags[index] ? 1 : 0;
    } else if (user instanceof byte[] numbers) {
      return numbers[index];
    } else if (user instanceof short[] numbers) {
      return numbers[index];
    }
    return ((char[]) user)[index];
  }

  /** Gives entries to a user's array. */
  void store(Object user, int to, int count) {
    System.arraycopy(array, 0, user, to, count);
  }

  /** Whether the last entry is the receipt that a kernel wrote there. */
  boolean endsWith(int nonce) {
    if (array instanceof double[] numbers) {
      return numbers[numbers.length - 1] == nonce;
    }
    return ((float[]) array)[((float[]) array).length - 1] == nonce;
  }
}
