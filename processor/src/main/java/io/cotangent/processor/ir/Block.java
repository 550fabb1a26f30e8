package io.cotangent.processor.ir;

import java.util.Arrays;
import java.util.List;

/** Statements that run one after another; what they declare is visible to the block's end. */
public record Block(List<Stmt> stmts) {
  /** The block without statements. */
  public static final Block EMPTY = new Block(List.of());

  public Block {
    stmts = List.copyOf(stmts);
  }

  /** A block of these statements. */
  public static Block of(Stmt... stmts) {
    return new Block(Arrays.asList(stmts));
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return stmts.isEmpty();
  }
}
