package io.cotangent.gpu.aparapi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import io.cotangent.batch.Device;
import io.cotangent.batch.DeviceException;
import io.cotangent.batch.Launch;
import io.cotangent.batch.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels written by hand; skipped where there is no device, unless one is required. */
@Timeout(120)
class AparapiDeviceTest {
  private static final String SOURCE =
      """
      #ifdef kernel_scale
      __kernel void kernel_scale(PARAMETERS, __global const double* x, __global const double* w,
          __global double* y, int pass) {
        BEGIN
        const double s = DOUBLE(0);
        const int w_size = INT(1);
        const int y_size = INT(2);
        for (int item = lane; item < n; item += lanes) {
          begin_item(it);
          Doubles copy = new_d((int) x[item], it);
          for (int k = 0; k < copy.length; k++) set_d(copy, k, x[item], it);
          y[item] = s * x[item] + w[item % w_size];
          SUM(0) += x[item];
          end_item(it, item);
        }
        if (lane == 0) y[(size_t) capacity * y_size] = nonce;
        END
      }
      #endif
      #ifdef kernel_lost
      __kernel void kernel_lost(PARAMETERS, __global double* y, int pass) {
        BEGIN
        for (int item = lane; item < n - 1; item += lanes) {
          begin_item(it);
          y[item] = 1;
          end_item(it, item);
        }
        END
      }
      #endif
      """;

  private static List<OpenCLDevice> devices;

  private AparapiDevice device;

  @BeforeAll
  static void findDevices() {
    devices = OpenClDevices.inOrder();
    if (Boolean.getBoolean("cotangent.gpu.required")) {
      assertFalse(devices.isEmpty(), "cotangent.gpu.required is set, and there is no device");
    }
    assumeFalse(devices.isEmpty(), "there is no OpenCL device");
  }

  @BeforeEach
  void open() {
    device = new AparapiDevice(devices.get(0), Limits.of(devices.get(0)));
  }

  @AfterEach
  void close() {
    device.close();
  }

