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

/**
 * {@code ⟨w, f(x, θ)⟩} as a function of {@code f}'s parameters and {@code w}: its gradient and
 * Hessian hold all first and second derivatives of {@code f}.
 */
public final class Weighted {
  /** The wrapper's identity. */
  public static final FunctionId ID = new FunctionId("cotangent#weighted");

  private Weighted() {}

  /** The function; {@code w} is its last parameter, of the type of {@code f}'s result. */
  public static Function of(Function f) {
    List<Var> params = copies(f.params());
    Type type = f.results().get(0).type();
    Var weights = new Var("weights", type);
    Var value = new Var("value", type);
    Var sum = new Var("sum", Type.DOUBLE);
    List<Stmt> out = new ArrayList<>();
    out.add(new Stmt.Declare(sum, Exprs.defaultValue(Type.DOUBLE)));
    out.add(new Stmt.Declare(value, Exprs.defaultValue(type)));
    out.add(new Stmt.Call(List.of(value), f.id(), reads(params), Span.NONE));
    product(sum, weights.read(), value.read(), out);
    params.add(weights);
    return new Function(ID, "weighted", params, List.of(sum), new Block(out));
  }

  /** New variables with the names and types of these. */
  static List<Var> copies(List<Var> vars) {
    List<Var> copies = new ArrayList<>();
    vars.forEach(v -> copies.add(new Var(v.name(), v.type())));
    return copies;
  }

  /** The variables as arguments. */
  static List<Expr> reads(List<Var> vars) {
    return vars.stream().<Expr>map(Var::read).toList();
  }

  /** Adds to {@code sum} the products of the entries of two values of the same shape. */
  static void product(Var sum, Expr weights, Expr values, List<Stmt> out) {
    if (!values.type().isArray()) {
      Expr term = Exprs.apply(Operator.MUL, Type.DOUBLE, wide(weights), wide(values));
      out.add(new Stmt.Assign(sum, Exprs.apply(Operator.ADD, Type.DOUBLE, sum.read(), term)));
      return;
    }
    Var index = new Var("i", Type.INT);
    List<Stmt> body = new ArrayList<>();
    Expr weight = new Expr.Load(weights, index.read());
    Expr value = new Expr.Load(values, index.read());
    if (weight.type().isArray()) {
      Var weightRow = new Var("weightRow", weight.type());
      Var row = new Var("row", value.type());
      body.add(new Stmt.Declare(weightRow, weight));
      body.add(new Stmt.Declare(row, value));
      weight = weightRow.read();
      value = row.read();
    }
    product(sum, weight, value, body);
    out.add(
        new Stmt.Counted(
            index, Exprs.constant(0), Operator.LT, new Expr.Length(values), 1, new Block(body)));
  }

  /** The number as a {@code double}. */
  static Expr wide(Expr number) {
    return number.type() == Type.FLOAT ? new Expr.Cast(Type.DOUBLE, number) : number;
  }
}
