package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables keep the value that they are declared with, as parameters, counters of counted
 * loops and names of intermediate results do; a call's targets declared just before it count as
 * declared by it.
 */
final class Constancy {
  private final Map<Var, Integer> writes = new HashMap<>();
  private final Set<Var> params;
  private final Set<Var> byCall = new HashSet<>();

  Constancy(Function function) {
    params = new HashSet<>(function.params());
    count(function.body().stmts());
  }

  private void count(List<Stmt> stmts) {
    Set<Var> declaredJustNow = new HashSet<>();
    for (Stmt stmt : stmts) {
      if (stmt instanceof Stmt.Declare d) {
        declaredJustNow.add(d.var());
      }
      for (Var var : Walk.written(stmt)) {
        if (stmt instanceof Stmt.Call && declaredJustNow.contains(var)) {
          byCall.add(var);
        } else {
          writes.merge(var, 1, Integer::sum);
        }
      }
      if (!(stmt instanceof Stmt.Declare) && !(stmt instanceof Stmt.Mark)) {
        declaredJustNow.clear();
      }
      Walk.blocks(stmt).forEach(block -> count(block.stmts()));
    }
  }

  /** Whether the variable's value is that of its declaration's right side for good. */
  boolean isDefinition(Var var) {
    return isConstant(var) && !byCall.contains(var);
  }

  boolean isConstant(Var var) {
    int count = writes.getOrDefault(var, 0);
    return params.contains(var) ? count == 0 : count <= 1;
  }
}
