package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * The arrays of one run of generated code, kept for the next: the k-th request since {@link
 * #reset()} is answered with an array that was made for the k-th request before, if type and length
 * agree.
 *
 * <p>Every place remembers the last few shapes it was asked for, so that runs of alternating sizes
 * do not allocate either. A pool is used by one thread at a time.
 */
public final class ArrayPool {
  /** How many arrays a place remembers; the one handed out last stands first. */
  private static final int WAYS = 4;

  private Object[] slots = {};
  private int next;

  /** An empty pool; it takes no memory before the first request. */
  public ArrayPool() {}

  /** Takes back every array that was handed out. */
  public void reset() {
    next = 0;
  }

  /** Throws if an argument was handed out: it is going to be handed out for something else. */
  public void requireForeign(String name, Object argument) {
    for (Object own : slots) {
      if (own == argument && own != null) {
        throw new IllegalArgumentException(
            "'" + name + "' is the workspace's own array, which this call overwrites: pass a copy");
      }
    }
  }

  /** How many arrays were handed out, for {@link #release(int)}. */
  public int mark() {
    return next;
  }

  /** Takes back what was handed out since {@link #mark()}. */
  public void release(int mark) {
    next = mark;
  }

  /** As {@code new double[n]}. */
  public double[] doubles(int n) {
    int front = WAYS * next;
    if (front < slots.length && slots[front] instanceof double[] array && array.length == n) {
      next++;
      Arrays.fill(array, 0.0);
      return array;
    }
    double[] array = (double[]) take(double.class, n);
    Arrays.fill(array, 0.0);
    return array;
  }

  /** As {@code new float[n]}. */
  public float[] floats(int n) {
    float[] array = (float[]) take(float.class, n);
    Arrays.fill(array, 0.0f);
    return array;
  }

  /** As {@code new int[n]}. */
  public int[] ints(int n) {
    int[] array = (int[]) take(int.class, n);
    Arrays.fill(array, 0);
    return array;
  }

  /** As {@code new long[n]}. */
  public long[] longs(int n) {
    long[] array = (long[]) take(long.class, n);
    Arrays.fill(array, 0L);
    return array;
  }

  /** As {@code new boolean[n]}. */
  public boolean[] booleans(int n) {
    boolean[] array = (boolean[]) take(boolean.class, n);
    Arrays.fill(array, false);
    return array;
  }

  /** As {@code new byte[n]}. */
  public byte[] bytes(int n) {
    byte[] array = (byte[]) take(byte.class, n);
    Arrays.fill(array, (byte) 0);
    return array;
  }

  /** As {@code new short[n]}. */
  public short[] shorts(int n) {
    short[] array = (short[]) take(short.class, n);
    Arrays.fill(array, (short) 0);
    return array;
  }

  /** As {@code new char[n]}. */
  public char[] chars(int n) {
    char[] array = (char[]) take(char.class, n);
    Arrays.fill(array, '\0');
    return array;
  }

  /** As {@code new double[n][m]}. */
  public double[][] doubles(int n, int m) {
    return nested(double[][].class, n, m);
  }

  /** As {@code new T[n]}, or {@code new T[n][]} and so on: zeroed, with null rows. */
  public <A> A nested(Class<A> type, int n) {
    return type.cast(zeroed(type.getComponentType(), n));
  }

  /** As {@code new T[n][m]}, or {@code new T[n][m][]} and so on. */
  public <A> A nested(Class<A> type, int n, int m) {
    requireSize(n);
    requireSize(m);
    Class<?> row = type.getComponentType();
    Object[] array = (Object[]) zeroed(row, n);
    for (int i = 0; i < n; i++) {
      array[i] = zeroed(row.getComponentType(), m);
    }
    return type.cast(array);
  }

  /** As {@code new T[d0][d1][d2]…} with any number of dimensions, at most the type's rank. */
  public <A> A nested(Class<A> type, int... dimensions) {
    for (int size : dimensions) {
      requireSize(size);
    }
    return type.cast(nested(type, 0, dimensions));
  }

  private Object nested(Class<?> type, int depth, int[] dimensions) {
    Object array = zeroed(type.getComponentType(), dimensions[depth]);
    if (depth + 1 < dimensions.length) {
      Object[] rows = (Object[]) array;
      for (int i = 0; i < rows.length; i++) {
        rows[i] = nested(type.getComponentType(), depth + 1, dimensions);
      }
    }
    return array;
  }

  /** As {@code array.clone()}: the rows of an array of arrays are shared. */
  @SuppressWarnings("unchecked") // the copy has the class of the original
  public <A> A copy(A array) {
    int n = Array.getLength(array);
    Object copy = take(array.getClass().getComponentType(), n);
    System.arraycopy(array, 0, copy, 0, n);
    return (A) copy;
  }

  /** Zeros as many as in {@code array}; null where that is null. */
  public double[] zerosLike(double[] array) {
    return array == null ? null : doubles(array.length);
  }

  /** Zeros of the shape of {@code tree}, rows and all; null where that is null. */
  @SuppressWarnings("unchecked") // the zeros have the class of the original
  public <A> A zerosLike(A tree) {
    if (tree == null) {
      return null;
    }
    Object zeros = zeroed(tree.getClass().getComponentType(), Array.getLength(tree));
    if (tree instanceof Object[] rows) {
      Object[] target = (Object[]) zeros;
      for (int i = 0; i < rows.length; i++) {
        target[i] = zerosLike(rows[i]);
      }
    }
    return (A) zeros;
  }

  /**
   * The arrays of arrays of a tree copied, the arrays of numbers themselves: its rows, held fast.
   */
  @SuppressWarnings("unchecked") // a row's spine has the row's class
  public <A> A spine(A tree) {
    if (!(tree instanceof Object[])) {
      return tree;
    }
    A spine = copy(tree);
    Object[] rows = (Object[]) spine;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = spine(rows[i]);
    }
    return spine;
  }

  /** A copy of {@code tree}, rows and all; null where that is null. */
  public <A> A copyTree(A tree) {
    if (tree == null) {
      return null;
    }
    A copy = copy(tree);
    if (copy instanceof Object[] rows && rows.getClass().getComponentType().isArray()) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = copyTree(rows[i]);
      }
    }
    return copy;
  }

  /** The contents of every array handed out since {@link #reset()}, to be put back later. */
  public Snapshot snapshot() {
    return new Snapshot(this);
  }

  private Object zeroed(Class<?> component, int n) {
    if (component == double.class) {
      return doubles(n);
    } else if (!component.isPrimitive()) {
      Object[] array = (Object[]) take(component, n);
      Arrays.fill(array, null);
      return array;
    } else if (component == float.class) {
      return floats(n);
    } else if (component == int.class) {
      return ints(n);
    } else if (component == long.class) {
      return longs(n);
    } else if (component == boolean.class) {
      return booleans(n);
    } else if (component == byte.class) {
      return bytes(n);
    } else if (component == short.class) {
      return shorts(n);
    }
    return chars(n);
  }

  /** The next array; what it holds is left from its last use. */
  private Object take(Class<?> component, int n) {
    int front = WAYS * next;
    if (front == slots.length) {
      slots = Arrays.copyOf(slots, 2 * slots.length + 8 * WAYS);
    }
    boolean fits = fits(slots[front], component, n);
    Object array = fits ? slots[front] : fromBehind(front, component, n);
    next++;
    return array;
  }

  private Object fromBehind(int front, Class<?> component, int n) {
    int way = 1;
    while (way < WAYS && !fits(slots[front + way], component, n)) {
      way++;
    }
    Object array = way < WAYS ? slots[front + way] : Array.newInstance(component, n);
    System.arraycopy(slots, front, slots, front + 1, Math.min(way, WAYS - 1));
    slots[front] = array;
    return array;
  }

  private static boolean fits(Object array, Class<?> component, int n) {
    return array != null
        && array.getClass().getComponentType() == component
        && Array.getLength(array) == n;
  }

  private static void requireSize(int size) {
    if (size < 0) {
      throw new NegativeArraySizeException(Integer.toString(size));
    }
  }

  /** What a pool's arrays held at one moment. */
  public static final class Snapshot {
    private final ArrayPool pool;
    private final Object[] contents;

    private Snapshot(ArrayPool pool) {
      this.pool = pool;
      contents = new Object[pool.next];
      for (int k = 0; k < contents.length; k++) {
        Object array = pool.slots[WAYS * k];
        int n = Array.getLength(array);
        contents[k] = Array.newInstance(array.getClass().getComponentType(), n);
        System.arraycopy(array, 0, contents[k], 0, n);
      }
    }

    /** Puts those contents back, takes back all arrays handed out since, as often as one likes. */
    public void restore() {
      for (int k = 0; k < contents.length; k++) {
        System.arraycopy(contents[k], 0, pool.slots[WAYS * k], 0, Array.getLength(contents[k]));
      }
      pool.next = contents.length;
    }
  }
}
