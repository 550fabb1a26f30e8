package io.cotangent.processor.backend;

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

/** The plan of {@code a[0] = a[0] * b[0]; return a[0];}, where {@code b} may be {@code a}. */
final class MixPlan {
  private MixPlan() {}

  static DerivativeClass mix() {
    List<Parameter> params =
        List.of(new Parameter("a", VECTOR, true), new Parameter("b", VECTOR, true));
    Forms forms = TapedForward.forms(jvp(), reverse(), augmented(), pullback(), null);
    return Plans.plan("MixDerivatives", "mix", params, Type.DOUBLE, 1, forms);
  }

  private static Expr first(Var array) {
    return new Expr.Load(array.read(), num(0));
  }

  private static Stmt setFirst(Var array, Expr value) {
    return new Stmt.Store(array.read(), num(0), value);
  }

  private static Entry jvp() {
    Var a = vector("a");
    Var b = vector("b");
    Var aDot = vector("aDot");
    Var bDot = vector("bDot");
    Var r = number("r");
    Var rDot = number("rDot");
    return new Entry(
        function(
            "mixJvp",
            List.of(a, b, aDot, bDot),
            List.of(r, rDot),
            setFirst(aDot, add(times(first(aDot), first(b)), times(first(a), first(bDot)))),
            setFirst(a, times(first(a), first(b))),
            declare(r, first(a)),
            declare(rDot, first(aDot))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.tangent(0), Plans.tangent(1)),
        List.of(Plans.VALUE, Plans.VALUE_TANGENT));
  }

  private static List<Stmt> backward(Var aBar, Var bBar, Var rBar, Var oldA, Var oldB, Var t) {
    return List.of(
        setFirst(aBar, add(first(aBar), rBar.read())),
        declare(t, first(aBar)),
        setFirst(aBar, num(0.0)),
        setFirst(bBar, add(first(bBar), times(oldA.read(), t.read()))),
        setFirst(aBar, add(first(aBar), times(oldB.read(), t.read()))));
  }

  private static Entry reverse() {
    Var a = vector("a");
    Var b = vector("b");
    Var aBar = vector("aBar");
    Var bBar = vector("bBar");
    Var rBar = number("rBar");
    Var r = number("r");
    Var oldA = number("oldA");
    Var oldB = number("oldB");
    List<Stmt> body = new ArrayList<>();
    body.add(declare(oldA, first(a)));
    body.add(declare(oldB, first(b)));
    body.add(setFirst(a, times(first(a), first(b))));
    body.add(declare(r, first(a)));
    body.addAll(backward(aBar, bBar, rBar, oldA, oldB, number("t")));
    return new Entry(
        function(
            "mixReverse", List.of(a, b, aBar, bBar, rBar), List.of(r), body.toArray(Stmt[]::new)),
        List.of(Plans.primal(0), Plans.primal(1), Plans.adjoint(0), Plans.adjoint(1), Plans.SEED),
        List.of(Plans.VALUE));
  }

  private static Entry augmented() {
    Var a = vector("a");
    Var b = vector("b");
    Var aBar = vector("aBar");
    Var bBar = vector("bBar");
    Var r = number("r");
    return new Entry(
        function(
            "mixAugmented",
            List.of(a, b, aBar, bBar),
            List.of(r),
            push(first(a)),
            push(first(b)),
            push(aBar.read()),
            push(bBar.read()),
            setFirst(a, times(first(a), first(b))),
            declare(r, first(a))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.adjoint(0), Plans.adjoint(1)),
        List.of(Plans.VALUE));
  }

  private static Entry pullback() {
    Var rBar = number("rBar");
    Var aBar = vector("aBar");
    Var bBar = vector("bBar");
    Var oldA = number("oldA");
    Var oldB = number("oldB");
    List<Stmt> body = new ArrayList<>();
    body.add(declare(bBar, pop(VECTOR)));
    body.add(declare(aBar, pop(VECTOR)));
    body.add(declare(oldB, pop(Type.DOUBLE)));
    body.add(declare(oldA, pop(Type.DOUBLE)));
    body.addAll(backward(aBar, bBar, rBar, oldA, oldB, number("t")));
    return new Entry(
        function("mixPullback", List.of(rBar), List.of(), body.toArray(Stmt[]::new)),
        List.of(Plans.SEED),
        List.of());
  }
}
