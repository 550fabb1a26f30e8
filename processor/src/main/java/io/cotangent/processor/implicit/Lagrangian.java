package io.cotangent.processor.implicit;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code f + λ·h + μ·g} as a function of the objective's parameters, {@code λ} and {@code μ}. */
public final class Lagrangian {
  /** The wrapper's identity. */
  public static final FunctionId ID = new FunctionId("cotangent#lagrangian");

  private static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

  private final List<Stmt> out = new ArrayList<>();
  private final List<Var> params;
  private final List<Expr> arguments;
  private final Var sum = new Var("sum", Type.DOUBLE);

  private Lagrangian(Function objective) {
    params = Weighted.copies(objective.params());
    arguments = Weighted.reads(params);
  }

  /**
   * The function.
   *
   * @param objective gives a number
   * @param constraints equalities and inequalities, each a number or a vector; the multipliers of
   *     those that exist are the last parameters
   */
  public static Function of(Function objective, List<Optional<Function>> constraints) {
    Lagrangian lagrangian = new Lagrangian(objective);
    lagrangian.add(objective);
    List<String> names = List.of("equalityMultipliers", "inequalityMultipliers");
    for (int i = 0; i < constraints.size(); i++) {
      String name = names.get(i);
      constraints.get(i).ifPresent(constraint -> lagrangian.constrain(name, constraint));
    }
    return new Function(
        ID, "lagrangian", lagrangian.params, List.of(lagrangian.sum), new Block(lagrangian.out));
  }

  private void add(Function objective) {
    out.add(new Stmt.Declare(sum, Weighted.wide(call(objective))));
  }

  private Expr call(Function function) {
    Var value = new Var(function.name(), function.results().get(0).type());
    out.add(new Stmt.Declare(value, Exprs.defaultValue(value.type())));
    out.add(new Stmt.Call(List.of(value), function.id(), arguments, Span.NONE));
    return value.read();
  }

  private void constrain(String name, Function constraint) {
    Var multipliers = new Var(name, VECTOR);
    params.add(multipliers);
    Expr value = call(constraint);
    if (value.type().isArray()) {
      Weighted.product(sum, multipliers.read(), value, out);
    } else {
      Expr first = new Expr.Load(multipliers.read(), Exprs.constant(0));
      Expr term = Exprs.apply(Operator.MUL, Type.DOUBLE, first, Weighted.wide(value));
      out.add(new Stmt.Assign(sum, Exprs.apply(Operator.ADD, Type.DOUBLE, sum.read(), term)));
    }
  }
}
