package io.cotangent.runtime;

import java.lang.reflect.Array;

/**
 * The caller's tangents or cotangents of arrays that a method updates in place: each written array
 * has one partner, and each partner belongs to one array. Otherwise one memory would stand for two
 * derivatives, or two for one.
 *
 * <p>Written arrays are told first. Shapes are checked by then. Used by one thread at a time.
 */
public final class Partners {
  private static final Object READ = "an array that is only read";
  private static final Object ADDED_TO = "the cotangent of an array that is only read";

  private final Mirror partners;
  private final Mirror roles;

  /** Without any partners yet; further ones come from {@code pool}. */
  public Partners(ArrayPool pool) {
    partners = new Mirror(pool);
    roles = new Mirror(pool);
  }

  /** Forgets all partners. */
  public void clear() {
    partners.clear();
    roles.clear();
  }

  /**
   * Makes {@code partner} that of an array which the method may write.
   *
   * @param name what messages call {@code partner}
   * @throws IllegalArgumentException if one of the two has another already
   */
  public void written(String name, Object array, Object partner) {
    if (array == null || Array.getLength(array) == 0) {
      return;
    }
    Object known = partners.find(array);
    if (known == null) {
      require(array != partner && isNew(array) && isNew(partner), name);
      partners.put(array, partner);
      roles.put(partner, array);
    } else {
      require(known == partner, name);
    }
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        written(name, rows[i], ((Object[]) partner)[i]);
      }
    }
  }

  /**
   * Checks the tangent of an array that the method only reads.
   *
   * @param name what messages call {@code tangent}
   * @throws IllegalArgumentException if the array is a written one, whose tangent is another, or if
   *     the tangent would be written
   */
  public void read(String name, Object array, Object tangent) {
    read(name, array, tangent, READ);
  }

  /**
   * Checks the cotangent of an array that the method only reads.
   *
   * @param name what messages call {@code cotangent}
   * @throws IllegalArgumentException if the array is a written one, whose cotangent is another, or
   *     if the cotangent is one of the method's own arrays
   */
  public void added(String name, Object array, Object cotangent) {
    read(name, array, cotangent, ADDED_TO);
  }

  private void read(String name, Object array, Object partner, Object role) {
    if (array == null || Array.getLength(array) == 0) {
      return;
    }
    Object known = partners.find(array);
    if (known == null) {
      require(partners.find(partner) == null && (role == READ || array != partner), name);
      claim(name, array, READ);
      claim(name, partner, role);
    } else {
      require(known == partner, name);
    }
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        read(name, rows[i], ((Object[]) partner)[i], role);
      }
    }
  }

  private void claim(String name, Object array, Object role) {
    Object before = roles.find(array);
    require(before == null || before == role, name);
    if (before == null) {
      roles.put(array, role);
    }
  }

  private boolean isNew(Object array) {
    return partners.find(array) == null && roles.find(array) == null;
  }

  private static void require(boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException(
          name
              + " does not fit: where two arrays are one, so must their derivatives be, and where"
              + " they are two, their derivatives must be two");
    }
  }

  /**
   * Zeros in the place of a partner for an array that has none, with the partner's rows where the
   * array shares its own with one that has.
   */
  public <A> A zeros(A array) {
    return partners.zeros(array);
  }

  /** Copies the numbers of {@code from} to {@code to}, which has its shape. */
  public static void copy(Object from, Object to) {
    if (from instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        copy(rows[i], ((Object[]) to)[i]);
      }
    } else if (from != null) {
      System.arraycopy(from, 0, to, 0, Array.getLength(from));
    }
  }
}
