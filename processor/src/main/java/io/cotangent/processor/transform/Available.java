package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites an expression of the forward sweep into one that has the same value in the reverse
 * sweep: constants, variables that keep their value, and elements that are not overwritten are read
 * again; of everything else the forward sweep keeps the value under a name of its own.
 */
final class Available extends Rewriter {
  private final Facts facts;
  private final Adjoints adjoints;
  private final Scope scope;
  private final Stmt at;

  /** A view from just before the statement {@code at} of {@code scope}. */
  Available(Facts facts, Adjoints adjoints, Scope scope, Stmt at) {
    this.facts = facts;
    this.adjoints = adjoints;
    this.scope = scope;
    this.at = at;
  }

  @Override
  public Expr expr(Expr e) {
    if (e instanceof Expr.Read read) {
      return variable(read.var(), read.var());
    } else if (e instanceof Expr.Load load && !isStable(load)) {
      return kept(load, load);
    } else if (e instanceof Expr.StaticField && facts.writes().isQuiet()) {
      return e;
    } else if (e instanceof Expr.Field
        || e instanceof Expr.StaticField
        || e instanceof Expr.Invoke) {
      return scope.declare(Naming.of(e), e).read();
    }
    return super.expr(e);
  }

  /** The shadow of an array-valued expression, as it was here. */
  Expr shadow(Expr array) {
    if (array instanceof Expr.Read read) {
      return variable(adjoints.shadow(read.var()), read.var());
    } else if (array instanceof Expr.Load load && isStable(load)) {
      return new Expr.Load(shadow(load.array()), expr(load.index()));
    } else if (array instanceof Expr.Load load) {
      return kept(load, adjoints.shadows().of(load));
    }
    return scope.declare("shadow", adjoints.shadows().of(array)).read();
  }

  /**
   * The same statement over names for the elements it reads, evaluated in Java's order, if some of
   * them must be kept: keeping one must not make it throw before another would.
   */
  Stmt inOrder(Stmt stmt) {
    List<Expr> parts = Walk.exprs(stmt);
    Expr value = parts.get(parts.size() - 1);
    List<Expr.Load> loads = ThrowOrder.loads(value);
    boolean keeps = loads.stream().anyMatch(load -> !isStable(load));
    boolean others = parts.size() > 1 && parts.stream().limit(2).anyMatch(ThrowOrder::mayThrow);
    if (!keeps || (loads.size() == 1 && !others)) {
      return stmt;
    }
    List<Stmt> out = new ArrayList<>();
    Rewriter names =
        new Rewriter() {
          @Override
          public Expr expr(Expr e) {
            Var name = scope.loads.get(e);
            return name != null ? name.read() : super.expr(e);
          }
        };
    if (stmt instanceof Stmt.Store store) {
      Expr array = ThrowOrder.mayThrow(store.array()) ? named(store.array()) : store.array();
      Expr index = ThrowOrder.mayThrow(store.index()) ? named(store.index()) : store.index();
      loads.forEach(load -> kept(load, load));
      return new Stmt.Store(array, index, names.expr(store.value()));
    }
    loads.forEach(load -> kept(load, load));
    names.stmt(stmt, out);
    return out.get(0);
  }

  private Expr named(Expr e) {
    return scope.declare(Naming.of(e), e).read();
  }

  /** Whether the element is still the same when the reverse sweep comes by. */
  private boolean isStable(Expr.Load load) {
    return !facts.writes().of(at).contains(facts.aliasing().classOf(load.array()))
        && facts.writes().isStableAfter(at, facts.aliasing().classOf(load.array()));
  }

  private Expr kept(Expr.Load load, Expr value) {
    Var known = scope.loads.get(value);
    if (known == null) {
      known = scope.declare(Naming.of(value), value);
      scope.keep(value, known, load, facts.aliasing().classOf(load.array()));
    }
    return known.read();
  }

  /** The variable itself, or a name for its present value, kept as far out as it is the same. */
  private Expr variable(Var var, Var primal) {
    if (adjoints.isConstant(primal)) {
      return var.read();
    }
    Scope home = scope;
    while (home.parent != null && !home.changes(primal)) {
      home = home.parent;
    }
    Scope keeper = home;
    return keeper.snapshots.computeIfAbsent(var, v -> keeper.snapshot(v, primal)).read();
  }
}
