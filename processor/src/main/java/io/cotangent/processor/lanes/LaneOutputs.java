package io.cotangent.processor.lanes;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.LaneProgram.Argument;
import io.cotangent.processor.backend.LaneProgram.Use;
import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the results of a block of items go: to the items' places, or to sums. */
final class LaneOutputs {
  private final DerivativeClass plan;
  private final List<Integer> over;
  private final String name;
  private final LaneKinds kinds;
  private final LaneNames names;
  private final LaneForm form;
  private List<Stmt> last = new ArrayList<>();

  LaneOutputs(
      DerivativeClass plan,
      List<Integer> over,
      String name,
      LaneKinds kinds,
      LaneNames names,
      LaneForm form) {
    this.plan = plan;
    this.over = over;
    this.name = name;
    this.kinds = kinds;
    this.names = names;
    this.form = form;
  }

  /** Adds what is done with the results to {@code after}. */
  void results(Entry entry, Function function, List<Stmt> after) {
    Map<Role, Var> results = new HashMap<>();
    for (int i = 0; i < entry.resultRoles().size(); i++) {
      results.put(entry.resultRoles().get(i), function.results().get(i));
    }
    last = after;
    if (LaneForms.givesValue(name)) {
      value(Use.OUT, results.get(Role.of(Kind.VALUE)));
    } else if (plan.resultType().isArray()) {
      fits(results.get(Role.of(Kind.VALUE)));
    }
    if (name.equals("jvp")) {
      value(Use.OUT_DOT, results.get(Role.of(Kind.VALUE_TANGENT)));
    } else if (!name.equals("value")) {
      cotangents(results);
    }
  }

  private void value(Use use, @Nullable Var result) {
    Type type = plan.resultType();
    Var out = new Var(use == Use.OUT ? "out" : "outDot", Type.arrayOf(type.leaf()));
    if (type.leaf() != Type.DOUBLE) {
      throw new NotInLanes("a result of type " + type);
    }
    form.parameter(new Argument(use, -1), out);
    if (!type.isArray()) {
      put(result, out);
    } else if (result != null && kinds.isLane(result)) {
      form.out("scatter", result.read(), out.read(), names.at.read(), form.outSize().read());
    } else {
      throw new NotInLanes("a result that all items share");
    }
  }

  /** Asks that the cotangent has the result's length. */
  private void fits(@Nullable Var result) {
    if (result == null || !kinds.isLane(result)) {
      throw new NotInLanes("a result that all items share");
    }
    form.out("requireSize", result.read(), form.outSize().read());
  }

  /** Puts a scalar result to the places of its items. */
  private void put(@Nullable Var result, Var out) {
    if (result == null) {
      form.out("fill", Arithmetic.constant(0, Type.DOUBLE), out.read(), names.at.read());
    } else if (kinds.isLane(result)) {
      form.out("put", names.values(result), out.read(), names.at.read());
    } else {
      form.out("fill", result.read(), out.read(), names.at.read());
    }
  }

  private void cotangents(Map<Role, Var> results) {
    int shared = 0;
    for (int i : plan.wrt()) {
      Type type = plan.params().get(i).type();
      Var result = results.get(new Role(LaneForms.cotangent(name), i));
      if (type.isArray()) {
        if (!form.gives(i)) {
          throw new NotInLanes("an array without a cotangent");
        }
      } else if (type != Type.DOUBLE) {
        throw new NotInLanes("a cotangent of type " + type);
      } else if (over.contains(i)) {
        Var bar = new Var(plan.params().get(i).name() + "Bar", Type.arrayOf(type));
        form.parameter(new Argument(Use.BAR, i), bar);
        put(result, bar);
      } else {
        sum(result, shared++);
      }
    }
  }

  private void sum(@Nullable Var result, int index) {
    if (result == null) {
      return;
    }
    Expr more;
    if (kinds.isSum(result)) {
      more = names.cell(result);
    } else if (kinds.isLane(result)) {
      more = LaneNames.lanes("sum", Type.DOUBLE, names.values(result), names.count.read());
      Var total = new Var("total", Type.DOUBLE);
      last.add(new Stmt.Declare(total, more));
      more = total.read();
    } else {
      Expr count = new Expr.Cast(Type.DOUBLE, names.count.read());
      more = Arithmetic.mul(result.read(), count);
    }
    Expr.Load place = new Expr.Load(names.sums.read(), Exprs.constant(index));
    last.add(new Stmt.Store(place.array(), place.index(), Arithmetic.add(place, more)));
  }
}
