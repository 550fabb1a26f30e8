package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.analysis.Refusals;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.transform.CompleteRules;
import io.cotangent.processor.transform.Forward;
import io.cotangent.processor.transform.Linearise;
import io.cotangent.processor.transform.ReverseProgram;
import io.cotangent.processor.transform.Taped;
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
 * @param problems rules that would have to be differentiated and can't be
 */
record SecondOrder(
    Function entry,
    List<Function> functions,
    Set<FunctionId> taped,
    Facts facts,
    List<Problem> problems) {

  private static final String SUFFIX = "Tangent";

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
    Program program =
        new Program(functions, first.program().rules()).reachable(List.of(joint.id()));
    Facts facts = Facts.of(program, joint, groups, inputs, outputs);
    List<Problem> problems = new ArrayList<>();
    Refusals.of(facts)
        .forEach(p -> problems.add(Problem.of(ProblemKind.RULE_ORDER, p.span(), name(p))));
    CompleteRules.missing(facts, false)
        .forEach(name -> problems.add(Problem.of(ProblemKind.RULE_ORDER, Span.NONE, name)));
    if (!problems.isEmpty()) {
      return new SecondOrder(joint, List.of(), Set.of(), facts, problems);
    }
    Facts linear = Facts.of(Linearise.apply(facts), joint, groups, inputs, outputs);
    Program tangents = Forward.apply(linear, SUFFIX);
    Set<FunctionId> taped = new LinkedHashSet<>();
    reverse.taped().forEach(id -> taped.add(Forward.id(id, SUFFIX)));
    taped.addAll(Taped.of(tangents));
    return new SecondOrder(
        tangents.get(Forward.id(joint.id(), SUFFIX)),
        List.copyOf(tangents.functions().values()),
        taped,
        linear,
        problems);
  }

  private static Object name(Problem problem) {
    return problem.args().isEmpty() ? problem.kind() : problem.args().get(0);
  }

  private static List<Var> arrays(List<Var> vars) {
    List<Var> arrays = new ArrayList<>(vars);
    arrays.removeIf(v -> !v.type().isArray());
    return arrays;
  }
}
