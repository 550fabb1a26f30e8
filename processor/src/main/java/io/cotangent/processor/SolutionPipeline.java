package io.cotangent.processor;

import io.cotangent.processor.backend.DerivativeClass;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import io.cotangent.processor.backend.SolutionClass;
import io.cotangent.processor.backend.SolutionClass.Constraint;
import io.cotangent.processor.backend.SolutionClass.Squares;
import io.cotangent.processor.backend.SolutionClass.Step;
import io.cotangent.processor.backend.SolutionObjects;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.implicit.Clamped;
import io.cotangent.processor.implicit.HalfSquares;
import io.cotangent.processor.implicit.Lagrangian;
import io.cotangent.processor.implicit.Slope;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/**
 * From a request for a solution to three classes: the derivatives of the equations, those of their
 * derivatives, and the class that the user calls.
 */
final class SolutionPipeline {
  private final SolutionRequest request;
  private final LoweredProgram objective;
  private final List<Optional<LoweredProgram>> constraints;
  private final SolutionParts parts;

  private SolutionPipeline(
      SolutionRequest request,
      LoweredProgram objective,
      List<Optional<LoweredProgram>> constraints) {
    this.request = request;
    this.objective = objective;
    this.constraints = constraints;
    parts = new SolutionParts(request);
  }

  /** The classes to write, or what is in the way. */
  record Outcome(
      List<DerivativeClass> parts,
      Optional<SolutionClass> solution,
      Optional<SolutionObjects> objects,
      List<Problem> problems) {
    static Outcome of(List<Problem> problems) {
      return new Outcome(List.of(), Optional.empty(), Optional.empty(), problems);
    }

    /** The same with a class around it that takes objects apart. */
    Outcome within(SolutionObjects around) {
      return new Outcome(parts, solution, Optional.of(around), problems);
    }
  }

  /**
   * Runs the pipeline over the equations.
   *
   * @param objective the annotated method
   * @param constraints the methods of the equality, the inequality, and the projection or proximal
   *     step, and the preconditioner
   */
  static Outcome run(
      SolutionRequest request,
      LoweredProgram objective,
      List<Optional<LoweredProgram>> constraints) {
    SolutionPipeline plain = new SolutionPipeline(request, objective, constraints);
    if (!SolutionOfObjects.isNeeded(request, objective)) {
      return plain.run();
    }
    Outcome outcome = new SolutionOfObjects(request, objective).run();
    boolean receiver = request.base().hasReceiver() && request.base().wrt().contains(0);
    // A receiver that can't be taken apart stays the user's own.
    return outcome.solution().isEmpty() && receiver
        ? run(request.withoutReceiver(), objective, constraints)
        : outcome;
  }

  private Outcome run() {
    boolean minimum = request.kind() == SolutionKind.ARGMIN;
    Outcome outcome = minimum ? minimum() : equations();
    if (constraints.get(3).isPresent() && outcome.solution().isPresent()) {
      return parts.preconditioned(outcome, constraints.get(3).get());
    }
    if (!isLeastSquares() || outcome.solution().isEmpty()) {
      return outcome;
    }
    Outcome further = minimum ? residuals() : minimum();
    if (!further.problems().isEmpty()) {
      return further;
    }
    Type result = entry(objective).results().get(0).type();
    Squares squares =
        new Squares(
            name("Map"),
            name("Lagrangian"),
            name("Slope"),
            result.equals(entry(objective).params().get(request.unknown()).type()));
    return new Outcome(
        Stream.concat(outcome.parts().stream(), further.parts().stream()).toList(),
        outcome.solution().map(solution -> solution.with(squares)),
        Optional.empty(),
        List.of());
  }

  /** Whether the method gives residuals. */
  private boolean isLeastSquares() {
    return request.settings().solver().equals("LEVENBERG_MARQUARDT")
        && entry(objective).results().get(0).type().isArray();
  }

  private Outcome residuals() {
    Request base = request.base();
    Request map = base.generating(name("Map"), base.wrt(), 1, base.sourceAccessible());
    Pipeline.Outcome outcome = Pipeline.run(map, objective);
    return new Outcome(
        outcome.derivatives().stream().toList(),
        Optional.empty(),
        Optional.empty(),
        outcome.problems());
  }

  private Function entry(LoweredProgram program) {
    return program.get(program.entry()).function();
  }

  private Outcome equations() {
    Request base = request.base();
    Outcome classes = parts.map(objective, base.wrt(), "", base.sourceAccessible());
    if (classes.parts().isEmpty()) {
      return classes;
    }
    SolutionClass solution = solution(classes.parts().get(0), classes.parts().get(1));
    return parts.alone(
        new Outcome(classes.parts(), Optional.of(solution), Optional.empty(), List.of()),
        objective,
        List.of(request.unknown()),
        base.sourceAccessible());
  }

