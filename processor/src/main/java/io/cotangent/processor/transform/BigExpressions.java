package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Names parts of expressions that would be too long for one stretch of a split function. */
final class BigExpressions extends Rewriter {
  private static final int LIMIT = 1000;

  private List<Stmt> before = new ArrayList<>();

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    boolean straight =
        s instanceof Stmt.Declare
            || s instanceof Stmt.Assign
            || s instanceof Stmt.Store
            || s instanceof Stmt.Push
            || s instanceof Stmt.Keep;
    List<Stmt> outer = before;
    before = straight && ByteCount.of(s) > LIMIT ? new ArrayList<>() : List.of();
    List<Stmt> here = before;
    Stmt rebuilt = rebuilt(s);
    out.addAll(here);
    out.add(rebuilt);
    before = outer;
  }

  @Override
  public Expr expr(Expr e) {
    if (before instanceof ArrayList && e instanceof Expr.Apply apply && e.type().isFloating()) {
      List<Expr> args = new ArrayList<>();
      for (Expr arg : apply.args()) {
        Expr part = expr(arg);
        if (ByteCount.of(part) > LIMIT / 4 && part.type().isFloating()) {
          Var name = new Var(Naming.of(part), part.type());
          before.add(new Stmt.Declare(name, part));
          part = name.read();
        }
        args.add(part);
      }
      return new Expr.Apply(apply.op(), args, apply.type());
    }
    return super.expr(e);
  }
}
