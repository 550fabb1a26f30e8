package io.cotangent.gpu.aparapi;

import com.aparapi.device.OpenCLDevice;

/**
 * What a launch may ask of a device.
 *
 * @param doublePrecision whether kernels may use {@code double}
 * @param memory bytes of all buffers together
 * @param allocation bytes of one buffer
 * @param groupSize work-items in a group
 * @param lanes work-items that run at the same time, at most; each works on many items in turn
 */
record Limits(boolean doublePrecision, long memory, long allocation, int groupSize, int lanes) {
  private static final int GROUP = 64;
  private static final int GROUPS_PER_UNIT = 32;

  /** Aparapi counts an array's bytes in an int. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  /** The device's own limits, with room left for its driver. */
  static Limits of(OpenCLDevice device) {
    int group = Integer.highestOneBit(Math.min(GROUP, device.getMaxWorkGroupSize()));
    return new Limits(
        DoubleProbe.passes(device),
        device.getGlobalMemSize() / 10 * 8,
        Math.min(MOST_BYTES, Math.min(device.getMaxMemAllocSize(), device.getGlobalMemSize() / 2)),
        group,
        group * GROUPS_PER_UNIT * Math.max(1, device.getMaxComputeUnits()));
  }
}
