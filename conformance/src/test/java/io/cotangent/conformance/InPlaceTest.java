package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Methods that return nothing: their arrays, tangents and cotangents are updated in place. */
class InPlaceTest {

  @TestFactory
  Stream<DynamicTest> derivativesAreInPlace() {
    return InPlacePrograms.points()
        .map(
            point ->
                DynamicTest.dynamicTest(point.toString(), () -> new InPlaceTrial(point).run()));
  }

  @Test
  void derivativesOfOneArrayAreOneArray() {
    double[] y = {1, 2};
    double[] bar = {3, 4};
    refused(() -> reverse(y, y, bar, new double[] {5, 6}));
    refused(() -> reverse(y, y.clone(), bar, bar));
    refused(() -> reverse(y, y.clone(), y, bar));
    refused(() -> reverse(y, bar, new double[2], bar));
    refused(() -> reverse(y, y.clone(), bar, new double[3]));
    assertEquals(1, y[0]);
  }

  @Test
  void cotangentsFitTheRowsAsTheyAreAtTheEnd() {
    double[] row = {1, 2};
    double[] bar = {3, 4};
    double[][] bars = {bar, {5, 6}};
    refused(
        () -> InPlaceProgramsFreshRowDerivatives.vjp(new double[][] {row, {3, 4}}, row, bars, bar));
    double[][] other = {{1, 2}, row, row};
    double[][] otherBar = {{1, 2}, bar, bar};
    refused(() -> InPlaceProgramsExchangeDerivatives.vjp(other, 0.5, otherBar));
    assertArrayEquals(new double[] {3, 4}, bar);
  }

  private static void reverse(double[] y, double[] dydt, double[] yBar, double[] out) {
    InPlaceProgramsRhsDerivatives.vjp(0.5, y, dydt, 2, yBar, out);
  }

  private static void refused(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  @Test
  void tangentsOfReadArraysMayBeShared() {
    double[] y = {1, 2};
    double[] out = {0, 0};
    double[] outDot = {0, 0};
    InPlaceProgramsRhsDerivatives.jvp(0.5, y, out, 2, 0, y, outDot, 0);
    assertEquals(-8, outDot[1]);
    assertEquals(-4, out[1]);
    assertThrows(
        IllegalArgumentException.class,
        () -> InPlaceProgramsRhsDerivatives.jvp(0.5, y, out, 2, 0, outDot, outDot, 0));
  }

  @Test
  void aWorkspaceThatHasSeenTheSizesAllocatesNothing() {
    double[][] a = {{1, 2}, {3, 4}};
    double[][] b = {{1, 0.5}, {-1, 1}};
    double[][] c = new double[2][2];
    double[][] bars = new double[2][2];
    double[][] others = new double[2][2];
    double[][] results = {{1, 1}, {1, 1}};
    int[] order = new int[2];
    var matmul = new InPlaceProgramsMatmulDerivatives.Workspace();
    var eliminate = new InPlaceProgramsEliminateDerivatives.Workspace();
    var copies = new InPlaceProgramsCopiesDerivatives.Workspace();
    var rhs = new InPlaceProgramsRhsByParameterDerivatives.Workspace();
    double[] x = {1, 2, 3};
    double[] y = {1, 2, 3};
    double[] xBar = new double[3];
    double[] yBar = new double[3];
    assertNone(
        () -> {
          InPlaceProgramsMatmulDerivatives.vjp(a, b, c, bars, others, results, matmul);
          InPlaceProgramsEliminateDerivatives.vjp(a, order, bars, eliminate);
          InPlaceProgramsCopiesDerivatives.vjp(x, y, xBar, yBar, copies);
          InPlaceProgramsRhsByParameterDerivatives.vjp(0.5, x, y, 2, yBar, rhs);
        });
  }

  private static void assertNone(Runnable body) {
    Runnable often =
        () -> {
          for (int i = 0; i < 50; i++) {
            body.run();
          }
        };
    // The measure's own bytes are few.
    assertEquals(0, Allocations.of(often) / 50, "bytes per call");
  }
}
