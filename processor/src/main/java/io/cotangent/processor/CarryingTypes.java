package io.cotangent.processor;

import java.util.HashSet;
import java.util.List;
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
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Tells the types that carry derivatives: numbers and their boxes, arrays of these, records and
 * classes with fields of such types, arrays, lists and values of maps of all of them, and
 * interfaces whose objects are such. Other classes of Java itself do not: what they hold can't be
 * taken apart.
 */
final class CarryingTypes {
  private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

  /** What carries where its last type argument does. */
  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.Collection",
          "java.util.List",
          "java.util.ArrayList",
          "java.util.Map",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap");

  private CarryingTypes() {}

  static boolean carries(TypeMirror type) {
    return carries(type, new HashSet<>());
  }

  private static boolean carries(TypeMirror type, Set<Element> seen) {
    if (type instanceof ArrayType array) {
      return carries(array.getComponentType(), seen);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() != null && carries(wildcard.getExtendsBound(), seen);
    }
    if (type.getKind() == TypeKind.DOUBLE || type.getKind() == TypeKind.FLOAT) {
      return true;
    }
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return false;
    }
    String name = element.getQualifiedName().toString();
    if (BOXES.contains(name)) {
      return true;
    }
    if (COLLECTIONS.contains(name)) {
      List<? extends TypeMirror> held = declared.getTypeArguments();
      return !held.isEmpty() && carries(held.get(held.size() - 1), seen);
    }
    if (!isTakenApart(element) || !seen.add(element)) {
      return false;
    }
    return hasNumbers(element, seen)
        || carries(element.getSuperclass(), seen)
        || declared.getTypeArguments().stream().anyMatch(each -> carries(each, seen))
        || element.getPermittedSubclasses().stream().anyMatch(each -> carries(each, seen));
  }

  /** Whether objects of this type of the user's may have classes that carry derivatives. */
  static boolean mayCarry(TypeMirror type) {
    TypeMirror leaf = type;
    while (leaf instanceof ArrayType array) {
      leaf = array.getComponentType();
    }
    return carries(type)
        || (leaf instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && isTakenApart(element)
            && element.getModifiers().contains(Modifier.ABSTRACT));
  }

  private static boolean isTakenApart(TypeElement element) {
    String name = element.getQualifiedName().toString();
    boolean kind =
        element.getKind() == ElementKind.CLASS
            || element.getKind() == ElementKind.RECORD
            || element.getKind() == ElementKind.INTERFACE;
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
