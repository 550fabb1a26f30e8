package io.cotangent.processor;

import io.cotangent.processor.SolutionPipeline.Outcome;
import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.frontend.LoweredProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes of derivatives around which a solution's class is written. */
record SolutionParts(SolutionRequest request) {
  /** The outcome with the derivatives of the preconditioner, of which the transpose is one. */
  Outcome preconditioned(Outcome outcome, LoweredProgram program) {
    List<Integer> last = List.of(lastParameter(program));
    Request transposed = request.base().generating(name("Preconditioner"), last, 1, false);
    Pipeline.Outcome made = Pipeline.run(transposed, program);
    return made.derivatives().isEmpty()
        ? Outcome.of(made.problems())
        : new Outcome(
            Stream.concat(outcome.parts().stream(), made.derivatives().stream()).toList(),
            outcome.solution().map(each -> each.preconditionedBy(name("Preconditioner"))),
            Optional.empty(),
            List.of());
  }

  /** The outcome with the derivatives with respect to the unknowns alone, for iterations. */
  Outcome alone(Outcome outcome, LoweredProgram program, List<Integer> unknowns, boolean plain) {
    if (outcome.solution().isEmpty()) {
      return outcome;
    }
    int order = request.kind() == SolutionKind.ARGMIN ? 2 : 1;
    Request alone = request.base().generating(name("Unknown"), unknowns, order, plain);
    Pipeline.Outcome made = Pipeline.run(alone, program);
    return made.derivatives().isEmpty()
        ? Outcome.of(made.problems())
        : new Outcome(
            Stream.concat(
                    outcome.parts().stream(),
                    made.derivatives().stream().map(DerivativeClass::ofSolver))
                .toList(),
            outcome.solution(),
            outcome.objects(),
            outcome.problems());
  }

  /** The derivatives of a step with respect to the unknown, and to its length where it has one. */
  DerivativeClass stepAlone(LoweredProgram step) {
    List<Integer> wrt = new ArrayList<>(List.of(request.unknown()));
    if (request.isProximal()) {
      wrt.add(lastParameter(step));
    }
    boolean plain =
        request.base().sourceAccessible()
            && request.step().filter(each -> each.getThrownTypes().isEmpty()).isPresent();
    Request alone = request.base().generating(name("StepUnknown"), wrt, 1, plain);
    Request named =
        request.step().map(each -> alone.ofMethod(each.getSimpleName().toString())).orElse(alone);
    // All parameters but these are constants: what all together had no problem with has none here.
    return Pipeline.run(named, step).derivatives().orElseThrow().ofSolver();
  }

  /** The derivatives of a map, and those of its weighted entries, of all orders that are needed. */
  Outcome map(LoweredProgram program, List<Integer> wrt, String part, boolean plain) {
    Request base = request.base();
    Request first = base.generating(name(part + "Map"), wrt, 1, plain);
    Pipeline.Outcome map = Pipeline.run(first, program);
    if (map.derivatives().isEmpty()) {
      return Outcome.of(map.problems());
    }
    LoweredProgram weighted = SolutionPrograms.weighted(program);
    List<Integer> all = new ArrayList<>(wrt);
    all.add(lastParameter(weighted));
    Request second = base.generating(name(part + "Weighted"), all, 2, false);
    Pipeline.Outcome curvature = Pipeline.run(second, weighted);
    if (curvature.derivatives().isEmpty()) {
      return Outcome.of(curvature.problems());
    }
    return new Outcome(
        List.of(map.derivatives().get(), curvature.derivatives().get()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static int lastParameter(LoweredProgram program) {
    return program.get(program.entry()).function().params().size() - 1;
  }

  private String name(String part) {
    return request.base().className() + part;
  }
}
