package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    } else if (ThrowOrder.isLazy(e) && keepsPartOf(e)) {
      return kept(e, e);
    } else if (isPlace(e)) {
      return isStable(e) ? super.expr(e) : kept(e, e);
    }
    return mustKeep(e) ? named(e) : super.expr(e);
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
    boolean keeps = loads.stream().anyMatch(this::keepsPartOf);
    boolean others = parts.subList(0, parts.size() - 1).stream().anyMatch(ThrowOrder::mayThrow);
    boolean inValue = keeps && (loads.size() > 1 || others);
    // An index that must be kept is found after its array.
    boolean inPlace =
        stmt instanceof Stmt.Store target
            && ThrowOrder.mayThrow(target.array())
            && keepsPartOf(target.index());
    if (!inValue && !inPlace) {
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
      loads.forEach(load -> kept(load, names.expr(load), load));
      return new Stmt.Store(array, index, names.expr(store.value()));
    }
    if (stmt instanceof Stmt.Put put) {
      Expr receiver = ThrowOrder.mayThrow(put.receiver()) ? named(put.receiver()) : put.receiver();
      loads.forEach(load -> kept(load, names.expr(load), load));
      return new Stmt.Put(receiver, put.name(), names.expr(put.value()));
    }
    loads.stream()
        .filter(load -> !load.equals(value))
        .forEach(load -> kept(load, names.expr(load), load));
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

  /** Whether something in the expression must be evaluated now if reverse is to know it. */
  private boolean keepsPartOf(Expr e) {
    return Walk.any(e, part -> isPlace(part) ? !isStable(part) : mustKeep(part));
  }

  private boolean mustKeep(Expr e) {
    return e instanceof Expr.Field
        || e instanceof Expr.Invoke
        || (e instanceof Expr.StaticField && !facts.writes().isQuiet());
  }

  private Expr kept(Expr place, Expr value) {
    return kept(place, value, value);
  }

  private Expr kept(Expr place, Expr computed, Expr value) {
    Var known = scope.loads.get(value);
    if (known == null) {
      known = scope.declare(Naming.of(value), computed);
      Set<Aliasing.Node> homes = new HashSet<>();
      Walk.expressions(
          place,
          part -> {
            if (isPlace(part)) {
              homes.add(facts.aliasing().home(part));
            }
          });
      scope.keep(value, known, place, homes);
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
