package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/** Calls methods as they are of which nothing in the program can be the receiver. */
final class OpaqueCalls extends Rewriter {
  private final VirtualMethods virtual;

  OpaqueCalls(VirtualMethods virtual) {
    this.virtual = virtual;
  }

  Lowered in(Lowered lowered) {
    return new Lowered(
        lowered.function().withBody(block(lowered.function().body())),
        lowered.problems(),
        lowered.original());
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    Optional<Callees.VirtualMethod> method =
        s instanceof Stmt.Call call ? virtual.unknown(call.callee()) : Optional.empty();
    if (!(s instanceof Stmt.Call call) || method.isEmpty()) {
      super.stmt(s, out);
      return;
    }
    List<Var> targets = call.targets();
    Type type = targets.isEmpty() ? Type.VOID : targets.get(0).type();
    Expr.Invoke invoke =
        new Expr.Invoke(
            Expr.Invocation.VIRTUAL,
            method.get().owner(),
            method.get().name(),
            call.args(),
            type,
            call.span());
    if (targets.isEmpty()) {
      out.add(new Stmt.Eval(invoke));
    } else if (!out.isEmpty()
        && out.get(out.size() - 1) instanceof Stmt.Declare d
        && d.var() == targets.get(0)) {
      out.set(out.size() - 1, new Stmt.Declare(d.var(), invoke));
    } else {
      out.add(new Stmt.Assign(targets.get(0), invoke));
    }
  }
}
