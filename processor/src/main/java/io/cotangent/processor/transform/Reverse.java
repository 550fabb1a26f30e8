package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reverse mode: a forward sweep that computes what the function computes and keeps what its
 * adjoints will need, and a reverse sweep through the statements in the opposite order. In the
 * joint form both are one function; in the split form the forward sweep leaves on the tape what the
 * reverse sweep takes from it, so that other code may run between the two.
 *
 * <p>What is kept are values, where they are read, not overwritten memory: the reverse sweep never
 * touches the primal's arrays, and can run any number of times. The output is ordinary IR.
 */
public final class Reverse {
  private final Facts facts;
  private final Function function;
  private final Adjoints adjoints;
  private final HandBack handBack;
  private final Seeding seeding;

  private Reverse(Facts facts, Function function, HandBack handBack) {
    this.facts = facts;
    this.function = function;
    this.adjoints = new Adjoints(facts, function);
    this.handBack = handBack;
    this.seeding = new Seeding(adjoints);
  }

  /** The two halves of the split form. */
  public record Split(Function augmented, Function pullback) {}

  /** The identity of the forward half of the split form. */
  public static FunctionId augmented(FunctionId primal) {
    return new FunctionId(primal.key() + "#augmented");
  }

  /** The identity of the reverse half of the split form. */
  public static FunctionId pullback(FunctionId primal) {
    return new FunctionId(primal.key() + "#pullback");
  }

  /**
   * The joint form: parameters, shadows of the active array parameters, and the cotangents of the
   * active {@code ends}, which are the results or arrays among the parameters; results: the
   * results, then the adjoints of the active scalar parameters.
   */
  static Function joint(Facts facts, Function function, List<Var> ends, HandBack handBack) {
    Reverse reverse = new Reverse(facts, function, handBack);
    Fusion fusion = new Fusion(facts, function, reverse.adjoints);
    return reverse.joint(function.id().reverse(), fusion, ends, reverse.seeding::joint);
  }

  /**
   * The joint form for users of a function that gives an array: it checks the cotangent's shape.
   */
  static Function checked(Facts facts, Function function, HandBack handBack) {
    Reverse reverse = new Reverse(facts, function, handBack);
    // An array's elements have no cotangents before all of it is there.
    Fusion none = Fusion.none(facts, reverse.adjoints);
    FunctionId id = new FunctionId(function.id().key() + "#vjp");
    return reverse.joint(id, none, function.results(), reverse.seeding::checked);
  }

  /**
   * The split form of an entry: as the joint one, the cotangent being the second half's parameter
   * and the adjoints its results.
   */
  static Split entry(Facts facts, Function function, HandBack handBack) {
    return new Reverse(facts, function, handBack).split(true);
  }

  /**
   * The split form of a called function: an active array result comes with its shadow, and has no
   * cotangent of its own. What its pullback takes from callers is settled here.
   */
  static Split callee(Facts facts, Function function, HandBack handBack) {
    if (Preaccumulated.isFor(facts, function)) {
      return new Preaccumulated(facts, function).split();
    }
    if (PreaccumulatedVector.isFor(facts, function)) {
      return new PreaccumulatedVector(facts, function).split();
    }
    if (CheckpointedState.isFor(facts, function)) {
      return CheckpointedSteps.of(facts, function, handBack).loop();
    }
    Reverse reverse = new Reverse(facts, function, handBack);
    return facts
        .program()
        .rule(function.id())
        .map(reverse::ruled)
        .orElseGet(() -> reverse.split(false));
  }

  /** The split form of a function with a rule. */
  private Split ruled(CustomRule rule) {
    Ruled ruled = new Ruled(facts, function, rule, adjoints::bar);
    List<Var> slots = new ArrayList<>();
    Block forward = ruled.augmented(slots);
    Block backwards = ruled.pullback(slots);
    List<Var> seeds = seeds(false).stream().map(adjoints::bar).toList();
    return new Split(
        form("Augmented", augmented(function.id()), paramsAndShadows(), all(), forward),
        form("Pullback", pullback(function.id()), seeds, scalarBars(), backwards));
  }

  private Function form(
      String suffix, FunctionId id, List<Var> params, List<Var> results, Block body) {
    return new Function(id, function.name() + suffix, params, results, body);
  }

  /** The results, and the shadows of those that are active references. */
  private List<Var> all() {
    List<Var> results = new ArrayList<>(function.results());
    function.results().stream()
        .filter(r -> r.type().isReference() && adjoints.isActive(r))
        .forEach(r -> results.add(adjoints.shadow(r)));
    return results;
  }

  private Function joint(
      FunctionId id, Fusion fusion, List<Var> ends, BiFunction<Var, List<Stmt>, Var> seeds) {
    Optional<Function> joint = swept(id, fusion, ends, seeds);
    while (joint.isEmpty()) {
      // Some loop's cotangent is not known before what follows has run.
      joint = swept(id, fusion, ends, seeds);
    }
    return joint.get();
  }

