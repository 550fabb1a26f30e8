package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that take numbers and arrays out of one flat array, one after another. */
final class Unflatten {
  private final Var flat;
  private final Optional<Var> factor;
  private final Var next = new Var("next", Type.INT);
  private final List<Stmt> out;

  /**
   * Reads from the array's beginning.
   *
   * @param factor what every number is multiplied by
   * @param out takes the statements
   */
  Unflatten(Var flat, Optional<Var> factor, List<Stmt> out) {
    this.flat = flat;
    this.factor = factor;
    this.out = out;
    out.add(new Stmt.Declare(next, Exprs.constant(0)));
  }

  /** Declares a variable with the next numbers, in the shape of another. */
  Var like(Var shape) {
    return like(shape, shape.name() + "Bar");
  }

  /** The same with a name for the variable. */
  Var like(Var shape, String name) {
    Var part = new Var(name, shape.type());
    if (shape.type().isArray()) {
      out.addAll(ArrayLoops.zeros(part, shape.read()));
      fill(part.read(), out);
    } else {
      out.add(new Stmt.Declare(part, number(part.type())));
      out.add(advance());
    }
    return part;
  }

  private Stmt advance() {
    return new Stmt.Assign(next, Exprs.plus(next.read(), Exprs.constant(1)));
  }

  private Expr number(Type type) {
    Expr entry = new Expr.Load(flat.read(), next.read());
    Expr value =
        factor.isEmpty()
            ? entry
            : Exprs.apply(Operator.MUL, Type.DOUBLE, entry, factor.get().read());
    return type == Type.FLOAT ? new Expr.Cast(Type.FLOAT, value) : value;
  }

  private void fill(Expr array, List<Stmt> into) {
    Var i = new Var("i", Type.INT);
    Expr.Load element = new Expr.Load(array, i.read());
    List<Stmt> body = new ArrayList<>();
    if (element.type().isArray()) {
      Expr exists = Exprs.test(Operator.NE, element, new Expr.Const(null, element.type()));
      List<Stmt> rows = new ArrayList<>();
      fill(element, rows);
      body.add(new Stmt.If(exists, new Block(rows), Block.EMPTY));
    } else {
      body.add(new Stmt.Store(array, i.read(), number(element.type())));
      body.add(advance());
    }
    into.add(
        new Stmt.Counted(
            i, Exprs.constant(0), Operator.LT, new Expr.Length(array), 1, new Block(body)));
  }
}
