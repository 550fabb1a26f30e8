package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is known about the bounds of a function's counted loops. */
final class TripCounts {
  private static final int SMALL = 1 << 16;

  private final Map<Var, Expr> definitions = new HashMap<>();
  private final Set<Var> others = new HashSet<>();
  private final Map<Var, Expr> starts = new HashMap<>();

  TripCounts(Function function) {
    others.addAll(function.params());
    Walk.statements(
        function.body(),
        stmt -> {
          if (stmt instanceof Stmt.Counted loop) {
            if (loop.step() > 0 && starts.putIfAbsent(loop.index(), loop.from()) == null) {
              return;
            }
            others.add(loop.index());
          } else if (stmt instanceof Stmt.Declare d && !definitions.containsKey(d.var())) {
            definitions.put(d.var(), d.init());
          } else {
            others.addAll(Walk.written(stmt));
          }
        });
  }

  /**
   * Whether room for a value of each step can be made before the loop: it runs no more often than
   * memory has numbers, or else to its end. One that an exception is to end may have a bound beyond
   * all reason.
   */
  boolean isModest(Stmt.Counted loop) {
    if (loop.step() != 1) {
      return false;
    }
    return isLength(loop.bound())
        ? isNatural(loop.from())
        : loop.from().equals(Exprs.constant(0))
            && loop.relation() == Operator.LT
            && !mayThrow(loop);
  }

  private static boolean mayThrow(Stmt.Counted loop) {
    boolean[] found = new boolean[1];
    Walk.statements(
        loop.body(),
        stmt -> {
          boolean quiet =
              stmt instanceof Stmt.Declare
                  || stmt instanceof Stmt.Assign
                  || stmt instanceof Stmt.Push
                  || stmt instanceof Stmt.If
                  || stmt instanceof Stmt.Mark;
          found[0] |= !quiet;
        });
    Walk.expressions(
        loop.body(),
        e ->
            found[0] |=
                ThrowOrder.mayThrow(e)
                    || e instanceof Expr.Invoke
                    || e instanceof Expr.NewArray
                    || e instanceof Expr.CloneArray
                    || e instanceof Expr.NewStruct);
    return found[0];
  }

  /** Whether the number is at most an array's length, or a small one. */
  boolean isLength(Expr e) {
    if (e instanceof Expr.Length || isSmall(e)) {
      return true;
    } else if (e instanceof Expr.Read read) {
      Expr definition = definitions.get(read.var());
      return definition != null && !others.contains(read.var()) && isLength(definition);
    } else if (e instanceof Expr.Apply apply && apply.type() == Type.INT) {
      boolean less = apply.op() == Operator.SUB || apply.op() == Operator.ADD;
      return less && isLength(apply.args().get(0)) && isSmall(apply.args().get(1));
    }
    return false;
  }

  private static boolean isSmall(Expr e) {
    return e instanceof Expr.Const c && c.value() instanceof Integer n && n >= 0 && n <= SMALL;
  }

  /** Whether the number is certainly not negative, and small enough to be added to. */
  boolean isNatural(Expr e) {
    if (e instanceof Expr.Const c) {
      return c.value() instanceof Integer n && n >= 0;
    } else if (e instanceof Expr.Length) {
      return true;
    } else if (e instanceof Expr.Read read && !others.contains(read.var())) {
      Expr definition = definitions.get(read.var());
      Expr start = starts.get(read.var());
      return definition != null ? isNatural(definition) : start != null && isNatural(start);
    } else if (e instanceof Expr.Apply apply && apply.type() == Type.INT) {
      return apply.op() == Operator.ADD
          && isNatural(apply.args().get(0))
          && isSmall(apply.args().get(1));
    }
    return false;
  }
}
