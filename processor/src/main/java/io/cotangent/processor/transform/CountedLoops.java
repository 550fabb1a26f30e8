package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Counted loops of step one, run from their last index to their first. A bound may be the least or
 * the greatest {@code int}, of which nothing can be taken, and to which nothing can be added.
 */
final class CountedLoops {
  private final TripCounts counts;

  CountedLoops(TripCounts counts) {
    this.counts = counts;
  }

  /**
   * The loop backwards.
   *
   * @param index in the loop that comes out
   * @param from what the loop began with, as it can be had there
   * @param bound its bound, likewise
   */
  Stmt reversed(Stmt.Counted loop, Var index, Expr from, Expr bound, Block body) {
    return loop.step() > 0
        ? down(loop, index, from, bound, body)
        : up(loop, index, from, bound, body);
  }

  private Stmt down(Stmt.Counted loop, Var index, Expr from, Expr bound, Block body) {
    boolean open = loop.relation() == Operator.LT;
    if (counts.isNatural(loop.from())) {
      Expr last = !open ? bound : less(counts.isLength(loop.bound()) ? bound : max(bound, from));
      return new Stmt.Counted(index, last, Operator.GE, from, -1, body);
    }
    Var next = new Var(index.name() + "Next", Type.INT);
    Expr end = open ? bound : more(bound);
    Block shifted = after(new Stmt.Declare(index, less(next.read())), body);
    return new Stmt.Counted(next, end, Operator.GT, from, -1, shifted);
  }

  private Stmt up(Stmt.Counted loop, Var index, Expr from, Expr bound, Block body) {
    boolean open = loop.relation() == Operator.GT;
    if (counts.isLength(loop.from()) && (!open || counts.isLength(loop.bound()))) {
      return new Stmt.Counted(index, open ? more(bound) : bound, Operator.LE, from, 1, body);
    }
    Var next = new Var(index.name() + "Next", Type.INT);
    Expr end = open ? bound : less(bound);
    Block shifted = after(new Stmt.Declare(index, more(next.read())), body);
    return new Stmt.Counted(next, end, Operator.LT, from, 1, shifted);
  }

  private static Block after(Stmt first, Block body) {
    List<Stmt> all = new ArrayList<>(List.of(first));
    all.addAll(body.stmts());
    return new Block(all);
  }

  private static Expr max(Expr a, Expr b) {
    return Exprs.apply(new MathOp("java.lang.Math", "max"), Type.INT, a, b);
  }

  private static Expr more(Expr e) {
    return e instanceof Expr.Const c && c.value() instanceof Integer n
        ? Exprs.constant(n + 1)
        : Exprs.plus(e, Exprs.constant(1));
  }

  private static Expr less(Expr e) {
    return e instanceof Expr.Const c && c.value() instanceof Integer n
        ? Exprs.constant(n - 1)
        : Exprs.minus(e, Exprs.constant(1));
  }
}
