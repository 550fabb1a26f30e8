package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
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
 * The reverse sweep of a checkpointed loop: from a copy of the state at a step it runs on to a
 * later one, keeps that, reverses what comes after it, and goes on with what came before (A.
 * Griewank, Achieving logarithmic growth of temporal and spatial complexity in reverse automatic
 * differentiation, 1992).
 */
final class CheckpointedSteps {
  private final CheckpointedState state;
  private final HandBack handBack;

  private CheckpointedSteps(CheckpointedState state, HandBack handBack) {
    this.state = state;
    this.handBack = handBack;
  }

  static CheckpointedSteps of(Facts facts, Function loop, HandBack handBack) {
    return new CheckpointedSteps(CheckpointedState.of(facts, loop), handBack);
  }

  /** The split form of the loop. */
  Reverse.Split loop() {
    return new Checkpointed(state, this).split();
  }

  private FunctionId id(String form) {
    return new FunctionId(state.steps().id().key() + "#" + form);
  }

  /** The functions, apart from the split form of the steps. */
  List<Function> all() {
    return List.of(copying(), zeros(), again(), backwards());
  }

  private static List<Expr> reads(List<Var> vars) {
    return vars.stream().<Expr>map(Var::read).toList();
  }

  /** Gives copies of the changing arrays, and the changing numbers, after a stretch of steps. */
  private Function copying() {
    CheckpointedNames names = new CheckpointedNames(state);
    Var from = new Var("from", Type.INT);
    Var to = new Var("to", Type.INT);
    List<Stmt> out = new ArrayList<>();
    List<Var> params = new ArrayList<>(List.of(from, to));
    params.addAll(names.values());
    for (Var array : state.arrays()) {
      Var value = names.value(array);
      Var copy = new Var(value.name() + "Copy", value.type());
      List<Stmt> copied = new ArrayList<>(ArrayLoops.copy(copy, value.read()));
      copied.add(new Stmt.Assign(value, copy.read()));
      out.add(ArrayLoops.unlessNull(value.read(), copied));
    }
    List<Var> targets = state.steps().results().stream().map(names::value).toList();
    out.add(new Stmt.Call(targets, state.steps().id(), reads(params), Span.NONE));
    String name = state.steps().name() + "FromCopies";
    return new Function(id("copying"), name, params, changing(names), new Block(out));
  }

  private List<Var> changing() {
    return state.variables().stream().filter(state::isState).toList();
  }

  private List<Var> changing(CheckpointedNames names) {
    return changing().stream().map(names::value).toList();
  }

  /** A call of {@link #copying}. */
  Stmt.Call copied(Expr from, Expr to, List<Expr> values, List<Var> targets) {
    List<Expr> args = new ArrayList<>(List.of(from, to));
    args.addAll(values);
    return new Stmt.Call(targets, id("copying"), args, Span.NONE);
  }

