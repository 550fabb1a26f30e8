package io.cotangent.processor;

import io.cotangent.processor.diagnostics.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The method of an equality or inequality that an annotation names. */
final class SolutionConstraint {
  private SolutionConstraint() {}

  /** Finds the method: it has the objective's parameters, and gives a number or an array. */
  static Optional<ExecutableElement> of(
      String element,
      ExecutableElement objective,
      Types types,
      UnaryOperator<String> text,
      SolutionStep.Problems problems) {
    String name = text.apply(element);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<ExecutableElement> found =
        ElementFilter.methodsIn(objective.getEnclosingElement().getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .filter(each -> fits(each, objective, types))
            .findFirst();
    if (found.isEmpty()) {
      problems.add(ProblemKind.CONSTRAINT, element, name);
    }
    return found;
  }

  private static boolean fits(
      ExecutableElement candidate, ExecutableElement objective, Types types) {
    List<? extends VariableElement> own = candidate.getParameters();
    List<? extends VariableElement> given = objective.getParameters();
    boolean same = own.size() == given.size();
    for (int i = 0; same && i < own.size(); i++) {
      same = types.isSameType(own.get(i).asType(), given.get(i).asType());
    }
    String result = candidate.getReturnType().toString();
    boolean reachable =
        !objective.getModifiers().contains(Modifier.STATIC)
            || candidate.getModifiers().contains(Modifier.STATIC);
    return same
        && reachable
        && (result.equals("double") || result.equals("double[]"))
        && !candidate.getModifiers().contains(Modifier.PRIVATE);
  }
}
