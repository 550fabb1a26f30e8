package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.VECTOR;
import static io.cotangent.processor.backend.Ir.add;
import static io.cotangent.processor.backend.Ir.at;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.down;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.grow;
import static io.cotangent.processor.backend.Ir.integer;
import static io.cotangent.processor.backend.Ir.num;
import static io.cotangent.processor.backend.Ir.number;
import static io.cotangent.processor.backend.Ir.pop;
import static io.cotangent.processor.backend.Ir.push;
import static io.cotangent.processor.backend.Ir.store;
import static io.cotangent.processor.backend.Ir.times;
import static io.cotangent.processor.backend.Ir.up;
import static io.cotangent.processor.backend.Ir.vector;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;

/** The plan of a method that overwrites its array parameter. */
final class EnergyPlan {
  private EnergyPlan() {}

  /** The sum of {@code (a[i] * c)²}, where the method overwrites {@code a}. */
  static DerivativeClass energy() {
    List<Parameter> params =
        List.of(new Parameter("a", VECTOR, true), new Parameter("c", Type.DOUBLE, false));
    Forms forms =
        TapedForward.forms(energyJvp(), energyReverse(), energyAugmented(), energyPullback(), null);
    return Plans.plan("EnergyDerivatives", "energy", params, Type.DOUBLE, 1, forms);
  }

  private static Entry energyJvp() {
    Var a = vector("a");
    Var c = number("c");
    Var aDot = vector("aDot");
    Var cDot = number("cDot");
    Var s = number("s");
    Var sDot = number("sDot");
    Var i = integer("i");
    return new Entry(
        function(
            "energyJvp",
            List.of(a, c, aDot, cDot),
            List.of(s, sDot),
            declare(s, num(0.0)),
            declare(sDot, num(0.0)),
            up(
                i,
                a,
                store(aDot, i, add(times(at(aDot, i), c.read()), times(at(a, i), cDot.read()))),
                store(a, i, times(at(a, i), c.read())),
                grow(sDot, times(times(num(2.0), at(a, i)), at(aDot, i))),
                grow(s, times(at(a, i), at(a, i))))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.tangent(0), Plans.tangent(1)),
        List.of(Plans.VALUE, Plans.VALUE_TANGENT));
  }

  private static Stmt energyForward(Var a, Var c, Var s) {
    Var i = integer("i");
    return up(
        i,
        a,
        push(at(a, i)),
        store(a, i, times(at(a, i), c.read())),
        grow(s, times(at(a, i), at(a, i))));
  }

  private static Stmt energyBackward(Var a, Var aBar, Var c, Var cBar, Var sBar) {
    Var i = integer("i");
    Var old = number("old");
    return down(
        i,
        a,
        grow(aBar, i, times(times(num(2.0), at(a, i)), sBar.read())),
        declare(old, pop(Type.DOUBLE)),
        grow(cBar, times(old.read(), at(aBar, i))),
        store(aBar, i, times(at(aBar, i), c.read())),
        store(a, i, old.read()));
  }

  private static Entry energyReverse() {
    Var a = vector("a");
    Var c = number("c");
    Var aBar = vector("aBar");
    Var sBar = number("sBar");
    Var s = number("s");
    Var cBar = number("cBar");
    return new Entry(
        function(
            "energyReverse",
            List.of(a, c, aBar, sBar),
            List.of(s, cBar),
            declare(s, num(0.0)),
            energyForward(a, c, s),
            declare(cBar, num(0.0)),
            energyBackward(a, aBar, c, cBar, sBar)),
        List.of(Plans.primal(0), Plans.primal(1), Plans.adjoint(0), Plans.SEED),
        List.of(Plans.VALUE, Plans.adjoint(1)));
  }

  private static Entry energyAugmented() {
    Var a = vector("a");
    Var c = number("c");
    Var aBar = vector("aBar");
    Var s = number("s");
    return new Entry(
        function(
            "energyAugmented",
            List.of(a, c, aBar),
            List.of(s),
            declare(s, num(0.0)),
            energyForward(a, c, s),
            push(c.read()),
            push(a.read()),
            push(aBar.read())),
        List.of(Plans.primal(0), Plans.primal(1), Plans.adjoint(0)),
        List.of(Plans.VALUE));
  }

  private static Entry energyPullback() {
    Var sBar = number("sBar");
    Var a = vector("a");
    Var aBar = vector("aBar");
    Var c = number("c");
    Var cBar = number("cBar");
    return new Entry(
        function(
            "energyPullback",
            List.of(sBar),
            List.of(cBar),
            declare(aBar, pop(VECTOR)),
            declare(a, pop(VECTOR)),
            declare(c, pop(Type.DOUBLE)),
            declare(cBar, num(0.0)),
            energyBackward(a, aBar, c, cBar, sBar)),
        List.of(Plans.SEED),
        List.of(Plans.adjoint(1)));
  }
}
