package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/**
 * A method of a generated class with a solution that a differentiable method may call.
 *
 * @param method the method
 * @param kind which one it is
 * @param unknown the index of the parameter to solve for
 * @param unrolled whether the derivative is that of the iterations
 * @param of class and name of the objective that the solution minimises, or empty
 */
record SolutionCall(ExecutableElement method, Kind kind, int unknown, boolean unrolled, String of) {
  private static final String ANNOTATION = "io.cotangent.runtime.SolutionRules";

  /** The methods with derivatives. */
  enum Kind {
    SOLVE("solve"),
    AT("at"),
    VALUE("value"),
    KKT_POINT("kktPoint");

    private final String method;

    Kind(String method) {
      this.method = method;
    }

    private boolean isOf(ExecutableElement called) {
      return called.getSimpleName().contentEquals(method);
    }
  }

  /** Whether it gives the minimiser of an objective that is known. */
  boolean isMinimiser() {
    return !of.isEmpty() && (kind == Kind.SOLVE || kind == Kind.AT);
  }

  /** The types of its parameters, which are those of the objective. */
  List<Type> types() {
    return method.getParameters().stream().map(p -> ElementTypes.of(p.asType())).toList();
  }

  /** The call of this method, if it is one. */
  static Optional<SolutionCall> of(ExecutableElement method) {
    Optional<Kind> kind = Arrays.stream(Kind.values()).filter(k -> k.isOf(method)).findFirst();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    for (AnnotationMirror mirror : ElementTypes.owner(method).getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(ANNOTATION)) {
        int unknown = 0;
        boolean unrolled = false;
        String of = "";
        for (var entry : mirror.getElementValues().entrySet()) {
          Object value = entry.getValue().getValue();
          unknown = value instanceof Integer index ? index : unknown;
          unrolled = value instanceof Boolean flag ? flag : unrolled;
          of = value instanceof String text ? text : of;
        }
        return Optional.of(new SolutionCall(method, kind.get(), unknown, unrolled, of));
      }
    }
    return Optional.empty();
  }
}
