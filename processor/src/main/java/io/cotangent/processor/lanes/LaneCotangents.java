package io.cotangent.processor.lanes;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.LaneProgram.Argument;
import io.cotangent.processor.backend.LaneProgram.Use;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrays in which a block adds up cotangents, and how these come to the caller's. */
final class LaneCotangents {
  private final DerivativeClass plan;
  private final List<Integer> over;
  private final LaneKinds kinds;
  private final LaneForm form;
  private final Map<Integer, Var> bars = new HashMap<>();
  private final Set<Integer> written = new HashSet<>();

  LaneCotangents(DerivativeClass plan, List<Integer> over, LaneKinds kinds, LaneForm form) {
    this.plan = plan;
    this.over = over;
    this.kinds = kinds;
    this.form = form;
  }

  /**
   * A cotangent of an array, zero at first.
   *
   * @param wanted whether the caller gets it
   */
  void array(int param, Var var, boolean wanted) {
    Type type = var.type();
    if (type.leaf() != Type.DOUBLE || type.rank() < 1 || type.rank() > 2) {
      throw new NotInLanes("a cotangent of type " + type);
    }
    if (!plan.wrt().contains(param)) {
      throw new NotInLanes("the cotangent of a parameter that is given none");
    }
    Var bar = bar(param, var);
    if (over.contains(param)) {
      Expr length = LaneNames.scaled(form.size(param).read());
      form.before(new Stmt.Declare(var, new Expr.NewArray((Type.Array) type, List.of(length))));
    } else if (kinds.isLane(var)) {
      form.before(new Stmt.Declare(var, LaneNames.lanes("zeros", type, bar.read())));
    } else {
      Expr zeros = Arithmetic.support("Trees", "zerosLike", type, bar.read());
      form.before(new Stmt.Declare(var, zeros));
    }
    if (!wanted) {
      return;
    }
    written.add(param);
    if (over.contains(param)) {
      form.out(
          "scatter",
          asGiven(param, var),
          bar.read(),
          form.names().at.read(),
          form.size(param).read());
    } else if (kinds.isLane(var)) {
      form.out("addUp", asGiven(param, var), bar.read());
    } else {
      boolean sum = kinds.isSum(var);
      Expr times = sum ? Exprs.constant(1) : form.names().count.read();
      Expr given = asGiven(param, var);
      form.after(new Stmt.Eval(LaneNames.lanes("addTimes", Type.VOID, given, bar.read(), times)));
    }
  }

  /** The caller's array for a cotangent, which has its shape. */
  private Var bar(int param, Var shadow) {
    return bars.computeIfAbsent(
        param,
        p -> {
          Var bar = new Var(shadow.name(), shadow.type());
          form.parameter(new Argument(Use.BAR, p), bar);
          return bar;
        });
  }

  /** A cotangent as on entry: the method may give its name to another array, or move its rows. */
  private Expr asGiven(int param, Var var) {
    boolean rows = var.type().rank() > 1 && plan.params().get(param).written();
    if (!rows && !form.isAssigned(var)) {
      return var.read();
    }
    Var given = new Var(var.name() + "Given", var.type());
    form.before(new Stmt.Declare(given, rows ? new Expr.CloneArray(var.read()) : var.read()));
    return given.read();
  }

  /** Whether an array's cotangent is given to the caller. */
  boolean gives(int param) {
    return written.contains(param);
  }
}
