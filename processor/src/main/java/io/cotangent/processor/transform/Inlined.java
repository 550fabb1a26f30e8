package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Clears away what putting bodies in the place of calls, and numbers in that of objects, leaves
 * behind: values that are overwritten before anything reads them, variables that are copies of
 * others for good, and what nobody reads.
 */
public final class Inlined extends Rewriter {
  private final Set<Var> unread;

  private Inlined(Set<Var> unread) {
    this.unread = unread;
  }

  /** The function without such leftovers; every value keeps its bits. */
  public static Function clear(Function function) {
    Function tidy = Tidy.apply(function, Set.of());
    Function cleared = Copies.propagate(tidy, declared(tidy));
    for (Set<Var> unread = unread(cleared); !unread.isEmpty(); unread = unread(cleared)) {
      cleared = cleared.withBody(new Inlined(unread).block(cleared.body()));
    }
    return cleared;
  }

  private static Set<Var> declared(Function function) {
    Set<Var> declared = new HashSet<>();
    Walk.statements(
        function.body(),
        s -> {
          if (s instanceof Stmt.Declare d) {
            declared.add(d.var());
          }
        });
    return declared;
  }

  /** The variables that nothing reads, whose values can be left out. */
  private static Set<Var> unread(Function function) {
    Set<Var> unread = declared(function);
    unread.removeAll(Walk.reads(function.body()));
    function.results().forEach(unread::remove);
    Walk.statements(
        function.body(),
        s -> {
          boolean leave =
              s instanceof Stmt.Declare d
                  ? !isIdle(d.init())
                  : !(s instanceof Stmt.Assign a) || !isIdle(a.value());
          if (leave) {
            Walk.written(s).forEach(unread::remove);
          }
        });
    return unread;
  }

  private static boolean isIdle(Expr e) {
    boolean acts =
        Walk.any(
            e,
            x ->
                x instanceof Expr.Invoke
                    || x instanceof Expr.Pop
                    || x instanceof Expr.Next
                    || x instanceof Expr.StaticField);
    return !acts && !ThrowOrder.mayThrow(e);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    boolean gone =
        (s instanceof Stmt.Declare d && unread.contains(d.var()))
            || (s instanceof Stmt.Assign a && unread.contains(a.var()));
    if (!gone) {
      super.stmt(s, out);
    }
  }
}