  private Optional<Function> swept(
      FunctionId id, Fusion fusion, List<Var> ends, BiFunction<Var, List<Stmt>, Var> seeds) {
    Sweeps sweeps =
        new Sweeps(facts, function, adjoints, new Keeping(true, Set.of()), fusion, handBack);
    List<Var> params = paramsAndShadows();
    Scope top = sweeps.function(params);
    List<Stmt> reverse = new ArrayList<>();
    ends.stream().filter(adjoints::isActive).forEach(end -> params.add(seeds.apply(end, reverse)));
    if (!fusion.settle(top, reverse, params)) {
      return Optional.empty();
    }
    List<Stmt> body = new ArrayList<>(top.forward);
    reverse.addAll(top.reversed());
    body.addAll(sweeps.finish(top, reverse));
    List<Var> results = new ArrayList<>(function.results());
    results.addAll(scalarBars());
    Function joint =
        new Function(id, function.name() + "Reverse", params, results, new Block(body));
    Set<Var> all = fusion.adjoints();
    Updates updates = new Updates(all::contains, primals()::contains);
    return Optional.of(collected(Tidy.apply(joint, all), updates));
  }

  /** The variables of the function itself: they lead to none of its shadows. */
  private Set<Var> primals() {
    return variables(function);
  }

  /** The parameters of a function and all that it declares. */
  static Set<Var> variables(Function function) {
    Set<Var> variables = new HashSet<>(function.params());
    Walk.statements(function.body(), stmt -> variables.addAll(Walk.written(stmt)));
    return variables;
  }

  private Split split(boolean entry) {
    Map<Var, HandBack.Handed> handable = entry ? Map.of() : handable();
    Keeping keeping = new Keeping(false, handable.keySet());
    Sweeps sweeps =
        new Sweeps(facts, function, adjoints, keeping, Fusion.none(facts, adjoints), handBack);
    List<Var> params = paramsAndShadows();
    Scope top = sweeps.function(params);
    List<Stmt> reverse = new ArrayList<>();
    List<Var> seeds = new ArrayList<>();
    seeds(entry).forEach(seed -> seeds.add(seeding.split(seed, reverse)));
    reverse.addAll(top.reversed());
    List<Stmt> backwards = sweeps.finish(top, reverse);
    List<Var> results = entry ? function.results() : all();
    List<Var> given = new ArrayList<>();
    List<HandBack.Handed> handed = new ArrayList<>();
    params.stream()
        .filter(keeping.handed()::containsKey)
        .forEach(
            param -> {
              given.add(Objects.requireNonNull(keeping.handed().get(param)));
              handed.add(Objects.requireNonNull(handable.get(param)));
            });
    if (!entry) {
      handBack.settle(function.id(), handed);
    }
    given.addAll(seeds);
    Function forward =
        new Function(
            entry ? new FunctionId(function.id().key() + "#forward") : augmented(function.id()),
            function.name() + "Augmented",
            params,
            results,
            new Block(top.forward));
    Function back =
        new Function(
            entry ? new FunctionId(function.id().key() + "#backward") : pullback(function.id()),
            function.name() + "Pullback",
            given,
            scalarBars(),
            new Block(backwards));
    Set<Var> all = adjoints.all();
    // A reverse sweep writes to shadows only.
    Set<Var> primals = primals();
    for (Map.Entry<Var, Var> copy : keeping.copied().entrySet()) {
      if (primals.contains(copy.getKey())) {
        primals.add(copy.getValue());
      }
    }
    Updates updates = new Updates(array -> true, primals::contains);
    return new Split(Tidy.apply(forward, all), collected(Tidy.apply(back, all), updates));
  }

  /** The parameters that keep their values, and their shadows, if callers may give them again. */
  private Map<Var, HandBack.Handed> handable() {
    Map<Var, HandBack.Handed> handable = new HashMap<>();
    for (int i = 0; i < function.params().size() && handBack.isFor(function); i++) {
      Var param = function.params().get(i);
      if (adjoints.isConstant(param)) {
        handable.put(param, new HandBack.Handed(i, false));
        if (param.type().isReference() && adjoints.isActive(param)) {
          handable.put(adjoints.shadow(param), new HandBack.Handed(i, true));
        }
      }
    }
    return handable;
  }

  private static Function collected(Function sweep, Updates updates) {
    return Carry.apply(Collect.apply(sweep, updates), updates);
  }

  private List<Var> paramsAndShadows() {
    List<Var> all = new ArrayList<>(function.params());
    function.params().stream()
        .filter(p -> p.type().isReference() && adjoints.isActive(p))
        .forEach(p -> all.add(adjoints.shadow(p)));
    return all;
  }

  private List<Var> scalarBars() {
    return function.params().stream()
        .filter(p -> !p.type().isReference() && adjoints.isActive(p))
        .map(adjoints::bar)
        .toList();
  }

  /** The active results whose cotangents are parameters. */
  private List<Var> seeds(boolean arraysToo) {
    return function.results().stream()
        .filter(r -> adjoints.isActive(r) && (arraysToo || !r.type().isReference()))
        .toList();
  }

  /** The zero that an adjoint starts from. */
  static Stmt zero(Var bar) {
    return new Stmt.Declare(bar, Exprs.defaultValue(bar.type()));
  }
}
