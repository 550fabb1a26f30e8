package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.LinearRow.Element;
import io.cotangent.processor.transform.LinearRow.Place;
import io.cotangent.processor.transform.LinearRow.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The small linear system of an {@link InverseBlock}, and what its solution leaves to the
 * cotangents of all else that was read.
 */
final class InverseSystem {
  private static final Type MATRIX = Type.arrayOf(Type.arrayOf(Type.DOUBLE));

  private final List<Place> before;
  private final List<Place> after;
  private final List<Expr> again = new ArrayList<>();
  private final List<LinearRow> split = new ArrayList<>();
  private final Stmt.Mark here;
  private final LinearRows rows;
  private final UnaryOperator<Var> bar;
  private final InverseBlock.Purpose purpose;
  private final List<Stmt> out;

  InverseSystem(
      List<Place> before,
      List<Place> after,
      Stmt.Mark here,
      LinearRows rows,
      UnaryOperator<Var> bar,
      InverseBlock.Purpose purpose,
      List<Stmt> out) {
    this.before = before;
    this.after = after;
    this.here = here;
    this.rows = rows;
    this.bar = bar;
    this.purpose = purpose;
    this.out = out;
    for (int i = 0; i < before.size(); i++) {
      again.add(named(isAgain(i)));
    }
    for (int r = 0; r < after.size(); r++) {
      split.add(split(row(after.get(r))));
    }
  }

  /** Whether an element is the same as one before it in the list. */
  private Expr isAgain(int at) {
    Expr any = Exprs.FALSE;
    if (before.get(at) instanceof Element element) {
      for (int i = 0; i < at; i++) {
        if (before.get(i) instanceof Element other) {
          Expr same = element.is(other);
          any =
              any.equals(Exprs.FALSE)
                  ? same
                  : same.equals(Exprs.FALSE) ? any : Arithmetic.or(any, same);
        }
      }
    }
    return any;
  }

  private Expr named(Expr test) {
    if (test.equals(Exprs.FALSE)) {
      return test;
    }
    Var again = new Var("again", Type.BOOLEAN);
    out.add(new Stmt.Declare(again, test));
    return again.read();
  }

  private LinearRow row(Place place) {
    return place instanceof Element element
        ? rows.current(element)
        : rows.scalars().getOrDefault(((Scalar) place).var(), new LinearRow());
  }

  /** The row with its places told apart: those that are replaced take what is theirs. */
  private LinearRow split(LinearRow row) {
    LinearRow all = new LinearRow();
    row.coefficients()
        .forEach(
            (place, c) -> {
              Expr open = Exprs.TRUE;
              for (Place replaced : before) {
                Expr same = same(place, replaced);
                Expr here = LinearRow.and(open, same);
                if (!here.equals(Exprs.FALSE)) {
                  all.add(replaced, LinearRow.where(here, c));
                  open = LinearRow.and(open, LinearRow.not(same));
                }
              }
              if (!open.equals(Exprs.FALSE)) {
                all.add(place, LinearRow.where(open, c));
              }
            });
    LinearRow atoms = new LinearRow();
    all.coefficients().forEach((place, c) -> atoms.add(place, rows.atom(c)));
    return atoms;
  }

  private Expr same(Place place, Place replaced) {
    if (place instanceof Element element && replaced instanceof Element other) {
      return element.is(other);
    }
    return place.equals(replaced) ? Exprs.TRUE : Exprs.FALSE;
  }

  void write() throws LostValues {
    List<Expr> solution = before.size() == 1 ? step() : block();
    if (!purpose.cotangents()) {
      return;
    }
    Set<Place> others = new LinkedHashSet<>();
    split.forEach(row -> others.addAll(row.coefficients().keySet()));
    before.forEach(others::remove);
    for (Place other : others) {
      Expr sum = place(other);
      for (int r = 0; r < after.size(); r++) {
        Expr c = split.get(r).get(other);
        if (!Arithmetic.isConstant(c, 0.0)) {
          sum = Arithmetic.sub(sum, Arithmetic.mul(c, solution.get(r)));
        }
      }
      out.add(put(other, sum));
    }
    for (int r = 0; r < after.size(); r++) {
      Stmt put = put(after.get(r), solution.get(r));
      Expr twice = after.get(r) instanceof Element ? again.get(r) : Exprs.FALSE;
      out.add(
          twice.equals(Exprs.FALSE)
              ? put
              : new Stmt.If(Exprs.not(twice), Block.of(put), Block.EMPTY));
    }
  }

