package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The reverse sweep of a checkpointed loop: takes what the forward sweep kept, and has the steps
 * run backwards.
 */
final class CheckpointedPullback {
  private final Checkpointed kept;
  private final CheckpointedState state;
  private final CheckpointedSteps steps;

  CheckpointedPullback(Checkpointed kept, CheckpointedState state, CheckpointedSteps steps) {
    this.kept = kept;
    this.state = state;
    this.steps = steps;
  }

  Function make() {
    List<Stmt> out = new ArrayList<>();
    Var trips = Preaccumulated.popped(kept.slot(kept.trips()), out);
    List<Var> results = state.loop().results();
    Map<Var, Var> after = new HashMap<>();
    for (int i = results.size() - 1; i >= 0; i--) {
      Var result = results.get(i);
      if (result.type().isReference() && state.isActive(result)) {
        after.put(result, Preaccumulated.popped(kept.after(result), out));
      }
    }
    Map<Var, Var> before = new HashMap<>();
    Map<Var, Var> values = new HashMap<>();
    for (int i = state.variables().size() - 1; i >= 0; i--) {
      Var variable = state.variables().get(i);
      Var outer = state.outer(variable);
      if (state.isActive(variable) && outer.type().isReference()) {
        before.put(outer, Preaccumulated.popped(kept.bar(outer), out));
      }
      values.put(variable, Preaccumulated.popped(kept.slot(variable), out));
    }
    Var copies = Preaccumulated.popped(kept.slot(kept.copies()), out);
    List<Var> seeds = new ArrayList<>();
    Map<Var, Var> numbers = new HashMap<>();
    for (Var result : results) {
      if (!result.type().isReference() && state.isActive(result)) {
        Var seed = new Var(result.name() + "Bar", result.type());
        seeds.add(seed);
        numbers.put(result, seed);
      }
    }
    List<Var> bars = new ArrayList<>();
    for (Var param : state.loop().params()) {
      if (!param.type().isReference() && state.isActive(param)) {
        Var bar = numbers.computeIfAbsent(param, p -> new Var(p.name() + "Bar", p.type()));
        if (!seeds.contains(bar)) {
          out.add(Preaccumulated.declared(bar));
        }
        bars.add(bar);
      }
    }
    Expr runs = Exprs.test(Operator.GT, trips.read(), Exprs.constant(0));
    Block reversed = new Block(reversed(trips, copies, values, before, after, numbers));
    out.add(new Stmt.If(runs, reversed, Block.EMPTY));
    return new Function(
        Reverse.pullback(state.loop().id()),
        state.loop().name() + "Pullback",
        seeds,
        bars,
        new Block(out));
  }

  /** Runs backwards on a copy of the copy: the reverse sweep may come by again. */
  private List<Stmt> reversed(
      Var trips,
      Var copies,
      Map<Var, Var> values,
      Map<Var, Var> before,
      Map<Var, Var> after,
      Map<Var, Var> numbers) {
    List<Stmt> out = new ArrayList<>();
    Map<Var, Var> own = new HashMap<>(values);
    List<Var> changing = new ArrayList<>();
    for (Var variable : state.variables()) {
      if (state.isState(variable)) {
        Var work = new Var(variable.name(), variable.type());
        out.add(Preaccumulated.declared(work));
        own.put(variable, work);
        changing.add(work);
      }
    }
    List<Expr> given = new ArrayList<>();
    state.variables().forEach(v -> given.add(Objects.requireNonNull(values.get(v)).read()));
    out.add(steps.copied(Exprs.constant(0), Exprs.constant(0), given, changing));
    Map<Var, Var> work = new HashMap<>();
    List<Var> zeros = new ArrayList<>();
    List<Expr> like = new ArrayList<>();
    for (Var array : state.activeArrays()) {
      Var bar = new Var(array.name() + "BeforeBar", array.type());
      out.add(Preaccumulated.declared(bar));
      work.put(array, bar);
      zeros.add(bar);
      like.add(Objects.requireNonNull(own.get(array)).read());
    }
    out.addAll(steps.zeros(like, zeros));
    List<Expr> args = new ArrayList<>();
    state.variables().forEach(v -> args.add(Objects.requireNonNull(own.get(v)).read()));
    for (Var variable : state.activeReferences()) {
      Var bar = work.get(variable);
      args.add(
          (bar != null ? bar : Objects.requireNonNull(before.get(state.outer(variable)))).read());
    }
    for (Var array : state.activeArrays()) {
      Var outer = state.outer(array);
      Var last =
          Objects.requireNonNull(after.containsKey(outer) ? after.get(outer) : before.get(outer));
      args.add(Checkpointed.copy(last, out));
      out.add(ArrayLoops.unlessNull(last.read(), ArrayLoops.fill(last.read(), 0)));
    }
    List<Var> bars = new ArrayList<>();
    for (Var number : state.activeNumbers()) {
      Var bar = Objects.requireNonNull(numbers.get(state.outer(number)));
      bars.add(bar);
      args.add(bar.read());
    }
    Expr limited = Arithmetic.support("Checkpoints", "copies", Type.INT, copies.read());
    out.add(steps.reversed(trips.read(), limited, args, bars));
    for (Var array : state.activeArrays()) {
      Expr target = Objects.requireNonNull(before.get(state.outer(array))).read();
      Expr source = Objects.requireNonNull(work.get(array)).read();
      out.add(ArrayLoops.unlessNull(target, ArrayLoops.add(target, source)));
    }
    return out;
  }
}
