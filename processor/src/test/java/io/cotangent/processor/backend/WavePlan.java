package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.add;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.math;
import static io.cotangent.processor.backend.Ir.neg;
import static io.cotangent.processor.backend.Ir.number;
import static io.cotangent.processor.backend.Ir.pop;
import static io.cotangent.processor.backend.Ir.push;
import static io.cotangent.processor.backend.Ir.times;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;

/** The plan of a function of two numbers, of second order. */
final class WavePlan {
  private WavePlan() {}

  /** {@code x * sin(y)} with parameters of these names, of second order. */
  static DerivativeClass wave(String simpleName, String xName, String yName) {
    Parameter first = new Parameter(xName, Type.DOUBLE, false);
    Parameter second = new Parameter(yName, Type.DOUBLE, false);
    Forms forms =
        TapedForward.forms(
            waveJvp(xName, yName),
            waveReverse(xName, yName),
            waveAugmented(xName, yName),
            wavePullback(),
            waveReverseTangent(xName, yName));
    return Plans.plan(simpleName, "wave", List.of(first, second), Type.DOUBLE, 2, forms);
  }

  private static Expr sin(Var y) {
    return math("sin", y.read());
  }

  private static Expr cos(Var y) {
    return math("cos", y.read());
  }

  private static Entry waveJvp(String xName, String yName) {
    Var x = number(xName);
    Var y = number(yName);
    Var xDot = number(xName + "Dot");
    Var yDot = number(yName + "Dot");
    Var r = number("r");
    Var rDot = number("rDot");
    Expr tangent = add(times(xDot.read(), sin(y)), times(x.read(), times(cos(y), yDot.read())));
    return new Entry(
        function(
            "waveJvp",
            List.of(x, y, xDot, yDot),
            List.of(r, rDot),
            declare(r, times(x.read(), sin(y))),
            declare(rDot, tangent)),
        List.of(Plans.primal(0), Plans.primal(1), Plans.tangent(0), Plans.tangent(1)),
        List.of(Plans.VALUE, Plans.VALUE_TANGENT));
  }

  private static Entry waveReverse(String xName, String yName) {
    Var x = number(xName);
    Var y = number(yName);
    Var rBar = number("rBar");
    Var r = number("r");
    Var xBar = number(xName + "Bar");
    Var yBar = number(yName + "Bar");
    return new Entry(
        function(
            "waveReverse",
            List.of(x, y, rBar),
            List.of(r, xBar, yBar),
            declare(r, times(x.read(), sin(y))),
            declare(xBar, times(rBar.read(), sin(y))),
            declare(yBar, times(times(rBar.read(), x.read()), cos(y)))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.SEED),
        List.of(Plans.VALUE, Plans.adjoint(0), Plans.adjoint(1)));
  }

  private static Entry waveAugmented(String xName, String yName) {
    Var x = number(xName);
    Var y = number(yName);
    Var r = number("r");
    return new Entry(
        function(
            "waveAugmented",
            List.of(x, y),
            List.of(r),
            push(x.read()),
            push(y.read()),
            declare(r, times(x.read(), sin(y)))),
        List.of(Plans.primal(0), Plans.primal(1)),
        List.of(Plans.VALUE));
  }

  private static Entry wavePullback() {
    Var rBar = number("rBar");
    Var x = number("x");
    Var y = number("y");
    Var xBar = number("xBar");
    Var yBar = number("yBar");
    return new Entry(
        function(
            "wavePullback",
            List.of(rBar),
            List.of(xBar, yBar),
            declare(y, pop(Type.DOUBLE)),
            declare(x, pop(Type.DOUBLE)),
            declare(xBar, times(rBar.read(), sin(y))),
            declare(yBar, times(times(rBar.read(), x.read()), cos(y)))),
        List.of(Plans.SEED),
        List.of(Plans.adjoint(0), Plans.adjoint(1)));
  }

  private static Entry waveReverseTangent(String xName, String yName) {
    Var x = number(xName);
    Var y = number(yName);
    Var xDot = number(xName + "Dot");
    Var yDot = number(yName + "Dot");
    Var rBar = number("rBar");
    Var r = number("r");
    Var xBarDot = number(xName + "BarDot");
    Var yBarDot = number(yName + "BarDot");
    Expr curvature = neg(times(times(times(rBar.read(), x.read()), sin(y)), yDot.read()));
    return new Entry(
        function(
            "waveReverseTangent",
            List.of(x, y, xDot, yDot, rBar),
            List.of(r, xBarDot, yBarDot),
            declare(r, times(x.read(), sin(y))),
            declare(xBarDot, times(times(rBar.read(), cos(y)), yDot.read())),
            declare(yBarDot, add(times(times(rBar.read(), xDot.read()), cos(y)), curvature))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.tangent(0), Plans.tangent(1), Plans.SEED),
        List.of(
            Plans.VALUE, Plans.role(Kind.ADJOINT_TANGENT, 0), Plans.role(Kind.ADJOINT_TANGENT, 1)));
  }
}
