package io.cotangent.runtime;

/** How the stacks of a tape grow. */
final class Capacity {
  private static final int FIRST = 64;

  private Capacity() {}

  /** Twice the capacity, up to the largest array there can be. */
  static int grown(int capacity) {
    int limit = Integer.MAX_VALUE - 8;
    if (capacity == limit) {
      throw new OutOfMemoryError("the tape holds more than " + limit + " values of one type");
    }
    return capacity > limit / 2 ? limit : Math.max(FIRST, 2 * capacity);
  }

  /** Twice the capacity at least, and room for so many more. */
  static int grown(int capacity, int used, int more) {
    int size = capacity;
    while (size - used < more) {
      size = grown(size);
    }
    return size;
  }
}
