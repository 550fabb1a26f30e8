package io.cotangent.processor.backend;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The halves of a hand-written plan's forward mode: they keep the arguments, and run its JVP. */
final class TapedForward {
  private final Entry jvp;
  private final List<Stmt> body = new ArrayList<>();
  private final List<Var> primals = new ArrayList<>();
  private final List<Var> dots = new ArrayList<>();
  private final List<Var> results = new ArrayList<>();

  private TapedForward(Entry jvp) {
    this.jvp = jvp;
    for (int i = 0; i < jvp.paramRoles().size(); i++) {
      Var like = jvp.function().params().get(i);
      Var own = new Var(like.name(), like.type());
      (jvp.paramRoles().get(i).kind() == Kind.PRIMAL ? primals : dots).add(own);
    }
    jvp.function().results().forEach(like -> results.add(new Var(like.name(), like.type())));
  }

  static Forms forms(
      Entry jvp, Entry reverse, Entry augmented, Entry pullback, @Nullable Entry reverseTangent) {
    return new Forms(
        jvp,
        new TapedForward(jvp).recorded(),
        new TapedForward(jvp).replay(),
        reverse,
        augmented,
        pullback,
        null,
        null,
        reverseTangent);
  }

  private Entry recorded() {
    primals.forEach(p -> body.add(Ir.push(copy(p))));
    primals.forEach(
        p -> {
          if (p.type().carriesDerivative()) {
            Expr zero =
                p.type().isArray()
                    ? Arithmetic.support("Trees", "zerosLike", p.type(), p.read())
                    : Arithmetic.constant(0.0, p.type());
            body.add(Ir.declare(dots.get(countDots()), zero));
          }
        });
    call();
    return entry(Kind.PRIMAL, primals, results.get(0), "Recorded");
  }

  private int countDots() {
    return (int) body.stream().filter(s -> s instanceof Stmt.Declare).count();
  }

  private Entry replay() {
    for (Var p : primals) {
      Var kept = new Var(p.name(), p.type());
      body.add(Ir.declare(kept, new Expr.Next(kept)));
      body.add(Ir.declare(p, copy(kept)));
    }
    call();
    return entry(Kind.TANGENT, dots, results.get(1), "Replay");
  }

  private static Expr copy(Var var) {
    return var.type().isArray()
        ? Arithmetic.support("Trees", "copy", var.type(), var.read())
        : var.read();
  }

  private void call() {
    results.forEach(r -> body.add(Ir.declare(r, Exprs.defaultValue(r.type()))));
    List<Expr> args = new ArrayList<>();
    primals.forEach(p -> args.add(p.read()));
    dots.forEach(dot -> args.add(dot.read()));
    body.add(new Stmt.Call(results, jvp.function().id(), args, Span.NONE));
  }

  private Entry entry(Kind kind, List<Var> params, Var result, String suffix) {
    List<Role> roles = jvp.paramRoles().stream().filter(role -> role.kind() == kind).toList();
    String name = jvp.function().name() + suffix;
    return new Entry(
        Ir.function(name, params, List.of(result), body.toArray(Stmt[]::new)),
        roles,
        List.of(kind == Kind.PRIMAL ? Plans.VALUE : Plans.VALUE_TANGENT));
  }
}
