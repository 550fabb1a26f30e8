package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lowers a call of a Jacobian or Hessian as the generated class computes it: the derivative along
 * every unit direction, one after the other, is a column.
 */
final class MatrixCall {
  private static final Type.Array ROW = Type.arrayOf(Type.DOUBLE);
  private static final Type.Array MATRIX = Type.arrayOf(ROW);
  private static final Expr ZERO = Arithmetic.constant(0.0, Type.DOUBLE);
  private static final Expr ONE = Arithmetic.constant(1.0, Type.DOUBLE);

  private final Frame frame;
  private final List<Expr> primals;
  private final Function<List<Expr>, List<Expr>> derivative;
  private final List<Expr> dots = new ArrayList<>();
  private final Var columns;
  private final Var column;
  private final Var height;

  private MatrixCall(Frame frame, List<Expr> primals, Function<List<Expr>, List<Expr>> derivative) {
    this.frame = frame;
    this.primals = primals;
    this.derivative = derivative;
    this.columns = frame.declare("columns", new Expr.NewArray(MATRIX, List.of(size(primals))));
    this.column = frame.declare("column", Exprs.constant(0));
    this.height = frame.declare("height", Exprs.constant(0));
  }

  /**
   * The matrix whose columns are the derivatives along unit directions.
   *
   * @param primals numbers and arrays of them, by which is differentiated
   * @param derivative emits the derivative along directions, one for each of the primals, and gives
   *     the numbers and arrays that it consists of
   */
  static Expr byColumns(
      Frame frame, List<Expr> primals, Function<List<Expr>, List<Expr>> derivative) {
    return new MatrixCall(frame, primals, derivative).matrix();
  }

  /** The matrix of one row, of numbers and arrays of them. */
  static Expr row(Frame frame, List<Expr> entries) {
    Var matrix = frame.declare("matrix", new Expr.NewArray(MATRIX, List.of(Exprs.constant(1))));
    Expr row = flat(frame, entries, size(entries));
    frame.emit(new Stmt.Store(matrix.read(), Exprs.constant(0), row));
    return matrix.read();
  }

  static boolean isFor(Type type) {
    return type == Type.DOUBLE || type.equals(ROW);
  }

  private static Expr size(List<Expr> parts) {
    Expr size = Exprs.constant(0);
    for (Expr part : parts) {
      Expr length = isNumber(part) ? Exprs.constant(1) : new Expr.Length(part);
      size = size.equals(Exprs.constant(0)) ? length : Exprs.plus(size, length);
    }
    return size;
  }

  private static boolean isNumber(Expr part) {
    return part.type() == Type.DOUBLE;
  }

  private Expr matrix() {
    for (Expr primal : primals) {
      dots.add(isNumber(primal) ? ZERO : frame.declare("unit", zeros(primal)).read());
    }
    if (primals.stream().noneMatch(MatrixCall::isNumber)) {
      // Without columns the method is run all the same, since it may throw.
      Expr none = Exprs.test(Operator.EQ, new Expr.Length(columns.read()), Exprs.constant(0));
      frame.emit(new Stmt.If(none, frame.block(() -> entries(dots)), Block.EMPTY));
    }
    for (int k = 0; k < primals.size(); k++) {
      Expr dot = dots.get(k);
      if (isNumber(dot)) {
        List<Expr> unit = new ArrayList<>(dots);
        unit.set(k, ONE);
        next(unit);
      } else {
        loop(
            frame,
            new Expr.Length(dot),
            i -> {
              frame.emit(new Stmt.Store(dot, i, ONE));
              next(dots);
              frame.emit(new Stmt.Store(dot, i, ZERO));
            });
      }
    }
    return transposed();
  }

  private static Expr zeros(Expr like) {
    return new Expr.NewArray(ROW, List.of(new Expr.Length(like)));
  }

  private List<Expr> entries(List<Expr> unit) {
    List<Expr> entries = derivative.apply(unit);
    frame.emit(new Stmt.Assign(height, size(entries)));
    return entries;
  }

  private void next(List<Expr> unit) {
    List<Expr> entries = entries(unit);
    Expr flat = flat(frame, entries, height.read());
    frame.emit(new Stmt.Store(columns.read(), column.read(), flat));
    frame.emit(new Stmt.Assign(column, Exprs.plus(column.read(), Exprs.constant(1))));
  }

  /** The numbers, in their order, in one array. */
  private static Expr flat(Frame frame, List<Expr> entries, Expr size) {
    if (entries.size() == 1 && !isNumber(entries.get(0))) {
      return entries.get(0);
    }
    Expr flat = frame.declare("flat", new Expr.NewArray(ROW, List.of(size))).read();
    Var at = frame.declare("at", Exprs.constant(0));
    for (Expr entry : entries) {
      if (isNumber(entry)) {
        append(frame, flat, at, entry);
      } else {
        Expr length = new Expr.Length(entry);
        loop(frame, length, i -> append(frame, flat, at, new Expr.Load(entry, i)));
      }
    }
    return flat;
  }

  private static void append(Frame frame, Expr flat, Var at, Expr number) {
    frame.emit(new Stmt.Store(flat, at.read(), number));
    frame.emit(new Stmt.Assign(at, Exprs.plus(at.read(), Exprs.constant(1))));
  }

  private Expr transposed() {
    Expr width = new Expr.Length(columns.read());
    List<Expr> shape = List.of(height.read(), width);
    Expr matrix = frame.declare("matrix", new Expr.NewArray(MATRIX, shape)).read();
    loop(
        frame,
        height.read(),
        r ->
            loop(
                frame,
                width,
                c -> {
                  Expr entry = new Expr.Load(new Expr.Load(columns.read(), c), r);
                  frame.emit(new Stmt.Store(new Expr.Load(matrix, r), c, entry));
                }));
    return matrix;
  }

  private static void loop(Frame frame, Expr bound, Consumer<Expr> body) {
    Var index = new Var("i", Type.INT);
    Block block = frame.block(() -> body.accept(index.read()));
    frame.emit(new Stmt.Counted(index, Exprs.constant(0), Operator.LT, bound, 1, block));
  }
}
