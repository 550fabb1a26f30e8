package io.cotangent.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an object is made of that holds others, as many as turn out at run time: its numbers, its
 * shape in whole numbers, and what carries no derivative, all in the order of a walk through it.
 * Generated code reads them, and writes those of what a method gives; where it need not write it
 * has no parts.
 */
public final class Parts {
  static final int NULL = 0;
  static final int OTHER = 1;
  static final int DOUBLE = 2;
  static final int FLOAT = 3;
  static final int DOUBLES = 4;
  static final int FLOATS = 5;
  static final int LIST = 6;
  static final int FIXED_LIST = 7;
  static final int BACKED_LIST = 8;
  static final int MAP = 9;
  static final int SORTED_MAP = 10;
  static final int FIXED_MAP = 11;
  static final int LINKED_LIST = 12;

  /** The tag of the first of a program's own classes. */
  static final int KINDS = 16;

  private double[] numbers = new double[8];
  private int[] shape = new int[8];
  private final List<Object> others = new ArrayList<>();
  private int count;
  private int length;

  /** No parts. */
  public Parts() {}

  void number(double number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    numbers[count++] = number;
  }

  void add(int part) {
    if (length == shape.length) {
      shape = Arrays.copyOf(shape, 2 * length);
    }
    shape[length++] = part;
  }

  void other(Object other) {
    others.add(other);
  }

  /** The numbers. */
  public double[] numbers() {
    return Arrays.copyOf(numbers, count);
  }

  /** Tags of classes and lengths. */
  public int[] shape() {
    return Arrays.copyOf(shape, length);
  }

  /** What carries no derivative. */
  public Object[] others() {
    return others.toArray();
  }

  /** Forgets all. */
  public static void start(Parts parts) {
    if (parts != null) {
      parts.count = 0;
      parts.length = 0;
      parts.others.clear();
    }
  }

  /** Adds a class, or a length. */
  public static void add(Parts parts, int part) {
    if (parts != null) {
      parts.add(part);
    }
  }

  /** Adds what carries no derivative. */
  public static void other(Parts parts, Object other) {
    if (parts != null) {
      parts.other(other);
    }
  }

  /** Such a part, for a method that may change it if it is an array. */
  public static Object other(Object[] others, int at) {
    Object other = others[at];
    return other != null && other.getClass().isArray() ? Trees.copy(other) : other;
  }

  /** The keys of a map, for a method that may change them. */
  public static KeyTable table(Object[] others, int at) {
    return ((KeyTable) others[at]).copied();
  }

  /** Such a part, unboxed. */
  public static boolean booleanAt(Object[] others, int at) {
    return (Boolean) others[at];
  }

  /** Such a part, unboxed. */
  public static byte byteAt(Object[] others, int at) {
    return (Byte) others[at];
  }

  /** Such a part, unboxed. */
  public static short shortAt(Object[] others, int at) {
    return (Short) others[at];
  }

  /** Such a part, unboxed. */
  public static char charAt(Object[] others, int at) {
    return (Character) others[at];
  }

  /** Such a part, unboxed. */
  public static int intAt(Object[] others, int at) {
    return (Integer) others[at];
  }

  /** Such a part, unboxed. */
  public static long longAt(Object[] others, int at) {
    return (Long) others[at];
  }

  /** Adds a part, boxed. */
  public static void boxed(Parts parts, boolean other) {
    other(parts, (Object) other);
  }

  /** Adds a part, boxed. */
  public static void boxed(Parts parts, byte other) {
    other(parts, (Object) other);
  }

  /** Adds a part, boxed. */
  public static void boxed(Parts parts, short other) {
    other(parts, (Object) other);
  }

  /** Adds a part, boxed. */
  public static void boxed(Parts parts, char other) {
    other(parts, (Object) other);
  }

  /** Adds a part, boxed. */
  public static void boxed(Parts parts, int other) {
    other(parts, (Object) other);
  }

  /** Adds a part, boxed. */
  public static void boxed(Parts parts, long other) {
    other(parts, (Object) other);
  }
}
