package io.cotangent.processor;

import io.cotangent.processor.diagnostics.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The method of a projection or of a proximal step that an annotation names.
 *
 * @param isProximal whether it is a proximal step, with the step's length as its last parameter
 */
record SolutionStep(Optional<ExecutableElement> method, boolean isProximal) {
  /** No step. */
  static final SolutionStep NONE = new SolutionStep(Optional.empty(), false);

  private static final Set<String> SOLVERS =
      Set.of("PROJECTED_GRADIENT", "PROXIMAL_GRADIENT", "MIRROR_DESCENT");

  /** Takes a problem. */
  interface Problems {
    void add(ProblemKind kind, String... args);
  }

  /** Finds the method, and checks it against the objective. */
  static SolutionStep of(
      ExecutableElement objective,
      Types types,
      UnaryOperator<String> text,
      String solver,
      Problems problems) {
    String projection = text.apply("projection");
    String proximal = text.apply("proximal");
    boolean isProximal = projection.isEmpty() && !proximal.isEmpty();
    boolean isBox = projection.isEmpty() && proximal.isEmpty() && isBounded(text);
    String element = isBox ? "lower" : isProximal ? "proximal" : "projection";
    String name = isBox ? text.apply("lower") : isProximal ? proximal : projection;
    String wanted = isProximal ? "PROXIMAL_GRADIENT" : "PROJECTED_GRADIENT";
    boolean constrained = !text.apply("equality").isEmpty() || !text.apply("inequality").isEmpty();
    if (projection.isEmpty() && proximal.isEmpty() && !isBox) {
      without(solver, constrained, problems);
      return NONE;
    }
    boolean two = !projection.isEmpty() && !proximal.isEmpty();
    boolean beside = !isBox && isBounded(text);
    if (constrained || two || beside) {
      problems.add(
          ProblemKind.ANNOTATION,
          element + " = \"" + name + "\" with other constraints",
          "a set is given by one of projection, proximal, lower and upper, or equality and"
              + " inequality");
    } else if (!solver.equals("AUTO")
        && !solver.equals(wanted)
        && !solver.equals("BLOCK_COORDINATE_DESCENT")
        && (isProximal || isBox || !solver.equals("MIRROR_DESCENT"))) {
      problems.add(
          ProblemKind.ANNOTATION,
          "solver = Solver." + solver + " with " + element,
          "leave it out, or write Solver." + wanted);
    }
    if (isBox) {
      return NONE;
    }
    Optional<ExecutableElement> found =
        ElementFilter.methodsIn(objective.getEnclosingElement().getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .filter(each -> fits(each, objective, isProximal, types, text.apply("unknown")))
            .findFirst();
    if (found.isEmpty()) {
      String further = isProximal ? ", a last one of type double," : "";
      problems.add(ProblemKind.STEP_METHOD, element, name, further);
    }
    return new SolutionStep(found, isProximal);
  }

  /** Bounds are a set only where something is minimised. */
  private static boolean isBounded(UnaryOperator<String> text) {
    return !text.apply("lower").isEmpty() || !text.apply("upper").isEmpty();
  }

  /** A solver that goes by a set or its step finds none; one for constraints is the only one. */
  private static void without(String solver, boolean constrained, Problems problems) {
    if (SOLVERS.contains(solver)) {
      String missing = solver.equals("PROXIMAL_GRADIENT") ? "proximal" : "projection";
      problems.add(
          ProblemKind.ANNOTATION,
          "solver = Solver." + solver + " without " + missing,
          "name its method with " + missing);
    } else if (constrained && !solver.equals("AUTO") && !solver.equals("SQP")) {
      problems.add(
          ProblemKind.ANNOTATION,
          "solver = Solver." + solver + " with constraints",
          "leave it out, or write Solver.SQP");
    }
  }

  private static boolean fits(
      ExecutableElement candidate,
      ExecutableElement objective,
      boolean isProximal,
      Types types,
      String unknown) {
    List<? extends VariableElement> own = candidate.getParameters();
    List<? extends VariableElement> wanted = objective.getParameters();
    boolean fits =
        own.size() == wanted.size() + (isProximal ? 1 : 0)
            && !candidate.getModifiers().contains(Modifier.PRIVATE)
            && candidate.getModifiers().contains(Modifier.STATIC)
                == objective.getModifiers().contains(Modifier.STATIC);
    for (int i = 0; fits && i < wanted.size(); i++) {
      TypeMirror type = wanted.get(i).asType();
      fits = types.isSameType(own.get(i).asType(), type);
      if (wanted.get(i).getSimpleName().contentEquals(unknown)) {
        fits &= types.isSameType(candidate.getReturnType(), type);
      }
    }
    return fits && (!isProximal || own.get(own.size() - 1).asType().getKind() == TypeKind.DOUBLE);
  }
}
