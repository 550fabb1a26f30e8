package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** Writes what makes two names mean one array: copies of references, rows, swaps. */
final class AliasWriter {
  private static final int DEPTH = 2;
  private final Author w;

  AliasWriter(Author author) {
    this.w = author;
  }

  void add(List<Stmt> body) {
    boolean matrix = !w.scope.ofType(Ty.MATRIX).isEmpty();
    boolean two = w.scope.writable(Ty.DOUBLES).size() > 1;
    int kind = w.dice.weighted(10, 8, 6, matrix ? 8 : 0, two ? 8 : 0, two ? 5 : 0, matrix ? 6 : 0);
    switch (kind) {
      case 0 -> alias(body);
      case 1 -> reassign(body);
      case 2 -> fresh(body);
      case 3 -> swapRows(body);
      case 4 -> swap(body, Ty.DOUBLES);
      case 5 -> swapInLoop(body);
      default -> setRow(body);
    }
  }

  private void alias(List<Stmt> body) {
    Ty ty = arrayType();
    w.statements.declare(body, ty, () -> w.arrays.expr(ty, DEPTH));
  }

  private void fresh(List<Stmt> body) {
    Ty ty = arrayType();
    w.statements.declare(body, ty, () -> w.arrays.fresh(ty, DEPTH));
  }

  private Ty arrayType() {
    return switch (w.dice.weighted(
        12,
        w.has(Feature.MATRIX) ? 4 : 0,
        w.has(Feature.FLOAT) ? 2 : 0,
        w.has(Feature.RANK3) ? 1 : 0,
        1)) {
      case 0 -> Ty.DOUBLES;
      case 1 -> Ty.MATRIX;
      case 2 -> Ty.FLOATS;
      case 3 -> Ty.MATRIX.array();
      default -> Ty.INTS;
    };
  }

  private void reassign(List<Stmt> body) {
    List<Scope.Entry> arrays = w.scope.all(e -> e.ty().isArray() && e.writable());
    if (arrays.isEmpty()) {
      w.statements.declare(body, Ty.DOUBLES, () -> w.arrays.expr(Ty.DOUBLES, DEPTH));
      return;
    }
    Scope.Entry target = w.dice.pick(arrays);
    body.add(
        new Stmt.Eval(
            new Expr.Assign(NumberWriter.variable(target), "", w.arrays.expr(target.ty(), DEPTH))));
  }

  private Expr row() {
    Expr matrix = NumberWriter.variable(w.dice.pick(w.scope.ofType(Ty.MATRIX)));
    return new Expr.Index(matrix, w.arrays.index(matrix));
  }

  private void swapRows(List<Stmt> body) {
    swap(body, row(), row());
  }

  private void swap(List<Stmt> body, Ty ty) {
    List<Scope.Entry> arrays = w.scope.writable(ty);
    swap(
        body,
        NumberWriter.variable(w.dice.pick(arrays)),
        NumberWriter.variable(w.dice.pick(arrays)));
  }

  private void swap(List<Stmt> body, Expr one, Expr other) {
    String t = w.fresh("swap");
    body.add(new Stmt.Local("", one.ty(), t, one));
    body.add(new Stmt.Eval(new Expr.Assign(one, "", other)));
    body.add(new Stmt.Eval(new Expr.Assign(other, "", new Expr.Var(one.ty(), t))));
    w.scope.add(one.ty(), t, true);
  }

  /** Two buffers of one length that a loop fills in turn and swaps. */
  private void swapInLoop(List<Stmt> body) {
    List<Scope.Entry> arrays = w.scope.writable(Ty.DOUBLES);
    Expr from = NumberWriter.variable(w.dice.pick(arrays));
    Expr size = new Expr.Length(from);
    Expr fresh = new Expr.NewArray(Ty.DOUBLES, List.of(size));
    String next = w.fresh("next");
    body.add(new Stmt.Local("", Ty.DOUBLES, next, fresh));
    w.scope.add(Ty.DOUBLES, next, true);
    int mark = w.scope.mark();
    String k = w.fresh("k");
    w.scope.add(Ty.INT, k, false);
    String i = w.fresh("i");
    w.scope.addIndex(i, from.toString());
    Expr to = new Expr.Var(Ty.DOUBLES, next);
    Expr at = new Expr.Var(Ty.INT, i);
    Expr value = Tame.wrap(w, Ty.DOUBLE, w.numbers.expr(Ty.DOUBLE, DEPTH));
    Expr update =
        new Expr.Assign(
            new Expr.Index(to, at), "", new Expr.Binary("+", new Expr.Index(from, at), value));
    List<Stmt> inner = new ArrayList<>(List.of(new Stmt.Eval(update)));
    Stmt fill = loop(i, size, inner);
    List<Stmt> outer = new ArrayList<>(List.of(fill));
    swap(outer, from, to);
    w.scope.restore(mark);
    body.add(loop(k, new Expr.Lit(Ty.INT, w.dice.between(1, 4)), outer));
  }

  private static Stmt loop(String i, Expr bound, List<Stmt> body) {
    Expr counter = new Expr.Var(Ty.INT, i);
    return new Stmt.For(
        "",
        List.of(new Stmt.Local("", Ty.INT, i, new Expr.Lit(Ty.INT, 0))),
        new Expr.Binary("<", counter, bound),
        List.of(new Expr.Step(counter, false, 1)),
        body);
  }

  private void setRow(List<Stmt> body) {
    body.add(new Stmt.Eval(new Expr.Assign(row(), "", w.arrays.expr(Ty.DOUBLES, DEPTH))));
  }
}
