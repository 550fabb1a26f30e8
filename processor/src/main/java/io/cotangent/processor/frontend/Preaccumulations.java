package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import spoon.reflect.declaration.CtExecutable;

/** The mark of methods whose local Jacobians are stored. */
public final class Preaccumulations {
  /** The annotation. */
  public static final String ANNOTATION = "io.cotangent.Preaccumulate";

  private static final Set<TypeKind> NUMBERS = Set.of(TypeKind.DOUBLE, TypeKind.FLOAT);

  private Preaccumulations() {}

  static boolean isMarked(CtExecutable<?> executable) {
    return executable.getAnnotations().stream()
        .anyMatch(a -> a.getAnnotationType().getQualifiedName().equals(ANNOTATION));
  }

  static boolean isMarked(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(m -> m.getAnnotationType().toString().equals(ANNOTATION));
  }

  /** What is wrong with a marked method, whoever calls it. */
  public static Optional<Problem> problem(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    TypeMirror result = method.getReturnType();
    TypeMirror number = result instanceof ArrayType array ? array.getComponentType() : result;
    if (method.getModifiers().contains(Modifier.ABSTRACT)
        || method.getModifiers().contains(Modifier.NATIVE)) {
      String text = "it has no body here, mark what implements it";
      return Optional.of(problem(Span.NONE, name, text));
    }
    return NUMBERS.contains(number.getKind())
        ? Optional.empty()
        : Optional.of(
            problem(
                Span.NONE,
                name,
                "its result is of type " + result + ", not a number or an array of numbers"));
  }

  private static Problem problem(Span span, String name, String text) {
    return new Problem(ProblemKind.PREACCUMULATE, span, List.of(name, text));
  }
}
