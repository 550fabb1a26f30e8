package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/** Spoon's types as the IR's. */
final class Types {
  static final Type OBJECT = new Type.Ref("java.lang.Object");

  private static final Map<String, Type.Primitive> BOXES =
      Map.of(
          "java.lang.Boolean", Type.Primitive.BOOLEAN,
          "java.lang.Byte", Type.Primitive.BYTE,
          "java.lang.Short", Type.Primitive.SHORT,
          "java.lang.Character", Type.Primitive.CHAR,
          "java.lang.Integer", Type.Primitive.INT,
          "java.lang.Long", Type.Primitive.LONG,
          "java.lang.Float", Type.Primitive.FLOAT,
          "java.lang.Double", Type.Primitive.DOUBLE);

  private Types() {}

  /** The erased type of this reference; of one that the compiler does not know, {@code Object}. */
  static Type of(@Nullable CtTypeReference<?> reference) {
    if (reference == null) {
      return OBJECT;
    }
    if (reference instanceof CtArrayTypeReference<?> array) {
      return Type.arrayOf(of(array.getComponentType()));
    }
    if (reference.isPrimitive()) {
      return Type.Primitive.valueOf(reference.getSimpleName().toUpperCase(Locale.ROOT));
    }
    if (reference instanceof CtTypeParameterReference variable
        && variable.getDeclaration() == null) {
      return OBJECT;
    }
    CtTypeReference<?> erased = reference.getTypeErasure();
    if (Character.isDigit(erased.getSimpleName().charAt(0))
        && erased.getDeclaration() != null
        && LocalClasses.ofConstant(erased.getDeclaration()) != null) {
      return of(erased.getDeclaration().getSuperclass());
    }
    return CtTypeReference.NULL_TYPE_NAME.equals(erased.getSimpleName())
        ? OBJECT
        : new Type.Ref(canonicalName(erased));
  }

  /** The erased types of these references. */
  static List<Type> of(List<? extends CtTypeReference<?>> references) {
    return references.stream().map(Types::of).toList();
  }

  /** The name by which Java code anywhere can name this class. */
  static String canonicalName(CtTypeReference<?> type) {
    CtTypeReference<?> outer = type.getDeclaringType();
    return outer == null
        ? type.getQualifiedName()
        : canonicalName(outer) + "." + type.getSimpleName();
  }

  /** The type of what a literal or compile-time constant holds. */
  static Type ofConstant(@Nullable Object value) {
    if (value == null) {
      return OBJECT;
    }
    return boxOf(new Type.Ref(value.getClass().getName()))
        .orElseGet(() -> new Type.Ref(value.getClass().getName()));
  }

  /** The primitive type that a box holds; empty for every other type. */
  static Optional<Type> boxOf(Type type) {
    return type instanceof Type.Ref ref
        ? Optional.ofNullable(BOXES.get(ref.name()))
        : Optional.empty();
  }

  /** The box of a primitive type. */
  static Type.Ref boxed(Type primitive) {
    return BOXES.entrySet().stream()
        .filter(entry -> entry.getValue() == primitive)
        .map(entry -> new Type.Ref(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  /** The type that unary numeric promotion gives. */
  static Type promoted(Type type) {
    return type == Type.Primitive.BYTE
            || type == Type.Primitive.SHORT
            || type == Type.Primitive.CHAR
        ? Type.INT
        : type;
  }

  /** The type that binary numeric promotion gives. */
  static Type promoted(Type left, Type right) {
    for (Type wide : new Type[] {Type.DOUBLE, Type.FLOAT, Type.LONG}) {
      if (left == wide || right == wide) {
        return wide;
      }
    }
    return Type.INT;
  }
}
