package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
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
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The split form of a loop that keeps copies of its state: the forward sweep runs the loop as it
 * is, and keeps a copy of the state before it; the reverse sweep runs the steps again.
 */
public final class Checkpointed {
  private final CheckpointedState state;
  private final CheckpointedSteps steps;
  private final Map<Var, Var> bars = new HashMap<>();
  private final Map<Var, Var> afters = new HashMap<>();
  private final Map<Var, Var> slots = new HashMap<>();
  private final Map<Var, Var> own = new HashMap<>();

  Checkpointed(CheckpointedState state, CheckpointedSteps steps) {
    this.state = state;
    this.steps = steps;
  }

  /** Where loops are called that can't be run again. */
  public static List<Problem> problems(Facts facts) {
    List<Problem> problems = new ArrayList<>();
    for (Function caller : facts.program().functions().values()) {
      Walk.calls(
          caller.body(),
          call -> {
            Function callee = facts.program().get(call.callee());
            if (CheckpointedState.isFor(facts, callee)) {
              CheckpointObstacles.obstacle(CheckpointedState.of(facts, callee))
                  .map(why -> new Problem(ProblemKind.CHECKPOINT, call.span(), List.of(why)))
                  .ifPresent(problems::add);
            }
          });
    }
    return problems;
  }

  Reverse.Split split() {
    return new Reverse.Split(augmented(), new CheckpointedPullback(this, state, steps).make());
  }

  Var copies() {
    return state.loop().params().get(0);
  }

  Var trips() {
    List<Var> results = state.loop().results();
    return results.get(results.size() - 1);
  }

  /** Where a value of the loop's, or of the steps', waits for the reverse sweep. */
  Var slot(Var variable) {
    return slots.computeIfAbsent(variable, v -> new Var(v.name(), v.type()));
  }

  /** A parameter of the loop in the forward sweep, which keeps its value. */
  private Var own(Var outer) {
    return own.computeIfAbsent(outer, v -> new Var(v.name(), v.type()));
  }

  /** An adjoint, or a shadow before the loop. */
  Var bar(Var outer) {
    return bars.computeIfAbsent(outer, v -> new Var(v.name() + "Bar", v.type()));
  }

  /** The shadow of an array as it is after the loop. */
  Var after(Var outer) {
    return state.loop().results().contains(outer)
        ? afters.computeIfAbsent(outer, v -> new Var(v.name() + "AfterBar", v.type()))
        : bar(outer);
  }

  boolean isActive(Var outer) {
    return state.isActive(outer);
  }

  private List<Var> activeReferences() {
    return state.loop().params().stream()
        .filter(p -> p.type().isReference() && isActive(p))
        .toList();
  }

  private Function augmented() {
    List<Var> params = new ArrayList<>(state.loop().params().stream().map(this::own).toList());
    activeReferences().forEach(p -> params.add(bar(p)));
    List<Stmt> out = new ArrayList<>(apart(state, v -> own(state.outer(v))));
    for (Var array : state.arrays()) {
      if (array.type().rank() > 1) {
        Expr rows = own(state.outer(array)).read();
        Expr name = Exprs.constant("'%s'".formatted(array.name()));
        Expr call = Arithmetic.support("Checkpoints", "requireRows", Type.VOID, rows, name);
        out.add(new Stmt.Eval((Expr.Invoke) call));
      }
    }
    out.add(new Stmt.Push(slot(copies()), own(copies()).read()));
    for (Var variable : state.variables()) {
      Var outer = state.outer(variable);
      boolean copied =
          outer.type().isArray() && (state.isState(variable) || state.isOverwritten(variable));
      out.add(new Stmt.Push(slot(variable), copied ? copy(own(outer), out) : own(outer).read()));
      if (state.isActive(variable) && outer.type().isReference()) {
        out.add(new Stmt.Push(bar(outer), bar(outer).read()));
      }
    }
    List<Expr> args = new ArrayList<>();
    state.loop().params().forEach(p -> args.add(own(p).read()));
    // The parameters keep their values, to tell which of them an array is that comes out.
    List<Var> targets = Preaccumulated.copies(state.loop().results());
    targets.forEach(target -> out.add(Preaccumulated.declared(target)));
    out.add(new Stmt.Call(targets, state.loop().id(), args, Span.NONE));
    List<Var> results = new ArrayList<>(targets);
    for (int i = 0; i < targets.size(); i++) {
      Var result = state.loop().results().get(i);
      if (result.type().isReference() && isActive(result)) {
        Var shadow = after(result);
        out.addAll(shadow(shadow, targets.get(i)));
        out.add(new Stmt.Push(shadow, shadow.read()));
        results.add(shadow);
      }
    }
    out.add(new Stmt.Push(slot(trips()), targets.get(targets.size() - 1).read()));
    return new Function(
        Reverse.augmented(state.loop().id()),
        state.loop().name() + "Augmented",
        params,
        results,
        new Block(out));
  }

  /** Throws where two arrays of the state are one. */
  static List<Stmt> apart(CheckpointedState state, UnaryOperator<Var> names) {
    List<Stmt> out = new ArrayList<>();
    for (List<Var> pair : state.apart()) {
      Var one = pair.get(0);
      Var other = pair.get(1);
      Expr text = Exprs.constant("'%s' and '%s'".formatted(one.name(), other.name()));
      out.add(
          new Stmt.Eval(
              Arithmetic.support(
                  "Checkpoints",
                  "requireApart",
                  Type.VOID,
                  names.apply(one).read(),
                  names.apply(other).read(),
                  text)));
    }
    return out;
  }

  /** A copy of an array; null where there is none. */
  static Expr copy(Var array, List<Stmt> out) {
    Var kept = new Var(array.name() + "Kept", array.type());
    Var copy = new Var(array.name() + "Copy", array.type());
    List<Stmt> copied = new ArrayList<>(ArrayLoops.copy(copy, array.read()));
    copied.add(new Stmt.Assign(kept, copy.read()));
    out.add(Preaccumulated.declared(kept));
    out.add(ArrayLoops.unlessNull(array.read(), copied));
    return kept.read();
  }

  /** The shadow of what comes out: that of the parameter which it is, or a new one. */
  private List<Stmt> shadow(Var shadow, Var result) {
    Stmt made = Preaccumulated.zeros(shadow, result.read());
    Aliasing aliasing = state.facts().aliasing();
    List<Var> same =
        activeReferences().stream()
            .filter(p -> p.type().equals(result.type()))
            .filter(p -> aliasing.classOf(p) == aliasing.classOf(outerOf(shadow)))
            .toList();
    for (Var param : same) {
      made =
          new Stmt.If(
              Exprs.test(Operator.EQ, result.read(), own(param).read()),
              Block.of(new Stmt.Assign(shadow, bar(param).read())),
              Block.of(made));
    }
    return List.of(Preaccumulated.declared(shadow), made);
  }

  private Var outerOf(Var shadow) {
    return afters.entrySet().stream()
        .filter(e -> e.getValue() == shadow)
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
