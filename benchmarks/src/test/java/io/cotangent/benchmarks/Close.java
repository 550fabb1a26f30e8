package io.cotangent.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Assertions that numbers agree to a relative tolerance, entry by entry. */
public final class Close {
  private Close() {}

  /** Fails unless the two agree to {@code tolerance}, relative to the expected. */
  public static void assertClose(double expected, double actual, double tolerance, String what) {
    assertEquals(expected, actual, tolerance * Math.abs(expected), what);
  }

  /** Fails unless all entries do. */
  public static void assertClose(
      double[] expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what + ": length");
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], actual[i], tolerance, what + "[" + i + "]");
    }
  }

  /** Fails unless all entries do. */
  public static void assertClose(
      double[][] expected, double[][] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what + ": length");
    for (int i = 0; i < expected.length; i++) {
      assertClose(expected[i], actual[i], tolerance, what + "[" + i + "]");
    }
  }

  /**
   * Fails unless all entries agree to {@code tolerance}, relative to the greatest expected entry:
   * for comparisons with differences, and of entries in which great terms cancel.
   */
  public static void assertCloseToScale(
      double[] expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what + ": length");
    double scale = 0;
    for (double entry : expected) {
      scale = Math.max(scale, Math.abs(entry));
    }
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance * scale, what + "[" + i + "]");
    }
  }
}
