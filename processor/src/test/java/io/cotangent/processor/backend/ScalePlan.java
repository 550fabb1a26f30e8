package io.cotangent.processor.backend;

import static io.cotangent.processor.backend.Ir.apply;
import static io.cotangent.processor.backend.Ir.declare;
import static io.cotangent.processor.backend.Ir.function;
import static io.cotangent.processor.backend.Ir.pop;
import static io.cotangent.processor.backend.Ir.push;
import static io.cotangent.processor.backend.Ir.times;

import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Forms;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan of an instance method of {@code float} that throws a checked exception. */
final class ScalePlan {
  private static final Type SCALE = new Type.Ref("demo.Model.Scale");
  private static final Type PROBLEM = new Type.Ref("java.io.IOException");

  private final Var self = new Var("self", SCALE);
  private final Var x = new Var("x", Type.FLOAT);

  private ScalePlan() {}

  static DerivativeClass scale(boolean accessible) {
    Forms forms =
        TapedForward.forms(
            new ScalePlan().jvp(),
            new ScalePlan().reverse(),
            new ScalePlan().augmented(),
            pullback(),
            null);
    return new DerivativeClass(
        "demo",
        "ScaleDerivatives",
        true,
        "demo.Model.Scale",
        "apply",
        accessible,
        true,
        List.of(new Parameter("self", SCALE, false), new Parameter("x", Type.FLOAT, false)),
        Type.FLOAT,
        List.of(1),
        1,
        forms,
        Optional.empty(),
        List.of(),
        Set.of(
            forms.recorded().function().id(),
            forms.replay().function().id(),
            new FunctionId("scaleReverse"),
            new FunctionId("scaleAugmented"),
            new FunctionId("scalePullback")),
        List.of("java.io.IOException"),
        Map.of(),
        false);
  }

  private Expr factor() {
    return new Expr.Field(self.read(), "factor", Type.FLOAT);
  }

  private Stmt check() {
    Expr problem =
        new Expr.Invoke(
            Expr.Invocation.CONSTRUCTOR,
            "java.io.IOException",
            "<init>",
            List.of(new Expr.Const("negative", Type.STRING)),
            PROBLEM,
            Span.NONE);
    Expr negative = apply(Operator.LT, x.read(), new Expr.Const(0.0f, Type.FLOAT));
    return new Stmt.If(negative, Block.of(new Stmt.Throw(problem)), Block.EMPTY);
  }

  private Entry jvp() {
    Var dot = new Var("xDot", Type.FLOAT);
    Var r = new Var("r", Type.FLOAT);
    Var rDot = new Var("rDot", Type.FLOAT);
    return new Entry(
        function(
            "scaleJvp",
            List.of(self, x, dot),
            List.of(r, rDot),
            check(),
            declare(r, times(factor(), x.read())),
            declare(rDot, times(factor(), dot.read()))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.tangent(1)),
        List.of(Plans.VALUE, Plans.VALUE_TANGENT));
  }

  private Entry reverse() {
    Var rBar = new Var("rBar", Type.FLOAT);
    Var r = new Var("r", Type.FLOAT);
    Var xBar = new Var("xBar", Type.FLOAT);
    return new Entry(
        function(
            "scaleReverse",
            List.of(self, x, rBar),
            List.of(r, xBar),
            check(),
            declare(r, times(factor(), x.read())),
            declare(xBar, times(factor(), rBar.read()))),
        List.of(Plans.primal(0), Plans.primal(1), Plans.SEED),
        List.of(Plans.VALUE, Plans.adjoint(1)));
  }

  private Entry augmented() {
    Var r = new Var("r", Type.FLOAT);
    return new Entry(
        function(
            "scaleAugmented",
            List.of(self, x),
            List.of(r),
            check(),
            push(factor()),
            declare(r, times(factor(), x.read()))),
        List.of(Plans.primal(0), Plans.primal(1)),
        List.of(Plans.VALUE));
  }

  private static Entry pullback() {
    Var rBar = new Var("rBar", Type.FLOAT);
    Var factor = new Var("factor", Type.FLOAT);
    Var xBar = new Var("xBar", Type.FLOAT);
    return new Entry(
        function(
            "scalePullback",
            List.of(rBar),
            List.of(xBar),
            declare(factor, pop(Type.FLOAT)),
            declare(xBar, times(factor.read(), rBar.read()))),
        List.of(Plans.SEED),
        List.of(Plans.adjoint(1)));
  }
}
