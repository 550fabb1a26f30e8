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
import static io.cotangent.processor.backend.Ir.pop;
import static io.cotangent.processor.backend.Ir.push;
import static io.cotangent.processor.backend.Ir.store;
import static io.cotangent.processor.backend.Ir.times;
import static io.cotangent.processor.backend.Ir.up;
import static io.cotangent.processor.backend.Ir.vector;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Var;
import java.util.List;

/** The plan of a method with an array result. */
final class ProductPlan {
  private ProductPlan() {}

  /** The products {@code x[i] * y[i]}. */
  static DerivativeClass product() {
    List<Parameter> params =
        List.of(new Parameter("x", VECTOR, false), new Parameter("y", VECTOR, false));
    Forms forms =
        TapedForward.forms(
            productJvp(), productReverse(), productAugmented(), productPullback(), null);
    return Plans.plan("ProductDerivatives", "product", params, VECTOR, 1, forms);
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
                store(rDot, i, add(times(at(xDot, i), at(y, i)), times(at(x, i), at(yDot, i)))),
                store(r, i, times(at(x, i), at(y, i))))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.tangent(0), Plans.tangent(1)),
        List.of(Plans.VALUE, Plans.VALUE_TANGENT));
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
        List.of(Plans.primal(0), Plans.primal(1), Plans.adjoint(0), Plans.adjoint(1), Plans.SEED),
        List.of(Plans.VALUE));
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
        List.of(Plans.primal(0), Plans.primal(1), Plans.adjoint(0), Plans.adjoint(1)),
        List.of(Plans.VALUE));
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
        List.of(Plans.SEED),
        List.of());
  }
}
