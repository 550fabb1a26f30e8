package io.cotangent.processor.frontend;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Writes javac's types as the generic signatures of class files.
 *
 * <p>Source: The Java Virtual Machine Specification, section 4.7.9.1.
 */
final class Signatures {

  private static final String OBJECT = "Ljava/lang/Object;";

  private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}/]+");

  private final Function<TypeElement, String> internalNames;
  private final Set<String> variables = new HashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Writer writer = new Writer();

  /**
   * Signatures inside {@code owner}.
   *
   * @param internalNames the name of each type, such as {@code java/util/Map$Entry}
   */
  Signatures(TypeElement owner, Function<TypeElement, String> internalNames) {
    this.internalNames = internalNames;
    for (Element each = owner;
        each instanceof TypeElement type;
        each = type.getEnclosingElement()) {
      addNames(type.getTypeParameters(), variables);
    }
  }

  private static void addNames(List<? extends TypeParameterElement> parameters, Set<String> names) {
    for (TypeParameterElement parameter : parameters) {
      names.add(parameter.getSimpleName().toString());
    }
  }

  /** The internal names of the types that were written and that do not exist. */
  Set<String> missing() {
    return Collections.unmodifiableSet(missing);
  }

  /** The class's type parameters, superclass and interfaces, without those that do not exist. */
  String ofClass(TypeElement type) {
    StringBuilder out = new StringBuilder();
    typeParameters(type.getTypeParameters(), out);
    TypeMirror superclass = type.getSuperclass();
    out.append(superclass.getKind() == TypeKind.DECLARED ? of(superclass) : OBJECT);
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent.getKind() == TypeKind.DECLARED) {
        append(parent, out);
      }
    }
    return out.toString();
  }

  /** The method's type parameters, parameters, result and the exceptions that are inferred. */
  String ofMethod(ExecutableElement method) {
    Set<String> own = new HashSet<>();
    addNames(method.getTypeParameters(), own);
    own.removeAll(variables);
    variables.addAll(own);
    StringBuilder out = new StringBuilder();
    typeParameters(method.getTypeParameters(), out);
    out.append('(');
    for (VariableElement parameter : method.getParameters()) {
      append(parameter.asType(), out);
    }
    out.append(')');
    append(method.getReturnType(), out);
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (thrown instanceof TypeVariable inferred) {
        variable(inferred, out.append('^')); // Of the others nobody asks.
      }
    }
    variables.removeAll(own);
    return out.toString();
  }

  /** The signature of {@code type}. */
  String of(TypeMirror type) {
    StringBuilder out = new StringBuilder();
    append(type, out);
    return out.toString();
  }

  private void typeParameters(List<? extends TypeParameterElement> parameters, StringBuilder out) {
    if (parameters.isEmpty()) {
      return;
    }
    out.append('<');
    for (TypeParameterElement parameter : parameters) {
      out.append(parameter.getSimpleName());
      if (parameter.getBounds().isEmpty()) {
        out.append(':').append(OBJECT);
      }
      for (TypeMirror bound : parameter.getBounds()) {
        bound(bound, out);
      }
    }
    out.append('>');
  }

  private void bound(TypeMirror bound, StringBuilder out) {
    if (bound instanceof IntersectionType intersection) {
      for (TypeMirror each : intersection.getBounds()) {
        bound(each, out);
      }
      return;
    }
    boolean isInterface =
        bound instanceof DeclaredType declared && declared.asElement().getKind().isInterface();
    // The first place is the class bound's: it stays empty before an interface.
    out.append(isInterface && out.charAt(out.length() - 1) != ';' ? "::" : ":");
    append(bound, out);
  }

  private void append(TypeMirror type, StringBuilder out) {
    type.accept(writer, out);
  }

  /** A variable that is declared nowhere around, as some hosts show them, is its bound's class. */
  private void variable(TypeVariable type, StringBuilder out) {
    String name = type.asElement().getSimpleName().toString();
    if (variables.contains(name)) {
      out.append('T').append(name).append(';');
    } else if (type.getUpperBound() instanceof DeclaredType bound
        && bound.getKind() == TypeKind.DECLARED) {
      out.append('L').append(internalNames.apply((TypeElement) bound.asElement())).append(';');
    } else {
      out.append(OBJECT);
    }
  }

  private void missing(DeclaredType type, StringBuilder out) {
    String name =
        type.asElement() instanceof TypeElement element ? internalNames.apply(element) : "";
    if (!NAME.matcher(name).matches()) {
      name = "Missing";
    }
    missing.add(name);
    out.append('L').append(name).append(';');
  }

  private void declared(DeclaredType type, StringBuilder out) {
    TypeElement element = (TypeElement) type.asElement();
    String name = internalNames.apply(element);
    boolean nested = name.indexOf('$') >= 0; // To ask javac would make it read the class file.
    if (nested && type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer)) {
      declared(outer, out);
      out.append('.').append(element.getSimpleName());
    } else {
      out.append(name);
    }
    if (!type.getTypeArguments().isEmpty()) {
      out.append('<');
      for (TypeMirror argument : type.getTypeArguments()) {
        argument(argument, out);
      }
      out.append('>');
    }
  }

  private static boolean isParameterized(DeclaredType type) {
    return !type.getTypeArguments().isEmpty()
        || (type.getEnclosingType() instanceof DeclaredType outer && isParameterized(outer));
  }

  private void argument(TypeMirror argument, StringBuilder out) {
    if (!(argument instanceof WildcardType wildcard)) {
      append(argument, out);
    } else if (wildcard.getExtendsBound() != null) {
      append(wildcard.getExtendsBound(), out.append('+'));
    } else if (wildcard.getSuperBound() != null) {
      append(wildcard.getSuperBound(), out.append('-'));
    } else {
      out.append('*');
    }
  }

  /**
   * Writes one type. A visitor and not a switch over {@code getKind()}, for which javac would read
   * the class file of every type that is only named here.
   */
  private final class Writer extends SimpleTypeVisitor14<@Nullable Void, StringBuilder> {

    @Override
    protected @Nullable Void defaultAction(TypeMirror type, StringBuilder out) {
      out.append(OBJECT);
      return null;
    }

    @Override
    public @Nullable Void visitPrimitive(PrimitiveType type, StringBuilder out) {
      out.append(
          switch (type.getKind()) {
            case BOOLEAN -> 'Z';
            case BYTE -> 'B';
            case SHORT -> 'S';
            case INT -> 'I';
            case LONG -> 'J';
            case CHAR -> 'C';
            case FLOAT -> 'F';
            default -> 'D';
          });
      return null;
    }

    @Override
    public @Nullable Void visitNoType(NoType type, StringBuilder out) {
      out.append(type.getKind() == TypeKind.VOID ? "V" : OBJECT);
      return null;
    }

    @Override
    public @Nullable Void visitArray(ArrayType type, StringBuilder out) {
      append(type.getComponentType(), out.append('['));
      return null;
    }

    @Override
    public @Nullable Void visitTypeVariable(TypeVariable type, StringBuilder out) {
      variable(type, out);
      return null;
    }

    @Override
    public @Nullable Void visitDeclared(DeclaredType type, StringBuilder out) {
      declared(type, out.append('L'));
      out.append(';');
      return null;
    }

    @Override
    public @Nullable Void visitError(ErrorType type, StringBuilder out) {
      missing(type, out);
      return null;
    }

    @Override
    public @Nullable Void visitIntersection(IntersectionType type, StringBuilder out) {
      append(type.getBounds().get(0), out);
      return null;
    }
  }
}
