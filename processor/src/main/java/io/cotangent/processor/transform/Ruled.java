package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The derivatives of a function that a rule tells: calls of the rule's functions. */
final class Ruled {
  private final Facts facts;
  private final Function function;
  private final CustomRule rule;
  private final UnaryOperator<Var> shadow;

  /**
   * The forms of one function.
   *
   * @param shadow the tangent or adjoint of a parameter or result
   */
  Ruled(Facts facts, Function function, CustomRule rule, UnaryOperator<Var> shadow) {
    this.facts = facts;
    this.function = function;
    this.rule = rule;
    this.shadow = shadow;
  }

  private boolean isActive(Var var) {
    return facts.activity().isActive(var);
  }

  /** The value as the function computes it, then the tangent as the rule does. */
  Block forward() {
    List<Stmt> out = new ArrayList<>(value());
    tangent(out);
    return new Block(out);
  }

  private List<Stmt> value() {
    List<Stmt> out = new ArrayList<>();
    function.results().forEach(r -> out.add(declared(r)));
    out.add(new Stmt.Call(function.results(), function.id(), arguments(), Span.NONE));
    return out;
  }

  /** The forward form in two halves: the arguments are kept for the second. */
  Replay.Halves halves() {
    List<Stmt> recorded = new ArrayList<>(value());
    List<Stmt> replay = new ArrayList<>();
    List<Var> kept = new ArrayList<>(function.params());
    kept.addAll(caught());
    for (Var var : kept) {
      recorded.add(new Stmt.Push(var, held(var, recorded)));
      replay.add(new Stmt.Declare(var, new Expr.Next(var)));
    }
    tangent(replay);
    return new Replay.Halves(
        new Function(
            Replay.recorded(function.id()),
            function.name() + "Recorded",
            function.params(),
            function.results(),
            new Block(recorded)),
        new Function(
            Replay.replay(function.id()),
            function.name() + "Replay",
            tangents(function.params()),
            tangents(function.results()),
            new Block(replay)));
  }

  /** A value for all runs of the second half: its arrays are nobody's, and no run's own. */
  private static Expr held(Var var, List<Stmt> out) {
    if (!var.type().isArray()) {
      return var.read();
    }
    Var copy = new Var(var.name() + "Copy", var.type());
    out.add(new Stmt.Declare(copy, Arithmetic.support("Trees", "copy", var.type(), var.read())));
    return copy.read();
  }

  private List<Var> tangents(List<Var> vars) {
    return vars.stream().filter(this::isActive).map(shadow).toList();
  }

  /** The tangent as the rule computes it, where the arguments are at hand. */
  private void tangent(List<Stmt> out) {
    Var result = function.results().get(0);
    if (!isActive(result)) {
      return;
    }
    List<Expr> args = new ArrayList<>(arguments());
    for (int i : rule.params()) {
      Var param = function.params().get(i);
      args.add(isActive(param) ? shadow.apply(param).read() : zero(param, out));
    }
    Var dot = shadow.apply(result);
    FunctionId jvp = rule.jvp().orElseThrow();
    Var given = new Var(dot.name(), dot.type());
    out.add(declared(given));
    Stmt call = new Stmt.Call(List.of(given), jvp, args, Span.NONE);
    if (!dot.type().isArray()) {
      out.addAll(unlessThrown(List.of(call)));
      out.add(new Stmt.Declare(dot, given.read()));
      return;
    }
    // The rule may give back an array that it was given.
    Var copy = new Var(dot.name(), dot.type());
    List<Stmt> tangent = new ArrayList<>(List.of(call));
    tangent.addAll(ArrayLoops.copy(copy, given.read()));
    tangent.add(new Stmt.Assign(dot, copy.read()));
    out.add(declared(dot));
    out.addAll(unlessThrown(tangent));
  }

  private List<Expr> arguments() {
    return function.params().stream().<Expr>map(Var::read).toList();
  }

  private static Expr zero(Var like, List<Stmt> out) {
    if (!like.type().isArray()) {
      return Exprs.defaultValue(like.type());
    }
    Var zeros = new Var(like.name() + "Dot", like.type());
    out.addAll(ArrayLoops.zeros(zeros, like.read()));
    return zeros.read();
  }

