package io.cotangent.runtime;

/** What the generated {@code …Batch} classes need: checks of sizes, and sums over items. */
public final class Batches {
  private Batches() {}

  /**
   * How many entries of a batched array belong to each item.
   *
   * @param name the array's name, for the message
   * @param length its length
   * @param n the batch size
   * @throws IllegalArgumentException if the length is no multiple of the batch size, or that is
   *     negative
   */
  public static int perItem(String name, int length, int n) {
    requireSize(n);
    if (n == 0 ? length != 0 : length % n != 0) {
      throw new IllegalArgumentException(
          name + " has length " + length + ", which is no multiple of the batch size " + n);
    }
    return n == 0 ? 0 : length / n;
  }

  /**
   * Checks the length of a batched array.
   *
   * @param name the array's name, for the message
   * @param length its length
   * @param n the batch size
   * @param perItem how many of its entries belong to each item
   * @throws IllegalArgumentException if the length differs from {@code n * perItem}
   */
  public static void require(String name, int length, int n, int perItem) {
    requireSize(n);
    if (length != (long) n * perItem) {
      throw new IllegalArgumentException(
          name
              + " has length "
              + length
              + " instead of "
              + (long) n * perItem
              + (perItem == 1 ? "" : " (" + n + " items of " + perItem + ")"));
    }
  }

  private static void requireSize(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("the batch size is negative: " + n);
    }
  }

  /**
   * Checks that an item's result fills its part of an output array.
   *
   * @param item the item's number, for the message
   * @param length the result's length
   * @param perItem the length of the part
   * @throws IllegalArgumentException if they differ
   */
  public static void requireResult(String name, int item, int length, int perItem) {
    if (length != perItem) {
      throw new IllegalArgumentException(
          name + " has " + perItem + " entries for item " + item + ", whose result has " + length);
    }
  }

  /** Adds the numbers of an array to {@code sums[at]} and on; the position after them. */
  public static int add(double[] array, double[] sums, int at) {
    for (int i = 0; i < array.length; i++) {
      sums[at + i] += array[i];
    }
    return at + array.length;
  }

  /** Adds the numbers of a tree of arrays to {@code sums[at]} and on; the position after them. */
  public static int add(Object tree, double[] sums, int at) {
    if (tree instanceof double[] array) {
      return add(array, sums, at);
    } else if (tree instanceof float[] array) {
      for (int i = 0; i < array.length; i++) {
        sums[at + i] += array[i];
      }
      return at + array.length;
    }
    int next = at;
    if (tree instanceof Object[] rows) {
      for (Object row : rows) {
        next = add(row, sums, next);
      }
    }
    return next;
  }
}
