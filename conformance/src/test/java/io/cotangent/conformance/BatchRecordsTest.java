package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cotangent.Complex;
import io.cotangent.batch.Device;
import io.cotangent.conformance.BatchPrograms.Program;
import io.cotangent.runtime.Lanes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Batches of records, a flat array for each component, equal their items. */
class BatchRecordsTest {
  private static final int[] SIZES = {0, 1, 2, 7, 8, 64, 65, 1025};
  private static final double TOLERANCE = Lanes.VECTORS ? 1e-12 : 0;

  @TestFactory
  Stream<DynamicTest> everyItemIsItself() {
    return BatchRecords.all().stream()
        .map(program -> dynamicTest(program.method(), () -> itemsAreThemselves(program)));
  }

  private static void itemsAreThemselves(Program program) {
    BatchSubject subject = program.subject();
    long before = Lanes.givenUp();
    for (int n : SIZES) {
      for (boolean odd : new boolean[] {false, true}) {
        for (Device device : new Device[] {Device.sequential(), Device.parallel()}) {
          new BatchChecks(subject, new BatchInputs(subject, n, odd), n, TOLERANCE)
              .all(device, !odd);
        }
      }
    }
    assertEquals(before, Lanes.givenUp());
  }

  @Test
  void theFirstFailingItemsExceptionIsThrown() {
    int n = 300;
    double[] over = new double[n];
    double[] under = new double[n];
    Arrays.fill(over, 2);
    Arrays.fill(under, 1);
    over[250] = -3;
    over[170] = -1;
    for (Device device : new Device[] {Device.sequential(), Device.parallel()}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> BatchThrowingRatioBatch.value(device, n, over, under, 1, new double[n]));
      assertEquals("not positive: -1.0", e.getMessage());
    }
  }

  /** Complex numbers are records of two numbers, by each of which there is a derivative. */
  @Test
  void complexNumbersAreTheirParts() {
    double[] re = {0.5, -0.25};
    double[] im = {0.125, 0.75};
    double[] out = new double[2];
    double[] reBar = new double[2];
    double[] imBar = new double[2];
    var shared =
        BatchRecordsPowerBatch.gradient(
            Device.sequential(), 2, re, im, 0.3, -0.2, out, reBar, imBar);
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      var one =
          BatchRecordsPowerDerivatives.valueAndGradient(
              new Complex(re[i], im[i]), new Complex(0.3, -0.2));
      assertEquals(one.value(), out[i], 0);
      assertEquals(one.gradient().z().re(), reBar[i], 0);
      assertEquals(-one.gradient().z().im(), imBar[i], 0);
      sum -= one.gradient().c().im();
    }
    assertEquals(sum, shared.cIm(), 0);
  }
}
