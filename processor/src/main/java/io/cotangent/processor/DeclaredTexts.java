package io.cotangent.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** The declared types of a method as source text, type variables replaced by their bounds. */
final class DeclaredTexts {
  private DeclaredTexts() {}

  /** Those of the receiver, if there is one, the parameters and the result. */
  static List<String> of(ExecutableElement method) {
    List<String> texts = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      texts.add(((TypeElement) method.getEnclosingElement()).getQualifiedName().toString());
    }
    method.getParameters().forEach(p -> texts.add(text(p.asType(), 0)));
    texts.add(text(method.getReturnType(), 0));
    return texts;
  }

  private static String text(TypeMirror type, int depth) {
    if (type instanceof ArrayType array) {
      return text(array.getComponentType(), depth) + "[]";
    } else if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        return "? extends " + text(wildcard.getExtendsBound(), depth + 1);
      }
      TypeMirror lower = wildcard.getSuperBound();
      return lower == null ? "?" : "? super " + text(lower, depth + 1);
    } else if (type instanceof TypeVariable variable) {
      // A bound may name the variable again: Comparable<T>.
      return depth > 0 ? "?" : text(variable.getUpperBound(), depth + 1);
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      String name = element.getQualifiedName().toString();
      String arguments =
          declared.getTypeArguments().stream()
              .map(argument -> text(argument, depth + 1))
              .collect(Collectors.joining(", "));
      return arguments.isEmpty() ? name : name + "<" + arguments + ">";
    }
    return type.getKind() == TypeKind.VOID
        ? "void"
        : type.getKind().toString().toLowerCase(java.util.Locale.ROOT);
  }
}
