package io.cotangent.batch;

/**
 * What is known of a device without running anything of the user's on it.
 *
 * @param name its name, as its driver gives it
 * @param kind what kind of processor it is
 * @param doublePrecision whether it computes with {@code double}, found out by letting it do so
 * @param memory bytes that it can use for arrays
 */
public record DeviceInfo(String name, Kind kind, boolean doublePrecision, long memory) {
  /** The kinds of devices. */
  public enum Kind {
    /** The Java virtual machine, on one thread or several. */
    JAVA,
    /** A graphics processor, through OpenCL. */
    GPU,
    /** The host's processor, through OpenCL. */
    CPU,
    /** A dedicated accelerator, through OpenCL. */
    ACCELERATOR,
    /** An OpenCL device that says nothing of its kind. */
    OTHER
  }

  @Override
  public String toString() {
    return String.format(
        "%s (%s, %s, %d MiB)",
        name, kind, doublePrecision ? "double precision" : "single precision only", memory >> 20);
  }
}
