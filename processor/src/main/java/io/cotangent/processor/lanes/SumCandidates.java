package io.cotangent.processor.lanes;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/** All places for doubles in a function: what could be summed if nothing spoke against it. */
final class SumCandidates {
  private final ArrayClasses classes;
  private final Set<Var> all = new HashSet<>();

  SumCandidates(ArrayClasses classes, Function function) {
    this.classes = classes;
    function.params().forEach(this::add);
    Walk.statements(
        function.body(),
        s -> {
          Walk.written(s).forEach(this::add);
          if (s instanceof Stmt.Push push) {
            add(push.slot());
          }
        });
    Walk.expressions(
        function.body(),
        e -> {
          if (e instanceof Expr.Pop pop) {
            add(pop.slot());
          }
        });
  }

  private void add(Var var) {
    if (var.type().leaf() == Type.DOUBLE) {
      all.add(classes.of(var));
    }
  }

  Set<Var> all() {
    return new HashSet<>(all);
  }
}
