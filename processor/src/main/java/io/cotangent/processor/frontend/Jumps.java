package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** Where control goes at the end of blocks. */
final class Jumps {
  private Jumps() {}

  /** Whether the end of the block may be reached. */
  static boolean completes(Block block) {
    return block.stmts().stream().allMatch(Jumps::completes);
  }

  private static boolean completes(Stmt stmt) {
    if (stmt instanceof Stmt.If branch) {
      return completes(branch.then()) || completes(branch.otherwise());
    }
    if (stmt instanceof Stmt.Labelled labelled) {
      return completes(labelled.body()) || breaksTo(labelled.label(), labelled.body());
    }
    if (stmt instanceof Stmt.Try attempt) {
      return completes(attempt.last())
          && (completes(attempt.body())
              || attempt.catches().stream().anyMatch(clause -> completes(clause.body())));
    }
    return !(stmt instanceof Stmt.Break
        || stmt instanceof Stmt.Continue
        || stmt instanceof Stmt.Return
        || stmt instanceof Stmt.Throw);
  }

  /** Whether a {@code break} in the block names the label. */
  static boolean breaksTo(String label, Block block) {
    boolean[] found = new boolean[1];
    Walk.statements(
        block, stmt -> found[0] |= stmt instanceof Stmt.Break jump && label.equals(jump.label()));
    return found[0];
  }

  /** The block without the jumps that only go to where it ends. */
  static Block withoutFinalBreak(Block block, String label) {
    List<Stmt> stmts = new ArrayList<>(block.stmts());
    int last = stmts.size() - 1;
    if (last < 0) {
      return block;
    }
    if (stmts.get(last) instanceof Stmt.Break jump && label.equals(jump.label())) {
      stmts.remove(last);
      boolean marked = last > 0 && stmts.get(last - 1) instanceof Stmt.Mark;
      return new Block(marked ? stmts.subList(0, last - 1) : stmts);
    }
    if (stmts.get(last) instanceof Stmt.If branch) {
      stmts.set(
          last,
          new Stmt.If(
              branch.test(),
              withoutFinalBreak(branch.then(), label),
              withoutFinalBreak(branch.otherwise(), label)));
    }
    return new Block(stmts);
  }
}
