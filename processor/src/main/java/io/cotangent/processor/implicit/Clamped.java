package io.cotangent.processor.implicit;

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

/** The projection of one parameter onto the box between two others, as a function of all. */
public final class Clamped {
  /** The function's identity. */
  public static final FunctionId ID = new FunctionId("cotangent#clamped");

  private Clamped() {}

  /**
   * The function, with the parameters of another.
   *
   * @param bounds the indices of the lower and the upper bound
   */
  public static Function of(Function f, int unknown, List<Integer> bounds) {
    List<Var> params = Weighted.copies(f.params());
    Var result = new Var("clamped", params.get(unknown).type());
    List<Stmt> out = new ArrayList<>();
    Expr value =
        clamped(
            params.get(unknown).read(),
            params.get(bounds.get(0)).read(),
            params.get(bounds.get(1)).read(),
            out);
    out.add(new Stmt.Declare(result, value));
    return new Function(ID, "clamped", params, List.of(result), new Block(out));
  }

  private static Expr clamped(Expr x, Expr lower, Expr upper, List<Stmt> out) {
    if (!(x.type() instanceof Type.Array type)) {
      // What is no number stays none.
      return new Expr.Conditional(
          less(x, lower), lower, new Expr.Conditional(less(upper, x), upper, x));
    }
    List<Expr> rows = new ArrayList<>();
    for (Expr each : List.of(x, lower, upper)) {
      Var row = new Var("row", each.type());
      out.add(new Stmt.Declare(row, each));
      rows.add(row.read());
    }
    Var all = new Var("all", type);
    out.add(new Stmt.Declare(all, new Expr.NewArray(type, List.of(new Expr.Length(rows.get(0))))));
    Var index = new Var("i", Type.INT);
    List<Stmt> body = new ArrayList<>();
    List<Expr> entries = new ArrayList<>();
    rows.forEach(row -> entries.add(new Expr.Load(row, index.read())));
    Expr entry = clamped(entries.get(0), entries.get(1), entries.get(2), body);
    body.add(new Stmt.Store(all.read(), index.read(), entry));
    out.add(
        new Stmt.Counted(
            index,
            Exprs.constant(0),
            Operator.LT,
            new Expr.Length(rows.get(0)),
            1,
            new Block(body)));
    return all.read();
  }

  private static Expr less(Expr a, Expr b) {
    return Exprs.apply(Operator.LT, Type.BOOLEAN, a, b);
  }
}
