package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.VECTOR;
import static io.cotangent.processor.backend.Ir.add;
import static io.cotangent.processor.backend.Ir.at;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.down;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.grow;
import static io.cotangent.processor.backend.Ir.integer;
import static io.cotangent.processor.backend.Ir.length;
import static io.cotangent.processor.backend.Ir.math;
import static io.cotangent.processor.backend.Ir.neg;
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
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;

/** Plans of generated classes with functions written by hand, as the transforms would. */
final class Plans {
  static final Role VALUE = Role.of(Kind.VALUE);
  static final Role VALUE_TANGENT = Role.of(Kind.VALUE_TANGENT);
  static final Role SEED = Role.of(Kind.SEED);

  /** The methods that the plans differentiate. */
  static final String SOURCE =
      """
      package demo;

      final class Model {
        static double wave(double x, double y) {
          return x * Math.sin(y);
        }

        static double energy(double[] a, double c) {
          double s = 0.0;
          for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * c;
            s += a[i] * a[i];
          }
          return s;
        }

        static double[] product(double[] x, double[] y) {
          double[] r = new double[x.length];
          for (int i = 0; i < x.length; i++) {
            r[i] = x[i] * y[i];
          }
          return r;
        }
      }
      """;

  private Plans() {}

  static Role role(Kind kind, int param) {
    return new Role(kind, param);
  }

  private static Role primal(int param) {
    return role(Kind.PRIMAL, param);
  }

  private static Role tangent(int param) {
    return role(Kind.TANGENT, param);
  }

  private static Role adjoint(int param) {
    return role(Kind.ADJOINT, param);
  }

  /** {@code x * sin(y)} with parameters of these names, of second order. */
  static DerivativeClass wave(String simpleName, String xName, String yName) {
    Parameter first = new Parameter(xName, Type.DOUBLE, false);
    Parameter second = new Parameter(yName, Type.DOUBLE, false);
    Forms forms =
        new Forms(
            waveJvp(xName, yName),
            waveReverse(xName, yName),
            waveAugmented(xName, yName),
            wavePullback(),
            waveReverseTangent(xName, yName));
    return plan(simpleName, "wave", List.of(first, second), Type.DOUBLE, 2, forms);
  }

