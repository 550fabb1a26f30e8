package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Statements that write numbers and arrays of any rank into one array, one after another. */
final class Flatten {
  private static final MathOp STOP = new MathOp("io.cotangent.Cotangent", "stopGradient");

  private final Frame frame;

  Flatten(Frame frame) {
    this.frame = frame;
  }

  /** One array with the numbers of all these values. */
  Var all(List<Expr> values) {
    Var size = size(values);
    Var flat =
        frame.declare(
            "parameters", new Expr.NewArray(Type.arrayOf(Type.DOUBLE), List.of(size.read())));
    Var next = frame.declare("next", Exprs.constant(0));
    values.forEach(value -> copy(value, flat, next).forEach(frame::emit));
    return flat;
  }

  /** How many numbers all these values are. */
  Var size(List<Expr> values) {
    Var size = frame.declare("size", Exprs.constant(0));
    values.forEach(value -> count(value, size).forEach(frame::emit));
    return size;
  }

  private static List<Stmt> count(Expr value, Var size) {
    if (!value.type().isArray()) {
      return List.of(advance(size, Exprs.constant(1)));
    }
    Type element = ((Type.Array) value.type()).element();
    return element.isArray()
        ? List.of(each(value, row -> count(row, size)))
        : List.of(advance(size, new Expr.Length(value)));
  }

  private static List<Stmt> copy(Expr value, Var flat, Var next) {
    return value.type().isArray()
        ? List.of(each(value, entry -> copy(entry, flat, next)))
        : List.of(
            new Stmt.Store(flat.read(), next.read(), Arithmetic.cast(Type.DOUBLE, value)),
            advance(next, Exprs.constant(1)));
  }

  /** The value without its derivative: arrays as copies of their own. */
  Expr passive(Expr value) {
    if (!value.type().carriesDerivative()) {
      return value;
    }
    if (!value.type().isArray()) {
      return stopped(value);
    }
    Var copy = new Var("constant", value.type());
    ArrayLoops.zeros(copy, value).forEach(frame::emit);
    stop(value, copy.read()).forEach(frame::emit);
    return copy.read();
  }

  private static Expr stopped(Expr number) {
    return Exprs.apply(STOP, number.type(), number);
  }

  private static List<Stmt> stop(Expr from, Expr to) {
    Var i = new Var("i", Type.INT);
    Expr entry = new Expr.Load(from, i.read());
    List<Stmt> body =
        entry.type().isArray()
            ? List.of(unlessNull(entry, stop(entry, new Expr.Load(to, i.read()))))
            : List.of(new Stmt.Store(to, i.read(), stopped(entry)));
    return List.of(over(i, from, body));
  }

  private interface Each {
    List<Stmt> of(Expr entry);
  }

  private static Stmt each(Expr array, Each writer) {
    Var i = new Var("i", Type.INT);
    Expr entry = new Expr.Load(array, i.read());
    List<Stmt> body = writer.of(entry);
    return over(i, array, entry.type().isArray() ? List.of(unlessNull(entry, body)) : body);
  }

  private static Stmt unlessNull(Expr row, List<Stmt> body) {
    Expr exists = Exprs.test(Operator.NE, row, new Expr.Const(null, row.type()));
    return new Stmt.If(exists, new Block(body), Block.EMPTY);
  }

  private static Stmt over(Var i, Expr array, List<Stmt> body) {
    return new Stmt.Counted(
        i, Exprs.constant(0), Operator.LT, new Expr.Length(array), 1, new Block(body));
  }

  private static Stmt advance(Var counter, Expr by) {
    return new Stmt.Assign(counter, Exprs.plus(counter.read(), by));
  }

  /** The values among these that carry derivatives. */
  static List<Expr> carrying(List<Expr> values) {
    List<Expr> carrying = new ArrayList<>(values);
    carrying.removeIf(value -> !value.type().carriesDerivative());
    return carrying;
  }
}
