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

/** {@code ½|f(x, θ)|²} as a function of {@code f}'s parameters: what least squares minimise. */
public final class HalfSquares {
  /** The wrapper's identity. */
  public static final FunctionId ID = new FunctionId("cotangent#halfSquares");

  private HalfSquares() {}

  /** The function. */
  public static Function of(Function f) {
    List<Var> params = Weighted.copies(f.params());
    Type type = f.results().get(0).type();
    Var value = new Var("value", type);
    Var sum = new Var("sum", Type.DOUBLE);
    List<Stmt> out = new ArrayList<>();
    out.add(new Stmt.Declare(sum, Exprs.defaultValue(Type.DOUBLE)));
    out.add(new Stmt.Declare(value, Exprs.defaultValue(type)));
    out.add(new Stmt.Call(List.of(value), f.id(), Weighted.reads(params), Span.NONE));
    Weighted.product(sum, value.read(), value.read(), out);
    Var half = new Var("half", Type.DOUBLE);
    out.add(
        new Stmt.Declare(
            half,
            Exprs.apply(Operator.MUL, Type.DOUBLE, new Expr.Const(0.5, Type.DOUBLE), sum.read())));
    return new Function(ID, "halfSquares", params, List.of(half), new Block(out));
  }
}