  /** The forward sweep: the value, and on the tape what the rule will ask for. */
  Block augmented(List<Var> slots) {
    List<Stmt> out = new ArrayList<>();
    Var result = function.results().get(0);
    out.addAll(value());
    if (result.type().isArray() && isActive(result)) {
      Var zeros = new Var(result.name() + "Bar", result.type());
      List<Stmt> made = new ArrayList<>(ArrayLoops.zeros(zeros, result.read()));
      made.add(new Stmt.Assign(shadow.apply(result), zeros.read()));
      out.add(declared(shadow.apply(result)));
      out.addAll(unlessThrown(made));
    }
    for (Var kept : kept()) {
      Var slot = new Var(kept.name(), kept.type());
      slots.add(slot);
      out.add(new Stmt.Push(slot, value(kept, out)));
    }
    return new Block(out);
  }

  /** What the reverse sweep reads: arguments, shadows of those that are active, the result's. */
  private List<Var> kept() {
    List<Var> kept = new ArrayList<>(function.params());
    function.params().stream()
        .filter(p -> p.type().isReference() && isActive(p))
        .forEach(p -> kept.add(shadow.apply(p)));
    Var result = function.results().get(0);
    if (result.type().isReference() && isActive(result)) {
      kept.add(shadow.apply(result));
    }
    kept.addAll(caught());
    return kept;
  }

  /** Where the exception is that the function ended in, if it gives it back. */
  private List<Var> caught() {
    return function.results().subList(1, function.results().size());
  }

  /** What is done with the result, if there is one. */
  private List<Stmt> unlessThrown(List<Stmt> stmts) {
    return caught().isEmpty()
        ? stmts
        : List.of(
            new Stmt.If(
                Attempts.none(new LinkedHashSet<>(caught())), new Block(stmts), Block.EMPTY));
  }

  private static Stmt declared(Var var) {
    return new Stmt.Declare(var, Exprs.defaultValue(var.type()));
  }

  /** The variable's value; an array's contents where they may be others by then. */
  private Expr value(Var kept, List<Stmt> out) {
    if (!kept.type().isArray() || isStable(original(kept))) {
      return kept.read();
    }
    boolean argument = function.params().contains(kept);
    if (!argument && kept.type().rank() == 1) {
      return kept.read();
    }
    Var copy = new Var(kept.name() + "Copy", kept.type());
    List<Stmt> made =
        argument ? ArrayLoops.copy(copy, kept.read()) : ArrayLoops.spine(copy, kept.read());
    out.addAll(made);
    return copy.read();
  }

  /** What a shadow belongs to; all else belongs to itself. */
  private Var original(Var kept) {
    List<Var> all = new ArrayList<>(function.params());
    all.addAll(function.results());
    return all.stream()
        .filter(v -> v.type().isReference() && isActive(v) && shadow.apply(v) == kept)
        .findFirst()
        .orElse(kept);
  }

  private boolean isStable(Var array) {
    List<Stmt> stmts = function.body().stmts();
    Stmt last = stmts.get(stmts.size() - 1);
    return facts.aliasing().reachable(facts.aliasing().classOf(array)).stream()
        .allMatch(node -> facts.writes().isStableAfter(last, node));
  }

  /** The reverse sweep: the rule's cotangents go to the parameters' adjoints. */
  Block pullback(List<Var> slots) {
    List<Stmt> out = new ArrayList<>();
    List<Var> kept = kept();
    for (int i = kept.size() - 1; i >= 0; i--) {
      out.add(new Stmt.Declare(kept.get(i), new Expr.Pop(slots.get(i))));
    }
    List<Var> bars = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (int i : rule.params()) {
      Var param = function.params().get(i);
      boolean scalar = !param.type().isArray();
      Var bar = scalar && isActive(param) ? shadow.apply(param) : named(param);
      out.add(declared(bar));
      bars.add(bar);
      if (!scalar && isActive(param)) {
        after.addAll(ArrayLoops.add(shadow.apply(param).read(), bar.read()));
      }
    }
    Var result = function.results().get(0);
    if (isActive(result)) {
      List<Expr> args = new ArrayList<>(arguments());
      args.add(shadow.apply(result).read());
      after.add(0, new Stmt.Call(bars, rule.vjp().orElseThrow(), args, Span.NONE));
      out.addAll(unlessThrown(after));
    }
    Map<Var, Var> own = new HashMap<>();
    kept.forEach(v -> own.put(v, new Var(v.name(), v.type())));
    return new Renaming(own).block(new Block(out));
  }

  private static Var named(Var param) {
    return new Var(param.name() + "Bar", param.type());
  }
}
