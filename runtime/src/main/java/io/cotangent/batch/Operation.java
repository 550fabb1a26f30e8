package io.cotangent.batch;

import java.util.Objects;
import java.util.Optional;

/**
 * One call of a method of a generated {@code …Batch} class, ready to run on any device.
 *
 * @param name the generated class and method, for messages
 * @param n how many items there are
 * @param sums how many numbers are summed over the items
 * @param body the items as plain Java
 * @param launch the same as a kernel, where the class was compiled with {@code gpu = true}
 */
public record Operation(String name, int n, int sums, Body body, Optional<Launch> launch) {
  /** Checks the sizes. */
  public Operation {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(launch, "launch");
    if (n < 0) {
      throw new IllegalArgumentException("the batch size is negative: " + n);
    }
    if (sums < 0) {
      throw new IllegalArgumentException("the number of sums is negative: " + sums);
    }
  }

  /** An operation with a kernel. */
  public Operation(String name, int n, int sums, Body body, Launch launch) {
    this(name, n, sums, body, Optional.of(launch));
  }

  /** An operation without a kernel. */
  public Operation(String name, int n, int sums, Body body) {
    this(name, n, sums, body, Optional.empty());
  }
}
