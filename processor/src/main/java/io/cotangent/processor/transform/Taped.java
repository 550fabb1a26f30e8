package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Walk;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which functions work with the tape, themselves or through what they call. */
public final class Taped {
  private Taped() {}

  /** The taped functions of a program. */
  public static Set<FunctionId> of(Program program) {
    return of(program, id -> true);
  }

  /** The same without the transposes and their callers: these make a tape of their own. */
  public static Set<FunctionId> below(Program program) {
    return of(program, id -> !Transposed.isTranspose(id));
  }

  private static Set<FunctionId> of(Program program, Predicate<FunctionId> carried) {
    Set<FunctionId> taped = new LinkedHashSet<>();
    int before = -1;
    while (taped.size() > before) {
      before = taped.size();
      for (Function function : program.functions().values()) {
        if (carried.test(function.id()) && usesTape(function, taped)) {
          taped.add(function.id());
        }
      }
    }
    return taped;
  }

  private static boolean usesTape(Function function, Set<FunctionId> taped) {
    boolean[] uses = new boolean[1];
    Walk.statements(
        function.body(),
        s ->
            uses[0] |=
                s instanceof Stmt.Push || s instanceof Stmt.Call c && taped.contains(c.callee()));
    Walk.expressions(function.body(), e -> uses[0] |= e instanceof Expr.Pop);
    return uses[0];
  }
}
