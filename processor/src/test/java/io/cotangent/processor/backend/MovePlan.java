package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.MATRIX;
import static io.cotangent.processor.backend.Ir.VECTOR;
import static io.cotangent.processor.backend.Ir.add;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.num;
import static io.cotangent.processor.backend.Ir.number;
import static io.cotangent.processor.backend.Ir.pop;
import static io.cotangent.processor.backend.Ir.push;
import static io.cotangent.processor.backend.Ir.times;
import static io.cotangent.processor.backend.Ir.vector;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** The plan of a method that swaps two rows and leaves their shadows swapped. */
final class MovePlan {
  private MovePlan() {}

  static DerivativeClass move() {
    List<Parameter> params = List.of(new Parameter("m", MATRIX, true));
    Forms forms = TapedForward.forms(jvp(), reverse(), augmented(), pullback(), null);
    return Plans.plan("MoveDerivatives", "move", params, Type.DOUBLE, 1, forms);
  }

  private static Expr row(Var m, int row) {
    return new Expr.Load(m.read(), num(row));
  }

  private static Expr first(Var m, int row) {
    return new Expr.Load(row(m, row), num(0));
  }

  private static List<Stmt> swap(Var m) {
    Var t = vector("t");
    return List.of(
        declare(t, row(m, 0)),
        new Stmt.Store(m.read(), num(0), row(m, 1)),
        new Stmt.Store(m.read(), num(1), t.read()));
  }

  private static Expr value(Var m) {
    return times(first(m, 0), first(m, 1));
  }

  private static Stmt grow(Expr array, Expr term) {
    return new Stmt.Store(array, num(0), add(new Expr.Load(array, num(0)), term));
  }

  private static Entry jvp() {
    Var m = new Var("m", MATRIX);
    Var mDot = new Var("mDot", MATRIX);
    Var r = number("r");
    Var rDot = number("rDot");
    List<Stmt> body = new ArrayList<>(swap(m));
    body.addAll(swap(mDot));
    body.add(declare(r, value(m)));
    Expr left = times(first(mDot, 0), first(m, 1));
    body.add(declare(rDot, add(left, times(first(m, 0), first(mDot, 1)))));
    return new Entry(
        function("moveJvp", List.of(m, mDot), List.of(r, rDot), body.toArray(Stmt[]::new)),
        List.of(Plans.primal(0), Plans.tangent(0)),
        List.of(Plans.VALUE, Plans.VALUE_TANGENT));
  }

  private static Entry reverse() {
    Var m = new Var("m", MATRIX);
    Var mBar = new Var("mBar", MATRIX);
    Var rBar = number("rBar");
    Var r = number("r");
    List<Stmt> body = new ArrayList<>(swap(m));
    body.addAll(swap(mBar));
    body.add(declare(r, value(m)));
    body.add(grow(row(mBar, 0), times(rBar.read(), first(m, 1))));
    body.add(grow(row(mBar, 1), times(rBar.read(), first(m, 0))));
    return new Entry(
        function("moveReverse", List.of(m, mBar, rBar), List.of(r), body.toArray(Stmt[]::new)),
        List.of(Plans.primal(0), Plans.adjoint(0), Plans.SEED),
        List.of(Plans.VALUE));
  }

  private static Entry augmented() {
    Var m = new Var("m", MATRIX);
    Var mBar = new Var("mBar", MATRIX);
    Var r = number("r");
    List<Stmt> body = new ArrayList<>(swap(m));
    body.addAll(swap(mBar));
    body.add(declare(r, value(m)));
    body.add(push(row(m, 0)));
    body.add(push(row(m, 1)));
    body.add(push(row(mBar, 0)));
    body.add(push(row(mBar, 1)));
    return new Entry(
        function("moveAugmented", List.of(m, mBar), List.of(r), body.toArray(Stmt[]::new)),
        List.of(Plans.primal(0), Plans.adjoint(0)),
        List.of(Plans.VALUE));
  }

  private static Entry pullback() {
    Var rBar = number("rBar");
    Var first = vector("first");
    Var second = vector("second");
    Var firstBar = vector("firstBar");
    Var secondBar = vector("secondBar");
    return new Entry(
        function(
            "movePullback",
            List.of(rBar),
            List.of(),
            declare(secondBar, pop(VECTOR)),
            declare(firstBar, pop(VECTOR)),
            declare(second, pop(VECTOR)),
            declare(first, pop(VECTOR)),
            grow(firstBar.read(), times(rBar.read(), new Expr.Load(second.read(), num(0)))),
            grow(secondBar.read(), times(rBar.read(), new Expr.Load(first.read(), num(0))))),
        List.of(Plans.SEED),
        List.of());
  }
}
