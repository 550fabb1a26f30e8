package io.cotangent.processor.backend;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that a generated class needs, each once, callees behind their first caller. */
final class Reachable {
  private final Map<FunctionId, Function> helpers = new HashMap<>();
  private final Map<FunctionId, Function> found = new LinkedHashMap<>();

  private Reachable() {}

  /** The roots and all helpers that they call, directly or not. */
  static Collection<Function> from(List<Function> roots, List<Function> helpers) {
    Reachable reachable = new Reachable();
    helpers.forEach(helper -> reachable.helpers.put(helper.id(), helper));
    roots.forEach(root -> reachable.helpers.put(root.id(), root));
    roots.forEach(reachable::visit);
    return reachable.found.values();
  }

  private void visit(Function function) {
    if (found.putIfAbsent(function.id(), function) == null) {
      visit(function.body());
    }
  }

  private void visit(Block block) {
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Call call) {
        Function callee = helpers.get(call.callee());
        if (callee == null) {
          throw new IllegalStateException("function " + call.callee() + " is not in the class");
        }
        visit(callee);
      } else if (stmt instanceof Stmt.If branch) {
        visit(branch.then());
        visit(branch.otherwise());
      } else if (stmt instanceof Stmt.While loop) {
        visit(loop.body());
      } else if (stmt instanceof Stmt.Counted loop) {
        visit(loop.body());
      }
    }
  }
}
