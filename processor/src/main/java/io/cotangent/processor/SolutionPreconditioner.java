package io.cotangent.processor;

import io.cotangent.processor.diagnostics.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The method of a preconditioner that an annotation names. */
final class SolutionPreconditioner {
  private static final Set<String> WITHOUT = Set.of("MINRES", "DIRECT");
  private static final List<String> SETS =
      List.of("equality", "inequality", "projection", "proximal");

  private SolutionPreconditioner() {}

  /** Finds the method, and checks it against the one that is solved. */
  static Optional<ExecutableElement> of(
      SolutionKind kind,
      ExecutableElement solved,
      Types types,
      UnaryOperator<String> text,
      SolutionStep.Problems problems) {
    String name = text.apply("preconditioner");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    boolean set = SETS.stream().anyMatch(element -> !text.apply(element).isEmpty());
    boolean box = kind == SolutionKind.ARGMIN && !text.apply("lower").isEmpty();
    String adjoint = text.apply("adjoint");
    boolean squares = text.apply("solver").equals("LEVENBERG_MARQUARDT");
    if (set || box || squares || WITHOUT.contains(adjoint)) {
      String beside =
          squares
              ? "Solver.LEVENBERG_MARQUARDT"
              : set || box ? "constraints" : "Adjoint." + adjoint;
      problems.add(
          ProblemKind.ANNOTATION,
          "preconditioner = \"" + name + "\" with " + beside,
          "leave one of them out");
      return Optional.empty();
    }
    Optional<ExecutableElement> found =
        ElementFilter.methodsIn(solved.getEnclosingElement().getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .filter(each -> fits(each, solved, types))
            .findFirst();
    if (found.isEmpty()) {
      problems.add(ProblemKind.PRECONDITIONER, name);
    }
    return found;
  }

  private static boolean fits(ExecutableElement candidate, ExecutableElement solved, Types types) {
    List<? extends VariableElement> own = candidate.getParameters();
    int count = solved.getParameters().size();
    boolean fits =
        own.size() == count + 1
            && !candidate.getModifiers().contains(Modifier.PRIVATE)
            && candidate.getThrownTypes().isEmpty()
            && candidate.getModifiers().contains(Modifier.STATIC)
                == solved.getModifiers().contains(Modifier.STATIC)
            && candidate.getReturnType().toString().equals("double[]")
            && own.get(count).asType().toString().equals("double[]");
    for (int i = 0; fits && i < count; i++) {
      fits = types.isSameType(own.get(i).asType(), solved.getParameters().get(i).asType());
    }
    return fits;
  }
}
