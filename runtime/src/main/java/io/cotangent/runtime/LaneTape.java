package io.cotangent.runtime;

import java.util.Arrays;

/**
 * What a forward sweep over a block of items leaves for the reverse sweep where it differs from
 * item to item: values that all items push at once lie in arrays, one element for each; what some
 * items push and others don't is on a stack for each item.
 */
public final class LaneTape {
  private double[][] doubles = {};
  private int doubleTop;
  private int[][] ints = {};
  private int intTop;
  private boolean[][] booleans = {};
  private int booleanTop;
  private final Tape[] items = new Tape[Lanes.BLOCK];

  /** An empty tape. */
  public LaneTape() {}

  /** A place for a number of each item, on top of the others. */
  public double[] pushDouble() {
    if (doubleTop == doubles.length) {
      doubles = Arrays.copyOf(doubles, 16 + 2 * doubleTop);
    }
    double[] place = doubles[doubleTop];
    if (place == null) {
      place = new double[Lanes.BLOCK];
      doubles[doubleTop] = place;
    }
    doubleTop++;
    return place;
  }

  /** The newest numbers; they stay until the next push. */
  public double[] popDouble() {
    return doubles[--doubleTop];
  }

  /** A place for a whole number of each item. */
  public int[] pushInt() {
    if (intTop == ints.length) {
      ints = Arrays.copyOf(ints, 16 + 2 * intTop);
    }
    int[] place = ints[intTop];
    if (place == null) {
      place = new int[Lanes.BLOCK];
      ints[intTop] = place;
    }
    intTop++;
    return place;
  }

  /** The newest whole numbers. */
  public int[] popInt() {
    return ints[--intTop];
  }

  /** A place for a truth value of each item. */
  public boolean[] pushBoolean() {
    if (booleanTop == booleans.length) {
      booleans = Arrays.copyOf(booleans, 16 + 2 * booleanTop);
    }
    boolean[] place = booleans[booleanTop];
    if (place == null) {
      place = new boolean[Lanes.BLOCK];
      booleans[booleanTop] = place;
    }
    booleanTop++;
    return place;
  }

  /** The newest truth values. */
  public boolean[] popBoolean() {
    return booleans[--booleanTop];
  }

  private Tape item(int lane) {
    Tape tape = items[lane];
    if (tape == null) {
      tape = new Tape();
      items[lane] = tape;
    }
    return tape;
  }

  /** Pushes a number of one item. */
  public void keep(int lane, double value) {
    item(lane).push(value);
  }

  /** Pushes a whole number of one item. */
  public void keep(int lane, int value) {
    item(lane).push(value);
  }

  /** Pushes a truth value of one item. */
  public void keep(int lane, boolean value) {
    item(lane).push(value);
  }

  /** Takes an item's newest number. */
  public double takeDouble(int lane) {
    return items[lane].popDouble();
  }

  /** Takes an item's newest whole number. */
  public int takeInt(int lane) {
    return items[lane].popInt();
  }

  /** Takes an item's newest truth value. */
  public boolean takeBoolean(int lane) {
    return items[lane].popBoolean();
  }
}
