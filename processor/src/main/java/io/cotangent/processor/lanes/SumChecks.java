package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what can't be kept as a sum over the items. */
final class SumChecks {
  private final LaneKinds kinds;
  private final Set<Var> wrong = new HashSet<>();

  SumChecks(LaneKinds kinds) {
    this.kinds = kinds;
    block(kinds.body(), false);
  }

  /** Takes it away; whether there was any. */
  boolean removeFrom(Set<Var> sums) {
    return sums.removeAll(wrong);
  }

  private void block(Block block, boolean diverged) {
    block.stmts().forEach(s -> stmt(s, diverged));
  }

  private void stmt(Stmt s, boolean diverged) {
    if (s instanceof Stmt.Declare d) {
      if (diverged) {
        wrong.add(d.var());
      }
      value(d.var(), null, d.init(), diverged);
    } else if (s instanceof Stmt.Assign a) {
      value(a.var(), a.var().read(), a.value(), diverged);
    } else if (s instanceof Stmt.Store store) {
      all(store.index());
      boolean byItem = diverged || kinds.differs(store.index());
      Expr place = new Expr.Load(store.array(), store.index());
      value(kinds.classOf(store.array()), place, store.value(), byItem);
    } else if (s instanceof Stmt.Push push) {
      if (diverged || kinds.differs(push.value())) {
        wrong.add(push.slot());
      }
      value(push.slot(), null, push.value(), diverged);
    } else {
      Walk.exprs(s).forEach(this::all);
      boolean differs = diverged || Walk.exprs(s).stream().anyMatch(kinds::differs);
      Walk.blocks(s).forEach(b -> block(b, differs));
    }
  }

  /** A value goes to a place; {@code byItem} where each item decides on its own whether. */
  private void value(Var to, @Nullable Expr place, Expr value, boolean byItem) {
    if (to.type().isArray() && value.type().isArray()) {
      return;
    }
    if (!kinds.isSum(to)) {
      all(value);
      return;
    }
    if (value instanceof Expr.Pop && kinds.differs(value)) {
      // What each item has kept is taken from the tape for all of them.
      wrong.add(to);
      all(value);
      return;
    }
    List<Terms.Term> terms = place == null ? Terms.of(value) : kinds.termsWithout(place, value);
    boolean accumulates = place != null && terms.size() < Terms.of(value).size();
    if (byItem && !accumulates) {
      wrong.add(to);
    }
    for (Terms.Term term : terms) {
      if (byItem || kinds.differs(term.value())) {
        all(term.value());
      } else {
        linear(term.value());
      }
    }
  }

  /** What the expression reads of sums stands where it may not. */
  private void all(Expr e) {
    if (e instanceof Expr.Read read && !read.type().isArray()) {
      wrong.add(read.var());
    } else if (e instanceof Expr.Pop pop && !pop.type().isArray()) {
      wrong.add(pop.slot());
    } else if (e instanceof Expr.Load load && !load.type().isArray()) {
      wrong.add(kinds.classOf(load.array()));
    }
    Walk.children(e).forEach(this::all);
  }

  private void linear(Expr e) {
    if (!kinds.readsSum(e)) {
      return;
    }
    if (e instanceof Expr.Load load) {
      all(load.index());
    } else if (e instanceof Expr.Apply apply && apply.op() instanceof Operator op) {
      List<Expr> args = apply.args();
      switch (op) {
        case ADD, SUB, NEG -> args.forEach(this::linear);
        case MUL, GUARDED_TIMES -> {
          if (kinds.readsSum(args.get(0)) && !kinds.readsSum(args.get(1))) {
            linear(args.get(0));
          } else if (kinds.readsSum(args.get(0))) {
            all(e);
          } else {
            linear(args.get(1));
          }
        }
        case DIV, GUARDED_DIVIDE -> {
          linear(args.get(0));
          all(args.get(1));
        }
        default -> all(e);
      }
    } else if (e instanceof Expr.Conditional c) {
      all(c.test());
      linear(c.then());
      linear(c.otherwise());
    } else if (!(e instanceof Expr.Read || e instanceof Expr.Pop)) {
      all(e);
    }
  }
}
