package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells updates of a shadow's elements from other statements.
 *
 * @param isShadow tells variables that lead to adjoints
 * @param isPrimal tells variables that lead to none; a name of which neither is known may lead to
 *     either
 */
record Updates(Predicate<Var> isShadow, Predicate<Var> isPrimal) {

  /** What an update of a shadow's element adds; null for other statements. */
  @Nullable Expr term(Stmt stmt) {
    if (!(stmt instanceof Stmt.Store s)
        || !(s.value() instanceof Expr.Apply x)
        || !s.value().type().isFloating()
        || !x.args().get(0).equals(new Expr.Load(s.array(), s.index()))
        || !leadsToShadow(s.array())
        || mayReadShadow(x.args().get(x.args().size() - 1))) {
      return null;
    }
    return x.op() == Operator.ADD
        ? x.args().get(1)
        : x.op() == Operator.SUB ? Arithmetic.neg(x.args().get(1)) : null;
  }

  private boolean leadsToShadow(Expr array) {
    return array instanceof Expr.Load load
        ? leadsToShadow(load.array())
        : array instanceof Expr.Read read && isShadow.test(read.var());
  }

  /** Whether the expression reads an element that may be a shadow's. */
  boolean mayReadShadow(Expr e) {
    return Walk.any(
        e, x -> x instanceof Expr.Load load && x.type().isFloating() && mayBeShadow(load.array()));
  }

  private boolean mayBeShadow(Expr array) {
    if (array instanceof Expr.Load load) {
      return mayBeShadow(load.array());
    } else if (array instanceof Expr.Field field) {
      return mayBeShadow(field.receiver());
    } else if (array instanceof Expr.Cast cast) {
      return mayBeShadow(cast.operand());
    }
    return !(array instanceof Expr.StaticField)
        && !(array instanceof Expr.Read read && isPrimal.test(read.var()));
  }

  /** Whether a declaration or an assignment computes with what is there, and reads no shadow. */
  boolean isPlain(Stmt stmt) {
    if (!(stmt instanceof Stmt.Declare || stmt instanceof Stmt.Assign)) {
      return stmt instanceof Stmt.Mark;
    }
    Expr value = Walk.exprs(stmt).get(0);
    return !mayReadShadow(value)
        && !Walk.any(
            value,
            e ->
                e instanceof Expr.Pop
                    || e instanceof Expr.Invoke
                    || e instanceof Expr.NewArray
                    || e instanceof Expr.CloneArray
                    || e instanceof Expr.NewStruct);
  }

  /** Whether the statement reads and writes no shadow. */
  boolean leavesShadows(Stmt stmt) {
    if (stmt instanceof Stmt.Store store) {
      return !mayBeShadow(store.array())
          && !mayReadShadow(store.index())
          && !mayReadShadow(store.value());
    }
    boolean pops = stmt instanceof Stmt.Declare d && d.init() instanceof Expr.Pop;
    return isPlain(stmt)
        || (pops && stmt instanceof Stmt.Declare p && !p.var().type().isReference());
  }
}
