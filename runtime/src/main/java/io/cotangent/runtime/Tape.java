package io.cotangent.runtime;

import java.util.Arrays;

/**
 * The values that a forward sweep leaves for its reverse sweep, which pops the newest first, or for
 * a sweep in the same direction, which reads the oldest next: one growable stack per kind of value.
 *
 * <p>Every {@code push} is small enough to be inlined; growing is in methods of its own. A tape is
 * used by one thread at a time.
 */
public final class Tape {
  private double[] doubles = {};
  private int doubleTop;
  private int[] ints = {};
  private int intTop;
  private long[] longs = {};
  private int longTop;
  private Object[] objects = {};
  private int objectTop;
  private int nextDouble;
  private int nextInt;
  private int nextLong;
  private int nextObject;

  /** An empty tape; it takes no memory before the first push. */
  public Tape() {}

  /** Pushes a {@code double}. */
  public void push(double value) {
    if (doubleTop == doubles.length) {
      growDoubles();
    }
    doubles[doubleTop++] = value;
  }

  /** Pushes a {@code float}; it comes back with the same bits. */
  public void push(float value) {
    push((double) value);
  }

  /** Pushes an {@code int}, {@code short}, {@code byte} or {@code char}. */
  public void push(int value) {
    if (intTop == ints.length) {
      growInts();
    }
    ints[intTop++] = value;
  }

  /** Pushes a {@code long}. */
  public void push(long value) {
    if (longTop == longs.length) {
      growLongs();
    }
    longs[longTop++] = value;
  }

  /** Pushes a {@code boolean}. */
  public void push(boolean value) {
    push(value ? 1 : 0);
  }

  /** Pushes a reference, which may be null. */
  public void push(Object value) {
    if (objectTop == objects.length) {
      growObjects();
    }
    objects[objectTop++] = value;
  }

  /** Takes the newest {@code double}. */
  public double popDouble() {
    return doubles[--doubleTop];
  }

  /** Takes the newest {@code float}. */
  public float popFloat() {
    return (float) doubles[--doubleTop];
  }

  /** Takes the newest {@code int}. */
  public int popInt() {
    return ints[--intTop];
  }

  /** Takes the newest {@code long}. */
  public long popLong() {
    return longs[--longTop];
  }

  /** Takes the newest {@code boolean}. */
  public boolean popBoolean() {
    return ints[--intTop] != 0;
  }

  /** Takes the newest reference. */
  public Object popObject() {
    Object value = objects[--objectTop];
    objects[objectTop] = null;
    return value;
  }

  /** Reads from the oldest values on again. */
  public void rewind() {
    nextDouble = 0;
    nextInt = 0;
    nextLong = 0;
    nextObject = 0;
  }

  /** Reads the next {@code double} since {@link #rewind()}; it stays on the tape. */
  public double nextDouble() {
    return doubles[nextDouble++];
  }

  /** Reads the next {@code float}. */
  public float nextFloat() {
    return (float) doubles[nextDouble++];
  }

  /** Reads the next {@code int}. */
  public int nextInt() {
    return ints[nextInt++];
  }

  /** Reads the next {@code long}. */
  public long nextLong() {
    return longs[nextLong++];
  }

  /** Reads the next {@code boolean}. */
  public boolean nextBoolean() {
    return ints[nextInt++] != 0;
  }

  /** Reads the next reference. */
  public Object nextObject() {
    return objects[nextObject++];
  }

  /**
   * Makes room for {@code n} numbers at once, of whatever floating type; none if {@code n} is
   * negative. They hold what was there before.
   *
   * @return the first one's place
   */
  public int reserveDoubles(int n) {
    int at = doubleTop;
    if (n > doubles.length - at) {
      doubles = Arrays.copyOf(doubles, Capacity.grown(doubles.length, at, n));
    }
    doubleTop = at + Math.max(n, 0);
    return at;
  }

  /** The same for integers and booleans. */
  public int reserveInts(int n) {
    int at = intTop;
    if (n > ints.length - at) {
      ints = Arrays.copyOf(ints, Capacity.grown(ints.length, at, n));
    }
    intTop = at + Math.max(n, 0);
    return at;
  }

  /**
   * Takes the newest {@code n} numbers off; they can be read until something else is pushed.
   *
   * @return the first one's place
   */
  public int releaseDoubles(int n) {
    doubleTop -= Math.max(n, 0);
    return doubleTop;
  }

  /** The same for integers and booleans. */
  public int releaseInts(int n) {
    intTop -= Math.max(n, 0);
    return intTop;
  }

  /** Puts a {@code double} or {@code float} at a place that was made room for. */
  public void put(int place, double value) {
    doubles[place] = value;
  }

  /** Puts an {@code int}, {@code short}, {@code byte} or {@code char} at a place. */
  public void put(int place, int value) {
    ints[place] = value;
  }

  /** Puts a {@code boolean} at a place. */
  public void put(int place, boolean value) {
    ints[place] = value ? 1 : 0;
  }

  /** The {@code double} at a place. */
  public double doubleAt(int place) {
    return doubles[place];
  }

  /** The {@code float} at a place. */
  public float floatAt(int place) {
    return (float) doubles[place];
  }

  /** The {@code int} at a place. */
  public int intAt(int place) {
    return ints[place];
  }

  /** The {@code boolean} at a place. */
  public boolean booleanAt(int place) {
    return ints[place] != 0;
  }

  /** Whether nothing is on any of the stacks. */
  public boolean isEmpty() {
    return doubleTop == 0 && intTop == 0 && longTop == 0 && objectTop == 0;
  }

  /** Empties the tape; it keeps its memory but no references. */
  public void clear() {
    doubleTop = 0;
    intTop = 0;
    longTop = 0;
    if (objectTop > 0) {
      Arrays.fill(objects, 0, objectTop, null);
      objectTop = 0;
    }
    rewind();
  }

  /** What is on the tape now, to be put back with {@link Mark#restore()}. */
  public Mark mark() {
    return new Mark(this);
  }

  private void growDoubles() {
    doubles = Arrays.copyOf(doubles, Capacity.grown(doubles.length));
  }

  private void growInts() {
    ints = Arrays.copyOf(ints, Capacity.grown(ints.length));
  }

  private void growLongs() {
    longs = Arrays.copyOf(longs, Capacity.grown(longs.length));
  }

  private void growObjects() {
    objects = Arrays.copyOf(objects, Capacity.grown(objects.length));
  }

  /**
   * The contents of a tape at one moment. A reverse sweep pops, and may push in between, so the
   * values themselves are kept and not only how many there were.
   */
  public static final class Mark {
    private final Tape tape;
    private final double[] doubles;
    private final int[] ints;
    private final long[] longs;
    private final Object[] objects;

    private Mark(Tape tape) {
      this.tape = tape;
      doubles = Arrays.copyOf(tape.doubles, tape.doubleTop);
      ints = Arrays.copyOf(tape.ints, tape.intTop);
      longs = Arrays.copyOf(tape.longs, tape.longTop);
      objects = Arrays.copyOf(tape.objects, tape.objectTop);
    }

    /** Puts the tape back as it was, as often as one likes. */
    public void restore() {
      tape.clear();
      System.arraycopy(doubles, 0, tape.doubles, 0, doubles.length);
      tape.doubleTop = doubles.length;
      System.arraycopy(ints, 0, tape.ints, 0, ints.length);
      tape.intTop = ints.length;
      System.arraycopy(longs, 0, tape.longs, 0, longs.length);
      tape.longTop = longs.length;
      System.arraycopy(objects, 0, tape.objects, 0, objects.length);
      tape.objectTop = objects.length;
    }
  }
}