  private static DerivativeClass plan(
      String simpleName,
      String method,
      List<Parameter> params,
      Type result,
      int order,
      Forms forms) {
    Set<io.cotangent.processor.ir.FunctionId> taped = new java.util.HashSet<>();
    taped.add(forms.reverse().function().id());
    taped.add(forms.augmented().function().id());
    taped.add(forms.pullback().function().id());
    if (forms.reverseTangent() != null) {
      taped.add(forms.reverseTangent().function().id());
    }
    return new DerivativeClass(
        "demo",
        simpleName,
        false,
        "demo.Model",
        method,
        true,
        false,
        params,
        result,
        List.of(0, 1),
        order,
        forms,
        List.of(),
        taped,
        List.of());
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
    Expr tangent =
        add(times(xDot.read(), sin(y)), times(x.read(), times(cos(y), yDot.read())));
    return new Entry(
        function(
            "waveJvp",
            List.of(x, y, xDot, yDot),
            List.of(r, rDot),
            declare(r, times(x.read(), sin(y))),
            declare(rDot, tangent)),
        List.of(primal(0), primal(1), tangent(0), tangent(1)),
        List.of(VALUE, VALUE_TANGENT));
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
        List.of(primal(0), primal(1), SEED),
        List.of(VALUE, adjoint(0), adjoint(1)));
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
        List.of(primal(0), primal(1)),
        List.of(VALUE));
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
        List.of(SEED),
        List.of(adjoint(0), adjoint(1)));
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
        List.of(primal(0), primal(1), tangent(0), tangent(1), SEED),
        List.of(VALUE, role(Kind.ADJOINT_TANGENT, 0), role(Kind.ADJOINT_TANGENT, 1)));
  }

  /** The sum of {@code (a[i] * c)²}, where the method overwrites {@code a}. */
  static DerivativeClass energy() {
    List<Parameter> params =
        List.of(new Parameter("a", VECTOR, true), new Parameter("c", Type.DOUBLE, false));
    Forms forms =
        new Forms(energyJvp(), energyReverse(), energyAugmented(), energyPullback(), null);
    return plan("EnergyDerivatives", "energy", params, Type.DOUBLE, 1, forms);
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
                store(
                    aDot, i, add(times(at(aDot, i), c.read()), times(at(a, i), cDot.read()))),
                store(a, i, times(at(a, i), c.read())),
                grow(sDot, times(times(num(2.0), at(a, i)), at(aDot, i))),
                grow(s, times(at(a, i), at(a, i))))),
        List.of(primal(0), primal(1), tangent(0), tangent(1)),
        List.of(VALUE, VALUE_TANGENT));
  }

  private static io.cotangent.processor.ir.Stmt energyForward(Var a, Var c, Var s) {
    Var i = integer("i");
    return up(
        i,
        a,
        push(at(a, i)),
        store(a, i, times(at(a, i), c.read())),
        grow(s, times(at(a, i), at(a, i))));
  }

  private static io.cotangent.processor.ir.Stmt energyBackward(
      Var a, Var aBar, Var c, Var cBar, Var sBar) {
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
        List.of(primal(0), primal(1), adjoint(0), SEED),
        List.of(VALUE, adjoint(1)));
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
        List.of(primal(0), primal(1), adjoint(0)),
        List.of(VALUE));
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
        List.of(SEED),
        List.of(adjoint(1)));
  }

  /** The products {@code x[i] * y[i]}. */
  static DerivativeClass product() {
    List<Parameter> params =
        List.of(new Parameter("x", VECTOR, false), new Parameter("y", VECTOR, false));
    Forms forms =
        new Forms(
            productJvp(), productReverse(), productAugmented(), productPullback(), null);
    return plan("ProductDerivatives", "product", params, VECTOR, 1, forms);
  }

  private static Entry productJvp() {
    Var x = vector("x");
    Var y = vector("y");
    Var xDot = vector("xDot");
    Var yDot = vector("yDot");
    Var r = vector("r");
    Var rDot = vector("rDot");
    Var i = integer("i");
    return new Entry(
        function(
            "productJvp",
            List.of(x, y, xDot, yDot),
            List.of(r, rDot),
            declare(r, new Expr.NewArray(VECTOR, List.of(length(x)))),
            declare(rDot, new Expr.NewArray(VECTOR, List.of(length(x)))),
            up(
                i,
                x,
                store(
                    rDot,
                    i,
                    add(times(at(xDot, i), at(y, i)), times(at(x, i), at(yDot, i)))),
                store(r, i, times(at(x, i), at(y, i))))),
        List.of(primal(0), primal(1), tangent(0), tangent(1)),
        List.of(VALUE, VALUE_TANGENT));
  }

  private static Entry productReverse() {
    Var x = vector("x");
    Var y = vector("y");
    Var xBar = vector("xBar");
    Var yBar = vector("yBar");
    Var rBar = vector("rBar");
    Var r = vector("r");
    Var i = integer("i");
    Var j = integer("i");
    return new Entry(
        function(
            "productReverse",
            List.of(x, y, xBar, yBar, rBar),
            List.of(r),
            declare(r, new Expr.NewArray(VECTOR, List.of(length(x)))),
            up(i, x, store(r, i, times(at(x, i), at(y, i)))),
            down(
                j,
                x,
                grow(xBar, j, times(at(rBar, j), at(y, j))),
                grow(yBar, j, times(at(rBar, j), at(x, j))))),
        List.of(primal(0), primal(1), adjoint(0), adjoint(1), SEED),
        List.of(VALUE));
  }

  private static Entry productAugmented() {
    Var x = vector("x");
    Var y = vector("y");
    Var xBar = vector("xBar");
    Var yBar = vector("yBar");
    Var r = vector("r");
    Var rBar = vector("rBar");
    Var i = integer("i");
    return new Entry(
        function(
            "productAugmented",
            List.of(x, y, xBar, yBar),
            List.of(r),
            declare(r, new Expr.NewArray(VECTOR, List.of(length(x)))),
            declare(rBar, new Expr.NewArray(VECTOR, List.of(length(x)))),
            up(i, x, store(r, i, times(at(x, i), at(y, i)))),
            push(x.read()),
            push(y.read()),
            push(xBar.read()),
            push(yBar.read()),
            push(rBar.read())),
        List.of(primal(0), primal(1), adjoint(0), adjoint(1)),
        List.of(VALUE));
  }

  private static Entry productPullback() {
    Var seed = vector("seed");
    Var x = vector("x");
    Var y = vector("y");
    Var xBar = vector("xBar");
    Var yBar = vector("yBar");
    Var rBar = vector("rBar");
    Var i = integer("i");
    return new Entry(
        function(
            "productPullback",
            List.of(seed),
            List.of(),
            declare(rBar, pop(VECTOR)),
            declare(yBar, pop(VECTOR)),
            declare(xBar, pop(VECTOR)),
            declare(y, pop(VECTOR)),
            declare(x, pop(VECTOR)),
            down(
                i,
                x,
                grow(rBar, i, at(seed, i)),
                grow(xBar, i, times(at(rBar, i), at(y, i))),
                grow(yBar, i, times(at(rBar, i), at(x, i))))),
        List.of(SEED),
        List.of());
  }
}
