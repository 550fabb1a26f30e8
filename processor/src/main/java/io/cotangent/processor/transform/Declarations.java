package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Declares before an attempt what is declared in it and used after it, as Java's scopes ask.
 * Afterwards what a block declares is used in that block only.
 */
public final class Declarations extends Rewriter {
  private final Map<Var, Integer> mentions;

  private Declarations(Map<Var, Integer> mentions) {
    this.mentions = mentions;
  }

  /** The function with declarations where Java needs them. */
  public static Function settle(Function function) {
    boolean[] attempts = new boolean[1];
    Walk.statements(function.body(), stmt -> attempts[0] |= stmt instanceof Stmt.Attempt);
    if (!attempts[0]) {
      return function;
    }
    Map<Var, Integer> mentions = count(function.body());
    function.results().forEach(result -> mentions.merge(result, 1, Integer::sum));
    return function.withBody(new Declarations(mentions).block(function.body()));
  }

  private static Map<Var, Integer> count(Block block) {
    Map<Var, Integer> mentions = new HashMap<>();
    Walk.statements(
        block, stmt -> Walk.written(stmt).forEach(v -> mentions.merge(v, 1, Integer::sum)));
    Walk.expressions(
        block,
        e -> {
          if (e instanceof Expr.Read read) {
            mentions.merge(read.var(), 1, Integer::sum);
          }
        });
    return mentions;
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (!(s instanceof Stmt.Attempt attempt)) {
      super.stmt(s, out);
      return;
    }
    Map<Var, Integer> inside = count(attempt.body());
    List<Stmt> body = new ArrayList<>();
    for (Stmt stmt : attempt.body().stmts()) {
      if (stmt instanceof Stmt.Declare d
          && !java.util.Objects.equals(mentions.get(d.var()), inside.get(d.var()))) {
        out.add(new Stmt.Declare(d.var(), Exprs.defaultValue(d.var().type())));
        body.add(new Stmt.Assign(d.var(), d.init()));
      } else {
        body.add(stmt);
      }
    }
    out.add(new Stmt.Attempt(new Block(body), attempt.caught()));
  }
}
