package io.cotangent.processor.backend;

import java.util.List;

/**
 * The OpenCL C of a batched method.
 *
 * @param parts functions and kernels, in an order that compiles
 * @param usesDouble whether the device needs double precision
 */
public record KernelText(List<String> parts, boolean usesDouble) {
  /** Copies the list. */
  public KernelText {
    parts = List.copyOf(parts);
  }
}
