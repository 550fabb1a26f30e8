package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Aliasing;
import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.Harmless;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a function that gives an array may run several times in place of once. */
final class Repeatable {
  private Repeatable() {}

  /**
   * What is in the way.
   *
   * @param facts about the function alone
   */
  static Optional<String> obstacle(Facts facts, Function function) {
    Aliasing aliasing = facts.aliasing();
    Aliasing.Node result = aliasing.classOf(function.results().get(0));
    if (aliasing.isExternal(result)) {
      return Optional.of("it may give back an array that others know, let it give back a copy");
    }
    for (Var param : function.params()) {
      String name = param.name();
      boolean reference = param.type().isReference();
      if (reference
          && aliasing.reachable(aliasing.classOf(param)).contains(aliasing.find(result))) {
        return Optional.of("it may give back '%s', let it give back a copy".formatted(name));
      } else if (facts.activity().isActive(param) && param.type().rank() > 1) {
        return Optional.of("'%s' has rows, pass it one array".formatted(name));
      } else if (facts.writesTo(function, param)) {
        return Optional.of("it writes to '%s', let it work on a copy".formatted(name));
      }
    }
    return effects(facts.program(), function.id())
        .map("it calls '%s', which would run once for each number that goes in"::formatted);
  }

  /** A method with effects that the function calls. */
  static Optional<String> effects(Program program, FunctionId function) {
    return effects(program.reachable(List.of(function)));
  }

  /**
   * Whether nothing that a stretch of code calls has effects.
   *
   * @param partial functions of which not all is known
   */
  static boolean isQuiet(Program program, Block code, Predicate<FunctionId> partial) {
    List<FunctionId> called = new ArrayList<>();
    Walk.calls(code, call -> called.add(call.callee()));
    List<String> own = new ArrayList<>();
    Walk.expressions(code, e -> effect(e).ifPresent(own::add));
    Program reached = program.reachable(called);
    return own.isEmpty()
        && reached.functions().keySet().stream().noneMatch(partial)
        && effects(reached).isEmpty();
  }

  private static Optional<String> effects(Program reached) {
    Set<String> effects = new LinkedHashSet<>();
    for (Function each : reached.functions().values()) {
      if (reached.rule(each.id()).isEmpty()) {
        Walk.expressions(each.body(), e -> effect(e).ifPresent(effects::add));
      }
    }
    return effects.stream().findFirst();
  }

  private static Optional<String> effect(Expr e) {
    return e instanceof Expr.Invoke call
            && !call.owner().startsWith("io.cotangent.")
            && (!Harmless.isHarmless(call) || call.owner().equals("java.lang.System"))
        ? Optional.of(call.name())
        : Optional.empty();
  }
}
