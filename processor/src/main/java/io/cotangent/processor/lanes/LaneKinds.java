package io.cotangent.processor.lanes;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What differs from item to item, what is the same for all, and what is needed only as the sum over
 * the items. The last are adjoints of what all items share: all that is done with them is linear,
 * with factors that all items share, and ends in such sums.
 */
final class LaneKinds {
  private final Block body;
  private final ArrayClasses classes;
  private final Set<Var> given;
  private final Set<Var> lanes = new HashSet<>();
  private final Set<Var> sums;
  private final Set<Var> tainted = new HashSet<>();
  private final Set<Var> stacked = new HashSet<>();

  /** What differs from item to item in the function of an operation, its roles those of a form. */
  static LaneKinds of(String name, Entry entry, Function function, List<Integer> over) {
    Set<Var> given = new HashSet<>();
    Set<Var> notSums = new HashSet<>();
    for (int i = 0; i < entry.paramRoles().size(); i++) {
      Role role = entry.paramRoles().get(i);
      Var param = function.params().get(i);
      boolean batched = role.kind() == Kind.SEED ? name.equals("vjp") : over.contains(role.param());
      if (batched) {
        given.add(param);
      }
      if (batched || !isCotangent(role)) {
        notSums.add(param);
      }
    }
    for (int i = 0; i < entry.resultRoles().size(); i++) {
      Role role = entry.resultRoles().get(i);
      if (!isCotangent(role) || over.contains(role.param())) {
        notSums.add(function.results().get(i));
      }
    }
    return new LaneKinds(function, new ArrayClasses(function.body()), given, notSums);
  }

  private static boolean isCotangent(Role role) {
    return role.kind() == Kind.ADJOINT || role.kind() == Kind.ADJOINT_TANGENT;
  }

  /**
   * Finds the kinds.
   *
   * @param given what differs from item to item from the start
   * @param notSums what is needed for each item
   */
  private LaneKinds(Function function, ArrayClasses classes, Set<Var> given, Set<Var> notSums) {
    body = function.body();
    this.classes = classes;
    this.given = new HashSet<>();
    given.forEach(v -> this.given.add(classes.of(v)));
    sums = new SumCandidates(classes, function).all();
    notSums.forEach(v -> sums.remove(classes.of(v)));
    sums.removeAll(this.given);
    do {
      spread();
    } while (new SumChecks(this).removeFrom(sums));
    sums.retainAll(tainted);
    spread();
  }

  /** Finds all that differs, what is summed as it is known now. */
  private void spread() {
    lanes.clear();
    tainted.clear();
    lanes.addAll(given);
    int before;
    do {
      before = lanes.size() + tainted.size() + stacked.size();
      block(body, false, Set.of());
    } while (lanes.size() + tainted.size() + stacked.size() > before);
  }

  Block body() {
    return body;
  }

  /** What stands for the class of an array. */
  Var classOf(Expr array) {
    return classes.of(array);
  }

  boolean isLane(Var var) {
    return lanes.contains(classes.of(var));
  }

  boolean isSum(Var var) {
    return sums.contains(classes.of(var));
  }

  /** Whether a slot's values are on a stack for each item: items push and pop on their own. */
  boolean isStacked(Var slot) {
    return stacked.contains(slot);
  }

  /** Whether the array's elements differ from item to item. */
  boolean isLaneArray(Expr array) {
    return lanes.contains(classes.of(array));
  }

  boolean isSumArray(Expr array) {
    return sums.contains(classes.of(array));
  }

  /** Whether the value differs from item to item. */
  boolean differs(Expr e) {
    if (e instanceof Expr.Read read) {
      return !read.type().isArray() && lanes.contains(read.var());
    } else if (e instanceof Expr.Load load) {
      boolean index = differs(load.index()) || differs(load.array());
      if (load.type().isArray()) {
        if (index) {
          throw new NotInLanes("a row that differs from item to item");
        }
        return false;
      }
      return index || isLaneArray(load.array());
    } else if (e instanceof Expr.Pop pop) {
      return lanes.contains(pop.slot());
    } else if (e instanceof Expr.Conditional c && c.type().isReference() && differs(c.test())) {
      throw new NotInLanes("a reference that differs from item to item");
    }
    return Walk.children(e).stream().anyMatch(this::differs);
  }

