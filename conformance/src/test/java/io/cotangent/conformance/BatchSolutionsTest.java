package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cotangent.Status;
import io.cotangent.batch.Device;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches of solutions equal their items; a failing item harms no other. */
class BatchSolutionsTest {
  private static final List<Device> DEVICES = List.of(Device.sequential(), Device.parallel());

  private static double[] ramp(int n, double from, double step) {
    double[] x = new double[n];
    Arrays.setAll(x, i -> from + i % 11 * step);
    return x;
  }

  @Test
  void rootsOfNumbers() {
    for (Device device : DEVICES) {
      for (int n : new int[] {0, 1, 2, 2500}) {
        double[] e = ramp(n, 1, 0);
        double[] m = ramp(n, 0.2, 0.1);
        double[] out = new double[n];
        Status[] statuses = new Status[n];
        BatchSolversKeplerRootBatch.solve(device, n, e, 0.3, m, out, statuses);
        double[] cotangent = ramp(n, -1, 0.5);
        double[] mBar = new double[n];
        double eccBar =
            BatchSolversKeplerRootBatch.vjp(device, n, e, 0.3, m, cotangent, mBar, statuses);
        double sum = 0;
        for (int i = 0; i < n; i++) {
          assertEquals(BatchSolversKeplerRoot.solve(e[i], 0.3, m[i]), out[i], 0);
          var one = BatchSolversKeplerRoot.vjp(e[i], 0.3, m[i], cotangent[i]);
          assertEquals(one.m(), mBar[i], 0);
          assertEquals(Status.CONVERGED, statuses[i]);
          sum += one.ecc();
        }
        assertEquals(sum, eccBar, 1e-12 * n);
      }
    }
  }

  @Test
  void withoutACotangentItIsOne() {
    double[] e = {1, 1};
    double[] m = {0.2, 0.7};
    double[] mBar = new double[2];
    double eccBar =
        BatchSolversKeplerRootBatch.vjp(Device.sequential(), 2, e, 0.3, m, mBar, new Status[2]);
    double[] same = new double[2];
    assertEquals(
        BatchSolversKeplerRootBatch.vjp(
            Device.sequential(), 2, e, 0.3, m, new double[] {1, 1}, same, new Status[2]),
        eccBar);
    assertArrayEquals(same, mBar);
  }

  @Test
  void aFailingItemHasItsOwnStatusAndHarmsNoOther() {
    double[] x = {1, 1, 1};
    double[] a = {-4, 1, -9};
    double[] out = new double[3];
    Status[] statuses = new Status[3];
    for (Device device : DEVICES) {
      BatchSolversSquareRootBatch.solve(device, 3, x, a, 1, out, statuses);
      assertEquals(Status.CONVERGED, statuses[0]);
      assertNotEquals(Status.CONVERGED, statuses[1]);
      assertEquals(Status.CONVERGED, statuses[2]);
      assertEquals(2, out[0], 1e-9);
      assertEquals(3, out[2], 1e-9);
      double[] aBar = new double[3];
      double bBar = BatchSolversSquareRootBatch.vjp(device, 3, x, a, 1, aBar, statuses);
      assertEquals(-1.0 / 4, aBar[0], 1e-9);
      assertTrue(Double.isNaN(aBar[1]));
      assertNotEquals(Status.CONVERGED, statuses[1]);
      assertEquals(-1.0 / 6, aBar[2], 1e-9);
      assertEquals(-4.0 / 4 - 9.0 / 6, bBar, 1e-8);
    }
  }

  @Test
  void fixedPointsOfArraysWithASharedArray() {
    int n = 7;
    int d = 3;
    double[] s = {0.5, 1, -0.5};
    double[] b = new double[n * d];
    double[] a = ramp(n * d, -1, 0.2);
    double[] out = new double[n * d];
    double[] cotangent = ramp(n * d, 1, 0.3);
    double[] aBar = new double[n * d];
    double[] sBar = {9, 9, 9};
    Status[] statuses = new Status[n];
    for (Device device : DEVICES) {
      BatchSolversStepFixedPointBatch.solve(device, n, b, a, s, out, statuses);
      BatchSolversStepFixedPointBatch.vjp(device, n, b, a, s, cotangent, aBar, sBar, statuses);
      double[] sum = new double[d];
      for (int i = 0; i < n; i++) {
        double[] bItem = Arrays.copyOfRange(b, i * d, i * d + d);
        double[] aItem = Arrays.copyOfRange(a, i * d, i * d + d);
        double[] seed = Arrays.copyOfRange(cotangent, i * d, i * d + d);
        assertArrayEquals(
            BatchSolversStepFixedPoint.solve(bItem, aItem, s),
            Arrays.copyOfRange(out, i * d, i * d + d));
        var one = BatchSolversStepFixedPoint.vjp(bItem, aItem, s, seed);
        assertArrayEquals(one.a(), Arrays.copyOfRange(aBar, i * d, i * d + d));
        for (int k = 0; k < d; k++) {
          sum[k] += one.s()[k];
        }
      }
      assertArrayEquals(sum, sBar);
      BatchSolversStepFixedPointBatch.vjp(device, n, b, a, s, aBar, sBar, statuses);
    }
  }

