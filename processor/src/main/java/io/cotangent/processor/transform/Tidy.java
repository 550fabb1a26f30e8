package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Clears away what a transform wrote too much: a zero that is only added to, an adjoint that is zeroed
 * where nobody reads it again, a variable that is declared long before it has a value.
 */
final class Tidy extends Rewriter {
  private final Set<Var> adjoints;
  private final Set<Var> results;

  private Tidy(Set<Var> adjoints, Set<Var> results) {
    this.adjoints = adjoints;
    this.results = results;
  }

  /**
   * The tidied function.
   *
   * @param adjoints the variables that hold adjoints, of which {@code 0 + x} may be written {@code x}
   */
  static Function apply(Function function, Set<Var> adjoints) {
    Tidy tidy = new Tidy(adjoints, new HashSet<>(function.results()));
    return function.withBody(tidy.block(function.body()));
  }

  @Override
  public Block block(Block block) {
    List<Stmt> stmts = new ArrayList<>(super.block(block).stmts());
    dropDeadStores(stmts);
    for (int i = stmts.size() - 1; i >= 0; i--) {
      if (stmts.get(i) instanceof Stmt.Declare d && d.init() instanceof Expr.Const) {
        sink(stmts, i, d);
      }
    }
    dropDeadStores(stmts);
    return new Block(stmts);
  }

  /** Moves a declaration to the first statement that mentions its variable. */
  private void sink(List<Stmt> stmts, int from, Stmt.Declare d) {
    int to = from + 1;
    while (to < stmts.size() && !mentions(stmts.get(to), d.var())) {
      to++;
    }
    if (to == stmts.size()) {
      if (!results.contains(d.var())) {
        stmts.remove(from);
      }
      return;
    }
    Stmt first = stmts.get(to);
    if (first instanceof Stmt.Assign a && a.var() == d.var()) {
      Expr value = startValue(a);
      if (!Walk.reads(value).contains(d.var())) {
        stmts.set(to, new Stmt.Declare(d.var(), value));
        stmts.remove(from);
        return;
      }
    }
    boolean call = first instanceof Stmt.Call && to == from + 1;
    if (adjoints.contains(d.var()) && !call) {
      stmts.add(to, d);
      stmts.remove(from);
    }
  }

  /** The value of an assignment to a variable that is zero. */
  private Expr startValue(Stmt.Assign a) {
    Expr own = a.var().read();
    if (adjoints.contains(a.var())
        && a.value() instanceof Expr.Apply sum
        && sum.args().get(0).equals(own)) {
      if (sum.op() == Operator.ADD) {
        return sum.args().get(1);
      } else if (sum.op() == Operator.SUB) {
        return Arithmetic.neg(sum.args().get(1));
      }
    }
    return a.value();
  }

  private void dropDeadStores(List<Stmt> stmts) {
    Set<Var> own = new HashSet<>(Walk.declared(new Block(stmts)));
    own.retainAll(adjoints);
    own.removeAll(results);
    Set<Var> later = new HashSet<>();
    for (int i = stmts.size() - 1; i >= 0; i--) {
      Stmt stmt = stmts.get(i);
      boolean dead =
          stmt instanceof Stmt.Assign a
              && own.contains(a.var())
              && !later.contains(a.var())
              && !mayThrow(a.value());
      if (dead) {
        stmts.remove(i);
      } else {
        mentioned(stmt, later);
      }
    }
  }

  private static boolean mayThrow(Expr e) {
    return Walk.any(
        e,
        x ->
            !(x instanceof Expr.Const
                || x instanceof Expr.Read
                || x instanceof Expr.Cast
                || (x instanceof Expr.Apply && x.type().isFloating())));
  }

  private static boolean mentions(Stmt stmt, Var var) {
    Set<Var> all = new HashSet<>();
    mentioned(stmt, all);
    return all.contains(var);
  }

  private static void mentioned(Stmt stmt, Set<Var> all) {
    all.addAll(Walk.written(stmt));
    Walk.exprs(stmt).forEach(e -> all.addAll(Walk.reads(e)));
    Walk.blocks(stmt).forEach(b -> b.stmts().forEach(inner -> mentioned(inner, all)));
  }
}
