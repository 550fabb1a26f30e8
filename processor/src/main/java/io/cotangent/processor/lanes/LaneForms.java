package io.cotangent.processor.lanes;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.LaneProgram;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operations of a batched method that have a form for a block of items. */
public final class LaneForms {
  private LaneForms() {}

  /**
   * Writes them. What has none runs item by item.
   *
   * @param plan the derivatives of one item
   * @param over indices of the batched parameters
   * @param primal the method itself, and what it calls
   */
  public static List<LaneProgram> of(
      DerivativeClass plan, List<Integer> over, List<Function> primal) {
    Map<FunctionId, Function> known = new HashMap<>();
    primal.forEach(f -> known.put(f.id(), f));
    plan.helpers().forEach(f -> known.put(f.id(), f));
    List<LaneProgram> programs = new ArrayList<>();
    add(plan, over, "value", value(primal.get(0)), known, programs);
    add(plan, over, "jvp", plan.forms().jvp(), known, programs);
    if (plan.resultType().isArray()) {
      add(plan, over, "vjp", pulledBack(plan, known), known, programs);
    } else {
      add(plan, over, "vjp", plan.forms().reverse(), known, programs);
      add(plan, over, "gradient", plan.forms().reverse(), known, programs);
      if (plan.forms().reverseTangent() != null) {
        add(plan, over, "hvp", plan.forms().reverseTangent(), known, programs);
      }
    }
    return programs;
  }

  /**
   * Value and cotangents in one go, by the two forms with which one item's class has them for an
   * array: the joint form may add up in another order.
   */
  private static Entry pulledBack(DerivativeClass plan, Map<FunctionId, Function> known) {
    List<Var> params = new ArrayList<>();
    List<Role> roles = new ArrayList<>();
    List<Var> results = new ArrayList<>();
    List<Role> given = new ArrayList<>();
    List<Stmt> body = new ArrayList<>();
    for (Entry part : List.of(plan.forms().augmented(), plan.forms().pullback())) {
      Function f = part.function();
      known.put(f.id(), f);
      params.addAll(f.params());
      roles.addAll(part.paramRoles());
      given.addAll(part.resultRoles());
      List<Var> targets =
          f.results().stream().map(result -> new Var(result.name(), result.type())).toList();
      targets.forEach(t -> body.add(new Stmt.Declare(t, Exprs.defaultValue(t.type()))));
      results.addAll(targets);
      List<Expr> args = f.params().stream().<Expr>map(Var::read).toList();
      body.add(new Stmt.Call(targets, f.id(), args, Span.NONE));
    }
    FunctionId id = new FunctionId("lanes#pulledBack");
    return new Entry(new Function(id, "vjp", params, results, new Block(body)), roles, given);
  }

  /** Whether an operation gives the values too. */
  static boolean givesValue(String name) {
    return !name.equals("vjp") && !name.equals("hvp");
  }

  /** What of a form of reverse mode an operation gives. */
  static Kind cotangent(String name) {
    return name.equals("hvp") ? Kind.ADJOINT_TANGENT : Kind.ADJOINT;
  }

  /** The form without the results that the operation doesn't give. */
  private static Entry needed(String name, Entry entry) {
    List<Role> roles = new ArrayList<>();
    List<Var> results = new ArrayList<>();
    for (int i = 0; i < entry.resultRoles().size(); i++) {
      Role role = entry.resultRoles().get(i);
      boolean value = role.kind() == Kind.VALUE || role.kind() == Kind.VALUE_TANGENT;
      boolean array = entry.function().results().get(i).type().isArray();
      if (value ? givesValue(name) || array : role.kind() == cotangent(name)) {
        roles.add(role);
        results.add(entry.function().results().get(i));
      }
    }
    Function f = entry.function();
    Function less = new Function(f.id(), f.name(), f.params(), results, f.body());
    return new Entry(less, entry.paramRoles(), roles);
  }

  private static void add(
      DerivativeClass plan,
      List<Integer> over,
      String name,
      Entry entry,
      Map<FunctionId, Function> known,
      List<LaneProgram> programs) {
    try {
      programs.add(new LaneForm(plan, over, name, needed(name, entry), known).program());
    } catch (NotInLanes e) {
      // The operation runs item by item, as the generated class without it does.
    }
  }

  private static Entry value(Function primal) {
    List<Role> params = new ArrayList<>();
    for (int i = 0; i < primal.params().size(); i++) {
      params.add(new Role(Kind.PRIMAL, i));
    }
    return new Entry(primal, params, List.of(Role.of(Kind.VALUE)));
  }
}
