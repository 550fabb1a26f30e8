package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries what a loop adds to neighbouring elements of a shadow from one iteration to the next in
 * variables (scalar replacement, Callahan, Carr and Kennedy 1990): afterwards each iteration
 * updates one element, which the next one does not wait for.
 *
 * <p>Only loops of straight code that reads no shadow and updates one by one name, so that whatever
 * other names there are don't matter.
 */
final class Carry extends Rewriter {
  private static final int WIDEST = 4;

  private final Updates updates;

  private Carry(Updates updates) {
    this.updates = updates;
  }

  /** The function with such updates carried. */
  static Function apply(Function function, Updates updates) {
    return Optimisation.CARRY.isOn()
        ? function.withBody(new Carry(updates).block(function.body()))
        : function;
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Counted loop && (loop.step() == 1 || loop.step() == -1)) {
      TreeMap<Integer, Stmt.Store> window = window(loop);
      if (window != null) {
        carried(loop, window, out);
        return;
      }
    }
    super.stmt(s, out);
  }

  /** The updates by how far they are from the loop's index; null where they can't be carried. */
  private @Nullable TreeMap<Integer, Stmt.Store> window(Stmt.Counted loop) {
    Set<Var> changed = Walk.allWritten(loop);
    TreeMap<Integer, Stmt.Store> window = new TreeMap<>();
    for (Stmt stmt : loop.body().stmts()) {
      Expr term = updates.term(stmt);
      if (term != null && stmt instanceof Stmt.Store store) {
        Integer offset = offset(store.index(), loop.index());
        boolean one =
            store.array() instanceof Expr.Read read
                && !changed.contains(read.var())
                && window.values().stream().allMatch(s -> s.array().equals(store.array()));
        if (offset == null || !one || window.put(offset, store) != null) {
          return null;
        }
      } else if (!updates.leavesShadows(stmt)) {
        return null;
      }
    }
    boolean narrow = window.size() > 1 && window.lastKey() - window.firstKey() < WIDEST;
    boolean settled = Walk.exprs(loop).stream().allMatch(e -> isSettled(e, changed)) && narrow;
    return settled ? window : null;
  }

  /** Whether the expression, one of a loop's ends, is the same after the loop. */
  private static boolean isSettled(Expr e, Set<Var> changed) {
    return !Walk.any(
        e,
        x ->
            x instanceof Expr.Load
                || x instanceof Expr.Field
                || x instanceof Expr.StaticField
                || x instanceof Expr.Invoke
                || x instanceof Expr.Pop
                || (x instanceof Expr.Read read && changed.contains(read.var())));
  }

  /** How far an index is from the loop's; null if that is not a constant. */
  private static @Nullable Integer offset(Expr index, Var loop) {
    if (index.equals(loop.read())) {
      return 0;
    }
    return index instanceof Expr.Apply x
            && (x.op() == Operator.ADD || x.op() == Operator.SUB)
            && x.args().get(0).equals(loop.read())
            && x.args().get(1) instanceof Expr.Const c
            && c.value() instanceof Integer n
            && n > 0
            && n <= WIDEST
        ? (Integer) (x.op() == Operator.ADD ? n : -n)
        : null;
  }

  private void carried(Stmt.Counted loop, TreeMap<Integer, Stmt.Store> window, List<Stmt> out) {
    int step = loop.step();
    // The element that no later iteration updates, and how many are waiting behind it.
    int ready = step > 0 ? window.firstKey() : window.lastKey();
    int waiting = window.lastKey() - window.firstKey();
    Expr array = window.firstEntry().getValue().array();
    Type type = ((Type.Array) array.type()).element();
    List<Var> carried = new ArrayList<>();
    for (int k = 0; k < waiting; k++) {
      Var var = new Var("carried", type);
      carried.add(var);
      out.add(new Stmt.Declare(var, Arithmetic.constant(0.0, type)));
    }
    List<Stmt> body = new ArrayList<>();
    Map<Integer, Expr> terms = new HashMap<>();
    List<Stmt> stmts = loop.body().stmts();
    for (int i = 0; i < stmts.size(); i++) {
      Stmt stmt = stmts.get(i);
      Expr term = updates.term(stmt);
      if (term == null) {
        body.add(stmt);
        continue;
      }
      Stmt.Store store = (Stmt.Store) stmt;
      int offset = Objects.requireNonNull(offset(store.index(), loop.index()));
      if (offset == ready) {
        Expr place = new Expr.Load(array, store.index());
        Expr sum = Arithmetic.add(carried.get(0).read(), term);
        body.add(new Stmt.Store(array, store.index(), Arithmetic.add(place, sum)));
      } else {
        terms.put((offset - ready) * step, kept(term, stmts.subList(i + 1, stmts.size()), body));
      }
    }
    Expr none = Arithmetic.constant(0.0, type);
    for (int k = 0; k < waiting; k++) {
      Expr next = k + 1 < waiting ? carried.get(k + 1).read() : none;
      body.add(
          new Stmt.Assign(carried.get(k), Arithmetic.add(next, terms.getOrDefault(k + 1, none))));
    }
    out.add(
        new Stmt.Counted(
            loop.index(), loop.from(), loop.relation(), loop.bound(), step, new Block(body)));
    flush(loop, array, ready, carried, out);
  }

  /** The term, under a name if what it reads is assigned later. */
  private static Expr kept(Expr term, List<Stmt> later, List<Stmt> body) {
    Set<Var> assigned = new HashSet<>();
    later.forEach(stmt -> assigned.addAll(Walk.written(stmt)));
    if (term instanceof Expr.Const
        || (term instanceof Expr.Read read && !assigned.contains(read.var()))) {
      return term;
    }
    Var name = new Var("term", term.type());
    body.add(new Stmt.Declare(name, term));
    return name.read();
  }

  /** After the last iteration, if there was any, the elements that are still waiting. */
  private static void flush(
      Stmt.Counted loop, Expr array, int ready, List<Var> carried, List<Stmt> out) {
    int step = loop.step();
    boolean strict = loop.relation() == Operator.LT || loop.relation() == Operator.GT;
    List<Stmt> stores = new ArrayList<>();
    for (int k = 0; k < carried.size(); k++) {
      // One more than the loop's last index, for the next iteration's element.
      int beyond = (strict ? 0 : step) + ready + k * step;
      Expr index = plus(loop.bound(), beyond);
      Expr place = new Expr.Load(array, index);
      stores.add(new Stmt.Store(array, index, Arithmetic.add(place, carried.get(k).read())));
    }
    Expr ran = Exprs.test(loop.relation(), loop.from(), loop.bound());
    out.add(new Stmt.If(ran, new Block(stores), Block.EMPTY));
  }

  /** The sum of an {@code int} and a constant, constants taken together. */
  private static Expr plus(Expr e, int more) {
    if (more == 0) {
      return e;
    } else if (e instanceof Expr.Const c && c.value() instanceof Integer n) {
      return Exprs.constant(n + more);
    } else if (e instanceof Expr.Apply x
        && (x.op() == Operator.ADD || x.op() == Operator.SUB)
        && x.args().get(1) instanceof Expr.Const c
        && c.value() instanceof Integer n) {
      return plus(x.args().get(0), (x.op() == Operator.ADD ? n : -n) + more);
    }
    return more > 0 ? Exprs.plus(e, Exprs.constant(more)) : Exprs.minus(e, Exprs.constant(-more));
  }
}
