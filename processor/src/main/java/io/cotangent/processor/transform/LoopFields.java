package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that a loop reads and that it does not change: static ones, and those of the method's own
 * object. Variables stand for what they hold before the loop.
 */
final class LoopFields extends Rewriter {
  private final Map<Expr, Var> fields;
  private final Map<Var, Expr> values = new HashMap<>();

  private LoopFields(Map<Expr, Var> fields) {
    this.fields = fields;
    fields.forEach((field, var) -> values.put(var, field));
  }

  /**
   * Those of a loop in a function.
   *
   * @param quiet whether nothing that the loop calls could change them
   */
  static LoopFields of(Stmt loop, Function function, boolean quiet) {
    Map<Expr, Var> fields = new LinkedHashMap<>();
    if (!quiet) {
      return new LoopFields(fields);
    }
    Set<Var> written = Walk.allWritten(loop);
    boolean known = !handsOn(loop);
    Walk.expressions(
        Block.of(loop),
        e -> {
          boolean own =
              e instanceof Expr.Field field
                  && (known || !field.isOfStruct())
                  && field.receiver() instanceof Expr.Read self
                  && self.var().name().equals("self")
                  && function.params().contains(self.var())
                  && !written.contains(self.var());
          if (own) {
            fields.computeIfAbsent(e, f -> new Var(((Expr.Field) f).name(), f.type()));
          } else if (e instanceof Expr.StaticField) {
            fields.computeIfAbsent(e, f -> new Var(((Expr.StaticField) f).name(), f.type()));
          }
        });
    return new LoopFields(fields);
  }

  /** Whether something else may change fields of objects: a write to one, a call that takes one. */
  private static boolean handsOn(Stmt loop) {
    boolean[] found = new boolean[1];
    Walk.statements(
        Block.of(loop),
        stmt ->
            found[0] |=
                stmt instanceof Stmt.Put
                    || stmt instanceof Stmt.Call call
                        && call.args().stream()
                            .anyMatch(a -> a.type().leaf() instanceof Type.Struct));
    return found[0];
  }

  /** The loop over the variables. */
  Stmt without(Stmt loop) {
    List<Stmt> out = new ArrayList<>();
    stmt(loop, out);
    return out.get(out.size() - 1);
  }

  /** What a variable stands for: a field, or itself. */
  Expr value(Var var) {
    return values.getOrDefault(var, var.read());
  }

  @Override
  public Expr expr(Expr e) {
    Var field = fields.get(e);
    return field != null ? field.read() : super.expr(e);
  }
}
