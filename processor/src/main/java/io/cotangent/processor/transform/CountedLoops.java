package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;

/** Counted loops of step one, run from their last index to their first. */
final class CountedLoops {
  private CountedLoops() {}

  static Stmt reversed(Stmt.Counted loop, Var index, Expr from, Expr bound, Block body) {
    Expr last =
        switch (loop.relation()) {
          case LT -> less(bound);
          case GT -> Exprs.plus(bound, Exprs.constant(1));
          default -> bound;
        };
    boolean up = loop.step() > 0;
    Operator relation = up ? Operator.GE : Operator.LE;
    return new Stmt.Counted(index, last, relation, from, -loop.step(), body);
  }

  private static Expr less(Expr bound) {
    return bound instanceof Expr.Const c && c.value() instanceof Integer n && n > Integer.MIN_VALUE
        ? Exprs.constant(n - 1)
        : Exprs.minus(bound, Exprs.constant(1));
  }
}
