package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.Forward;
import io.cotangent.processor.transform.Linearise;
import io.cotangent.processor.transform.ReverseProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward over reverse: the forward transform, run on what the reverse transform wrote.
 *
 * @param entry the tangent of the joint reverse form
 * @param functions all functions of the program
 * @param taped those that take a workspace
 * @param facts the facts under which the tangents were taken
 */
record SecondOrder(Function entry, List<Function> functions, Set<FunctionId> taped, Facts facts) {

  static SecondOrder of(Facts first, Function primal, List<Var> inputs, ReverseProgram reverse) {
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    Function joint = reverse.joint();
    functions.put(joint.id(), joint);
    reverse.callees().forEach(f -> functions.put(f.id(), f));
    List<Var> primals = arrays(primal.params());
    List<Var> shadows = arrays(joint.params());
    shadows.removeAll(primals);
    List<Var> outputs = new ArrayList<>(shadows);
    outputs.addAll(joint.results().subList(primal.results().size(), joint.results().size()));
    List<List<Var>> groups = List.of(primals, shadows);
    Facts facts = Facts.of(new Program(functions), joint, groups, inputs, outputs);
    Facts linear = Facts.of(Linearise.apply(facts), joint, groups, inputs, outputs);
    Program tangents = Forward.apply(linear, "Tangent");
    Set<FunctionId> taped = new LinkedHashSet<>();
    reverse.taped().forEach(id -> taped.add(Forward.id(id)));
    return new SecondOrder(
        tangents.get(Forward.id(joint.id())),
        List.copyOf(tangents.functions().values()),
        taped,
        linear);
  }

  private static List<Var> arrays(List<Var> vars) {
    List<Var> arrays = new ArrayList<>(vars);
    arrays.removeIf(v -> !v.type().isArray());
    return arrays;
  }
}