  /** Gives zeros in the shapes of the changing arrays that carry derivatives. */
  private Function zeros() {
    CheckpointedNames names = new CheckpointedNames(state);
    List<Var> arrays = state.activeArrays().stream().map(names::value).toList();
    List<Var> zeros = state.activeArrays().stream().map(names::bar).toList();
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      out.add(Preaccumulated.declared(zeros.get(i)));
      Stmt made = Preaccumulated.zeros(zeros.get(i), arrays.get(i).read());
      out.add(made);
    }
    return new Function(id("zeros"), state.steps().name() + "Zeros", arrays, zeros, new Block(out));
  }

  /** A call of {@link #zeros}, where there is anything to make. */
  List<Stmt> zeros(List<Expr> like, List<Var> targets) {
    return targets.isEmpty()
        ? List.of()
        : List.of(new Stmt.Call(targets, id("zeros"), like, Span.NONE));
  }

  /** Both sweeps of a stretch of steps, on a state that is not needed any more. */
  private Function again() {
    CheckpointedNames names = new CheckpointedNames(state);
    Var from = new Var("from", Type.INT);
    Var to = new Var("to", Type.INT);
    List<Var> params = new ArrayList<>(List.of(from, to));
    params.addAll(names.values());
    List<Expr> args = new ArrayList<>(reads(params));
    params.addAll(names.bars(state.activeReferences()));
    args.addAll(reads(names.bars(state.activeReferences())));
    params.addAll(names.ends());
    List<Stmt> out = new ArrayList<>();
    List<Var> targets = new ArrayList<>();
    List<Expr> seeds = new ArrayList<>();
    Map<Var, Var> shadows = new HashMap<>();
    for (Var result : state.steps().results()) {
      Var target = new Var(result.name() + "After", result.type());
      out.add(Preaccumulated.declared(target));
      targets.add(target);
    }
    for (Var result : state.steps().results()) {
      if (state.isActive(result) && result.type().isReference()) {
        Var shadow = new Var(result.name() + "AfterBar", result.type());
        out.add(Preaccumulated.declared(shadow));
        shadows.put(result, shadow);
        targets.add(shadow);
      } else if (state.isActive(result)) {
        params.add(names.bar(result));
        seeds.add(names.bar(result).read());
      }
    }
    FunctionId steps = state.steps().id();
    out.add(new Stmt.Call(targets, Reverse.augmented(steps), args, Span.NONE));
    for (Var array : state.activeArrays()) {
      Expr shadow = shadows.getOrDefault(array, names.bar(array)).read();
      out.add(ArrayLoops.unlessNull(shadow, ArrayLoops.add(shadow, names.end(array).read())));
    }
    List<Expr> given = new ArrayList<>();
    for (HandBack.Handed handed : handBack.to(steps)) {
      Var param = state.steps().params().get(handed.param());
      Var own = handed.param() == 0 ? from : handed.param() == 1 ? to : names.value(param);
      given.add(handed.shadow() ? names.bar(param).read() : own.read());
    }
    given.addAll(seeds);
    List<Var> bars = new ArrayList<>();
    for (Var number : state.activeNumbers()) {
      Var bar = new Var(number.name() + "BeforeBar", number.type());
      out.add(Preaccumulated.declared(bar));
      bars.add(bar);
    }
    out.add(new Stmt.Call(bars, Reverse.pullback(steps), given, Span.NONE));
    String name = state.steps().name() + "Again";
    return new Function(steps.again(), name, params, bars, new Block(out));
  }

  /** Reverses steps from the state at the first of them, which is not needed any more. */
  private Function backwards() {
    CheckpointedNames names = new CheckpointedNames(state);
    Var from = new Var("from", Type.INT);
    Var to = new Var("to", Type.INT);
    Var copies = new Var("copies", Type.INT);
    List<Var> numbers = names.numbers();
    List<Var> params = new ArrayList<>(List.of(from, to, copies));
    params.addAll(names.values());
    params.addAll(names.bars(state.activeReferences()));
    params.addAll(names.ends());
    params.addAll(numbers);
    List<Stmt> out = new ArrayList<>();
    Expr several = Exprs.test(Operator.GT, Exprs.minus(to.read(), from.read()), Exprs.constant(1));
    out.add(new Stmt.While(several, rest(names, from, to, copies)));
    List<Expr> args = new ArrayList<>(List.of(from.read(), to.read()));
    args.addAll(reads(names.values()));
    args.addAll(reads(names.bars(state.activeReferences())));
    args.addAll(reads(names.ends()));
    for (Var result : state.steps().results()) {
      if (state.isActive(result) && !result.type().isReference()) {
        args.add(names.bar(result).read());
      }
    }
    List<Var> befores = new ArrayList<>();
    List<Stmt> taken = new ArrayList<>();
    for (Var number : state.activeNumbers()) {
      Var before = new Var(number.name() + "BeforeBar", number.type());
      Var bar = names.bar(number);
      out.add(Preaccumulated.declared(before));
      befores.add(before);
      Expr sum =
          state.isAssigned(number) ? before.read() : Arithmetic.add(bar.read(), before.read());
      taken.add(new Stmt.Assign(bar, sum));
    }
    out.add(new Stmt.Call(befores, state.steps().id().again(), args, Span.NONE));
    out.addAll(taken);
    String name = state.steps().name() + "Backwards";
    return new Function(id("backwards"), name, params, numbers, new Block(out));
  }

  private Block rest(CheckpointedNames names, Var from, Var to, Var copies) {
    List<Stmt> out = new ArrayList<>();
    Var middle = new Var("middle", Type.INT);
    Expr split =
        Arithmetic.support(
            "Checkpoints", "middle", Type.INT, from.read(), to.read(), copies.read());
    out.add(new Stmt.Declare(middle, split));
    Map<Var, Var> values = new HashMap<>();
    Map<Var, Var> bars = new HashMap<>();
    List<Var> targets = new ArrayList<>();
    for (Var variable : changing()) {
      Var value = new Var("middle" + upper(variable.name()), variable.type());
      out.add(Preaccumulated.declared(value));
      values.put(variable, value);
      targets.add(value);
    }
    out.add(copied(from.read(), middle.read(), reads(names.values()), targets));
    out.addAll(Checkpointed.apart(state, v -> values.getOrDefault(v, names.value(v))));
    List<Expr> like = new ArrayList<>();
    List<Var> zeros = new ArrayList<>();
    for (Var array : state.activeArrays()) {
      Var bar = new Var("middle" + upper(array.name()) + "Bar", array.type());
      out.add(Preaccumulated.declared(bar));
      bars.put(array, bar);
      zeros.add(bar);
      like.add(Objects.requireNonNull(values.get(array)).read());
    }
    out.addAll(zeros(like, zeros));
    List<Expr> args =
        new ArrayList<>(
            List.of(middle.read(), to.read(), Exprs.minus(copies.read(), Exprs.constant(1))));
    state.variables().forEach(v -> args.add(values.getOrDefault(v, names.value(v)).read()));
    state.activeReferences().forEach(v -> args.add(bars.getOrDefault(v, names.bar(v)).read()));
    args.addAll(reads(names.ends()));
    args.addAll(reads(names.numbers()));
    out.add(new Stmt.Call(names.numbers(), id("backwards"), args, Span.NONE));
    for (Var array : state.activeArrays()) {
      out.add(new Stmt.Assign(names.end(array), Objects.requireNonNull(bars.get(array)).read()));
    }
    out.add(new Stmt.Assign(to, middle.read()));
    return new Block(out);
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** A call of {@link #backwards}: all steps before one, from the state at the first. */
  Stmt.Call reversed(Expr to, Expr copies, List<Expr> rest, List<Var> bars) {
    List<Expr> args = new ArrayList<>(List.of(Exprs.constant(0), to, copies));
    args.addAll(rest);
    return new Stmt.Call(bars, id("backwards"), args, Span.NONE);
  }
}
