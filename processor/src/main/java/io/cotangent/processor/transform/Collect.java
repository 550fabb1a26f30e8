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
 * Adds up what goes to one element of a shadow: afterwards a straight stretch of code reads and
 * writes such an element once, where nothing in between depends on it.
 */
final class Collect extends Rewriter {
  private final Updates updates;

  private Collect(Updates updates) {
    this.updates = updates;
  }

  /** The function with its updates collected. */
  static Function apply(Function function, Updates updates) {
    return Optimisation.COLLECT.isOn()
        ? function.withBody(new Collect(updates).block(function.body()))
        : function;
  }

  @Override
  public Block block(Block block) {
    List<Stmt> stmts = new ArrayList<>(super.block(block).stmts());
    for (int last = stmts.size() - 1; last > 0; last--) {
      if (updates.term(stmts.get(last)) != null) {
        last = collected(stmts, last);
      }
    }
    return new Block(stmts);
  }

  /** Moves earlier updates of the same element into this one; gives its new position. */
  private int collected(List<Stmt> stmts, int last) {
    Stmt.Store store = (Stmt.Store) stmts.get(last);
    Expr place = new Expr.Load(store.array(), store.index());
    List<Expr> terms =
        new ArrayList<>(List.of(java.util.Objects.requireNonNull(updates.term(store))));
    List<Integer> moved = new ArrayList<>();
    Set<Var> assigned = new HashSet<>();
    boolean alone = true;
    boolean fresh = false;
    for (int i = last - 1; i >= 0 && !fresh && isSimple(stmts.get(i)); i--) {
      Stmt stmt = stmts.get(i);
      assigned.addAll(Walk.written(stmt));
      boolean same =
          stmt instanceof Stmt.Store s
              && s.array().equals(store.array())
              && s.index().equals(store.index());
      Expr term = updates.term(stmt);
      Set<Var> reads = new HashSet<>(Walk.reads(place));
      if (term != null) {
        reads.addAll(Walk.reads(term));
      }
      reads.retainAll(assigned);
      if (same && term != null && reads.isEmpty()) {
        terms.add(0, term);
        moved.add(i);
      } else if (same && isZero(stmt) && alone && reads.isEmpty()) {
        fresh = true;
        moved.add(i);
      } else if (stmt instanceof Stmt.Store) {
        alone = false;
        if (term == null) {
          break;
        }
      }
    }
    if (moved.isEmpty()) {
      return last;
    }
    Expr sum = sum(terms);
    stmts.set(
        last,
        new Stmt.Store(store.array(), store.index(), fresh ? sum : Arithmetic.add(place, sum)));
    moved.forEach(i -> stmts.remove((int) i));
    return last - moved.size();
  }

  private static boolean isZero(Stmt stmt) {
    return stmt instanceof Stmt.Store s && Arithmetic.isConstant(s.value(), 0.0);
  }

  /** The sum of the terms, equal ones taken together. */
  private static Expr sum(List<Expr> terms) {
    Expr sum = null;
    List<Expr> open = new ArrayList<>(terms);
    while (!open.isEmpty()) {
      Expr term = open.remove(0);
      if (open.remove(term)) {
        term = twice(term);
      }
      sum = sum == null ? term : Arithmetic.add(sum, term);
    }
    return java.util.Objects.requireNonNull(sum);
  }

  private static Expr twice(Expr term) {
    if (term instanceof Expr.Apply x && x.op() == Operator.NEG) {
      return Arithmetic.neg(twice(x.args().get(0)));
    } else if (term instanceof Expr.Apply x && x.op() == Operator.MUL) {
      return Arithmetic.mul(twice(x.args().get(0)), x.args().get(1));
    }
    return Arithmetic.mul(Arithmetic.constant(2.0, term.type()), term);
  }

  /** Whether updates may be moved past the statement: it reads no element of a shadow. */
  private boolean isSimple(Stmt stmt) {
    return updates.isPlain(stmt)
        || (stmt instanceof Stmt.Store && (updates.term(stmt) != null || isZero(stmt)));
  }
}
