package io.cotangent.processor;

import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.backend.ObjectParts;
import io.cotangent.processor.backend.SolutionObjects;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Lowered;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.frontend.Original;
import io.cotangent.processor.implicit.Packed;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The solution of a method of objects, by that of the method of numbers which stands for it: the
 * parts of the object to solve for are one array, those of the others are parameters.
 */
final class SolutionOfObjects {
  private static final String SUFFIX = "Numbers";

  private final SolutionRequest request;
  private final LoweredProgram lowered;

  SolutionOfObjects(SolutionRequest request, LoweredProgram lowered) {
    this.request = request;
    this.lowered = lowered;
  }

  /** Whether objects carry what the solution depends on. */
  static boolean isNeeded(SolutionRequest request, LoweredProgram lowered) {
    return !apart(request, lowered).isEmpty();
  }

  private static Set<Integer> apart(SolutionRequest request, LoweredProgram lowered) {
    List<Var> params = lowered.get(lowered.entry()).function().params();
    Set<Integer> apart = new LinkedHashSet<>();
    for (int index : request.base().wrt()) {
      if (params.get(index).type().leaf() instanceof Type.Struct) {
        apart.add(index);
      }
    }
    return apart;
  }

  SolutionPipeline.Outcome run() {
    List<Problem> problems = lowered.get(lowered.entry()).problems();
    if (!problems.isEmpty()) {
      return SolutionPipeline.Outcome.of(problems);
    }
    if (request.isConstrained()) {
      return refused("constraints beside parameters that are objects");
    }
    if (request.step().isPresent()) {
      return refused("a projection or proximal step beside parameters that are objects");
    }
    if (request.preconditioner().isPresent()) {
      return refused("a preconditioner beside parameters that are objects");
    }
    if (!request.bounds().isEmpty()) {
      return refused("bounds beside parameters that are objects");
    }
    Numbers.Outcome outcome =
        Numbers.of(request.base(), lowered, apart(request, lowered), Optional.empty());
    return outcome.plan().isEmpty()
        ? SolutionPipeline.Outcome.of(outcome.problems())
        : run(outcome.plan().get());
  }

  private static SolutionPipeline.Outcome refused(String what) {
    List<String> args = List.of(what, "pass numbers and arrays");
    return SolutionPipeline.Outcome.of(
        List.of(new Problem(ProblemKind.UNSUPPORTED_CONSTRUCT, Span.NONE, args)));
  }

  private SolutionPipeline.Outcome run(Numbers.Plan plan) {
    int unknown = 0;
    for (ObjectClass.Parameter param : plan.params().subList(0, request.unknown())) {
      unknown += param.object().map(object -> object.leaves().size()).orElse(1);
    }
    ObjectClass.Parameter state = plan.params().get(request.unknown());
    LoweredProgram program = plan.program();
    List<Integer> wrt = new ArrayList<>(plan.request().wrt());
    if (state.object().isPresent()) {
      List<Type> leaves = state.object().map(ObjectParts::leaves).orElseThrow();
      if (!leaves.stream().allMatch(SolutionOfObjects::fits)) {
        return refused("a state with other parts than numbers and arrays of double");
      }
      int first = unknown;
      int more = leaves.size() - 1;
      program = packed(program, first, leaves.size(), state.name());
      wrt.removeIf(index -> index > first && index <= first + more);
      wrt.replaceAll(index -> index > first ? index - more : index);
    }
    Request numbers = plan.request().ofNumbers(request.base().className() + SUFFIX, wrt);
    SolutionRequest inner =
        new SolutionRequest(
            request.kind(),
            request.method(),
            numbers,
            unknown,
            request.settings(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of());
    SolutionPipeline.Outcome outcome =
        SolutionPipeline.run(
            inner, program, Stream.generate(Optional::<LoweredProgram>empty).limit(4).toList());
    return outcome.solution().isEmpty()
        ? outcome
        : outcome.within(
            new SolutionObjects(
                outcome.solution().get(),
                request.base().className(),
                request.base().isPublic(),
                plan.params(),
                request.unknown(),
                request.base().wrt().stream().filter(i -> i != request.unknown()).toList()));
  }

  private static boolean fits(Type type) {
    return type.isFloating() || type.equals(Type.arrayOf(Type.DOUBLE));
  }

  private static LoweredProgram packed(LoweredProgram program, int first, int count, String name) {
    Function entry = program.get(program.entry()).function();
    Function packed = Packed.of(entry, first, count, name);
    Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
    functions.put(
        packed.id(), new Lowered(packed, List.of(), new Original("", packed.name(), false, true)));
    functions.putAll(program.functions());
    return new LoweredProgram(
        packed.id(), functions, program.shapes(), program.rules(), program.order());
  }
}
