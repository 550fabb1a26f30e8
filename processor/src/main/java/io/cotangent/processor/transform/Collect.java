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
import java.util.function.Predicate;

/**
 * Adds up what goes to one element of a shadow: afterwards a straight stretch of code reads and
 * writes such an element once, where nothing in between depends on it.
 */
final class Collect extends Rewriter {
  private final Predicate<Var> isShadow;
  private final Predicate<Var> isPrimal;

  private Collect(Predicate<Var> isShadow, Predicate<Var> isPrimal) {
    this.isShadow = isShadow;
    this.isPrimal = isPrimal;
  }

  /**
   * The function with its updates collected.
   *
   * @param isShadow tells variables that lead to adjoints
   * @param isPrimal tells variables that lead to none; a name of which neither is known may lead to
   *     either
   */
  static Function apply(Function function, Predicate<Var> isShadow, Predicate<Var> isPrimal) {
    return Optimisation.COLLECT.isOn()
        ? function.withBody(new Collect(isShadow, isPrimal).block(function.body()))
        : function;
  }

  @Override
  public Block block(Block block) {
    List<Stmt> stmts = new ArrayList<>(super.block(block).stmts());
    for (int last = stmts.size() - 1; last > 0; last--) {
      if (term(stmts.get(last)) != null) {
        last = collected(stmts, last);
      }
    }
    return new Block(stmts);
  }

  /** Moves earlier updates of the same element into this one; gives its new position. */
  private int collected(List<Stmt> stmts, int last) {
    Stmt.Store store = (Stmt.Store) stmts.get(last);
    Expr place = new Expr.Load(store.array(), store.index());
    List<Expr> terms = new ArrayList<>(List.of(java.util.Objects.requireNonNull(term(store))));
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
      Expr term = term(stmt);
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

  /** What an update of a shadow's element adds; null for other statements. */
  private @org.jspecify.annotations.Nullable Expr term(Stmt stmt) {
    if (!(stmt instanceof Stmt.Store s)
        || !(s.value() instanceof Expr.Apply x)
        || !s.value().type().isFloating()
        || !x.args().get(0).equals(new Expr.Load(s.array(), s.index()))
        || !isShadow(s.array())
        || mayReadShadow(x.args().get(x.args().size() - 1))) {
      return null;
    }
    return x.op() == Operator.ADD
        ? x.args().get(1)
        : x.op() == Operator.SUB ? Arithmetic.neg(x.args().get(1)) : null;
  }

  private boolean isShadow(Expr array) {
    return array instanceof Expr.Load load
        ? isShadow(load.array())
        : array instanceof Expr.Read read && isShadow.test(read.var());
  }

  private boolean mayReadShadow(Expr e) {
    return Walk.any(
        e, x -> x instanceof Expr.Load load && x.type().isFloating() && mayBeShadow(load.array()));
  }

  private boolean mayBeShadow(Expr array) {
    if (array instanceof Expr.Load load) {
      return mayBeShadow(load.array());
    } else if (array instanceof Expr.Field field) {
      return mayBeShadow(field.receiver());
    } else if (array instanceof Expr.Cast cast) {
      return mayBeShadow(cast.operand());
    }
    return !(array instanceof Expr.StaticField)
        && !(array instanceof Expr.Read read && isPrimal.test(read.var()));
  }

  /** Whether updates may be moved past the statement: it reads no element of a shadow. */
  private boolean isSimple(Stmt stmt) {
    if (stmt instanceof Stmt.Declare || stmt instanceof Stmt.Assign) {
      Expr value = Walk.exprs(stmt).get(0);
      return !mayReadShadow(value)
          && !Walk.any(
              value,
              e ->
                  e instanceof Expr.Pop
                      || e instanceof Expr.Invoke
                      || e instanceof Expr.NewArray
                      || e instanceof Expr.CloneArray
                      || e instanceof Expr.NewStruct);
    }
    return stmt instanceof Stmt.Mark
        || (stmt instanceof Stmt.Store && (term(stmt) != null || isZero(stmt)));
  }
}
