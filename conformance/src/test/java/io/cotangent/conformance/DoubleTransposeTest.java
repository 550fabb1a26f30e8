package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Tangents that come from hand-written reverse sweeps are those of forward mode over the source.
 */
class DoubleTransposeTest {
  private static final double TOLERANCE = 1e-14;
  private final Random random = new Random(11);

  private double[] vector(int n) {
    return random.doubles(n, -1.5, 1.5).toArray();
  }

  @Test
  void ofAProductThatGrows() {
    for (int n : new int[] {0, 1, 2, 9}) {
      double[] x = vector(n);
      double[] dot = vector(n);
      assertArrayEquals(
          TransposeChainOfSource.jvp(x, dot),
          TransposeProgramsChainDerivatives.jvp(x, dot),
          TOLERANCE);
    }
  }

  @Test
  void ofARecurrence() {
    for (int times : new int[] {0, 1, 5}) {
      double[] c = vector(3);
      double[] dot = vector(3);
      assertEquals(
          TransposeRecurrenceOfSource.jvp(0.4, c, times, 0.7, dot),
          TransposeProgramsRecurrenceDerivatives.jvp(0.4, c, times, 0.7, dot),
          TOLERANCE);
    }
  }

  @Test
  void throughBranches() {
    for (int n : new int[] {0, 1, 8}) {
      double[] x = vector(n);
      double[] dot = vector(n);
      assertArrayEquals(
          TransposeBranchesOfSource.jvp(x, 0.3, dot, -0.2),
          TransposeProgramsBranchesDerivatives.jvp(x, 0.3, dot, -0.2),
          TOLERANCE * 10);
    }
  }

  @Test
  void ofAMatrixAndAVector() {
    double[][] m = {vector(3), vector(3)};
    double[][] mDot = {vector(3), vector(3)};
    double[] x = vector(3);
    double[] xDot = vector(3);
    assertArrayEquals(
        TransposeProductOfSource.jvp(m, x, mDot, xDot),
        TransposeProgramsProductDerivatives.jvp(m, x, mDot, xDot),
        TOLERANCE * 10);
  }
}
