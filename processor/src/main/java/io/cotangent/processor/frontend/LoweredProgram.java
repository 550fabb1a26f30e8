package io.cotangent.processor.frontend;

import io.cotangent.processor.frontend.Composed.Companion;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.FunctionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A differentiable method and everything that it calls and whose source is at hand.
 *
 * @param entry the differentiable method
 * @param functions all of them, in the order of their first call
 * @param shapes what the objects hold whose source is at hand, by name
 * @param rules the derivatives of those that have a rule
 * @param order how often the method will be differentiated
 * @param companions the classes of further derivatives that they call
 * @param lifted the lambdas that get classes of derivatives
 * @param handed what the method and its caller may hand each other
 */
public record LoweredProgram(
    FunctionId entry,
    Map<FunctionId, Lowered> functions,
    Map<String, ClassShape> shapes,
    Map<FunctionId, CustomRule> rules,
    int order,
    Set<Companion> companions,
    List<Lifted> lifted,
    Handed handed) {
  public LoweredProgram {
    lifted = List.copyOf(lifted);
    companions = Collections.unmodifiableSet(new LinkedHashSet<>(companions));
    shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
  }

  /** A program that is made of another. */
  public LoweredProgram(
      FunctionId entry,
      Map<FunctionId, Lowered> functions,
      Map<String, ClassShape> shapes,
      Map<FunctionId, CustomRule> rules,
      int order) {
    this(entry, functions, shapes, rules, order, Set.of(), List.of(), Handed.NOTHING);
  }

  /** The functions that are called with the parameters of their source. */
  public Set<FunctionId> fixed() {
    Set<FunctionId> fixed = new LinkedHashSet<>(Set.of(entry));
    functions.values().stream()
        .filter(each -> !each.problems().isEmpty())
        .forEach(each -> fixed.add(each.function().id()));
    return fixed;
  }

  /** The function with this identity. */
  public Lowered get(FunctionId id) {
    Lowered lowered = functions.get(id);
    if (lowered == null) {
      throw new IllegalStateException("no function " + id);
    }
    return lowered;
  }
}
