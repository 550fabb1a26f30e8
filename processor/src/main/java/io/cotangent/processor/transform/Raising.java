package io.cotangent.processor.transform;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;

/**
 * Throwing where exceptions are caught.
 *
 * @param held the variables of catch clauses, which are never null
 */
record Raising(Set<Var> held) {

  /** Puts the exception into a variable; that of throwing null, if it is null. */
  Stmt into(Var caught, Expr exception) {
    boolean known = isNew(exception) || exception instanceof Expr.Read e && held.contains(e.var());
    Expr value = known ? exception : call("java.util.Objects", "requireNonNull", exception);
    Stmt assign = new Stmt.Assign(caught, value);
    return known && !Risk.isRisky(exception) ? assign : new Stmt.Attempt(Block.of(assign), caught);
  }

  /** Throws an exception as it is, whatever the function declares. */
  static Stmt.Throw outside(Stmt.Throw s) {
    return isNew(s.exception())
        ? s
        : new Stmt.Throw(call("io.cotangent.runtime.Exceptions", "rethrow", s.exception()));
  }

  private static boolean isNew(Expr exception) {
    return exception instanceof Expr.Invoke call
        && call.invocation() == Expr.Invocation.CONSTRUCTOR;
  }

  private static Expr call(String owner, String name, Expr exception) {
    return new Expr.Invoke(
        Expr.Invocation.STATIC, owner, name, List.of(exception), Type.THROWABLE, Span.NONE);
  }
}
