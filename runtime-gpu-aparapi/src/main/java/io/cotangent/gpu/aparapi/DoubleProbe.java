package io.cotangent.gpu.aparapi;

import com.aparapi.Range;
import com.aparapi.device.OpenCLDevice;
import com.aparapi.opencl.OpenCL;

/** Finds out whether a device computes with {@code double} by letting it do so. */
final class DoubleProbe {

  private static final String SOURCE =
      """
      #pragma OPENCL EXTENSION cl_khr_fp64 : enable
      __kernel void reciprocal(__global double* values) {
        int i = get_global_id(0);
        values[i] = 1.0 / values[i];
      }
      """;

  private DoubleProbe() {}

  /** Whether {@code device} builds and runs a kernel whose result needs all 53 bits. */
  static boolean passes(OpenCLDevice device) {
    double[] values = {3.0};
    Reciprocal kernel;
    try {
      kernel = device.bind(Reciprocal.class, SOURCE);
    } catch (IllegalStateException notBuilt) {
      return false;
    }
    try {
      kernel.reciprocal(Range.create(device, values.length), values);
    } finally {
      kernel.dispose();
    }
    return values[0] == 1.0 / 3.0;
  }

  /** The kernel's Java face. */
  interface Reciprocal extends OpenCL<Reciprocal> {
    @Kernel("reciprocal")
    Reciprocal reciprocal(Range range, @GlobalReadWrite("values") double[] values);
  }
}
