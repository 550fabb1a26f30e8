package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The split form of a function that stores its local Jacobian: the forward sweep runs both sweeps
 * of the function, with a cotangent of one, and puts the partials on the tape; the reverse sweep
 * multiplies them by the cotangent that there is.
 */
public final class Preaccumulated {
  private final Facts facts;
  private final Function function;
  private final Map<Var, Var> partials = new LinkedHashMap<>();
  private final Map<Var, Var> shadows = new LinkedHashMap<>();

  Preaccumulated(Facts facts, Function function) {
    this.facts = facts;
    this.function = function;
    for (Var param : function.params()) {
      if (facts.activity().isActive(param)) {
        partials.put(param, new Var(param.name() + "Partial", param.type()));
        shadows.put(param, new Var(param.name() + "Bar", param.type()));
      }
    }
  }

  /** Whether the function is marked and such that this can be done. */
  static boolean isFor(Facts facts, Function function) {
    return gives(facts, function, Type::isFloating);
  }

  private static boolean isMarked(FunctionId id) {
    return Variants.original(Instantiate.source(id)).isPreaccumulated();
  }

  /** Where marked functions are called that have to be differentiated as all others. */
  public static List<Problem> problems(Facts facts) {
    List<Problem> problems = new ArrayList<>();
    for (Function caller : facts.program().functions().values()) {
      Walk.calls(
          caller.body(),
          call -> {
            Function callee = facts.program().get(call.callee());
            if (isMarked(callee.id())) {
              obstacle(facts, callee).ifPresent(why -> problems.add(problem(call, why)));
            }
          });
    }
    return problems;
  }

  private static Problem problem(Stmt.Call call, String why) {
    String name = Variants.original(Instantiate.source(call.callee())).method();
    return new Problem(ProblemKind.PREACCUMULATE, call.span(), List.of(name, why));
  }

  private static Optional<String> obstacle(Facts facts, Function function) {
    List<Var> active = function.params().stream().filter(facts.activity()::isActive).toList();
    for (Var param : active) {
      if (!param.type().carriesDerivative()) {
        return Optional.of(
            "'%s' holds objects that carry derivatives, pass it their numbers"
                .formatted(param.name()));
      }
    }
    Facts own = own(facts, function);
    if (function.results().stream().anyMatch(r -> r.type().isArray())) {
      return Repeatable.obstacle(own, function);
    }
    return active.stream()
        .filter(param -> own.writesTo(function, param))
        .map(param -> "it writes to '%s', let it work on a copy".formatted(param.name()))
        .findFirst();
  }

  /** The facts about the function alone: what its callers do with its result is not its matter. */
  private static Facts own(Facts facts, Function function) {
    List<Var> active = function.params().stream().filter(facts.activity()::isActive).toList();
    Program program = facts.program().reachable(List.of(function.id()));
    return Facts.of(program, function, List.of(), active, function.results());
  }

  /** Whether the function is marked and gives a number or an array of this kind. */
  static boolean gives(Facts facts, Function function, Predicate<Type> result) {
    return isMarked(function.id())
        && !function.results().isEmpty()
        && result.test(function.results().get(0).type())
        && facts.activity().isActive(function.results().get(0))
        && obstacle(facts, function).isEmpty();
  }

  Reverse.Split split() {
    return new Reverse.Split(augmented(), pullback());
  }

  /** An array's partials are an array, and what it is added to comes from the caller. */
  private List<Var> arrays() {
    return partials.keySet().stream().filter(p -> p.type().isArray()).toList();
  }

  private List<Var> numbers() {
    return partials.keySet().stream().filter(p -> !p.type().isArray()).toList();
  }

  private Var partial(Var param) {
    return Objects.requireNonNull(partials.get(param));
  }

  private Var shadow(Var param) {
    return Objects.requireNonNull(shadows.get(param));
  }

