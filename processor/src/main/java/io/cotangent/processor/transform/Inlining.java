package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the bodies of active functions in the place of their calls, so that a step may consist of
 * what a method and those that it calls do to one value. Calls of functions with rules and of
 * functions that call themselves stay.
 */
final class Inlining extends Rewriter {
  private static final int DEEPEST = 20;

  private final Facts facts;
  private final Deque<FunctionId> open = new ArrayDeque<>();

  private final Deque<Constancy> constancies = new ArrayDeque<>();

  private Inlining(Facts facts) {
    this.facts = facts;
  }

  static Function apply(Facts facts, Function function) {
    Inlining pass = new Inlining(facts);
    pass.open.push(function.id());
    pass.constancies.push(new Constancy(function));
    return function.withBody(pass.block(function.body()));
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Call call && canInline(call.callee())) {
      inline(call, out);
    } else {
      super.stmt(s, out);
    }
  }

  private boolean canInline(FunctionId id) {
    return facts.program().rule(id).isEmpty()
        && !open.contains(id)
        && open.size() < DEEPEST
        && Calls.isActive(facts, facts.program().get(id));
  }

  private void inline(Stmt.Call call, List<Stmt> out) {
    Function callee = facts.program().get(call.callee());
    Map<Var, Var> own = new HashMap<>();
    Renaming fresh =
        new Renaming(own) {
          @Override
          public Var var(Var var) {
            return own.computeIfAbsent(var, v -> new Var(v.name(), v.type()));
          }
        };
    Constancy inside = new Constancy(callee);
    for (int i = 0; i < call.args().size(); i++) {
      Var param = callee.params().get(i);
      if (call.args().get(i) instanceof Expr.Read read
          && read.type().isReference()
          && inside.isConstant(param)
          && constancies.element().isConstant(read.var())) {
        own.put(param, read.var());
      } else {
        out.add(new Stmt.Declare(fresh.var(param), call.args().get(i)));
      }
    }
    open.push(call.callee());
    constancies.push(inside);
    Block body = block(callee.body());
    constancies.pop();
    open.pop();
    out.addAll(fresh.block(body).stmts());
    for (int i = 0; i < call.targets().size(); i++) {
      Var result = fresh.var(callee.results().get(i));
      out.add(new Stmt.Assign(call.targets().get(i), result.read()));
    }
  }
}
