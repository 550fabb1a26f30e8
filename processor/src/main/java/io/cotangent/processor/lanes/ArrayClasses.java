package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that must have one layout because variables may refer to either, rows and matrices
 * included; a scalar variable is a class of its own.
 */
final class ArrayClasses {
  private final Map<Var, Var> parents = new HashMap<>();

  ArrayClasses(Block body) {
    Walk.statements(body, this::visit);
  }

  /** What stands for the class. */
  Var of(Var var) {
    Var root = var;
    for (Var next = parents.get(root); next != null; next = parents.get(root)) {
      root = next;
    }
    return root;
  }

  /** What stands for the class of the array that an expression refers to; null has none. */
  Var of(Expr array) {
    Var of = find(array);
    if (of == null) {
      throw new NotInLanes("an array without a name");
    }
    return of(of);
  }

  private void unify(Var a, Expr b) {
    Var other = find(b);
    if (other != null) {
      unify(a, other);
    }
  }

  private void unify(Var a, Var b) {
    Var x = of(a);
    Var y = of(b);
    if (x != y) {
      parents.put(x, y);
    }
  }

  private @Nullable Var find(Expr e) {
    if (e instanceof Expr.Read read) {
      return read.var();
    } else if (e instanceof Expr.Load load) {
      return find(load.array());
    } else if (e instanceof Expr.CloneArray clone) {
      return find(clone.array());
    } else if (e instanceof Expr.Pop pop) {
      return pop.slot();
    } else if (e instanceof Expr.Cast cast) {
      return find(cast.operand());
    } else if (e instanceof Expr.Conditional c) {
      Var then = find(c.then());
      Var otherwise = find(c.otherwise());
      if (then != null && otherwise != null) {
        unify(then, otherwise);
      }
      return then == null ? otherwise : then;
    } else if (e instanceof Expr.Invoke invoke && copies(invoke)) {
      return find(invoke.args().get(0));
    } else if (e instanceof Expr.NewArray || e instanceof Expr.Const) {
      return null;
    }
    throw new NotInLanes("an array from elsewhere");
  }

  /** Whether a call gives an array of the shape of its argument. */
  static boolean copies(Expr.Invoke invoke) {
    return invoke.owner().equals("io.cotangent.runtime.Trees")
        && (invoke.name().equals("zerosLike") || invoke.name().equals("copy"));
  }

  /** Whether an array is added to another, element by element, in the order of the block. */
  static boolean isAddition(Stmt stmt) {
    return stmt instanceof Stmt.Eval eval
        && eval.call().owner().equals("io.cotangent.runtime.Trees")
        && eval.call().name().equals("add")
        && eval.call().args().stream().allMatch(arg -> arg.type().rank() == 1);
  }

  private void visit(Stmt stmt) {
    if (isAddition(stmt)) {
      List<Expr> args = ((Stmt.Eval) stmt).call().args();
      unify(of(args.get(0)), args.get(1));
    }
    if (stmt instanceof Stmt.Declare d && d.var().type().isArray()) {
      unify(d.var(), d.init());
    } else if (stmt instanceof Stmt.Assign a && a.var().type().isArray()) {
      unify(a.var(), a.value());
    } else if (stmt instanceof Stmt.Store s && s.value().type().isArray()) {
      unify(of(s.array()), s.value());
    } else if (stmt instanceof Stmt.Push p && p.slot().type().isArray()) {
      unify(p.slot(), p.value());
    }
  }
}
