package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What callers give to a function's pullback again, since they have it still, instead of the
 * function's forward sweep putting it on the tape: parameters that keep their values, and their
 * shadows. Functions that may call themselves put all on the tape.
 */
final class HandBack {

  /**
   * A parameter, or its shadow.
   *
   * @param param the parameter's index
   */
  record Handed(int param, boolean shadow) {}

  private final Program program;
  private final Map<FunctionId, List<Handed>> handed = new HashMap<>();

  HandBack(Program program) {
    this.program = program;
  }

  /** What the pullback takes before its cotangents. */
  List<Handed> to(FunctionId callee) {
    return handed.getOrDefault(callee, List.of());
  }

  /** Settles what the pullback takes, before any caller's sweeps are written. */
  void settle(FunctionId callee, List<Handed> parameters) {
    handed.put(callee, List.copyOf(parameters));
  }

  /** Whether no call of the function can lead to another. */
  boolean isFor(Function function) {
    return Optimisation.HAND_BACK.isOn() && !reached(function).contains(function.id());
  }

  /** All functions, each after those that it calls, but for cycles. */
  Set<FunctionId> calleesFirst() {
    Set<FunctionId> order = new LinkedHashSet<>();
    Set<FunctionId> seen = new HashSet<>();
    program.functions().values().forEach(function -> visit(function, seen, order));
    return order;
  }

  private void visit(Function function, Set<FunctionId> seen, Set<FunctionId> order) {
    if (seen.add(function.id())) {
      Walk.calls(function.body(), call -> visit(program.get(call.callee()), seen, order));
      order.add(function.id());
    }
  }

  private Set<FunctionId> reached(Function function) {
    Set<FunctionId> reached = new HashSet<>();
    Walk.calls(
        function.body(),
        call -> {
          if (!reached.contains(call.callee())) {
            visit(program.get(call.callee()), reached, new LinkedHashSet<>());
          }
        });
    return reached;
  }
}
