package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;

/** Clears away what the transforms wrote too much. */
final class Tidy {
  private Tidy() {}

  static Block apply(Block block) {
    return block;
  }
}
