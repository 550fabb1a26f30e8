package io.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CheckpointsTest {
  /** Dynamic programming over all schedules: the fewest steps that are run before reversals. */
  private static long[][] fewest(int steps, int copies) {
    long[][] fewest = new long[steps + 1][copies + 1];
    for (int l = 2; l <= steps; l++) {
      for (int s = 1; s <= copies; s++) {
        fewest[l][s] = Long.MAX_VALUE;
        for (int m = 1; m < l; m++) {
          if (s > 1 || m == l - 1) {
            long rest = s == 1 ? 0 : fewest[l - m][s - 1];
            fewest[l][s] = Math.min(fewest[l][s], m + rest + fewest[m][s]);
          }
        }
      }
    }
    return fewest;
  }

  /** As generated code does it. */
  private static long run(int from, int to, int copies) {
    assertTrue(copies > 0 || to - from == 1, "more copies than given");
    long run = 0;
    while (to - from > 1) {
      int middle = Checkpoints.middle(from, to, copies);
      assertTrue(from < middle && middle < to);
      run += middle - from + run(middle, to, copies - 1);
      to = middle;
    }
    return run;
  }

  @Test
  void noScheduleRunsFewerSteps() {
    long[][] fewest = fewest(90, 12);
    for (int steps = 1; steps <= 90; steps++) {
      for (int copies = 1; copies <= 12; copies++) {
        assertEquals(fewest[steps][copies], run(5, 5 + steps, copies), steps + " " + copies);
      }
    }
  }

  @Test
  void manyStepsAndCopies() {
    assertEquals(499, run(0, 500, 500));
    assertTrue(run(0, 100_000, 500) <= 2 * 100_000);
    assertTrue(run(0, 10_000, 141) <= 2 * 10_000);
    assertTrue(run(0, 1_000_000, 20) <= 8 * 1_000_000L);
    int middle = Checkpoints.middle(0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertTrue(middle > 0 && middle < Integer.MAX_VALUE);
    assertEquals(Integer.MAX_VALUE - 1, Checkpoints.middle(3, Integer.MAX_VALUE, 1));
  }

  @Test
  void tripsAreThoseOfTheLoop() {
    int[] edges = {-7, -1, 0, 1, 2, 6};
    for (int step : new int[] {1, 2, 3, 5, -1, -2, -4}) {
      for (int first : edges) {
        for (int end : edges) {
          int trips = 0;
          for (int i = first; step > 0 ? i < end : i > end; i += step) {
            trips++;
          }
          assertEquals(trips, Checkpoints.trips(first, end, step));
        }
      }
    }
    assertEquals(3, Checkpoints.trips(Integer.MAX_VALUE - 2, Integer.MAX_VALUE + 1L, 1));
    assertThrows(
        ArithmeticException.class,
        () -> Checkpoints.trips(Integer.MIN_VALUE, Integer.MAX_VALUE, 1));
    assertEquals(1, Checkpoints.trips(5, 4, Integer.MIN_VALUE));
  }

  @Test
  void whatCannotBeCopiedThrows() {
    double[] a = {1, 2};
    Checkpoints.requireApart(a, a.clone(), "'a' and 'b'");
    Checkpoints.requireApart(null, null, "'a' and 'b'");
    assertEquals(
        "'a' and 'b' are one array: a loop with Cotangent.checkpoint needs them to be two, of which"
            + " one may be a clone() of the other",
        assertThrows(
                IllegalStateException.class, () -> Checkpoints.requireApart(a, a, "'a' and 'b'"))
            .getMessage());
    double[][] rows = {a, a.clone(), null, null};
    Checkpoints.requireRows(rows, "'r'");
    Checkpoints.requireRows(null, "'r'");
    rows[2] = rows[1];
    assertThrows(IllegalStateException.class, () -> Checkpoints.requireRows(rows, "'r'"));
    double[][][] deep = {{a}, {a.clone(), a}};
    assertThrows(IllegalStateException.class, () -> Checkpoints.requireRows(deep, "'d'"));
    assertThrows(IllegalArgumentException.class, () -> Checkpoints.copies(0));
    assertEquals(7, Checkpoints.copies(7));
    assertEquals(500, Checkpoints.copies(Integer.MAX_VALUE));
  }
}
