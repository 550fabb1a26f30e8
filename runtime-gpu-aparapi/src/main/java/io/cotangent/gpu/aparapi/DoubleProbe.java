package io.cotangent.gpu.aparapi;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import io.cotangent.batch.DeviceException;
import java.util.List;

/** Finds out whether a device computes with {@code double} by letting it do so. */
final class DoubleProbe {

  private static final String SOURCE =
      """
      #pragma OPENCL EXTENSION cl_khr_fp64 : enable
      __kernel void run(__global double* values, int pass) {
        int i = get_global_id(0);
        values[i] = 1.0 / values[i];
      }
      """;

  private DoubleProbe() {}

  /** Whether {@code device} builds and runs a kernel whose result needs all 53 bits. */
  static boolean passes(OpenCLDevice device) {
    double[] values = {3.0};
    try (CompiledKernel kernel = new CompiledKernel(device, "the test of doubles", SOURCE)) {
      kernel.arguments(List.of(new Argument("values", values, Bits.BOTH)));
      kernel.launch(Range.create(device, values.length, 1));
    } catch (DeviceException notRun) {
      return false;
    }
    return values[0] == 1.0 / 3.0;
  }
}