  private List<Expr> step() throws LostValues {
    Expr partial = split.get(0).get(before.get(0));
    if (Arithmetic.isConstant(partial, 0.0)) {
      throw new LostValues(here.span(), List.of(name(before.get(0))));
    }
    if (!Arithmetic.isOrdinary(partial)) {
      partial = invoked("nonZero", Type.DOUBLE, "partial", partial);
    }
    if (purpose.cotangents()) {
      Var solved = new Var(name(after.get(0)) + "Bar", Type.DOUBLE);
      out.add(new Stmt.Declare(solved, Arithmetic.div(place(before.get(0)), partial)));
      return List.of(solved.read());
    }
    if (!Arithmetic.isConstant(partial, 1.0) && !Arithmetic.isConstant(partial, -1.0)) {
      Expr size = function("abs", partial);
      addLogarithm(function("log", size));
    }
    return List.of();
  }

  private Expr function(String name, Expr arg) {
    return Exprs.apply(new MathOp("java.lang.Math", name), Type.DOUBLE, arg);
  }

  private void addLogarithm(Expr term) {
    Var logarithm = purpose.logarithm();
    Expr sum = Exprs.apply(Operator.ADD, Type.DOUBLE, logarithm.read(), term);
    out.add(new Stmt.Assign(logarithm, sum));
  }

  private List<Expr> block() {
    int m = before.size();
    Var matrix = new Var("block", MATRIX);
    Expr size = Exprs.constant(m);
    out.add(new Stmt.Declare(matrix, new Expr.NewArray((Type.Array) MATRIX, List.of(size, size))));
    for (int r = 0; r < m; r++) {
      for (int c = 0; c < m; c++) {
        Expr entry = entry(r, c);
        if (!Arithmetic.isConstant(entry, 0.0)) {
          Expr row = new Expr.Load(matrix.read(), Exprs.constant(r));
          out.add(new Stmt.Store(row, Exprs.constant(c), entry));
        }
      }
    }
    if (!purpose.cotangents()) {
      addLogarithm(invoked("logAbsDeterminant", Type.DOUBLE, "logarithm", matrix.read()));
      return List.of();
    }
    Expr inverse = invoked("inverse", MATRIX, "inverse", matrix.read());
    List<Expr> given = new ArrayList<>();
    for (int c = 0; c < m; c++) {
      Expr place = place(before.get(c));
      Var kept = new Var(name(before.get(c)) + "Bar", Type.DOUBLE);
      Expr twice = again.get(c);
      Expr zero = Arithmetic.constant(0.0, Type.DOUBLE);
      out.add(
          new Stmt.Declare(
              kept, twice.equals(Exprs.FALSE) ? place : new Expr.Conditional(twice, zero, place)));
      given.add(kept.read());
    }
    List<Expr> solution = new ArrayList<>();
    for (int r = 0; r < m; r++) {
      Expr sum = Arithmetic.constant(0.0, Type.DOUBLE);
      for (int c = 0; c < m; c++) {
        Expr row = new Expr.Load(inverse, Exprs.constant(c));
        Expr factor = new Expr.Load(row, Exprs.constant(r));
        sum = Arithmetic.add(sum, Arithmetic.mul(factor, given.get(c)));
      }
      Var solved = new Var(name(after.get(r)) + "Bar", Type.DOUBLE);
      out.add(new Stmt.Declare(solved, sum));
      solution.add(solved.read());
    }
    return solution;
  }

  /** An element that is there twice has a row and a column of the unit matrix. */
  private Expr entry(int r, int c) {
    Expr entry = split.get(r).get(before.get(c));
    Expr twice = after.get(r) instanceof Element ? again.get(r) : Exprs.FALSE;
    if (twice.equals(Exprs.FALSE)) {
      return entry;
    }
    Expr unit = Arithmetic.constant(r == c ? 1.0 : 0.0, Type.DOUBLE);
    return new Expr.Conditional(twice, unit, entry);
  }

  private Expr invoked(String method, Type type, String name, Expr arg) {
    String place = here.span().exists() ? here.span().fileName() + ":" + here.span().line() : "";
    String text = here.line().strip();
    String step = place.isEmpty() ? text : place + ": " + text;
    Var result = new Var(name, type);
    out.add(
        new Stmt.Declare(
            result, Arithmetic.support("Inverses", method, type, arg, Exprs.constant(step))));
    return result.read();
  }

  private Expr place(Place place) {
    return place instanceof Element e
        ? new Expr.Load(bar.apply(e.array()).read(), e.index())
        : bar.apply(((Scalar) place).var()).read();
  }

  private Stmt put(Place place, Expr value) {
    return place instanceof Element e
        ? new Stmt.Store(bar.apply(e.array()).read(), e.index(), value)
        : new Stmt.Assign(bar.apply(((Scalar) place).var()), value);
  }

  private String name(Place place) {
    return place instanceof Element e ? e.array().name() : ((Scalar) place).var().name();
  }
}
