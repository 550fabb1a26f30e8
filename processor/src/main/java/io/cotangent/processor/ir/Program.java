package io.cotangent.processor.ir;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions that call each other.
 *
 * @param functions by identity, in the order of their first use
 * @param rules the derivatives of those whose bodies are not differentiated
 */
public record Program(Map<FunctionId, Function> functions, Map<FunctionId, CustomRule> rules) {
  public Program {
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  /** A program of functions that are all differentiated through their bodies. */
  public Program(Map<FunctionId, Function> functions) {
    this(functions, Map.of());
  }

  /** The function with this identity. */
  public Function get(FunctionId id) {
    Function function = functions.get(id);
    if (function == null) {
      throw new IllegalStateException("no function " + id);
    }
    return function;
  }

  /** How the function is differentiated, where its body does not tell. */
  public Optional<CustomRule> rule(FunctionId id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** The same program with other bodies. */
  public Program with(Map<FunctionId, Function> others) {
    return new Program(others, rules);
  }

  /** The functions that rules consist of, and what these call. */
  public Set<FunctionId> ofRules() {
    List<FunctionId> roots =
        rules.values().stream().flatMap(rule -> rule.functions().stream()).toList();
    return reachable(roots).functions().keySet();
  }

  /**
   * The part of the program that is called from {@code roots}, by the rules of what is called too.
   */
  public Program reachable(List<FunctionId> roots) {
    Map<FunctionId, Function> reached = new LinkedHashMap<>();
    Map<FunctionId, CustomRule> kept = new LinkedHashMap<>();
    Deque<FunctionId> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      FunctionId id = open.removeFirst();
      if (!reached.containsKey(id)) {
        reached.put(id, get(id));
        Walk.calls(get(id).body(), call -> open.addLast(call.callee()));
        rule(id).ifPresent(rule -> kept.put(id, rule));
        rule(id).ifPresent(rule -> open.addAll(rule.functions()));
      }
    }
    return new Program(reached, kept);
  }
}
