package io.cotangent.processor;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.backend.ObjectClass;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The way of a method that takes or gives objects: by the method of numbers that stands for it. */
final class ObjectPipeline {
  private final Request request;
  private final LoweredProgram lowered;
  private final Facts facts;
  private final boolean atRunTime;

  /**
   * For a method.
   *
   * @param atRunTime whether objects may be taken apart whose parts only run time tells
   */
  ObjectPipeline(Request request, LoweredProgram lowered, Facts facts, boolean atRunTime) {
    this.request = request;
    this.lowered = lowered;
    this.facts = facts;
    this.atRunTime = atRunTime;
  }

  /** Whether the method takes or gives objects that can't stay the user's own. */
  boolean isNeeded() {
    return !takenApart().isEmpty() || givesObject();
  }

  /** The parameters that hold objects which can't stay the user's own. */
  private Set<Integer> takenApart() {
    List<Var> params = facts.program().get(lowered.entry()).params();
    List<Var> before = lowered.get(lowered.entry()).function().params();
    Set<Integer> apart = new TreeSet<>();
    for (int i = 0; i < params.size(); i++) {
      boolean wanted =
          (request.wrt().contains(i) || BatchOver.names(request.over(), before.get(i).name()))
              && before.get(i).type().leaf() instanceof Type.Struct;
      if (wanted || params.get(i).type().leaf() instanceof Type.Struct) {
        apart.add(i);
      }
    }
    addRelated(before, apart);
    return apart;
  }

  /** What shares a class with what is made anew can't stay the user's own. */
  private void addRelated(List<Var> params, Set<Integer> apart) {
    Set<String> made = new HashSet<>();
    int before = -1;
    while (apart.size() > before) {
      before = apart.size();
      apart.forEach(i -> collect(params.get(i).type(), made));
      for (int i = 0; i < params.size(); i++) {
        Set<String> held = new HashSet<>();
        collect(params.get(i).type(), held);
        if (!Collections.disjoint(held, made)) {
          apart.add(i);
        }
      }
    }
  }

  /** The classes that an object of this type has, and those of what it holds. */
  private void collect(Type type, Set<String> names) {
    ClassShape shape =
        type.leaf() instanceof Type.Struct struct ? lowered.shapes().get(struct.name()) : null;
    if (shape != null && names.add(shape.name())) {
      shape.fields().forEach(field -> collect(field.type(), names));
      shape.parent().ifPresent(parent -> collect(new Type.Struct(parent), names));
      shape.interfaces().forEach(each -> collect(new Type.Struct(each), names));
    }
  }

  /** Whether the method may write to what a parameter holds. */
  private boolean writes(int param) {
    Function entry = facts.program().get(lowered.entry());
    return facts.writesTo(entry, entry.params().get(param));
  }

  /** Why a method without a result, whose derivatives are in place, can't be differentiated. */
  private List<Problem> inPlace() {
    List<Var> params = lowered.get(lowered.entry()).function().params();
    return takenApart().stream()
        .map(params::get)
        .map(param -> Problem.of(ProblemKind.OBJECT_IN_PLACE, Span.NONE, param.name()))
        .toList();
  }

  private boolean givesObject() {
    return lowered.get(lowered.entry()).function().results().stream()
        .anyMatch(result -> result.type().leaf() instanceof Type.Struct);
  }

  /** The class around the derivatives of the method of numbers. */
  Pipeline.Outcome run(boolean isVoid) {
    if (request.inverse()) {
      Problem problem = Problem.of(ProblemKind.INVERSE_OBJECTS, Span.NONE);
      return Pipeline.Outcome.refused(List.of(problem));
    }
    if (isVoid) {
      return Pipeline.Outcome.refused(inPlace());
    }
    Numbers.Outcome numbers =
        Numbers.of(
            request,
            lowered,
            takenApart(),
            atRunTime && !request.batched() ? Optional.of(this::writes) : Optional.empty());
    if (numbers.plan().isEmpty()) {
      return Pipeline.Outcome.refused(numbers.problems());
    }
    Numbers.Plan plan = numbers.plan().get();
    Pipeline.Outcome outcome = Pipeline.run(plan.request(), plan.program());
    if (outcome.derivatives().isEmpty()) {
      return outcome;
    }
    return outcome.within(
        new ObjectClass(
            outcome.derivatives().get(),
            request.className(),
            request.isPublic(),
            plan.params(),
            request.wrt(),
            plan.result(),
            plan.graph(),
            plan.changes(),
            List.of(),
            false,
            request.batched()));
  }
}
