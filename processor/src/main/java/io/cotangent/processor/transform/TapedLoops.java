package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counted loops that push the same in every step, with the loops that pop it again: as often, in
 * the other direction, and with nothing else on the tape in between.
 */
final class TapedLoops {
  /** The stacks of a tape that have places. */
  private enum Stack {
    DOUBLES,
    INTS,
    OTHER;

    static Stack of(Var slot) {
      if (!(slot.type() instanceof Type.Primitive type) || type == Type.Primitive.LONG) {
        return OTHER;
      }
      return type.isFloating() ? DOUBLES : INTS;
    }
  }

  /** A loop that pushes and one that pops, and the slots in the order of the pushes. */
  record Pair(Stmt.Counted pushing, Stmt.Counted popping, List<Var> slots) {
    void addTo(Map<Stmt.Counted, List<Var>> loops) {
      loops.computeIfAbsent(pushing, key -> new ArrayList<>()).addAll(slots);
      loops.computeIfAbsent(popping, key -> new ArrayList<>()).addAll(slots);
    }
  }

  /** What is done to the tape at one place. */
  private record Use(Var slot, boolean pushes, Stmt.Counted loop) {}

  private final Set<FunctionId> taped;
  private final Map<Stmt.Counted, TripCounts> loops = new IdentityHashMap<>();
  private final Map<Var, List<Use>> uses = new HashMap<>();
  private final Stmt.Counted none;

  private TapedLoops(Set<FunctionId> taped) {
    this.taped = taped;
    Var index = new Var("none", Type.INT);
    none = new Stmt.Counted(index, index.read(), Operator.LT, index.read(), 1, Block.EMPTY);
  }

  static TapedLoops of(Program program, Set<FunctionId> taped) {
    TapedLoops found = new TapedLoops(taped);
    for (Function function : program.functions().values()) {
      found.collect(function.body(), found.none, new TripCounts(function));
    }
    return found;
  }

  private void collect(Block block, Stmt.Counted loop, TripCounts counts) {
    for (Stmt stmt : block.stmts()) {
      if (stmt instanceof Stmt.Push push) {
        note(new Use(push.slot(), true, loop));
      }
      for (Expr e : Walk.exprs(stmt)) {
        Walk.expressions(
            e,
            x -> {
              if (x instanceof Expr.Pop pop) {
                note(new Use(pop.slot(), false, loop));
              } else if (x instanceof Expr.Next next) {
                note(new Use(next.slot(), false, none));
              }
            });
      }
      if (stmt instanceof Stmt.Counted counted) {
        loops.put(counted, counts);
        collect(counted.body(), counted, counts);
      } else {
        Walk.blocks(stmt).forEach(inner -> collect(inner, none, counts));
      }
    }
  }

  private void note(Use use) {
    uses.computeIfAbsent(use.slot(), key -> new ArrayList<>()).add(use);
  }

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    loops.forEach(
        (loop, counts) -> {
          if (counts.isModest(loop)) {
            for (Stack stack : List.of(Stack.DOUBLES, Stack.INTS)) {
              pair(loop, stack, pairs);
            }
          }
        });
    return pairs;
  }

  private void pair(Stmt.Counted pushing, Stack stack, List<Pair> pairs) {
    List<Use> pushes = usesIn(pushing.body(), stack);
    List<Var> slots = new ArrayList<>();
    Stmt.Counted popping = none;
    for (Use push : pushes) {
      List<Use> all = uses.getOrDefault(push.slot(), List.of());
      if (!push.pushes() || push.loop() != pushing || all.size() != 2) {
        return;
      }
      Use pop = all.get(0).pushes() ? all.get(1) : all.get(0);
      if (pop.pushes() || pop.loop() == none || (popping != none && pop.loop() != popping)) {
        return;
      }
      popping = pop.loop();
      slots.add(push.slot());
    }
    if (popping != none
        && popping != pushing
        && isReverse(pushing, popping)
        && !callsTaped(pushing.body())
        && !callsTaped(popping.body())
        && usesIn(popping.body(), stack).size() == slots.size()) {
      pairs.add(new Pair(pushing, popping, slots));
    }
  }

  private static boolean isReverse(Stmt.Counted pushing, Stmt.Counted popping) {
    boolean up = pushing.relation() == Operator.LT || pushing.relation() == Operator.LE;
    return up && pushing.step() == 1 && popping.step() == -1 && popping.relation() == Operator.GE;
  }

  /** All that a loop's body does to a stack, itself and in blocks of its own. */
  private List<Use> usesIn(Block body, Stack stack) {
    List<Use> found = new ArrayList<>();
    Walk.statements(
        body,
        stmt -> {
          if (stmt instanceof Stmt.Push push && Stack.of(push.slot()) == stack) {
            uses.getOrDefault(push.slot(), List.of()).stream()
                .filter(Use::pushes)
                .forEach(found::add);
          }
        });
    Walk.expressions(
        body,
        e -> {
          Var slot =
              e instanceof Expr.Pop pop ? pop.slot() : e instanceof Expr.Next n ? n.slot() : null;
          if (slot != null && Stack.of(slot) == stack) {
            uses.getOrDefault(slot, List.of()).stream()
                .filter(u -> !u.pushes())
                .forEach(found::add);
          }
        });
    return found;
  }

  private boolean callsTaped(Block body) {
    boolean[] calls = new boolean[1];
    Walk.calls(body, call -> calls[0] |= taped.contains(call.callee()));
    return calls[0];
  }
}