  private static double[] ramp(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = i % 7;
    }
    return x;
  }

  private static Operation scale(String source, double[] x, double[] w, double[] y) {
    Launch launch =
        new Launch(source, "scale", true)
            .item("x", x, 1)
            .shared("s", 2.0)
            .shared("w", w)
            .out("y", y, 1);
    return new Operation("Test.scale", x.length, 1, (from, to, sums) -> {}, launch);
  }

  private static void check(double[] x, double[] w, double[] y, double[] sums) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      assertEquals(2 * x[i] + w[i % w.length], y[i], 0);
      sum += x[i];
    }
    assertArrayEquals(new double[] {sum}, sums, 0);
  }

  @Test
  void everyItemIsDone() {
    double[] w = {1, 2, 3};
    for (int n : new int[] {1, 2, 63, 64, 65, 100_003}) {
      double[] x = ramp(n);
      double[] y = new double[n];
      check(x, w, y, device.run(scale(SOURCE, x, w, y)));
    }
    assertArrayEquals(new double[1], device.run(scale(SOURCE, new double[0], w, new double[0])), 0);
  }

  @Test
  void whatDidNotChangeStaysOnTheDevice() {
    int n = 10_000;
    double[] x = ramp(n);
    double[] w = new double[5000];
    double[] y = new double[n];
    device.run(scale(SOURCE, x, w, y));
    long first = device.bytesToDevice();
    assertTrue(first >= 8L * (n + w.length), () -> "sent " + first);
    device.run(scale(SOURCE, x, w, y));
    long second = device.bytesToDevice() - first;
    assertTrue(second < 10_000, () -> "sent again " + second);
    w[4321] = 7;
    double[] sums = device.run(scale(SOURCE, x, w, y));
    long third = device.bytesToDevice() - first - second;
    assertTrue(third >= 8L * w.length && third < 8L * n, () -> "sent " + third);
    check(x, w, y, sums);
    double[] other = ramp(n);
    other[17] = 3.5;
    check(other, w, y, device.run(scale(SOURCE, other, w, y)));
    assertTrue(device.bytesFromDevice() >= 8L * 4 * n);
  }

  @Test
  void batchesLargerThanTheDeviceAreCut() {
    Limits own = Limits.of(devices.get(0));
    Limits small = new Limits(true, 1 << 20, 1 << 18, own.groupSize(), 256);
    try (AparapiDevice limited = new AparapiDevice(devices.get(0), small)) {
      int n = 100_003;
      double[] x = ramp(n);
      double[] w = {1, 2, 3};
      double[] y = new double[n];
      double[] sums = limited.run(scale(SOURCE, x, w, y));
      int items =
          Chunks.items(scale(SOURCE, x, w, y), scale(SOURCE, x, w, y).launch().get(), small);
      assertTrue(items < n / 2, () -> "only " + items);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        assertEquals(2 * x[i] + w[i % items % 3], y[i], 0);
        sum += x[i];
      }
      assertEquals(sum, sums[0]);
      DeviceException e =
          assertThrows(
              DeviceException.class, () -> limited.run(scale(SOURCE, x, new double[1 << 20], y)));
      assertTrue(e.getMessage().contains("array 'w' doesn't fit the device's memory"));
    }
  }

  @Test
  void scratchMemoryGrowsUpToTheDevicesOwn() {
    double[] x = {3, 100_000, 5};
    double[] y = new double[3];
    check(x, new double[1], y, device.run(scale(SOURCE, x, new double[1], y)));
    double[] huge = {1, 2_000_000_000, 1};
    DeviceException e =
        assertThrows(
            DeviceException.class, () -> device.run(scale(SOURCE, huge, new double[1], y)));
    assertTrue(e.getMessage().contains("needs more memory"), e.getMessage());
    check(x, new double[1], y, device.run(scale(SOURCE, x, new double[1], y)));
  }

  @Test
  void aDeviceWithoutDoublesIsToldOf() {
    Limits own = Limits.of(devices.get(0));
    Limits single = new Limits(false, own.memory(), own.allocation(), own.groupSize(), own.lanes());
    try (AparapiDevice limited = new AparapiDevice(devices.get(0), single)) {
      DeviceException e =
          assertThrows(
              DeviceException.class,
              () -> limited.run(scale(SOURCE, new double[1], new double[1], new double[1])));
      assertTrue(e.getMessage().contains("needs double precision"), e.getMessage());
    }
  }

  @Test
  void aKernelThatDoesNotBuildIsToldOf() {
    String wrong = SOURCE.replace("const double s", "nonsense s");
    DeviceException e =
        assertThrows(
            DeviceException.class,
            () -> device.run(scale(wrong, new double[1], new double[1], new double[1])));
    assertTrue(e.getMessage().contains("was not built"), e.getMessage());
    double[] y = new double[2];
    double[] x = {1, 2};
    check(x, x, y, device.run(scale(SOURCE, x, x, y)));
  }

  @Test
  void aLaunchWithoutItsReceiptIsNoResult() {
    double[] y = {5, 5};
    Launch launch = new Launch(SOURCE, "lost", true).out("y", y, 1);
    Operation lost = new Operation("Test.lost", 2, 0, (from, to, sums) -> {}, launch);
    DeviceException e = assertThrows(DeviceException.class, () -> device.run(lost));
    assertTrue(e.getMessage().contains("did not run to its end"), e.getMessage());
    assertArrayEquals(new double[] {5, 5}, y, 0);
  }

  @Test
  void operationsWithoutAKernelAreRefused() {
    Operation plain = new Operation("Test.plain", 2, 0, (from, to, sums) -> {}, Optional.empty());
    DeviceException e = assertThrows(DeviceException.class, () -> device.run(plain));
    assertTrue(e.getMessage().startsWith("Test.plain has no kernel"), e.getMessage());
  }

  @Test
  void aClosedDeviceIsNotUsed() {
    double[] one = new double[1];
    device.run(scale(SOURCE, one, one, new double[1]));
    device.close();
    device.close();
    assertThrows(DeviceException.class, () -> device.run(scale(SOURCE, one, one, new double[1])));
  }

  @Test
  void theServiceLoaderFindsTheModule() {
    try (Device found = Device.openCl()) {
      assertTrue(found.name().endsWith("(OpenCL)"), found.name());
    }
    assertThrows(DeviceException.class, () -> new OpenClProvider().open(devices.size()));
  }

  /** A device whose second launch ends with this status. */
  private static AparapiDevice failing(int status) {
    AtomicInteger launches = new AtomicInteger();
    return new AparapiDevice(
        devices.get(0),
        Limits.of(devices.get(0)),
        (device, what, source) ->
            new CompiledKernel(device, what, source) {
              @Override
              int run(Range range) {
                return launches.incrementAndGet() == 2 ? status : super.run(range);
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "-4, 'error -4 (out of memory): use fewer items, or Device.parallel()'",
    "-5, 'error -5 (out of memory): use fewer items, or Device.parallel()'",
    "-36, 'error -36, the device may be lost: the next launch sets everything up anew'"
  })
  void aDeviceThatFailsInMidRunIsToldOfAndComesBack(int status, String message) {
    try (AparapiDevice lost = failing(status)) {
      double[] x = ramp(500);
      double[] w = {1, 2};
      double[] y = new double[500];
      check(x, w, y, lost.run(scale(SOURCE, x, w, y)));
      double[] other = ramp(500);
      other[3] = 11;
      double[] before = y.clone();
      DeviceException e =
          assertThrows(DeviceException.class, () -> lost.run(scale(SOURCE, other, w, y)));
      assertTrue(
          e.getMessage().startsWith("Test.scale failed with OpenCL " + message), e.toString());
      assertArrayEquals(before, y, 0);
      // Nothing of what was on the device is believed to be there still.
      long sent = lost.bytesToDevice();
      check(other, w, y, lost.run(scale(SOURCE, other, w, y)));
      assertTrue(lost.bytesToDevice() - sent >= 8L * (other.length + w.length));
    }
  }
}
