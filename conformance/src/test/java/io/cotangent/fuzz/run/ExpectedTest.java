package io.cotangent.fuzz.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cotangent.fuzz.eval.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small errors are found, rounding is forgiven, and singular entries are left alone. */
class ExpectedTest {

  private static Expected expected(boolean viaFloat, boolean singular, boolean overflowed) {
    Outcome.Entry entry =
        new Outcome.Entry(
            new double[] {2, 0},
            new double[] {3, 0},
            new double[] {1, 2, 2, 0},
            new double[] {1, 2, 2, 0},
            viaFloat,
            singular,
            singular);
    return new Expected(new Outcome(null, 1.0, List.of(entry), 0, overflowed), 2);
  }

  @Test
  void rounding() {
    Expected.Numbers row = expected(false, false, false).row(0);
    assertEquals(-1, row.mismatch(new double[] {2 + 1e-12, 0}));
    assertEquals(0, row.mismatch(new double[] {2 + 1e-7, 0}));
    assertEquals(0, row.mismatch(new double[] {Double.NaN, 0}));
    assertEquals(1, row.mismatch(new double[] {2, 1e-100}));
  }

  @Test
  void floatIsLooser() {
    Expected.Numbers row = expected(true, false, false).row(0);
    assertEquals(-1, row.mismatch(new double[] {2 + 1e-5, 0}));
    assertEquals(0, row.mismatch(new double[] {2.01, 0}));
  }

  @Test
  void singularEntriesAreUnclearUnlessNothingFlows() {
    Expected.Numbers jvp = expected(false, true, false).jvp(new double[] {1, 0});
    assertEquals(-1, jvp.mismatch(new double[] {Double.NaN}));
    assertEquals(0, jvp.clear());
    Expected.Numbers still = expected(false, true, false).vjp(new double[] {0});
    assertEquals(0, still.mismatch(new double[] {Double.NaN, 0}));
    assertEquals(2, still.clear());
  }

  @Test
  void afterAnOverflowNothingButNaNIsExcused() {
    Expected.Numbers row = expected(false, false, true).row(0);
    assertEquals(-1, row.mismatch(new double[] {Double.NaN, Double.NaN}));
    assertEquals(0, row.mismatch(new double[] {3, 0}));
  }

  @Test
  void products() {
    Expected expected = expected(false, false, false);
    assertEquals(-1, expected.jvp(new double[] {3, 5}).mismatch(new double[] {6}));
    assertEquals(-1, expected.hvp(new double[] {1, 1}).mismatch(new double[] {3, 2}));
    assertEquals(1, expected.hessianRow(0).mismatch(new double[] {1, 3}));
  }
}
