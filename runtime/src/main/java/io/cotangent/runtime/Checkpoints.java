package io.cotangent.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Where the reverse sweep of a checkpointed loop keeps copies of the loop's state.
 *
 * <p>The schedule is the binomial one: with {@code s} copies and at most {@code r} runs of each
 * step, {@code (s + r)! / (s! r!)} steps can be reversed, and no schedule does with fewer runs.
 *
 * @see <a href="https://doi.org/10.1145/347837.347846">A. Griewank, A. Walther, Algorithm 799:
 *     revolve, ACM Transactions on Mathematical Software 26 (2000)</a>
 */
public final class Checkpoints {
  /** Kept states are nested calls, of which a thread's stack bears so many anywhere. */
  private static final int MOST = 500;

  private Checkpoints() {}

  /**
   * How often a counting loop runs.
   *
   * @param first the index's first value
   * @param end the value that the index stays below, or above where {@code step} is negative
   * @param step what the index grows by, not zero
   * @return the number of runs
   * @throws ArithmeticException if that is beyond the range of {@code int}
   */
  public static int trips(int first, long end, int step) {
    long way = step > 0 ? end - first : first - end;
    long size = Math.abs((long) step);
    return way <= 0 ? 0 : Math.toIntExact((way + size - 1) / size);
  }

  /**
   * The number of copies that a loop makes use of.
   *
   * @param copies as the user's program has it
   * @return the same, but 500 at most
   * @throws IllegalArgumentException if it is not positive
   */
  public static int copies(int copies) {
    if (copies < 1) {
      throw new IllegalArgumentException(
          "Cotangent.checkpoint(" + copies + "): a loop needs at least one copy of its state");
    }
    return Math.min(copies, MOST);
  }

  /**
   * Requires two arrays of a loop's state not to be one: copies of them would be two.
   *
   * @throws IllegalStateException if they are one array
   */
  public static void requireApart(Object one, Object other, String names) {
    if (one == other && one != null) {
      throw new IllegalStateException(
          names
              + " are one array: a loop with Cotangent.checkpoint needs them to be two, of which"
              + " one may be a clone() of the other");
    }
  }

  /**
   * Requires all rows of an array of a loop's state to be different ones.
   *
   * @throws IllegalStateException if a row is at two places
   */
  public static void requireRows(Object[] array, String name) {
    if (array != null) {
      requireRows(array, name, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
  }

  private static void requireRows(Object[] array, String name, Set<Object> seen) {
    for (Object row : array) {
      if (row != null && !seen.add(row)) {
        throw new IllegalStateException(
            "a row is at two places of "
                + name
                + ": a loop with Cotangent.checkpoint needs a row for each");
      }
      if (row instanceof Object[] rows) {
        requireRows(rows, name, seen);
      }
    }
  }

  /**
   * Up to where to run from a state that is kept, before the rest is reversed.
   *
   * @param from the step that the state belongs to
   * @param to the last step to reverse, plus one; more than {@code from + 1}
   * @param copies how many states may be kept at once, that at {@code from} among them; at least 1
   * @return a step between the two
   */
  public static int middle(int from, int to, int copies) {
    long steps = (long) to - from;
    int runs = 1;
    while (reach(copies, runs) < steps) {
      runs++;
    }
    long least = Math.max(reach(copies, runs - 2), steps - reach(copies - 1, runs));
    return from + (int) Math.max(1, Math.min(least, steps - 1));
  }

  /** How many steps can be reversed with so many copies and runs; more than any int is all one. */
  private static long reach(int copies, int runs) {
    if (runs < 0) {
      return 0;
    }
    int small = Math.min(copies, runs);
    long sum = (long) copies + runs;
    long reach = 1;
    for (int i = 1; i <= small && reach <= Integer.MAX_VALUE; i++) {
      reach = reach * (sum - small + i) / i;
    }
    return reach;
  }
}
