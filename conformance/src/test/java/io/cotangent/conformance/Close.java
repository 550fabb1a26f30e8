package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;

/** Comparison of numbers relative to the largest of their row. */
final class Close {
  private Close() {}

  /**
   * Fails unless every entry is within {@code tolerance} times the largest finite entry (or one, if
   * that is more); infinities must be equal, NaN is never right; a zero tolerance asks for
   * equality.
   */
  static void check(String what, double[] want, double[] got, double tolerance) {
    assertEquals(want.length, got.length, () -> what + ": number of entries");
    double scale = 1;
    for (double entry : want) {
      scale = Double.isFinite(entry) ? Math.max(scale, Math.abs(entry)) : scale;
    }
    for (int i = 0; i < want.length; i++) {
      boolean same = want[i] == got[i] || Math.abs(want[i] - got[i]) <= tolerance * scale;
      if (!same) {
        fail(
            what
                + ": entry "
                + i
                + " of "
                + Arrays.toString(got)
                + " should be "
                + want[i]
                + " as in "
                + Arrays.toString(want));
      }
    }
  }

  static void check(String what, double[][] want, double[][] got, double tolerance) {
    assertEquals(want.length, got.length, () -> what + ": number of rows");
    for (int i = 0; i < want.length; i++) {
      check(what + ", row " + i, want[i], got[i], tolerance);
    }
  }

  static void sameBits(String what, Object want, Object got) {
    if (!Flat.sameBits(want, got)) {
      fail(what + ": " + Flat.text(got) + " should be " + Flat.text(want) + " to the bit");
    }
  }
}
