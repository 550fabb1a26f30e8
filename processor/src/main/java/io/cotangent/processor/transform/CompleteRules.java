package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.Refusals;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Derives the mode that a rule does not tell from the one that it does. Both are linear, in the
 * tangents or in the cotangent, and each is the other's transpose: what reverse mode makes of it.
 * Afterwards every rule has both, but where the known mode can't be differentiated, or is in turn
 * made of what is sought.
 */
public final class CompleteRules {
  private static final String OWN = "'";

  private final Map<FunctionId, Function> functions;
  private final Map<FunctionId, CustomRule> rules;

  private CompleteRules(Program program) {
    this.functions = new LinkedHashMap<>(program.functions());
    this.rules = new LinkedHashMap<>(program.rules());
  }

  /** The completed program. */
  public static Program apply(Program program) {
    CompleteRules pass = new CompleteRules(program);
    // The rules inside of a rule's functions come before it.
    program.rules().forEach(pass::complete);
    return pass.program();
  }

  /** Names of functions that carry derivatives and have a rule without the mode that is needed. */
  public static List<String> missing(Facts facts, boolean reverseToo) {
    return facts.program().rules().entrySet().stream()
        .filter(e -> e.getValue().jvp().isEmpty() || (reverseToo && e.getValue().vjp().isEmpty()))
        .map(e -> facts.program().get(e.getKey()))
        .filter(function -> Calls.isActive(facts, function))
        .map(Function::name)
        .distinct()
        .toList();
  }

  private Program program() {
    return new Program(functions, rules);
  }

  private void complete(FunctionId id, CustomRule rule) {
    Function ruled = program().get(id);
    int first = ruled.params().size();
    if (rule.vjp().isEmpty()) {
      FunctionId jvp = rule.jvp().orElseThrow();
      Optional<FunctionId> vjp =
          transposed(jvp, ruled, p -> p.subList(first, p.size()), rule.params());
      rules.put(id, new CustomRule(rule.params(), rule.jvp(), vjp));
    } else if (rule.jvp().isEmpty()) {
      FunctionId vjp = rule.vjp().orElseThrow();
      Optional<FunctionId> jvp = transposed(vjp, ruled, p -> List.of(p.get(first)), List.of(-1));
      rules.put(id, new CustomRule(rule.params(), jvp, rule.vjp()));
    }
  }

  private Optional<FunctionId> transposed(
      FunctionId mode, Function ruled, UnaryOperator<List<Var>> inputs, List<Integer> shapes) {
    // The mode itself stays as it is, without derivatives, where its transpose has some.
    Program part = FreshProgram.of(program().reachable(List.of(mode)), OWN);
    FunctionId id = FreshProgram.id(mode, OWN);
    List<Var> linear = inputs.apply(part.get(id).params());
    Facts facts = facts(part, id, linear);
    if (!Refusals.of(facts).isEmpty() || !missing(facts, true).isEmpty()) {
      return Optional.empty();
    }
    Facts named = facts(Linearise.apply(facts), id, linear);
    Function entry = named.program().get(id);
    ReverseProgram reverse = ReverseProgram.of(named, entry, entry.results());
    functions.putAll(named.program().functions());
    rules.putAll(named.program().rules());
    reverse.callees().forEach(f -> functions.put(f.id(), f));
    functions.put(reverse.joint().id(), reverse.joint());
    Function wrapper =
        new Transposed(named, entry, ruled, linear, shapes, reverse.joint()).function();
    functions.put(wrapper.id(), wrapper);
    return Optional.of(wrapper.id());
  }

  private static Facts facts(Program part, FunctionId id, List<Var> inputs) {
    Function entry = part.get(id);
    List<Var> arrays = new ArrayList<>(entry.params());
    arrays.removeIf(v -> !v.type().isArray());
    return Facts.of(part, entry, List.of(arrays), inputs, entry.results());
  }
}
