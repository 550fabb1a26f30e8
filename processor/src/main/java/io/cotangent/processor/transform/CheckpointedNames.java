package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names for the variables of a loop's steps, and for what goes with them, in one function. */
final class CheckpointedNames {
  private final CheckpointedState state;
  private final Map<Var, Var> values = new HashMap<>();
  private final Map<Var, Var> bars = new HashMap<>();
  private final Map<Var, Var> ends = new HashMap<>();

  CheckpointedNames(CheckpointedState state) {
    this.state = state;
  }

  Var value(Var variable) {
    return values.computeIfAbsent(variable, v -> new Var(v.name(), v.type()));
  }

  /** The adjoint of a number, or an array's shadow. */
  Var bar(Var variable) {
    return bars.computeIfAbsent(variable, v -> new Var(v.name() + "Bar", v.type()));
  }

  /** The adjoints of an array as it is after the last step. */
  Var end(Var variable) {
    return ends.computeIfAbsent(variable, v -> new Var(v.name() + "EndBar", v.type()));
  }

  List<Var> values() {
    return state.variables().stream().map(this::value).toList();
  }

  List<Var> bars(List<Var> variables) {
    return variables.stream().map(this::bar).toList();
  }

  List<Var> ends() {
    return state.activeArrays().stream().map(this::end).toList();
  }

  List<Var> numbers() {
    return bars(state.activeNumbers());
  }
}
