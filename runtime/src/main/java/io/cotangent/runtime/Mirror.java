package io.cotangent.runtime;

import java.util.Arrays;

/**
 * Gives every primal array one counterpart, so that arrays (and rows) that are the same object have
 * counterparts that are the same object: copies, tangents or adjoint shadows.
 *
 * <p>The counterparts come from an {@link ArrayPool}. It does not allocate once it has seen as many
 * arrays as it will. A mirror is used by one thread at a time.
 */
public final class Mirror {
  private final ArrayPool pool;
  private Object[] primals = new Object[16];
  private Object[] counterparts = new Object[16];
  private int size;

  /** A mirror without counterparts yet, which takes them from {@code pool}. */
  public Mirror(ArrayPool pool) {
    this.pool = pool;
  }

  /** Forgets all counterparts. */
  public void clear() {
    if (size > 0) {
      Arrays.fill(primals, null);
      Arrays.fill(counterparts, null);
      size = 0;
    }
  }

  /** The counterpart of {@code primal}; a deep copy where there is none yet. */
  public <A> A copy(A primal) {
    return copy(primal, primal);
  }

  /** The counterpart of {@code primal}; a deep copy of {@code source} where there is none yet. */
  @SuppressWarnings("unchecked") // a counterpart has its primal's class
  public <A> A copy(A primal, A source) {
    if (primal == null) {
      return null;
    }
    Object known = find(primal);
    if (known != null) {
      return (A) known;
    }
    A copy = pool.copy(source);
    put(primal, copy);
    if (hasRows(copy)) {
      Object[] rows = (Object[]) primal;
      Object[] target = (Object[]) copy;
      for (int i = 0; i < rows.length; i++) {
        target[i] = copy(rows[i], target[i]);
      }
    }
    return copy;
  }

  /** The counterpart of {@code primal}; zeros of its shape where there is none yet. */
  @SuppressWarnings("unchecked") // a counterpart has its primal's class
  public <A> A zeros(A primal) {
    if (primal == null) {
      return null;
    }
    Object known = find(primal);
    if (known != null) {
      return (A) known;
    }
    if (!hasRows(primal)) {
      A zeros = pool.zerosLike(primal);
      put(primal, zeros);
      return zeros;
    }
    A zeros = pool.copy(primal);
    put(primal, zeros);
    Object[] target = (Object[]) zeros;
    for (int i = 0; i < target.length; i++) {
      target[i] = zeros(target[i]);
    }
    return zeros;
  }

  /**
   * The counterpart of an array of arrays: a copy of all but the arrays of numbers at the bottom,
   * which are the same. Rows can be moved in it and leave the original's in their places.
   */
  @SuppressWarnings("unchecked") // a copy has the original's class
  public <A> A spine(A tree) {
    if (tree == null || !hasRows(tree)) {
      return tree;
    }
    Object known = find(tree);
    if (known != null) {
      return (A) known;
    }
    A copy = pool.copy(tree);
    put(tree, copy);
    Object[] rows = (Object[]) copy;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = spine(rows[i]);
    }
    return copy;
  }

  /**
   * The tree itself, but with zeros for every array that this mirror has met before: a cotangent
   * that several parameters share counts for the first of them only.
   */
  @SuppressWarnings("unchecked") // zeros and copies have the original's class
  public <A> A firstOnly(A tree) {
    if (tree == null) {
      return null;
    }
    if (find(tree) != null) {
      return pool.zerosLike(tree);
    }
    put(tree, tree);
    A result = tree;
    if (hasRows(tree)) {
      Object[] rows = (Object[]) tree;
      for (int i = 0; i < rows.length; i++) {
        Object row = firstOnly(rows[i]);
        if (row != rows[i]) {
          result = result == tree ? pool.copy(tree) : result;
          ((Object[]) result)[i] = row;
        }
      }
    }
    return result;
  }

  private static boolean hasRows(Object array) {
    Class<?> component = array.getClass().getComponentType();
    return component != null && component.isArray();
  }

  /** The counterpart of one array, null where there is none. */
  Object find(Object primal) {
    int mask = primals.length - 1;
    int at = System.identityHashCode(primal) & mask;
    while (primals[at] != null) {
      if (primals[at] == primal) {
        return counterparts[at];
      }
      at = (at + 1) & mask;
    }
    return null;
  }

  /** Gives an array without a counterpart this one. */
  void put(Object primal, Object counterpart) {
    if (2 * ++size > primals.length) {
      grow();
    }
    insert(primal, counterpart);
  }

  private void insert(Object primal, Object counterpart) {
    int mask = primals.length - 1;
    int at = System.identityHashCode(primal) & mask;
    while (primals[at] != null) {
      at = (at + 1) & mask;
    }
    primals[at] = primal;
    counterparts[at] = counterpart;
  }

  private void grow() {
    Object[] oldPrimals = primals;
    Object[] oldCounterparts = counterparts;
    primals = new Object[2 * oldPrimals.length];
    counterparts = new Object[2 * oldPrimals.length];
    for (int i = 0; i < oldPrimals.length; i++) {
      if (oldPrimals[i] != null) {
        insert(oldPrimals[i], oldCounterparts[i]);
      }
    }
  }
}
