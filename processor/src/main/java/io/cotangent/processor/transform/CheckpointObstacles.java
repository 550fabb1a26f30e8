package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a loop can't be run again from copies of its state. */
record CheckpointObstacles(CheckpointedState state) {

  /** Why the loop can't be run again from copies. */
  static Optional<String> obstacle(CheckpointedState state) {
    return new CheckpointObstacles(state).find();
  }

  private Optional<String> find() {
    for (Var variable : state.variables()) {
      if (state.isState(variable) && variable.type().leaf() instanceof Type.Struct) {
        return Optional.of(
            "'%s' is changed and holds objects, let the loop work on their numbers"
                .formatted(variable.name()));
      }
    }
    for (Var variable : state.variables()) {
      if (variable.type().leaf() instanceof Type.Struct && state.isOverwritten(variable)) {
        return Optional.of(
            "what '%s' holds is changed after the loop, let the loop work on a copy"
                .formatted(variable.name()));
      }
    }
    for (List<Var> pair : state.apart()) {
      if (pair.get(0).type().rank() > 1 || pair.get(1).type().rank() > 1) {
        return Optional.of(
            "'%s' and '%s' may have rows in common, let the loop work on arrays without rows"
                .formatted(pair.get(0).name(), pair.get(1).name()));
      }
    }
    Program reached = state.facts().program().reachable(List.of(state.steps().id()));
    for (Var array : state.arrays()) {
      if (array.type().rank() > 1 && movesRows(reached, array)) {
        return Optional.of(
            "rows of '%s' are put in other places, let it copy their elements"
                .formatted(array.name()));
      }
    }
    Optional<String> effect = Repeatable.effects(state.facts().program(), state.loop().id());
    if (effect.isPresent()) {
      return effect.map("it calls '%s', which would run more than once"::formatted);
    }
    Optional<String> field = fields(reached).findFirst();
    if (field.isPresent()) {
      return field.map(
          "it reads '%s', which may be something else then, read it before"::formatted);
    }
    return state.facts().writes().of(state.steps().id()).stream()
            .anyMatch(state.facts().aliasing()::isExternal)
        ? Optional.of("it writes to what it has from fields or unknown methods")
        : Optional.empty();
  }

  /** Fields that something may change before the loop is run again. */
  private Stream<String> fields(Program reached) {
    boolean quiet = state.facts().writes().isQuiet();
    Set<String> names = new LinkedHashSet<>();
    for (Function each : reached.functions().values()) {
      Walk.expressions(
          each.body(),
          e -> {
            if (e instanceof Expr.Field field && !field.isOfStruct()) {
              names.add(field.name());
            } else if (e instanceof Expr.StaticField field && !quiet) {
              names.add(field.name());
            }
          });
    }
    return names.stream();
  }

  private boolean movesRows(Program reached, Var array) {
    Aliasing aliasing = state.facts().aliasing();
    Set<Aliasing.Node> classes = aliasing.reachable(aliasing.classOf(array));
    boolean[] moved = new boolean[1];
    for (FunctionId id : reached.functions().keySet()) {
      Walk.statements(
          reached.get(id).body(),
          stmt ->
              moved[0] |=
                  stmt instanceof Stmt.Store store
                      && store.value().type().isArray()
                      && classes.contains(aliasing.classOf(store.array())));
    }
    return moved[0];
  }
}