  private Outcome minimum() {
    Request base = request.base();
    LoweredProgram program = lagrangian();
    Function function = entry(program);
    int own = entry(objective).params().size();
    List<Integer> wrt = new ArrayList<>(base.wrt());
    List<Integer> unknowns = new ArrayList<>(List.of(request.unknown()));
    for (int i = own; i < function.params().size(); i++) {
      wrt.add(i);
      unknowns.add(i);
    }
    boolean plain = !request.isConstrained() && !isLeastSquares() && base.sourceAccessible();
    Request first = base.generating(name("Lagrangian"), wrt, 2, plain);
    Pipeline.Outcome value = Pipeline.run(first, program);
    if (value.derivatives().isEmpty()) {
      return Outcome.of(value.problems());
    }
    Request inner = base.generating(name("Slope"), unknowns, 1, false);
    Program slope = Pipeline.program(inner, program, facts -> slope(program, unknowns, facts));
    List<Integer> all = new ArrayList<>(wrt);
    int params = function.params().size();
    for (int i = 0; i < unknowns.size(); i++) {
      all.add(params + i);
    }
    Request second = base.generating(name("Slope"), all, 2, false);
    Outcome outcome =
        outcome(value, Pipeline.run(second, SolutionPrograms.lowered(slope, program)));
    if (request.kind() == SolutionKind.ARGMIN) {
      outcome = parts.alone(outcome, program, unknowns, plain);
    }
    return request.hasStep() && outcome.solution().isPresent()
        ? stepped(outcome, constraints.get(2).orElseGet(this::clamped))
        : outcome;
  }

  /** The projection onto the box between the bounds. */
  private LoweredProgram clamped() {
    return SolutionPrograms.with(
        Clamped.of(entry(objective), request.unknown(), request.bounds()), List.of(objective));
  }

  /** The outcome with the derivatives of a projection or proximal step. */
  private Outcome stepped(Outcome outcome, LoweredProgram step) {
    List<Integer> wrt = new ArrayList<>(request.base().wrt());
    if (request.isProximal()) {
      wrt.add(entry(step).params().size() - 1);
    }
    Outcome classes = parts.map(step, wrt, "Step", false);
    if (classes.parts().isEmpty()) {
      return classes;
    }
    List<DerivativeClass> further = new ArrayList<>(classes.parts());
    if (hasStepAlone()) {
      further.add(parts.stepAlone(step));
    }
    return new Outcome(
        Stream.concat(outcome.parts().stream(), further.stream()).toList(),
        outcome.solution(),
        Optional.empty(),
        List.of());
  }

  private static Program slope(
      LoweredProgram program, List<Integer> unknowns, io.cotangent.processor.analysis.Facts facts) {
    return Slope.of(facts, program.entry(), unknowns, "Along");
  }

  private LoweredProgram lagrangian() {
    if (isLeastSquares()) {
      return SolutionPrograms.with(HalfSquares.of(entry(objective)), List.of(objective));
    }
    if (!request.isConstrained()) {
      return objective;
    }
    List<Optional<Function>> functions =
        constraints.subList(0, 2).stream().map(each -> each.map(this::entry)).toList();
    List<LoweredProgram> programs = new ArrayList<>(List.of(objective));
    constraints.forEach(each -> each.ifPresent(programs::add));
    return SolutionPrograms.with(Lagrangian.of(entry(objective), functions), programs);
  }

  private String name(String part) {
    return request.base().className() + part;
  }

  private Outcome outcome(Pipeline.Outcome first, Pipeline.Outcome second) {
    if (second.derivatives().isEmpty()) {
      return Outcome.of(second.problems());
    }
    DerivativeClass a = first.derivatives().get();
    DerivativeClass b = second.derivatives().get();
    return new Outcome(List.of(a, b), Optional.of(solution(a, b)), Optional.empty(), List.of());
  }

  private SolutionClass solution(DerivativeClass first, DerivativeClass second) {
    Request base = request.base();
    List<Parameter> params = first.params().subList(0, entry(objective).params().size());
    return new SolutionClass(
        base.packageName(),
        base.className(),
        base.isPublic(),
        SolutionClass.Kind.valueOf(request.kind().name()),
        base.sourceClass(),
        base.sourceMethod(),
        base.hasReceiver(),
        params,
        request.unknown(),
        base.wrt().stream().filter(index -> index != request.unknown()).toList(),
        request.settings(),
        first.simpleName(),
        second.simpleName(),
        name("Unknown"),
        request.equality().map(SolutionPipeline::constraint),
        request.inequality().map(SolutionPipeline::constraint),
        request.hasStep()
            ? Optional.of(
                new Step(
                    name("StepMap"),
                    name("StepWeighted"),
                    hasStepAlone() ? Optional.of(name("StepUnknown")) : Optional.empty(),
                    request.isProximal()))
            : Optional.empty(),
        Optional.empty(),
        "",
        request.bounds(),
        base.exceptions());
  }

  /** Solvers run the step of an array in every iteration; that of a number copies little. */
  private boolean hasStepAlone() {
    return entry(objective).params().get(request.unknown()).type().isArray();
  }

  private static Constraint constraint(ExecutableElement method) {
    return new Constraint(
        method.getSimpleName().toString(),
        method.getReturnType().getKind() == TypeKind.ARRAY,
        method.getModifiers().contains(Modifier.STATIC));
  }
}
