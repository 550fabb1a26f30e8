package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What is left after a {@code void} method's derivative has thrown. */
class InPlaceThrowTest {
  private final double[] out = {1, 2, 3};
  private final double[] xBar = new double[3];
  private final double[] outBar = {1, -1, 2};
  private final InPlaceProgramsThrowingDerivatives.Workspace ws =
      new InPlaceProgramsThrowingDerivatives.Workspace();

  private double vjp(double[] x) {
    return InPlaceProgramsThrowingDerivatives.vjp(x, out, 0.5, xBar, outBar, ws);
  }

  @Test
  void arraysAreAsTheMethodLeavesThemAndTheWorkspaceIsGoodAgain() {
    double[] want = {1, 2, 3};
    double[] bad = {1, 11, 2};
    assertThrows(
        IllegalStateException.class, () -> InPlacePrograms.throwing(bad.clone(), want, 0.5));
    assertThrows(IllegalStateException.class, () -> vjp(bad.clone()));
    assertArrayEquals(want, out);

    double[] good = {1, 2, 0.75};
    double[] otherOut = {1, 2, 3};
    double[] otherXBar = new double[3];
    double[] otherOutBar = {1, -1, 2};
    double sBar =
        InPlaceProgramsThrowingDerivatives.vjp(good.clone(), otherOut, 0.5, otherXBar, otherOutBar);
    System.arraycopy(new double[] {1, 2, 3}, 0, out, 0, 3);
    System.arraycopy(new double[3], 0, xBar, 0, 3);
    System.arraycopy(new double[] {1, -1, 2}, 0, outBar, 0, 3);
    assertEquals(sBar, vjp(good.clone()));
    assertArrayEquals(otherOut, out);
    assertArrayEquals(otherXBar, xBar);
    assertArrayEquals(otherOutBar, outBar);
  }
}
