package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call in reverse: the callee's augmented form forward, its pullback backward. */
final class Calls {
  private final Facts facts;
  private final Adjoints adjoints;

  Calls(Facts facts, Adjoints adjoints) {
    this.facts = facts;
    this.adjoints = adjoints;
  }

  /** Whether anything active goes into or comes out of the function. */
  static boolean isActive(Facts facts, Function callee) {
    return callee.params().stream().anyMatch(facts.activity()::isActive)
        || callee.results().stream().anyMatch(facts.activity()::isActive);
  }

  /** Writes the forward call as the scope's last statement, and the reverse. */
  void call(Stmt.Call call, Scope scope, Available available, List<Stmt> reverse) {
    Function callee = facts.program().get(call.callee());
    if (!isActive(facts, callee)) {
      scope.forward.add(call);
      return;
    }
    List<Expr> args = new ArrayList<>(call.args());
    int before = scope.forward.size();
    List<Var> bars = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (int i = 0; i < call.args().size(); i++) {
      Var param = callee.params().get(i);
      if (adjoints.isActive(param)) {
        Expr arg = call.args().get(i);
        if (param.type().isReference()) {
          args.add(adjoints.shadows().of(arg));
        } else {
          Var bar = new Var(param.name() + "Bar", param.type());
          bars.add(bar);
          new Contributions(facts, adjoints, available, after)
              .add(arg, bar.read(), Optional.empty(), facts.singularity().isSteep(param));
        }
      }
    }
    if (scope.forward.size() > before) {
      inOrder(args.subList(0, call.args().size()), before, scope);
    }
    List<Var> targets = new ArrayList<>(call.targets());
    List<Expr> seeds = new ArrayList<>();
    List<Stmt> zeros = new ArrayList<>();
    for (int i = 0; i < call.targets().size(); i++) {
      Var target = call.targets().get(i);
      Var result = callee.results().get(i);
      if (target.type().isReference() && adjoints.isActive(target)) {
        Var shadow = adjoints.shadow(target);
        declareShadow(shadow, scope);
        targets.add(shadow);
      } else if (adjoints.isActive(result)) {
        seeds.add(seed(target));
      }
      if (!target.type().isReference() && adjoints.isActive(target)) {
        Var bar = adjoints.bar(target);
        zeros.add(new Stmt.Assign(bar, Exprs.defaultValue(bar.type())));
      }
    }
    bars.forEach(bar -> reverse.add(Reverse.zero(bar)));
    reverse.add(new Stmt.Call(bars, Reverse.pullback(call.callee()), seeds, call.span()));
    reverse.addAll(zeros);
    reverse.addAll(after);
    scope.forward.add(new Stmt.Call(targets, Reverse.augmented(call.callee()), args, call.span()));
  }

  /** Names the arguments before what was kept for the reverse sweep: they throw in their order. */
  private static void inOrder(List<Expr> args, int before, Scope scope) {
    int at = before;
    for (int i = 0; i < args.size(); i++) {
      Expr arg = args.get(i);
      if (ThrowOrder.mayThrow(arg)) {
        Var name = new Var(Naming.of(arg), arg.type());
        scope.declared.add(name);
        scope.forward.add(at++, new Stmt.Declare(name, arg));
        args.set(i, name.read());
      }
    }
  }

  private Expr seed(Var target) {
    return adjoints.isActive(target)
        ? adjoints.bar(target).read()
        : Exprs.defaultValue(target.type());
  }

  /** The target was declared just before; its shadow exists by now if it was declared active. */
  private static void declareShadow(Var shadow, Scope scope) {
    if (!scope.declared.contains(shadow)) {
      scope.declared.add(shadow);
      scope.forward.add(new Stmt.Declare(shadow, Exprs.defaultValue(shadow.type())));
    }
  }
}
