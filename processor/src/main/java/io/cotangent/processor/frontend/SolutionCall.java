package io.cotangent.processor.frontend;

import java.util.Arrays;
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
 */
record SolutionCall(ExecutableElement method, Kind kind, int unknown, boolean unrolled) {
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
        for (var entry : mirror.getElementValues().entrySet()) {
          Object value = entry.getValue().getValue();
          unknown = value instanceof Integer index ? index : unknown;
          unrolled = value instanceof Boolean flag ? flag : unrolled;
        }
        return Optional.of(new SolutionCall(method, kind.get(), unknown, unrolled));
      }
    }
    return Optional.empty();
  }
}
