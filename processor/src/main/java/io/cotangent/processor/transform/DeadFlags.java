package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.List;
import java.util.Set;

/** Removes flags that nobody reads. */
final class DeadFlags extends Rewriter {
  private final Set<Var> dead;

  private DeadFlags(Set<Var> dead) {
    this.dead = dead;
  }

  static Block remove(Block block, Set<Var> flags) {
    Set<Var> dead = new java.util.HashSet<>(flags);
    dead.removeAll(Walk.reads(block));
    return new DeadFlags(dead).block(block);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    boolean drop =
        s instanceof Stmt.Declare d && dead.contains(d.var())
            || s instanceof Stmt.Assign a && dead.contains(a.var());
    if (!drop) {
      super.stmt(s, out);
    }
  }
}
