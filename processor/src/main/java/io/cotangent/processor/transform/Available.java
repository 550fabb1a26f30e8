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
    } else if (isPlace(e)) {
      return isStable(e) ? super.expr(e) : kept(e, e);
    } else if (e instanceof Expr.StaticField && facts.writes().isQuiet()) {
      return e;
    } else if (e instanceof Expr.Field
        || e instanceof Expr.StaticField
        || e instanceof Expr.Invoke) {
      return scope.declare(Naming.of(e), e).read();
    }
    return super.expr(e);
  }

  private static boolean isPlace(Expr e) {
    return e instanceof Expr.Load || (e instanceof Expr.Field field && field.isOfStruct());
  }

  /** Where the adjoint of an element or field of floating type is. */
  Expr adjoint(Expr place) {
    return place instanceof Expr.Load load
        ? new Expr.Load(shadow(load.array()), expr(load.index()))
        : adjoint((Expr.Field) place);
  }

  private Expr adjoint(Expr.Field field) {
    return new Expr.Field(shadow(field.receiver()), field.name(), field.type());
  }

  /** The shadow of a reference, as it was here. */
  Expr shadow(Expr array) {
    if (array instanceof Expr.Read read) {
      return variable(adjoints.shadow(read.var()), read.var());
    } else if (array instanceof Expr.Cast cast) {
      return new Expr.Cast(cast.type(), shadow(cast.operand()));
    } else if (isPlace(array) && !isStable(array)) {
      return kept(array, adjoints.shadows().of(array));
    } else if (isPlace(array)) {
      return adjoint(array);
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
    List<Expr> loads = ThrowOrder.places(value);
    boolean keeps = loads.stream().anyMatch(load -> !isStable(load));
    boolean others = parts.subList(0, parts.size() - 1).stream().anyMatch(ThrowOrder::mayThrow);
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
    if (stmt instanceof Stmt.Put put) {
      Expr receiver = ThrowOrder.mayThrow(put.receiver()) ? named(put.receiver()) : put.receiver();
      loads.forEach(load -> kept(load, load));
      return new Stmt.Put(receiver, put.name(), names.expr(put.value()));
    }
    loads.forEach(load -> kept(load, load));
    names.stmt(stmt, out);
    return out.get(0);
  }

  private Expr named(Expr e) {
    return scope.declare(Naming.of(e), e).read();
  }

  /** Whether the element or field is still the same when the reverse sweep comes by. */
  private boolean isStable(Expr place) {
    return !facts.writes().of(at).contains(facts.aliasing().home(place))
        && facts.writes().isStableAfter(at, facts.aliasing().home(place));
  }

  private Expr kept(Expr place, Expr value) {
    Var known = scope.loads.get(value);
    if (known == null) {
      known = scope.declare(Naming.of(value), value);
      scope.keep(value, known, place, facts.aliasing().home(place));
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
