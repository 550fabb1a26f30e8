package io.cotangent.processor.backend;

import java.util.List;

/**
 * The OpenCL C of a batched method.
 *
 * @param parts functions and kernels, in an order that compiles
 * @param usesDouble whether the device needs double precision
 */
public record KernelText(List<String> parts, boolean usesDouble) {
  /** What is defined where assertions are enabled. */
  public static final String ASSERTS = "ASSERTS";

  /** Copies the list. */
  public KernelText {
    parts = List.copyOf(parts);
  }

  boolean hasAsserts() {
    return parts.stream().anyMatch(part -> part.contains("#ifdef " + ASSERTS));
  }
}
