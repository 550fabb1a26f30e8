package io.cotangent.processor.frontend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/** Matches Spoon's executables and javac's by name and erased parameter types. */
final class Executables {

  private final Types types;
  private final ElementsNameEnvironment names;

  Executables(Types types, ElementsNameEnvironment names) {
    this.types = types;
    this.names = names;
  }

  /** The executable of {@code type} or of the nearest of its supertypes that declares it. */
  Optional<ExecutableElement> find(
      TypeElement type, String name, List<? extends CtTypeReference<?>> parameters) {
    boolean inherited = !name.equals("<init>");
    Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
    Set<TypeElement> seen = new HashSet<>();
    while (!open.isEmpty()) {
      TypeElement next = open.removeFirst();
      if (seen.add(next)) {
        for (Element member : next.getEnclosedElements()) {
          if (member instanceof ExecutableElement executable
              && executable.getSimpleName().contentEquals(name)
              && matches(executable, parameters)) {
            return Optional.of(executable);
          }
        }
        if (inherited) {
          addSupertypes(next, open);
        }
      }
    }
    return Optional.empty();
  }

  private void addSupertypes(TypeElement type, Deque<TypeElement> open) {
    for (TypeMirror parent : types.directSupertypes(type.asType())) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element) {
        open.addLast(element);
      }
    }
  }

  /** Whether {@code executable} declares exactly {@code parameters}, up to erasure. */
  boolean matches(ExecutableElement executable, List<? extends CtTypeReference<?>> parameters) {
    List<? extends VariableElement> declared = executable.getParameters();
    if (declared.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < declared.size(); i++) {
      if (!matches(declared.get(i).asType(), parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(TypeMirror declared, CtTypeReference<?> parameter) {
    if (declared instanceof ArrayType array) {
      return parameter instanceof CtArrayTypeReference<?> other
          && matches(array.getComponentType(), other.getComponentType());
    }
    if (declared instanceof TypeVariable variable
        && parameter instanceof CtTypeParameterReference) {
      return variable.asElement().getSimpleName().contentEquals(parameter.getSimpleName());
    }
    TypeMirror erased = types.erasure(declared);
    if (erased instanceof DeclaredType reference && erased.getKind() == TypeKind.DECLARED) {
      String name = names.internalName((TypeElement) reference.asElement()).replace('/', '.');
      return name.equals(parameter.getQualifiedName());
    }
    return erased.toString().equals(parameter.getQualifiedName());
  }
}
