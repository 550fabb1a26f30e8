package io.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** Loops over all numbers of an array of any rank; rows may be null. */
public final class ArrayLoops {
  private ArrayLoops() {}

  /** {@code target += source}, element by element; both have one shape. */
  public static List<Stmt> add(Expr target, Expr source) {
    return each(
        target,
        source,
        (to, from) -> new Stmt.Store(to.array(), to.index(), Arithmetic.add(to, from)));
  }

  /** {@code target += source * factor}, element by element; zero where one of the two is. */
  public static List<Stmt> addTimes(Expr target, Expr source, Expr factor) {
    return each(
        target,
        source,
        (to, from) ->
            new Stmt.Store(
                to.array(), to.index(), Arithmetic.add(to, Arithmetic.guarded(from, factor))));
  }

  /** {@code target = value} in every element. */
  public static List<Stmt> fill(Expr target, double value) {
    return each(
        target,
        target,
        (to, from) ->
            new Stmt.Store(to.array(), to.index(), Arithmetic.constant(value, to.type())));
  }

  /** {@code target *= factor} in every element. */
  public static List<Stmt> scale(Expr target, Expr factor) {
    return each(
        target,
        target,
        (to, from) ->
            new Stmt.Store(
                to.array(), to.index(), Arithmetic.mul(to, Arithmetic.cast(to.type(), factor))));
  }

  /** Declares a new array with the shape of {@code like} and zeros in it. */
  public static List<Stmt> zeros(Var declared, Expr like) {
    Type.Array type = (Type.Array) like.type();
    return type.element().isArray()
        ? rows(declared, like, ArrayLoops::zeros)
        : List.of(
            new Stmt.Declare(declared, new Expr.NewArray(type, List.of(new Expr.Length(like)))));
  }

  /** Declares a copy of an array, its rows copied too. */
  public static List<Stmt> copy(Var declared, Expr array) {
    Type.Array type = (Type.Array) array.type();
    return type.element().isArray()
        ? rows(declared, array, ArrayLoops::copy)
        : List.of(new Stmt.Declare(declared, new Expr.CloneArray(array)));
  }

  /**
   * Declares the array itself, or null; of an array of arrays a new one, which keeps the rows that
   * it has now.
   */
  public static List<Stmt> spine(Var declared, Expr array) {
    if (array.type().rank() == 1) {
      return List.of(new Stmt.Declare(declared, array));
    }
    Var rows = new Var(declared.name(), declared.type());
    List<Stmt> made = new ArrayList<>(rows(rows, array, ArrayLoops::spine));
    made.add(new Stmt.Assign(declared, rows.read()));
    return List.of(
        new Stmt.Declare(declared, Exprs.defaultValue(declared.type())), unlessNull(array, made));
  }

  private interface Maker {
    List<Stmt> of(Var declared, Expr like);
  }

  private static List<Stmt> rows(Var declared, Expr like, Maker maker) {
    Type.Array type = (Type.Array) like.type();
    Var i = new Var("i", Type.INT);
    Expr row = new Expr.Load(like, i.read());
    Var made = new Var("row", type.element());
    List<Stmt> body = new ArrayList<>(maker.of(made, row));
    body.add(new Stmt.Store(declared.read(), i.read(), made.read()));
    return List.of(
        new Stmt.Declare(declared, new Expr.NewArray(type, List.of(new Expr.Length(like)))),
        over(i, like, List.of(unlessNull(row, body))));
  }

  private interface Step {
    Stmt of(Expr.Load to, Expr.Load from);
  }

  private static List<Stmt> each(Expr target, Expr source, Step step) {
    Var i = new Var("i", Type.INT);
    Expr.Load to = new Expr.Load(target, i.read());
    Expr.Load from = new Expr.Load(source, i.read());
    List<Stmt> body =
        to.type().isArray()
            ? List.of(unlessNull(to, each(to, from, step)))
            : List.of(step.of(to, from));
    return List.of(over(i, target, body));
  }

  /** The statements where there is an array. */
  public static Stmt unlessNull(Expr array, List<Stmt> body) {
    Expr exists = Exprs.test(Operator.NE, array, new Expr.Const(null, array.type()));
    return new Stmt.If(exists, new Block(body), Block.EMPTY);
  }

  private static Stmt over(Var index, Expr array, List<Stmt> body) {
    return new Stmt.Counted(
        index, Exprs.constant(0), Operator.LT, new Expr.Length(array), 1, new Block(body));
  }
}
