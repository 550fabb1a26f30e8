package io.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Operations on trees of numbers: {@code double}s, {@code float}s and arrays of any rank of them.
 * Entries are counted row by row, the last index fastest; null arrays have no entries.
 */
public final class Trees {
  private Trees() {}

  /** How many numbers are in {@code tree}. */
  public static int size(Object tree) {
    if (tree instanceof double[] array) {
      return array.length;
    } else if (tree instanceof float[] array) {
      return array.length;
    } else if (tree instanceof Object[] rows) {
      int size = 0;
      for (Object row : rows) {
        size = Math.addExact(size, size(row));
      }
      return size;
    }
    return tree == null ? 0 : 1;
  }

  /** The numbers of {@code tree} in a new array. */
  public static double[] flat(Object tree) {
    double[] into = new double[size(tree)];
    flatten(tree, into, 0);
    return into;
  }

  /** The numbers of several trees in a new array; a boxed number is a tree too. */
  public static double[] flatAll(Object... trees) {
    return flat(trees);
  }

  /** Writes {@code value} to {@code into[at]}; the position after it. */
  public static int flatten(double value, double[] into, int at) {
    into[at] = value;
    return at + 1;
  }

  /**
   * Writes the numbers of {@code tree} to {@code into} from {@code at} on; the position after them.
   */
  public static int flatten(Object tree, double[] into, int at) {
    if (tree instanceof double[] array) {
      System.arraycopy(array, 0, into, at, array.length);
      return at + array.length;
    } else if (tree instanceof float[] array) {
      for (int i = 0; i < array.length; i++) {
        into[at + i] = array[i];
      }
      return at + array.length;
    } else if (tree instanceof Object[] rows) {
      int next = at;
      for (Object row : rows) {
        next = flatten(row, into, next);
      }
      return next;
    } else if (tree instanceof Number number) {
      return flatten(number.doubleValue(), into, at);
    }
    return at;
  }

  /** Fills the arrays of {@code tree} with {@code from[at]} and on; the position after the last. */
  public static int unflatten(double[] from, int at, Object tree) {
    if (tree instanceof double[] array) {
      System.arraycopy(from, at, array, 0, array.length);
      return at + array.length;
    } else if (tree instanceof float[] array) {
      for (int i = 0; i < array.length; i++) {
        array[i] = (float) from[at + i];
      }
      return at + array.length;
    } else if (tree instanceof Object[] rows) {
      int next = at;
      for (Object row : rows) {
        next = unflatten(from, next, row);
      }
      return next;
    }
    return at;
  }

  /** New arrays in the shape of {@code tree} with the numbers {@code from[at]} and on. */
  public static <A> A shaped(double[] from, int at, A tree) {
    A filled = zerosLike(tree);
    unflatten(from, at, filled);
    return filled;
  }

  /** Sets the entry with this number in the arrays of {@code tree}. */
  public static void set(Object tree, int index, double value) {
    if (tree instanceof double[] array) {
      array[index] = value;
    } else if (tree instanceof float[] array) {
      array[index] = (float) value;
    } else {
      int rest = index;
      for (Object row : (Object[]) tree) {
        int size = size(row);
        if (rest < size) {
          set(row, rest, value);
          return;
        }
        rest -= size;
      }
      throw new IndexOutOfBoundsException(index);
    }
  }

  /** Adds every entry of {@code source} to the same entry of {@code target}. */
  public static void add(Object target, Object source) {
    if (target instanceof double[] array) {
      double[] terms = (double[]) source;
      for (int i = 0; i < array.length; i++) {
        array[i] += terms[i];
      }
    } else if (target instanceof float[] array) {
      float[] terms = (float[]) source;
      for (int i = 0; i < array.length; i++) {
        array[i] += terms[i];
      }
    } else if (target instanceof Object[] rows) {
      Object[] terms = (Object[]) source;
      for (int i = 0; i < rows.length; i++) {
        add(rows[i], terms[i]);
      }
    }
  }

  /** Makes every entry zero. */
  public static void clear(double[] array) {
    if (array != null) {
      Arrays.fill(array, 0.0);
    }
  }

  /** Makes every entry of a tree of arrays zero. */
  public static void clear(Object tree) {
    if (tree instanceof double[] array) {
      clear(array);
    } else if (tree instanceof float[] array) {
      Arrays.fill(array, 0.0f);
    } else if (tree instanceof Object[] rows) {
      for (Object row : rows) {
        clear(row);
      }
    }
  }

  /** Zeros as many as in {@code array}; null where that is null. */
  public static double[] zerosLike(double[] array) {
    return array == null ? null : new double[array.length];
  }

  /** A copy of a tree of arrays that shares nothing with it; null where that is null. */
  @SuppressWarnings("unchecked") // the copy has the class of the original
  public static <A> A copy(A tree) {
    return (A) like(tree, true);
  }

  /** Zeros in the shape of a tree of arrays; null where that is null. */
  @SuppressWarnings("unchecked") // the zeros have the class of the original
  public static <A> A zerosLike(A tree) {
    return (A) like(tree, false);
  }

  private static Object like(Object tree, boolean same) {
    if (tree == null || !tree.getClass().isArray()) {
      return null; // What is neither array nor taken apart has no shadow.
    }
    Class<?> component = tree.getClass().getComponentType();
    int length = Array.getLength(tree);
    Object result = Array.newInstance(component, length);
    if (component.isArray()) {
      for (int i = 0; i < length; i++) {
        ((Object[]) result)[i] = like(((Object[]) tree)[i], same);
      }
    } else if (same) {
      System.arraycopy(tree, 0, result, 0, length);
    }
    return result;
  }

  /** The matrix with these columns; {@code rows} rows even where there is no column. */
  public static double[][] fromColumns(double[][] columns, int rows) {
    double[][] matrix = new double[rows][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows; i++) {
        matrix[i][j] = columns[j][i];
      }
    }
    return matrix;
  }

  /**
   * Checks the number of entries of a flat array.
   *
   * @param name what the message calls {@code actual}
   * @throws IllegalArgumentException if it is not {@code expected}
   */
  public static void requireLength(String name, int expected, double[] actual) {
    if (actual.length != expected) {
      throw Exceptions.wrongLength(name, expected, actual.length);
    }
  }

  /**
   * Checks that {@code actual} has the shape of {@code expected}.
   *
   * @param name what the message calls {@code actual}
   * @throws IllegalArgumentException if it has not
   */
  public static void requireShape(String name, Object expected, Object actual) {
    if (expected == null || actual == null) {
      if (expected != actual) {
        throw new IllegalArgumentException(
            name + (actual == null ? " is null" : " is not null where its primal is"));
      }
      return;
    }
    if (expected == actual) {
      return;
    }
    int length = Array.getLength(expected);
    if (Array.getLength(actual) != length) {
      throw new IllegalArgumentException(
          name + " has length " + Array.getLength(actual) + " instead of " + length);
    }
    if (expected instanceof Object[] rows) {
      for (int i = 0; i < length; i++) {
        requireShape(name, rows[i], ((Object[]) actual)[i], i);
      }
    }
  }

  private static void requireShape(String name, Object expected, Object actual, int index) {
    boolean bad =
        expected == null || actual == null
            ? expected != actual
            : Array.getLength(expected) != Array.getLength(actual);
    if (bad || expected instanceof Object[]) {
      requireShape(name + "[" + index + "]", expected, actual);
    }
  }
}
