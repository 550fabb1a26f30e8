package io.cotangent.gpu.aparapi;

import com.aparapi.device.OpenCLDevice;
import io.cotangent.batch.DeviceException;
import io.cotangent.batch.Launch;
import io.cotangent.batch.Operation;
import java.util.Locale;

/** Runs a known kernel on a device: whether it is right, and how fast. */
final class SelfTest {
  private static final int ITEMS = 1 << 18;
  private static final int TERMS = 256;

  /** A polynomial by Horner's rule, in {@code Sum}: double where there is double precision. */
  private static final String SOURCE =
      """
      __kernel void kernel_test(PARAMETERS, __global const Sum* x, __global Sum* y, int pass) {
        BEGIN
        for (int item = lane; item < n; item += lanes) {
          begin_item(it);
          Sum value = 0;
          for (int k = 0; k < %d; k++) value = value * x[item] + 1;
          y[item] = value;
          SUM(0) += 1;
          end_item(it, item);
        }
        if (lane == 0) y[capacity] = nonce;
        END
      }
      """
          .formatted(TERMS);

  private SelfTest() {}

  /** A line for people. */
  static String run(OpenCLDevice device) {
    Limits limits = Limits.of(device);
    try (AparapiDevice opened = new AparapiDevice(device, limits)) {
      return limits.doublePrecision() ? doubles(opened) : floats(opened);
    } catch (DeviceException e) {
      return "self-test FAILED: " + e.getMessage();
    }
  }

  private static String doubles(AparapiDevice device) {
    double[] x = new double[ITEMS];
    double[] y = new double[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      x[i] = (i % 1000) / 1001.0;
    }
    double seconds = time(device, new Launch(SOURCE, "test", true).item("x", x, 1).out("y", y, 1));
    for (int i = 0; i < ITEMS; i++) {
      double value = 0;
      for (int k = 0; k < TERMS; k++) {
        value = value * x[i] + 1;
      }
      if (Math.abs(value - y[i]) > 1e-12 * value) {
        return "self-test FAILED: item " + i + " is " + y[i] + " instead of " + value;
      }
    }
    return passed(seconds, "double");
  }

  private static String floats(AparapiDevice device) {
    float[] x = new float[ITEMS];
    float[] y = new float[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      x[i] = (i % 1000) / 1001f;
    }
    double seconds = time(device, new Launch(SOURCE, "test", false).item("x", x, 1).out("y", y, 1));
    for (int i = 0; i < ITEMS; i++) {
      float value = 0;
      for (int k = 0; k < TERMS; k++) {
        value = value * x[i] + 1;
      }
      if (Math.abs(value - y[i]) > 1e-4 * value) {
        return "self-test FAILED: item " + i + " is " + y[i] + " instead of " + value;
      }
    }
    return passed(seconds, "float");
  }

  private static double time(AparapiDevice device, Launch launch) {
    Operation operation = new Operation("SelfTest", ITEMS, 1, (from, to, sums) -> {}, launch);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      double[] sums = device.run(operation);
      best = Math.min(best, (System.nanoTime() - start) * 1e-9);
      if (sums[0] != ITEMS) {
        throw new DeviceException("the items' sum is " + sums[0] + " instead of " + ITEMS);
      }
    }
    return best;
  }

  private static String passed(double seconds, String type) {
    double rate = 2.0 * TERMS * ITEMS / seconds * 1e-9;
    return String.format(
        Locale.ROOT,
        "self-test passed: %.1f billion %s operations a second, %.2f ms a launch of %d items",
        rate,
        type,
        seconds * 1e3,
        ITEMS);
  }
}
