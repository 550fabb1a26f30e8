package io.cotangent.fuzz.ast;

import java.util.List;

/**
 * How a program is batched.
 *
 * @param over the indices of the parameters that differ from item to item, ascending
 * @param kernels whether kernels are asked for
 */
public record Batching(List<Integer> over, boolean kernels) {
  public Batching {
    over = List.copyOf(over);
  }
}
