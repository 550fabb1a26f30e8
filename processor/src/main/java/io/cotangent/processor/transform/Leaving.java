package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Stmt;
import java.util.List;

/**
 * Which statements never reach their end because of a jump.
 *
 * @param thrown whether throwing an exception counts as a jump
 */
record Leaving(boolean thrown) {

  /** Whether the block's end is never reached because of its last statement. */
  boolean leaves(Block block) {
    List<Stmt> stmts = block.stmts();
    return !stmts.isEmpty() && leaves(stmts.get(stmts.size() - 1));
  }

  /** Whether what stands after the statement is never reached. */
  boolean leaves(Stmt stmt) {
    if (stmt instanceof Stmt.If branch) {
      return leaves(branch.then()) && leaves(branch.otherwise());
    } else if (stmt instanceof Stmt.Try s) {
      return leaves(s.last())
          || leaves(s.body()) && s.catches().stream().allMatch(clause -> leaves(clause.body()));
    }
    return stmt instanceof Stmt.Break
        || stmt instanceof Stmt.Continue
        || stmt instanceof Stmt.Return
        || stmt instanceof Stmt.Throw && thrown;
  }
}
