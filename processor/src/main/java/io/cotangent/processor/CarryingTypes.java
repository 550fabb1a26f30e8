package io.cotangent.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Tells the types that carry derivatives: numbers, arrays of these, records and classes with fields
 * of such types. Classes of Java itself do not: what they hold can't be taken apart.
 */
final class CarryingTypes {
  private CarryingTypes() {}

  static boolean carries(TypeMirror type) {
    return carries(type, new HashSet<>());
  }

  private static boolean carries(TypeMirror type, Set<Element> seen) {
    TypeMirror leaf = type;
    while (leaf instanceof ArrayType array) {
      leaf = array.getComponentType();
    }
    if (leaf.getKind() == TypeKind.DOUBLE || leaf.getKind() == TypeKind.FLOAT) {
      return true;
    }
    return leaf == type
        && leaf instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && isTakenApart(element)
        && seen.add(element)
        && (hasNumbers(element, seen) || carries(element.getSuperclass(), seen));
  }

  private static boolean isTakenApart(TypeElement element) {
    String name = element.getQualifiedName().toString();
    boolean kind =
        element.getKind() == ElementKind.CLASS || element.getKind() == ElementKind.RECORD;
    return kind && !name.startsWith("java.") && !name.startsWith("javax.");
  }

  private static boolean hasNumbers(TypeElement element, Set<Element> seen) {
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC) && carries(field.asType(), seen)) {
        return true;
      }
    }
    return false;
  }
}
