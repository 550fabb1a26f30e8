package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtFieldReference;
import spoon.reflect.reference.CtTypeReference;

/** What lowering asks about the compilation beyond the method that it reads. */
interface Sources {

  /** Which classes of the JDK are read in models of them. */
  Models models();

  /** The declaration with its body, where its source is in this compilation. */
  Optional<CtExecutable<?>> source(CtExecutableReference<?> reference);

  /** The declaration of a class, where its source is in this compilation. */
  Optional<CtType<?>> type(CtTypeReference<?> reference);

  /** All classes whose source has been read. */
  Collection<CtType<?>> types();

  /** The value of a compile-time constant field. */
  Optional<Object> constant(CtFieldReference<?> field);

  /** Whether the compiler knows the call's target for certain. */
  boolean resolved(CtExecutableReference<?> reference);

  /** Whether a class of {@code packageName} that is unrelated to the field's may read it. */
  boolean accessible(CtFieldReference<?> field, String packageName);

  /** Whether a class of {@code packageName} that is unrelated to the executable's may call it. */
  boolean accessible(CtExecutableReference<?> executable, String packageName);

  /** Whether the executable itself is public, whatever its class is. */
  boolean isPublic(CtExecutableReference<?> executable);

  /** Whether a class of {@code packageName} can name the type. */
  boolean accessible(CtTypeReference<?> type, String packageName);

  /** Whether a class of {@code packageName} may call the executable. */
  default boolean accessible(ExecutableElement executable, String packageName) {
    return false;
  }

  /** The executable's declaration, where its source is in this compilation. */
  default Optional<CtExecutable<?>> declaration(ExecutableElement executable) {
    return Optional.empty();
  }

  /** The derivative that is declared for the executable. */
  default Optional<DeclaredRules.Rule> rule(CtExecutableReference<?> executable) {
    return Optional.empty();
  }

  /** The derivative that is declared for the executable. */
  default Optional<DeclaredRules.Rule> rule(ExecutableElement executable) {
    return Optional.empty();
  }

  /** The rule of the method of the same name and class whose parameters have these types. */
  default Optional<DeclaredRules.Rule> sibling(
      CtExecutableReference<?> executable, List<Type> types) {
    return Optional.empty();
  }

  /** The call of a generated class's method that gives a solution, if it is one. */
  default Optional<SolutionCall> solution(CtExecutableReference<?> executable) {
    return Optional.empty();
  }

  /** The derivatives that the executable's class has, if it is a generated one. */
  default Optional<Composed> composed(CtExecutableReference<?> executable) {
    return Optional.empty();
  }

  /** Whether a class has a method of this name. */
  default boolean has(String owner, String name) {
    return false;
  }

  /** Where the element stands. */
  Span span(CtElement element);

  /** The text of the line where the element starts, without indentation. */
  String sourceLine(CtElement element);
}
