package io.cotangent.processor.frontend;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtTypeReference;

/** Finds the method that a lambda implements. */
final class FunctionalInterfaces {
  private FunctionalInterfaces() {}

  /** The one abstract method of a functional interface. */
  static Optional<CtMethod<?>> methodOf(CtTypeReference<?> type) {
    return type.getTypeDeclaration() == null
        ? Optional.empty()
        : only(
            type.getTypeDeclaration().getAllMethods().stream()
                .filter(m -> m.isAbstract() && !m.isStatic() && !isOfObject(m))
                .<CtMethod<?>>map(m -> m)
                .toList());
  }

  /** The one method of a functional interface whose source the processor carries. */
  static Optional<CtMethod<?>> carried(@Nullable CtTypeReference<?> type, Sources sources) {
    sources.models().functionMade(type);
    return type == null
        ? Optional.empty()
        : sources.type(type.getTypeErasure()).flatMap(FunctionalInterfaces::abstractMethod);
  }

  private static Optional<CtMethod<?>> abstractMethod(CtType<?> type) {
    return only(
        type.getMethods().stream().filter(CtMethod::isAbstract).<CtMethod<?>>map(m -> m).toList());
  }

  private static Optional<CtMethod<?>> only(List<CtMethod<?>> methods) {
    return methods.size() == 1 ? Optional.of(methods.get(0)) : Optional.empty();
  }

  private static boolean isOfObject(CtMethod<?> method) {
    return method.getSimpleName().equals("equals") && method.getParameters().size() == 1;
  }
}