  /** Whether it reads what is summed. */
  boolean readsSum(Expr e) {
    if (e instanceof Expr.Read read && !read.type().isArray()) {
      return sums.contains(read.var());
    } else if (e instanceof Expr.Pop pop && !pop.type().isArray()) {
      return sums.contains(pop.slot());
    } else if (e instanceof Expr.Load load && !load.type().isArray() && isSumArray(load.array())) {
      return true;
    }
    return Walk.children(e).stream().anyMatch(this::readsSum);
  }

  private boolean readsTainted(Expr e) {
    if (e instanceof Expr.Read read && !read.type().isArray()) {
      return tainted.contains(read.var());
    } else if (e instanceof Expr.Pop pop && !pop.type().isArray()) {
      return tainted.contains(pop.slot());
    } else if (e instanceof Expr.Load load && !load.type().isArray()) {
      return tainted.contains(classes.of(load.array())) || readsTainted(load.array());
    }
    return Walk.children(e).stream().anyMatch(this::readsTainted);
  }

  private void block(Block block, boolean diverged, Set<Var> inner) {
    Set<Var> declared = new HashSet<>(inner);
    for (Stmt s : block.stmts()) {
      stmt(s, diverged, declared);
    }
  }

  private void stmt(Stmt s, boolean diverged, Set<Var> inner) {
    if (s instanceof Stmt.Declare d) {
      if (diverged) {
        inner.add(d.var());
      }
      write(d.var(), d.init(), false);
      slot(d.init(), diverged);
    } else if (s instanceof Stmt.Assign a) {
      write(a.var(), a.value(), diverged && !inner.contains(a.var()));
      slot(a.value(), diverged);
    } else if (s instanceof Stmt.Store store && !store.value().type().isArray()) {
      boolean differs = diverged || differs(store.index());
      mark(classes.of(store.array()), store.value(), differs);
    } else if (s instanceof Stmt.Store && diverged) {
      throw new NotInLanes("a row that differs from item to item");
    } else if (s instanceof Stmt.Push push) {
      if (push.slot().type().isArray()) {
        if (diverged) {
          throw new NotInLanes("an array kept by some items");
        }
      } else {
        mark(push.slot(), push.value(), diverged);
        if (diverged) {
          stacked.add(push.slot());
        }
      }
    } else if (s instanceof Stmt.Counted loop) {
      boolean differs = diverged || differs(loop.from()) || differs(loop.bound());
      Set<Var> within = new HashSet<>(inner);
      within.add(loop.index());
      if (differs(loop.from()) || differs(loop.bound())) {
        lanes.add(loop.index());
      }
      block(loop.body(), differs, within);
    } else {
      boolean differs = diverged || Walk.exprs(s).stream().anyMatch(this::differs);
      for (Block block : Walk.blocks(s)) {
        block(block, differs, inner);
      }
    }
  }

  /** A slot is popped where it was pushed: for all items at once, or for each on its own. */
  private void slot(Expr value, boolean diverged) {
    if (value instanceof Expr.Pop pop && diverged) {
      if (pop.type().isArray()) {
        throw new NotInLanes("an array kept by some items");
      }
      stacked.add(pop.slot());
      lanes.add(pop.slot());
    }
  }

  private void write(Var var, Expr value, boolean conditional) {
    if (var.type().isArray()) {
      if (conditional || differs(value)) {
        throw new NotInLanes("a reference that differs from item to item");
      }
      return;
    }
    mark(var, value, conditional);
  }

  private void mark(Var place, Expr value, boolean always) {
    if (sums.contains(place)) {
      if (always || differs(value) || readsTainted(value)) {
        tainted.add(place);
      }
    } else if (always || differs(value)) {
      lanes.add(place);
    }
  }

  /** The terms of a value that is added up, without the place itself. */
  List<Terms.Term> termsWithout(Expr place, Expr value) {
    List<Terms.Term> terms = Terms.of(value);
    for (int i = 0; i < terms.size(); i++) {
      if (!terms.get(i).isNegative() && terms.get(i).value().equals(place)) {
        terms.remove(i);
        break;
      }
    }
    return terms;
  }

  /** The types that lanes are written for. */
  static boolean isPlain(Type type) {
    return type == Type.DOUBLE || type == Type.INT || type == Type.BOOLEAN;
  }
}
