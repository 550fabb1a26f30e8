package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A call in reverse: the callee's augmented form forward, its pullback backward. */
final class Calls {
  private final Facts facts;
  private final Adjoints adjoints;
  private final HandBack handBack;

  Calls(Facts facts, Adjoints adjoints, HandBack handBack) {
    this.facts = facts;
    this.adjoints = adjoints;
    this.handBack = handBack;
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
    List<HandBack.Handed> handed = handBack.to(call.callee());
    List<Expr> args = named(call.args(), handed, scope);
    int before = scope.forward.size();
    Map<HandBack.Handed, Expr> again = new HashMap<>();
    for (HandBack.Handed each : handed) {
      if (!each.shadow()) {
        again.put(each, available.expr(args.get(each.param())));
      }
    }
    List<Var> bars = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (int i = 0; i < call.args().size(); i++) {
      Var param = callee.params().get(i);
      if (adjoints.isActive(param)) {
        Expr arg = call.args().get(i);
        if (param.type().isReference()) {
          Expr shadow = adjoints.shadows().of(arg);
          HandBack.Handed back = new HandBack.Handed(i, true);
          if (handed.contains(back) && isMade(shadow)) {
            shadow = scope.declare("shadow", shadow).read();
            again.put(back, shadow);
          } else if (handed.contains(back)) {
            again.put(back, available.shadow(arg));
          }
          args.add(shadow);
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
    handed.forEach(each -> seeds.add(Objects.requireNonNull(again.get(each))));
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

  /** Whether a shadow is a new array each time that the expression is evaluated. */
  private static boolean isMade(Expr shadow) {
    return Walk.any(
        shadow,
        e -> e instanceof Expr.Invoke || e instanceof Expr.Conditional || e instanceof Expr.Pop);
  }

  /** The arguments, under names where the reverse sweep would have to compute them again. */
  private static List<Expr> named(List<Expr> args, List<HandBack.Handed> handed, Scope scope) {
    List<Integer> dear =
        handed.stream()
            .filter(each -> !each.shadow() && !Linearise.isSimple(args.get(each.param())))
            .map(HandBack.Handed::param)
            .toList();
    List<Expr> named = new ArrayList<>(args);
    for (int i = 0; i < args.size() && !dear.isEmpty(); i++) {
      if (dear.contains(i) || ThrowOrder.mayThrow(args.get(i))) {
        named.set(i, scope.declare(Naming.of(args.get(i)), args.get(i)).read());
      }
    }
    return named;
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
