package io.cotangent.processor.lanes;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import io.cotangent.processor.backend.LaneProgram;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
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
    if (!plan.resultType().isArray()) {
      add(plan, over, "gradient", plan.forms().reverse(), known, programs);
      add(plan, over, "vjp", plan.forms().reverse(), known, programs);
    }
    return programs;
  }

  private static void add(
      DerivativeClass plan,
      List<Integer> over,
      String name,
      Entry entry,
      Map<FunctionId, Function> known,
      List<LaneProgram> programs) {
    try {
      programs.add(new LaneForm(plan, over, name, entry, known).program());
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
