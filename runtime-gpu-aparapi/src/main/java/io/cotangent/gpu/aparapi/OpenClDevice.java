package io.cotangent.gpu.aparapi;

/**
 * What an OpenCL device says of itself, and whether it computes with {@code double}.
 *
 * @param name the device's name, as its driver gives it
 * @param kind what kind of processor it is
 * @param doublePrecision whether a kernel with {@code double} was built, run and gave the right
 *     value
 * @param globalMemory the size of its global memory in bytes
 */
public record OpenClDevice(String name, Kind kind, boolean doublePrecision, long globalMemory) {

  /** The kinds of processor that OpenCL tells apart. */
  public enum Kind {
    /** A graphics processor. */
    GPU,
    /** The host's own processor. */
    CPU,
    /** A dedicated accelerator. */
    ACCELERATOR,
    /** A device that says nothing of its kind. */
    OTHER
  }

  @Override
  public String toString() {
    return String.format(
        "%s (%s, %s, %d MiB)",
        name,
        kind,
        doublePrecision ? "double precision" : "single precision only",
        globalMemory >> 20);
  }
}