  private Function augmented() {
    List<Var> params = copies(function.params());
    List<Var> results = copies(function.results());
    List<Stmt> out = new ArrayList<>();
    results.forEach(result -> out.add(declared(result)));
    partials.values().forEach(partial -> out.add(declared(partial)));
    List<Expr> args = new ArrayList<>();
    params.forEach(param -> args.add(param.read()));
    Expr one = Arithmetic.constant(1.0, results.get(0).type());
    Optional<CustomRule> rule = facts.program().rule(function.id());
    if (rule.isPresent()) {
      ruled(rule.get(), results, args, one, out);
    } else {
      for (Var array : arrays()) {
        Var argument = params.get(function.params().indexOf(array));
        out.add(zeros(partial(array), argument.read()));
        args.add(partial(array).read());
      }
      args.add(one);
      List<Var> targets = new ArrayList<>(results);
      numbers().forEach(number -> targets.add(partial(number)));
      out.add(new Stmt.Call(targets, function.id().reverse(), args, Span.NONE));
    }
    numbers().forEach(p -> out.add(new Stmt.Push(partial(p), partial(p).read())));
    for (Var array : arrays()) {
      params.add(shadow(array));
      out.add(new Stmt.Push(shadow(array), rows(shadow(array), out)));
      out.add(new Stmt.Push(partial(array), partial(array).read()));
    }
    return new Function(
        Reverse.augmented(function.id()),
        function.name() + "WithPartials",
        params,
        results,
        new Block(out));
  }

  /** The partials by the rule, which takes the value no further. */
  private void ruled(
      CustomRule rule, List<Var> results, List<Expr> args, Expr one, List<Stmt> out) {
    out.add(new Stmt.Call(results, function.id(), args, Span.NONE));
    List<Var> targets = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (int i : rule.params()) {
      Var param = function.params().get(i);
      Var given = new Var(param.name() + "Bar", param.type());
      out.add(declared(given));
      targets.add(given);
      if (partials.containsKey(param) && param.type().isArray()) {
        // The rule may give back an array that others know, too.
        Var copy = new Var(param.name() + "Copy", param.type());
        after.addAll(ArrayLoops.copy(copy, given.read()));
        after.add(new Stmt.Assign(partial(param), copy.read()));
      } else if (partials.containsKey(param)) {
        after.add(new Stmt.Assign(partial(param), given.read()));
      }
    }
    List<Expr> seeded = new ArrayList<>(args);
    seeded.add(one);
    after.add(0, new Stmt.Call(targets, rule.vjp().orElseThrow(), seeded, Span.NONE));
    List<Var> caught = results.subList(1, results.size());
    out.addAll(
        caught.isEmpty()
            ? after
            : List.of(
                new Stmt.If(
                    Attempts.none(new LinkedHashSet<>(caught)), new Block(after), Block.EMPTY)));
  }

  /** Zeros in the shape of an array; none where there is none. */
  static Stmt zeros(Var declared, Expr like) {
    Var zeros = new Var(declared.name(), declared.type());
    List<Stmt> made = new ArrayList<>(ArrayLoops.zeros(zeros, like));
    made.add(new Stmt.Assign(declared, zeros.read()));
    return ArrayLoops.unlessNull(like, made);
  }

  /** The array of adjoints, with the rows that it has now. */
  private static Expr rows(Var shadow, List<Stmt> out) {
    if (shadow.type().rank() == 1) {
      return shadow.read();
    }
    Var kept = new Var(shadow.name() + "Rows", shadow.type());
    out.addAll(ArrayLoops.spine(kept, shadow.read()));
    return kept.read();
  }

  private Function pullback() {
    Var result = function.results().get(0);
    Var cotangent = new Var(result.name() + "Bar", result.type());
    List<Stmt> out = new ArrayList<>();
    List<Stmt> sums = new ArrayList<>();
    for (int i = arrays().size() - 1; i >= 0; i--) {
      Var array = arrays().get(i);
      Var partial = popped(partial(array), out);
      Var shadow = popped(shadow(array), out);
      sums.add(
          ArrayLoops.unlessNull(
              partial.read(),
              ArrayLoops.addTimes(shadow.read(), partial.read(), cotangent.read())));
    }
    List<Var> bars = new ArrayList<>();
    for (int i = numbers().size() - 1; i >= 0; i--) {
      Var number = numbers().get(i);
      Var partial = popped(partial(number), out);
      Var bar = new Var(shadow(number).name(), number.type());
      sums.add(new Stmt.Declare(bar, Arithmetic.guarded(partial.read(), cotangent.read())));
      bars.add(0, bar);
    }
    out.addAll(sums);
    return new Function(
        Reverse.pullback(function.id()),
        function.name() + "ByPartials",
        List.of(cotangent),
        bars,
        new Block(out));
  }

  static Var popped(Var slot, List<Stmt> out) {
    Var var = new Var(slot.name(), slot.type());
    out.add(new Stmt.Declare(var, new Expr.Pop(slot)));
    return var;
  }

  static List<Var> copies(List<Var> vars) {
    return new ArrayList<>(vars.stream().map(v -> new Var(v.name(), v.type())).toList());
  }

  static Stmt declared(Var var) {
    return new Stmt.Declare(var, Exprs.defaultValue(var.type()));
  }
}
