package io.cotangent.processor.backend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a generated class of batched operations holds.
 *
 * @param derivatives the class with the derivatives of one item
 * @param simpleName the class's name
 * @param isPublic whether it is public
 * @param over indices of the parameters that differ from item to item, ascending
 * @param kernels its OpenCL C, where that is wanted
 * @param lanes the operations that run on blocks of items
 */
public record BatchClass(
    DerivativeClass derivatives,
    String simpleName,
    boolean isPublic,
    List<Integer> over,
    @Nullable KernelText kernels,
    List<LaneProgram> lanes) {
  /** Copies the lists. */
  public BatchClass {
    over = List.copyOf(over);
    lanes = List.copyOf(lanes);
  }
}
