package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings values of the forward sweep to the reverse sweep at the end of a block: they are still
 * there (the function's own block in the joint form, a fused loop's body), hoisted out of a branch
 * that runs at most once or is part of an attempt (which must not leave half of its records on the
 * tape), computed again where that is cheap, or recorded on the tape.
 */
final class Keeping {
  /** Operations that an expression may have for computing it again to beat recording it. */
  private static final int CHEAP = 4;

  private final boolean joint;
  private final Set<Var> handable;
  private final Map<Var, Var> handed = new HashMap<>();
  private final Map<Var, Var> copied = new HashMap<>();

  /**
   * For one function.
   *
   * @param handable parameters and shadows that the reverse sweep may take from its caller
   */
  Keeping(boolean joint, Set<Var> handable) {
    this.joint = joint;
    this.handable = handable;
  }

  /** What the reverse sweep takes from its caller, with its names there. */
  Map<Var, Var> handed() {
    return handed;
  }

  /** The names in the reverse sweep of variables of the forward sweep. */
  Map<Var, Var> copied() {
    return copied;
  }

  /** Completes the block's forward sweep and gives its reverse sweep. */
  List<Stmt> finish(Scope scope, List<Stmt> reverse) {
    Set<Var> needed = new LinkedHashSet<>(Walk.reads(new Block(reverse)));
    needed.retainAll(scope.declared);
    if (needed.isEmpty()
        || (joint && scope.kind == Scope.Kind.TOP)
        || scope.kind == Scope.Kind.FUSED) {
      return reverse;
    } else if (scope.kind == Scope.Kind.BRANCH
        && (scope.attempting || (joint && scope.runsOnce()))) {
      hoist(scope, needed);
      return reverse;
    }
    return carry(scope, needed, reverse);
  }

  private static void hoist(Scope scope, Set<Var> needed) {
    Scope parent = java.util.Objects.requireNonNull(scope.parent);
    for (Var var : scope.declared) {
      if (needed.contains(var)) {
        parent.declared.add(var);
        parent.forward.add(new Stmt.Declare(var, Exprs.defaultValue(var.type())));
      }
    }
    scope.forward.replaceAll(stmt -> assigning(stmt, needed));
  }

  /** The statement without the declarations of these variables. */
  private static Stmt assigning(Stmt stmt, Set<Var> vars) {
    if (stmt instanceof Stmt.Attempt attempt) {
      List<Stmt> body =
          attempt.body().stmts().stream().map(inner -> assigning(inner, vars)).toList();
      return new Stmt.Attempt(new Block(body), attempt.caught());
    }
    return stmt instanceof Stmt.Declare d && vars.contains(d.var())
        ? new Stmt.Assign(d.var(), d.init())
        : stmt;
  }

  private List<Stmt> carry(Scope scope, Set<Var> needed, List<Stmt> reverse) {
    List<Var> order = new ArrayList<>(scope.declared);
    Set<Var> recorded = new LinkedHashSet<>();
    Map<Var, Var> copies = new HashMap<>();
    List<Stmt> again = new ArrayList<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      Var var = order.get(i);
      if (!needed.contains(var)) {
        continue;
      }
      Var copy = new Var(var.name(), var.type());
      copies.put(var, copy);
      if (scope.kind == Scope.Kind.TOP && handable.contains(var)) {
        handed.put(var, copy);
        continue;
      }
      Expr init = scope.again.get(var);
      if (init != null && isWorthwhile(init, scope, needed)) {
        needed.addAll(localReads(init, scope));
        again.add(0, new Stmt.Declare(var, init));
      } else {
        recorded.add(var);
      }
    }
    List<Stmt> all = new ArrayList<>();
    List<Stmt> pushes = new ArrayList<>();
    for (Var var : recorded) {
      Var slot = new Var(var.name(), var.type());
      pushes.add(0, new Stmt.Push(slot, var.read()));
      all.add(new Stmt.Declare(var, new Expr.Pop(slot)));
    }
    scope.forward.addAll(pushes);
    all.addAll(again);
    all.addAll(reverse);
    copied.putAll(copies);
    return new Renaming(copies).block(new Block(all)).stmts();
  }

  private static Set<Var> localReads(Expr e, Scope scope) {
    Set<Var> reads = new LinkedHashSet<>(Walk.reads(e));
    reads.retainAll(scope.declared);
    return reads;
  }

  private static boolean isWorthwhile(Expr e, Scope scope, Set<Var> needed) {
    Set<Var> more = localReads(e, scope);
    more.removeAll(needed);
    return more.size() <= 1 && cost(e) <= CHEAP;
  }

  private static int cost(Expr e) {
    int own = 0;
    if (e instanceof Expr.Apply apply) {
      boolean dear =
          e.type().isFloating()
              && (apply.op() instanceof MathOp
                  || apply.op() == Operator.DIV
                  || apply.op() == Operator.REM);
      own = dear ? CHEAP + 1 : 1;
    }
    return own + Walk.children(e).stream().mapToInt(Keeping::cost).sum();
  }
}
