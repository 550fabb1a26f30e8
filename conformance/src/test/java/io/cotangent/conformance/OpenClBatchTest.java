package io.cotangent.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import io.cotangent.conformance.BatchPrograms.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * On an OpenCL device, batches equal their items but for the last digits of elementary functions.
 * Skipped where there is no device, unless {@code cotangent.gpu.required} says there must be.
 */
class OpenClBatchTest {
  /** Relative; some partials lose four digits where items lie near singularities. */
  private static final double TOLERANCE = 1e-11;

  private static final int[] SIZES = {0, 1, 65, 1500};

  private static Device device;

  @BeforeAll
  static void open() {
    try {
      device = Device.openCl();
    } catch (DeviceException e) {
      if (Boolean.getBoolean("cotangent.gpu.required")) {
        throw e;
      }
      Assumptions.abort("skipped: " + e.getMessage());
    }
  }

  @AfterAll
  static void close() {
    if (device != null) {
      device.close();
    }
  }

  private static BatchSubject subject(Program program) {
    return program.subject();
  }

  @TestFactory
  Stream<DynamicTest> everyItemIsItself() {
    return Stream.of(BatchPrograms.all(), BatchTrapPrograms.all(), BatchRecords.all())
        .flatMap(List::stream)
        .filter(Program::onDevice)
        .map(program -> dynamicTest(program.method(), () -> itemsAreThemselves(program)));
  }

  private static void itemsAreThemselves(Program program) {
    BatchSubject subject = subject(program);
    double tolerance = program.method().startsWith("single") ? 1e-6 : TOLERANCE;
    for (int n : SIZES) {
      for (boolean odd : new boolean[] {false, true}) {
        new BatchChecks(subject, new BatchInputs(subject, n, odd), n, tolerance)
            .kernels(device, !odd);
      }
    }
  }

  @Test
  void aLargeBatchIsItsItems() {
    BatchSubject subject = subject(BatchPrograms.all().get(0));
    int n = 100_003;
    new BatchChecks(subject, new BatchInputs(subject, n, false), n, TOLERANCE)
        .kernels(device, true);
  }

  @Test
  void theSameLaunchGivesTheSameBits() {
    int n = 5000;
    BatchSubject subject = subject(BatchPrograms.all().get(0));
    BatchInputs inputs = new BatchInputs(subject, n, false);
    List<Object> gradients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      List<Object> arguments = new ArrayList<>(inputs.arguments);
      arguments.add(inputs.out(1));
      subject.withBars().forEach(k -> arguments.add(inputs.bar(k)));
      gradients.add(BatchSubject.parts(subject.batch("gradient", device, n, arguments)));
    }
    assertEquals(gradients.get(0), gradients.get(1));
    assertEquals(gradients.get(0), gradients.get(2));
  }

  @Test
  void aFailingItemThrowsWhatJavaThrows() {
    int n = 3000;
    double[] x = new double[n];
    x[2000] = -4;
    x[777] = -2;
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> BatchThrowingRootBatch.value(device, n, x, new double[n]));
    assertEquals("-2.0", e.getMessage());
    ArrayIndexOutOfBoundsException index =
        assertThrows(
            ArrayIndexOutOfBoundsException.class,
            () ->
                BatchThrowingPickedBatch.value(
                    device, 3, new double[3], new int[] {0, 1, 5}, new double[3]));
    assertEquals("Index 5 out of bounds for length 2", index.getMessage());
    assertThrows(
        ArithmeticException.class,
        () ->
            BatchThrowingDividedBatch.gradient(
                device, 2, new double[2], new int[] {1, 0}, new double[2], new double[2]));
  }

  /** As in Java: only where they are enabled. */
  @Test
  void assertionsFail() {
    double[] x = new double[100];
    x[41] = 7;
    x[97] = 9;
    double[] out = new double[100];
    if (BatchThrowingAssertedDerivatives.class.desiredAssertionStatus()) {
      AssertionError e =
          assertThrows(
              AssertionError.class, () -> BatchThrowingAssertedBatch.value(device, 100, x, out));
      assertEquals("too much: 7.0", e.getMessage());
    } else {
      BatchThrowingAssertedBatch.value(device, 100, x, out);
      assertEquals(49, out[41], 0);
    }
  }

  @Test
  void whatHasNoKernelIsRefused() {
    DeviceException vjp =
        assertThrows(
            DeviceException.class,
            () ->
                BatchProgramsAllBatchedBatch.jacobian(
                    device, 1, new double[1], new double[1], new double[2]));
    assertTrue(vjp.getMessage().startsWith("BatchProgramsAllBatchedBatch.jacobian has no kernel"));
    DeviceException without =
        assertThrows(
            DeviceException.class,
            () -> BatchThrowingCheckedBatch.value(device, 1, new double[1], new double[1]));
    assertTrue(without.getMessage().contains("@Batched(gpu = true)"));
  }

  @Test
  void severalThreadsMayLaunch() throws Exception {
    int n = 2000;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i / 1000.0;
    }
    double[] expected = new double[n];
    BatchProgramsAllBatchedBatch.value(Device.sequential(), n, x, x, expected);
    List<Thread> threads = new ArrayList<>();
    List<String> wrong = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int k = 0; k < 10; k++) {
                  double[] out = new double[n];
                  BatchProgramsAllBatchedBatch.value(device, n, x, x, out);
                  for (int i = 0; i < n; i++) {
                    if (!BatchChecks.close(expected[i], out[i], TOLERANCE)) {
                      wrong.add(i + ": " + out[i]);
                    }
                  }
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), wrong);
  }
}
