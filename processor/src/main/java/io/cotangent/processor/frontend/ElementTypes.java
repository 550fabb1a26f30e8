package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** javac's types as the IR's. */
final class ElementTypes {
  private ElementTypes() {}

  /** The erased type. */
  static Type of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return Type.arrayOf(of(array.getComponentType()));
    } else if (type instanceof PrimitiveType || type.getKind() == TypeKind.VOID) {
      return Type.Primitive.valueOf(type.getKind().name().toUpperCase(Locale.ROOT));
    } else if (type instanceof TypeVariable variable) {
      return of(variable.getUpperBound());
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      return new Type.Ref(element.getQualifiedName().toString());
    }
    return Types.OBJECT;
  }

  /** The class that declares a method. */
  static TypeElement owner(ExecutableElement method) {
    return (TypeElement) java.util.Objects.requireNonNull(method.getEnclosingElement());
  }

  /** The number in a box; empty for every other type. */
  static Optional<Type> boxed(TypeMirror type) {
    return Types.boxOf(of(type)).filter(Type::isFloating);
  }

  /** The erased type; of a boxed number the primitive one. */
  static Type unboxed(TypeMirror type) {
    return boxed(type).orElseGet(() -> of(type));
  }
}
