package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Var;
import java.util.Map;

/** Puts other variables in the place of some. */
class Renaming extends Rewriter {
  private final Map<Var, Var> names;

  Renaming(Map<Var, Var> names) {
    this.names = names;
  }

  @Override
  public Var var(Var var) {
    return names.getOrDefault(var, var);
  }

  @Override
  public Expr expr(Expr e) {
    return e instanceof Expr.Read read ? var(read.var()).read() : super.expr(e);
  }
}
