package io.cotangent.processor.implicit;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * A function with several parameters, the parts of an object to solve for, as one of a single array
 * that holds them: one number each, or one row each where some of them are arrays.
 */
public final class Packed {
  private static final Type.Array ROW = Type.arrayOf(Type.DOUBLE);

  private Packed() {}

  /** The type of the array for parts of these types. */
  public static Type.Array type(List<Type> parts) {
    return parts.stream().anyMatch(Type::isArray) ? Type.arrayOf(ROW) : ROW;
  }

  /**
   * The function.
   *
   * @param first the index of the first parameter to pack
   * @param count how many there are, of floating types or arrays of {@code double}
   * @param name the array's name
   */
  public static Function of(Function f, int first, int count, String name) {
    List<Var> own = Weighted.copies(f.params());
    List<Var> parts = new ArrayList<>(own.subList(first, first + count));
    Type.Array type = type(parts.stream().map(Var::type).toList());
    Var state = new Var(name, type);
    List<Stmt> body = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Expr entry = new Expr.Load(state.read(), Exprs.constant(i));
      if (entry.type().isArray() && !parts.get(i).type().isArray()) {
        Var row = new Var("row", entry.type());
        body.add(new Stmt.Declare(row, entry));
        entry = new Expr.Load(row.read(), Exprs.constant(0));
      }
      boolean narrow = parts.get(i).type() == Type.FLOAT;
      body.add(new Stmt.Declare(parts.get(i), narrow ? new Expr.Cast(Type.FLOAT, entry) : entry));
    }
    Var result = new Var("result", f.results().get(0).type());
    body.add(new Stmt.Declare(result, Exprs.defaultValue(result.type())));
    body.add(new Stmt.Call(List.of(result), f.id(), Weighted.reads(own), Span.NONE));
    List<Var> params = new ArrayList<>(own.subList(0, first));
    params.add(state);
    params.addAll(own.subList(first + count, own.size()));
    FunctionId id = new FunctionId(f.id().key() + "#packed");
    return new Function(id, f.name(), params, List.of(result), new Block(body));
  }
}
