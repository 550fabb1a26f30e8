package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reverse mode for a whole program.
 *
 * @param joint the entry with both sweeps in one
 * @param checked the same for users of an entry that gives an array; nothing for others
 * @param split the entry with its sweeps apart
 * @param callees the split forms of what it calls, and the primal of what is passive
 * @param taped the functions that use the tape or the pool of arrays
 */
public record ReverseProgram(
    Function joint,
    Optional<Function> checked,
    Reverse.Split split,
    List<Function> callees,
    Set<FunctionId> taped) {

  /**
   * The reverse forms of {@code entry} and of all functions of the program.
   *
   * @param ends the variables for whose last values the joint form takes cotangents
   */
  public static ReverseProgram of(Facts facts, Function entry, List<Var> ends) {
    HandBack handBack = new HandBack(facts.program());
    Map<FunctionId, Reverse.Split> splits = new HashMap<>();
    // What has a tape already is the transpose of a rule's mode: nothing reverses it again.
    Set<FunctionId> reversed = Taped.of(facts.program());
    for (FunctionId id : handBack.calleesFirst()) {
      Function function = facts.program().get(id);
      if (!reversed.contains(id)
          && Calls.isActive(facts, function)
          && (function != entry || isCalled(facts, entry))) {
        splits.put(id, Reverse.callee(facts, function, handBack));
      }
    }
    Function joint = Reverse.joint(facts, entry, ends, handBack);
    Optional<Function> checked =
        entry.results().stream().anyMatch(result -> result.type().isArray())
            ? Optional.of(Reverse.checked(facts, entry, handBack))
            : Optional.empty();
    Reverse.Split split = Reverse.entry(facts, entry, handBack);
    List<Function> callees = new ArrayList<>();
    Set<FunctionId> taped = new LinkedHashSet<>();
    taped.add(joint.id());
    checked.ifPresent(form -> taped.add(form.id()));
    taped.add(split.augmented().id());
    taped.add(split.pullback().id());
    Set<FunctionId> kept = kept(facts, reversed);
    for (Function function : facts.program().functions().values()) {
      boolean ruled = facts.program().rule(function.id()).isPresent();
      if (ruled || kept.contains(function.id())) {
        callees.add(function);
      }
      Reverse.Split callee = splits.get(function.id());
      if (callee != null) {
        if (!ruled && function != entry && Preaccumulated.isFor(facts, function)) {
          callees.add(Reverse.joint(facts, function, function.results(), handBack));
          taped.add(function.id().reverse());
        } else if (PreaccumulatedVector.isFor(facts, function)) {
          PreaccumulatedVector vector = new PreaccumulatedVector(facts, function);
          callees.addAll(vector.directions());
          taped.addAll(vector.pooled());
        }
        if (CheckpointedState.isFor(facts, function)) {
          callees.addAll(CheckpointedSteps.of(facts, function, handBack).all());
        }
        callees.add(callee.augmented());
        callees.add(callee.pullback());
        taped.add(callee.augmented().id());
        taped.add(callee.pullback().id());
      }
    }
    taped.addAll(Taped.of(program(callees)));
    return new ReverseProgram(joint, checked, split, callees, taped);
  }

  /** What stays as it is, and what that calls: it may have made what is active elsewhere. */
  private static Set<FunctionId> kept(Facts facts, Set<FunctionId> reversed) {
    List<FunctionId> roots =
        facts.program().functions().values().stream()
            .filter(
                f ->
                    !Calls.isActive(facts, f)
                        || reversed.contains(f.id())
                        || CheckpointedState.isFor(facts, f))
            .map(Function::id)
            .toList();
    return facts.program().reachable(roots).functions().keySet();
  }

  private static Program program(List<Function> functions) {
    Map<FunctionId, Function> all = new LinkedHashMap<>();
    functions.forEach(f -> all.put(f.id(), f));
    return new Program(all);
  }

  /** Whether the entry is also called, by itself or by a function that it calls. */
  private static boolean isCalled(Facts facts, Function entry) {
    boolean[] called = new boolean[1];
    for (Function function : facts.program().functions().values()) {
      Walk.calls(function.body(), call -> called[0] |= call.callee().equals(entry.id()));
    }
    return called[0];
  }
}
