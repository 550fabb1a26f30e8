package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward mode in two halves for a whole program: the forward forms, each taken apart by {@link
 * Replay}.
 *
 * @param entry the halves of the entry
 * @param callees the halves of all functions of the program
 * @param taped the functions that use the tape
 */
public record ReplayProgram(Replay.Halves entry, List<Function> callees, Set<FunctionId> taped) {

  /** The halves of {@code entry}'s forward form and of all others. */
  public static ReplayProgram of(Facts facts, Function entry) {
    Forward.Result forward = Forward.valuesFirst(facts);
    List<Function> callees = new ArrayList<>();
    Set<FunctionId> taped = new LinkedHashSet<>();
    Replay.Halves halves = null;
    for (Function primal : facts.program().functions().values()) {
      if (primal == entry || Replay.carries(forward, primal)) {
        Replay.Halves each =
            facts
                .program()
                .rule(primal.id())
                .map(rule -> ruled(facts, primal, rule))
                .orElseGet(() -> Replay.of(facts.program(), forward, primal));
        List.of(each.recorded(), each.replay()).forEach(half -> taped.add(half.id()));
        callees.addAll(List.of(each.recorded(), each.replay()));
        halves = primal == entry ? each : halves;
      }
    }
    return new ReplayProgram(java.util.Objects.requireNonNull(halves), callees, taped);
  }

  private static Replay.Halves ruled(Facts facts, Function primal, CustomRule rule) {
    Map<Var, Var> tangents = new HashMap<>();
    return new Ruled(
            facts,
            primal,
            rule,
            var -> tangents.computeIfAbsent(var, v -> new Var(v.name() + "Dot", v.type())))
        .halves();
  }
}
