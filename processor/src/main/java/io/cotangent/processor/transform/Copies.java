package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the original in the place of adjoints that are copies of another variable for good. */
final class Copies extends Rewriter {
  private final Map<Var, Var> originals = new HashMap<>();

  private Copies() {}

  static Function propagate(Function function, Set<Var> adjoints) {
    Map<Var, Integer> writes = new HashMap<>();
    Walk.statements(
        function.body(), stmt -> Walk.written(stmt).forEach(v -> writes.merge(v, 1, Integer::sum)));
    function.params().forEach(p -> writes.merge(p, 1, Integer::sum));
    function.results().forEach(r -> writes.merge(r, 1, Integer::sum));
    Copies pass = new Copies();
    Walk.statements(
        function.body(),
        stmt -> {
          if (stmt instanceof Stmt.Declare d
              && d.init() instanceof Expr.Read read
              && adjoints.contains(d.var())
              && writes.getOrDefault(d.var(), 0) == 1
              && writes.getOrDefault(read.var(), 0) == 1) {
            pass.originals.put(d.var(), read.var());
          }
        });
    return function.withBody(pass.block(function.body()));
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (!(s instanceof Stmt.Declare d && originals.containsKey(d.var()))) {
      super.stmt(s, out);
    }
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Read read) {
      Var var = read.var();
      while (originals.containsKey(var)) {
        var = originals.get(var);
      }
      return var.read();
    }
    return super.expr(e);
  }
}
