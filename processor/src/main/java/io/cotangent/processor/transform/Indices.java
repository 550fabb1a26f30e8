package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.Map;

/** Writes indices in what their names stand for, so that equal ones look the same. */
final class Indices extends Rewriter {
  private final Map<Var, Expr> definitions = new HashMap<>();

  Indices(Function function) {
    Constancy constancy = new Constancy(function);
    Walk.statements(
        function.body(),
        s -> {
          if (s instanceof Stmt.Declare d
              && !d.var().type().isReference()
              && !d.var().type().isFloating()
              && constancy.isDefinition(d.var())
              && isFixed(d.init(), constancy)) {
            definitions.put(d.var(), d.init());
          }
        });
  }

  private static boolean isFixed(Expr e, Constancy constancy) {
    return !Walk.any(
        e,
        x ->
            !(x instanceof Expr.Const
                || x instanceof Expr.Length
                || x instanceof Expr.Read r && constancy.isConstant(r.var())
                || x instanceof Expr.Apply apply
                    && (apply.op() == Operator.ADD || apply.op() == Operator.SUB)));
  }

  @Override
  public Expr expr(Expr e) {
    Expr definition = e instanceof Expr.Read read ? definitions.get(read.var()) : null;
    return definition == null ? super.expr(e) : expr(definition);
  }
}
