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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clears away what a transform wrote too much: a zero that is only added to, an adjoint that is
 * zeroed where nobody reads it again, a variable that is declared long before it has a value.
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
   * @param adjoints the variables that hold adjoints, of which {@code 0 + x} may be written {@code
   *     x}
   */
  static Function apply(Function function, Set<Var> adjoints) {
    Tidy tidy = new Tidy(adjoints, new HashSet<>(function.results()));
    return Copies.propagate(function.withBody(tidy.block(function.body())), adjoints);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Attempt) {
      // What it declares may be used after it.
      out.add(s);
    } else {
      super.stmt(s, out);
    }
  }

  @Override
  public Block block(Block block) {
    List<Stmt> stmts = new ArrayList<>(super.block(block).stmts());
    dropDeadStores(stmts);
    List<Stmt> sunk = sunk(stmts);
    dropDeadStores(sunk);
    return new Block(sunk);
  }

  /**
   * The statements, each declaration of a constant moved to where its variable is first mentioned.
   */
  private List<Stmt> sunk(List<Stmt> stmts) {
    Map<Var, List<Integer>> mentions = new HashMap<>();
    for (int i = 0; i < stmts.size(); i++) {
      int at = i;
      Set<Var> here = new HashSet<>();
      mentioned(stmts.get(i), here);
      here.forEach(v -> mentions.computeIfAbsent(v, key -> new ArrayList<>()).add(at));
    }
    List<List<Stmt>> placed = new ArrayList<>();
    stmts.forEach(stmt -> placed.add(new ArrayList<>(List.of(stmt))));
    for (int i = stmts.size() - 1; i >= 0; i--) {
      if (stmts.get(i) instanceof Stmt.Declare d && d.init() instanceof Expr.Const) {
        List<Integer> places = mentions.getOrDefault(d.var(), List.of());
        sink(placed, i, d, places.size() > 1 ? places.get(1) : -1);
      }
    }
    return new ArrayList<>(placed.stream().flatMap(List::stream).toList());
  }

  private void sink(List<List<Stmt>> placed, int from, Stmt.Declare d, int to) {
    if (to < 0) {
      if (!results.contains(d.var())) {
        placed.set(from, new ArrayList<>());
      }
      return;
    }
    List<Stmt> there = placed.get(to);
    Stmt first = there.get(there.size() - 1);
    if (first instanceof Stmt.Assign a && a.var() == d.var()) {
      Expr value = startValue(a);
      if (!Walk.reads(value).contains(d.var())) {
        there.set(there.size() - 1, new Stmt.Declare(d.var(), value));
        placed.set(from, new ArrayList<>());
        return;
      }
    }
    boolean call = first instanceof Stmt.Call && to == from + 1;
    if (adjoints.contains(d.var()) && !call) {
      there.add(there.size() - 1, d);
      placed.set(from, new ArrayList<>());
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

  private static void mentioned(Stmt stmt, Set<Var> all) {
    all.addAll(Walk.written(stmt));
    Walk.exprs(stmt).forEach(e -> all.addAll(Walk.reads(e)));
    Walk.blocks(stmt).forEach(b -> b.stmts().forEach(inner -> mentioned(inner, all)));
  }
}
