package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cotangent.batch.Device;
import io.cotangent.conformance.BatchPrograms.Program;
import io.cotangent.runtime.Lanes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * On Java's own devices, batches equal their items: bit for bit, but for the elementary functions
 * where vectors compute them.
 */
class BatchTest {
  private static final int[] SIZES = {0, 1, 2, 7, 8, 63, 64, 65, 72, 1023, 1024, 1025, 2500};

  /** What 2 ulp of each elementary function become in the programs. */
  private static final double TOLERANCE = Lanes.VECTORS ? 1e-12 : 0;

  @TestFactory
  Stream<DynamicTest> everyItemIsItself() {
    return Stream.of(BatchPrograms.all(), BatchTrapPrograms.all())
        .flatMap(List::stream)
        .map(program -> dynamicTest(program.method(), () -> itemsAreThemselves(program)));
  }

  private static void itemsAreThemselves(Program program) {
    BatchSubject subject = subject(program);
    long before = Lanes.givenUp();
    for (int n : SIZES) {
      for (boolean odd : new boolean[] {false, true}) {
        new BatchChecks(subject, new BatchInputs(subject, n, odd), n, TOLERANCE)
            .all(Device.sequential(), !odd);
        new BatchChecks(subject, new BatchInputs(subject, n, odd), n, TOLERANCE)
            .all(Device.parallel(), !odd);
      }
    }
    // The blocks did the work: they did not leave it to the items.
    assertEquals(before, Lanes.givenUp());
  }

  private static BatchSubject subject(Program program) {
    return program.subject();
  }

  @Test
  void zerosHaveTheirSigns() {
    double[] x = new double[64];
    double[] cotangent = new double[64];
    double[] xBar = new double[64];
    for (int i = 0; i < 64; i++) {
      x[i] = i % 4 < 2 ? 2.0 * i - 64 : -0.5 * i;
      cotangent[i] = i % 3 - 1;
    }
    BatchTrapProgramsRemainderBatch.vjp(Device.sequential(), 64, x, cotangent, xBar);
    for (int i = 0; i < 64; i++) {
      assertEquals(BatchTrapProgramsRemainderDerivatives.vjp(x[i], cotangent[i]), xBar[i]);
    }
  }

  /** What has a form in blocks. */
  @Test
  void allOperationsButMatricesRunInBlocks() throws Exception {
    inBlocks("BatchProgramsCall", "value", "gradient", "jvp", "vjp", "hvp");
    inBlocks("BatchProgramsLogistic", "value", "gradient", "jvp", "vjp", "hvp");
    inBlocks("BatchRecordsPrice", "value", "gradient", "jvp", "vjp", "hvp");
    inBlocks("BatchProgramsScaled", "value", "jvp", "vjp");
    inBlocks("BatchRecordsFlight", "value", "jvp", "vjp");
  }

  private static void inBlocks(String name, String... operations) throws Exception {
    Class<?> lanes = Class.forName("io.cotangent.conformance." + name + "BatchLanes");
    List<String> methods =
        Arrays.stream(lanes.getDeclaredMethods()).map(java.lang.reflect.Method::getName).toList();
    assertTrue(methods.containsAll(List.of(operations)), () -> name + ": " + methods);
  }

  @Test
  void cotangentsOfArraysHaveTheirLength() {
    int n = 80;
    double[] x = new double[2 * n];
    double[] xBar = new double[2 * n];
    for (int length : new int[] {2, 4}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  BatchProgramsScaledBatch.vjp(
                      Device.sequential(), n, x, 1, new double[length * n], xBar));
      assertTrue(e.getMessage().contains("cotangent"), e.getMessage());
    }
  }

  @Test
  void aBatchOfManyBlocksIsItsItems() {
    BatchSubject subject = subject(BatchPrograms.all().get(0));
    int n = 100_003;
    new BatchChecks(subject, new BatchInputs(subject, n, false), n, TOLERANCE)
        .all(Device.parallel(), true);
  }

  @Test
  void sumsHaveTheSameBitsOnAnyNumberOfThreads() {
    BatchSubject subject = subject(BatchPrograms.all().get(0));
    int n = 20_011;
    BatchInputs inputs = new BatchInputs(subject, n, false);
    Object expected = gradient(subject, inputs, n, Device.sequential());
    for (int threads : new int[] {1, 2, 3, 7}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        assertEquals(expected, gradient(subject, inputs, n, Device.parallel(pool)));
      } finally {
        pool.shutdown();
      }
    }
  }

  private static Object gradient(BatchSubject subject, BatchInputs inputs, int n, Device device) {
    List<Object> arguments = new java.util.ArrayList<>(inputs.arguments);
    arguments.add(inputs.out(1));
    subject.withBars().forEach(i -> arguments.add(inputs.bar(i)));
    return BatchSubject.parts(subject.batch("gradient", device, n, arguments));
  }

  @Test
  void lengthsThatDontFitAreRefused() {
    double[] two = new double[2];
    double[] three = new double[3];
    Device device = Device.sequential();
    refused("spot has length 2 instead of 3", () -> call(device, 3, two, three, three));
    refused("strike has length 2 instead of 3", () -> call(device, 3, three, two, three));
    refused("out has length 2 instead of 3", () -> call(device, 3, three, three, two));
    refused("the batch size is negative: -1", () -> call(device, -1, two, two, two));
    refused(
        "x has length 5, which is no multiple of the batch size 2",
        () -> BatchProgramsLogisticBatch.value(device, 2, three, 0, new double[5], two, two));
    refused(
        "out has 1 entries for item 0, whose result has 3",
        () -> BatchProgramsScaledBatch.value(device, 2, new double[4], 1, two));
    refused(
        "wBar has length 2 instead of 3",
        () ->
            BatchProgramsLogisticBatch.gradient(
                device, 2, three, 0, new double[6], two, two, two, new double[6], two));
  }

  private static void call(Device device, int n, double[] spot, double[] strike, double[] out) {
    BatchProgramsCallBatch.value(device, n, spot, strike, 0.1, 0.2, 1, out);
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void theFirstFailingItemsExceptionIsThrown() {
    int n = 5000;
    double[] x = new double[n];
    x[4000] = -4;
    x[1777] = -2;
    for (Device device : List.of(Device.sequential(), Device.parallel())) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> BatchThrowingRootBatch.value(device, n, x, new double[n]));
      assertEquals("-2.0", e.getMessage());
      assertThrows(
          java.io.IOException.class,
          () -> BatchThrowingCheckedBatch.gradient(device, n, x, new double[n], new double[n]));
    }
  }

  @Test
  void instanceMethodsTakeTheirReceiver() {
    BatchThrowing model = new BatchThrowing(3);
    double[] out = new double[2];
    double[] xBar = new double[2];
    BatchThrowingScaledBatch.gradient(
        Device.sequential(), 2, model, new double[] {1, 2}, out, xBar);
    assertEquals(6.0, out[1]);
    assertEquals(3.0, xBar[0]);
  }

  @Test
  void devicesSayWhatTheyAre() {
    assertEquals("sequential", Device.sequential().name());
    assertTrue(Device.parallel().name().matches("parallel \\(\\d+ threads\\)"));
  }
}
