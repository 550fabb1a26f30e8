package io.cotangent.runtime;

import java.util.concurrent.atomic.LongAdder;

/**
 * What generated code needs that works on a block of items at once: arrays in which the item is the
 * innermost dimension, with room for {@link #BLOCK} items, of which the first {@code count} are
 * used.
 */
public final class Lanes {
  /** How many items a block holds. */
  public static final int BLOCK = 64;

  /** The number of items in a block is a multiple of this, so that no vector is ever cut. */
  private static final int STEP = 8;

  /** Whether this machine has vectors that are worth it, and the module for them is there. */
  public static final boolean VECTORS = hasVectors();

  private static final System.Logger LOG = System.getLogger("io.cotangent.batch");
  private static final LongAdder GIVEN_UP = new LongAdder();

  private Lanes() {}

  private static boolean hasVectors() {
    String machine = System.getProperty("os.arch", "");
    return !Boolean.getBoolean("cotangent.batch.scalar")
        && (machine.equals("amd64") || machine.equals("x86_64"))
        && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /** The item up to which whole blocks go; those after it, fewer than eight, are done alone. */
  public static int end(int from, int to) {
    return to - (to - from) % STEP;
  }

  /** How many items the block from {@code at} on holds. */
  public static int count(int at, int end) {
    return Math.min(BLOCK, end - at);
  }

  /** Ends the work on a block: an item throws something. The items are then run alone. */
  public static void giveUp() {
    throw new IllegalStateException("an item throws");
  }

  /**
   * Notes that a block could not be finished, since an item throws.
   *
   * @param from the first item
   * @param thrown what was thrown
   * @return the item that goes first when they are run alone
   */
  public static int leave(int from, Throwable thrown) {
    GIVEN_UP.increment();
    LOG.log(System.Logger.Level.DEBUG, "items from " + from + " on are run alone", thrown);
    return from;
  }

  /** How many stretches of a batch were run item by item since something was thrown there. */
  public static long givenUp() {
    return GIVEN_UP.sum();
  }

  /**
   * Asks that each item's array has {@code size} elements.
   *
   * @throws IllegalArgumentException if it has another number of them
   */
  public static void requireSize(double[] block, int size, int count) {
    if (block.length != size * BLOCK) {
      throw new IllegalArgumentException(
          "arrays of " + block.length / BLOCK + " elements instead of " + size);
    }
  }

  /** The elements of items' arrays, item after item, in the order of the block. */
  public static double[] gather(double[] items, int at, int size, int count) {
    double[] lanes = new double[size * BLOCK];
    for (int lane = 0; lane < count; lane++) {
      int from = (at + lane) * size;
      for (int i = 0; i < size; i++) {
        lanes[i * BLOCK + lane] = items[from + i];
      }
    }
    return lanes;
  }

  /** The same of whole numbers. */
  public static int[] gather(int[] items, int at, int size, int count) {
    int[] lanes = new int[size * BLOCK];
    for (int lane = 0; lane < count; lane++) {
      for (int i = 0; i < size; i++) {
        lanes[i * BLOCK + lane] = items[(at + lane) * size + i];
      }
    }
    return lanes;
  }

  /** The same of truth values. */
  public static boolean[] gather(boolean[] items, int at, int size, int count) {
    boolean[] lanes = new boolean[size * BLOCK];
    for (int lane = 0; lane < count; lane++) {
      for (int i = 0; i < size; i++) {
        lanes[i * BLOCK + lane] = items[(at + lane) * size + i];
      }
    }
    return lanes;
  }

  /** Puts a block's elements to their items' arrays; gives up if the sizes differ. */
  public static void scatter(double[] lanes, double[] items, int at, int size, int count) {
    if (lanes.length != size * BLOCK) {
      giveUp();
    }
    for (int lane = 0; lane < count; lane++) {
      int to = (at + lane) * size;
      for (int i = 0; i < size; i++) {
        items[to + i] = lanes[i * BLOCK + lane];
      }
    }
  }

  /** Puts a number of each item to its place. */
  public static void put(double[] lanes, double[] items, int at, int count) {
    System.arraycopy(lanes, 0, items, at, count);
  }

  /** Puts one number to the places of all items. */
  public static void fill(double value, double[] items, int at, int count) {
    java.util.Arrays.fill(items, at, at + count, value);
  }

  /** Puts one number to the places of all items. */
  public static void fill(int value, int[] items, int at, int count) {
    java.util.Arrays.fill(items, at, at + count, value);
  }

  /** Puts one truth value to the places of all items. */
  public static void fill(boolean value, boolean[] items, int at, int count) {
    java.util.Arrays.fill(items, at, at + count, value);
  }

  /** An array of its own for every item, as the one that they share. */
  public static double[] spread(double[] shared) {
    double[] lanes = new double[shared.length * BLOCK];
    for (int i = 0; i < shared.length; i++) {
      java.util.Arrays.fill(lanes, i * BLOCK, (i + 1) * BLOCK, shared[i]);
    }
    return lanes;
  }

  /** An array of its own for every item, as the one that they share. */
  public static int[] spread(int[] shared) {
    int[] lanes = new int[shared.length * BLOCK];
    for (int i = 0; i < shared.length; i++) {
      java.util.Arrays.fill(lanes, i * BLOCK, (i + 1) * BLOCK, shared[i]);
    }
    return lanes;
  }

  /** A matrix of its own for every item, as the one that they share. */
  public static double[][] spread(double[][] shared) {
    double[][] lanes = new double[shared.length][];
    for (int i = 0; i < shared.length; i++) {
      lanes[i] = shared[i] == null ? null : spread(shared[i]);
    }
    return lanes;
  }

  /** Zeros for every item, in the shape of what they share. */
  public static double[] zeros(double[] shared) {
    return new double[shared.length * BLOCK];
  }

  /** Zeros for every item, in the shape of what they share. */
  public static double[][] zeros(double[][] shared) {
    double[][] lanes = new double[shared.length][];
    for (int i = 0; i < shared.length; i++) {
      lanes[i] = shared[i] == null ? null : zeros(shared[i]);
    }
    return lanes;
  }

  /** The sum over the items. */
  public static double sum(double[] lanes, int count) {
    double sum = 0;
    for (int lane = 0; lane < count; lane++) {
      sum += lanes[lane];
    }
    return sum;
  }

  /** Adds the sums over the items to {@code sums}. */
  public static void addUp(double[] lanes, double[] sums, int count) {
    for (int i = 0; i < sums.length; i++) {
      double sum = 0;
      for (int lane = 0; lane < count; lane++) {
        sum += lanes[i * BLOCK + lane];
      }
      sums[i] += sum;
    }
  }

  /** Adds the sums over the items to {@code sums}. */
  public static void addUp(double[][] lanes, double[][] sums, int count) {
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != null) {
        addUp(lanes[i], sums[i], count);
      }
    }
  }

  /** Adds what each item has to {@code sums}. */
  public static void addTimes(double[] each, double[] sums, int count) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += each[i] * count;
    }
  }

  /** Adds what each item has to {@code sums}. */
  public static void addTimes(double[][] each, double[][] sums, int count) {
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] != null) {
        addTimes(each[i], sums[i], count);
      }
    }
  }
}