  @Test
  void minimaAndLengthsThatDontFit() {
    int n = 3;
    double[] w = new double[n * 2];
    double[] x = {1, 2, 3, -1, 0.5, 0.25};
    double[] y = {1, 2, 3};
    double[] out = new double[n * 2];
    Status[] statuses = new Status[n];
    BatchSolversRidgeArgminBatch.solve(Device.sequential(), n, w, x, y, 0.1, out, statuses);
    assertArrayEquals(
        BatchSolversRidgeArgmin.solve(new double[2], new double[] {3, -1}, 2, 0.1),
        Arrays.copyOfRange(out, 2, 4));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                BatchSolversRidgeArgminBatch.solve(
                    Device.sequential(), n, w, x, y, 0.1, out, new Status[2]));
    assertEquals("statuses has length 2 instead of 3", e.getMessage());
  }

  @Test
  void rootsWithParametersThatAreRecords() {
    int n = 37;
    double[] x = ramp(n, 0.1, 0.05);
    double[] slope = ramp(n, 2, 0.1);
    double[] offset = ramp(n, -3, 0.2);
    int[] power = new int[n];
    Arrays.setAll(power, i -> i % 3);
    var other = new BatchSolvers.Line(0.5, 0.25, 1);
    for (Device device : DEVICES) {
      double[] out = new double[n];
      Status[] statuses = new Status[n];
      BatchSolversCrossingRootBatch.solve(
          device, n, x, slope, offset, power, 0.5, 0.25, 1, out, statuses);
      double[] slopeBar = new double[n];
      double[] offsetBar = new double[n];
      var shared =
          BatchSolversCrossingRootBatch.vjp(
              device, n, x, slope, offset, power, 0.5, 0.25, 1, slopeBar, offsetBar, statuses);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        var line = new BatchSolvers.Line(slope[i], offset[i], power[i]);
        assertEquals(BatchSolversCrossingRoot.solve(x[i], line, other), out[i], 0);
        var one = BatchSolversCrossingRoot.vjp(x[i], line, other, 1);
        assertEquals(one.line().slope(), slopeBar[i], 0);
        assertEquals(one.line().offset(), offsetBar[i], 0);
        sum += one.other().slope();
      }
      assertEquals(sum, shared.otherSlope(), 1e-12 * n);
    }
  }

  @Test
  void statesThatAreRecords() {
    int n = 9;
    double[] p = new double[2 * n];
    double[] byX = ramp(n, -1, 0.3);
    double[] out = new double[2 * n];
    double[] byXBar = new double[n];
    Status[] statuses = new Status[n];
    Device device = Device.sequential();
    BatchSolversTurnedFixedPointBatch.solve(device, n, p, byX, 0.2, 0.9, out, statuses);
    var shared =
        BatchSolversTurnedFixedPointBatch.vjp(device, n, p, byX, 0.2, 0.9, byXBar, statuses);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      var by = new BatchSolvers.Point(byX[i], 0.2);
      var start = new BatchSolvers.Point(0, 0);
      var one = BatchSolversTurnedFixedPoint.solve(start, by, 0.9);
      assertEquals(one.x(), out[2 * i], 0);
      assertEquals(one.y(), out[2 * i + 1], 0);
      var bars = BatchSolversTurnedFixedPoint.vjp(start, by, 0.9, new BatchSolvers.Point(1, 1));
      assertEquals(bars.by().x(), byXBar[i], 0);
      sum += bars.s();
    }
    assertEquals(sum, shared.s(), 1e-12 * n);
  }
}
