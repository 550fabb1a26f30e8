package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import io.cotangent.processor.rules.Partial;
import io.cotangent.processor.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whose values the partials of an operation read.
 *
 * @param args the arguments, by index
 * @param result whether the result is read
 */
record Needs(Set<Integer> args, boolean result) {

  /** What the partials of the arguments that {@code active} names need. */
  static Needs of(Rule rule, Expr.Apply apply, IntPredicate active) {
    List<Var> marks = new ArrayList<>();
    List<Expr> args = new ArrayList<>();
    for (Expr arg : apply.args()) {
      Var mark = new Var("arg", arg.type());
      marks.add(mark);
      args.add(arg instanceof Expr.Const ? arg : mark.read());
    }
    Var result = new Var("result", apply.type());
    Var flow = new Var("flow", apply.type());
    Set<Var> reads = new HashSet<>();
    for (int i = 0; i < args.size(); i++) {
      Optional<Partial> partial = rule.partials().get(i);
      if (partial.isPresent() && active.test(i)) {
        reads.addAll(Walk.reads(partial.get().of(flow.read(), args, result.read(), false)));
      }
    }
    Set<Integer> needed = new HashSet<>();
    for (int i = 0; i < marks.size(); i++) {
      if (reads.contains(marks.get(i))) {
        needed.add(i);
      }
    }
    return new Needs(needed, reads.contains(result));
  }
}
