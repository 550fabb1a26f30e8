package io.cotangent.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.stream.Stream;

/** Types of the IR in JavaPoet's words. */
final class JavaTypes {
  private JavaTypes() {}

  /** The type as Java writes it. */
  static TypeName of(Type type) {
    if (type instanceof Type.Array array) {
      return ArrayTypeName.of(of(array.element()));
    } else if (type instanceof Type.Struct struct) {
      return ClassName.get("", struct.name());
    } else if (type instanceof Type.Ref ref) {
      return className(ref.name());
    }
    return switch ((Type.Primitive) type) {
      case VOID -> TypeName.VOID;
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }

  /** A type by its name in the source: of a class, a primitive type, or an array of such. */
  static TypeName named(String name) {
    if (name.endsWith("[]")) {
      return ArrayTypeName.of(named(name.substring(0, name.length() - 2)));
    }
    return Stream.of(Type.Primitive.values())
        .filter(primitive -> primitive.toString().equals(name))
        .findFirst()
        .map(JavaTypes::of)
        .orElseGet(() -> className(name));
  }

  /** A class by its canonical name; by convention, packages begin with a small letter. */
  static ClassName className(String canonical) {
    List<String> segments = List.of(canonical.split("\\."));
    int first = 0;
    while (first < segments.size() - 1 && !Character.isUpperCase(segments.get(first).charAt(0))) {
      first++;
    }
    List<String> nested = segments.subList(first + 1, segments.size());
    return ClassName.get(
        String.join(".", segments.subList(0, first)),
        segments.get(first),
        nested.toArray(String[]::new));
  }

  /** Whether a value of the first type becomes one of the second without a cast. */
  static boolean widens(Type from, Type to) {
    if (!from.isNumeric() || !to.isNumeric() || from == to) {
      return false;
    }
    if (from == Type.Primitive.CHAR) {
      return ((Type.Primitive) to).compareTo(Type.Primitive.INT) >= 0;
    }
    return to != Type.Primitive.CHAR && ((Type.Primitive) from).compareTo((Type.Primitive) to) < 0;
  }

  /** The type in which Java computes a binary operation of numbers of these types. */
  static Type promote(Type a, Type b) {
    Type.Primitive wider =
        ((Type.Primitive) a).compareTo((Type.Primitive) b) >= 0
            ? (Type.Primitive) a
            : (Type.Primitive) b;
    return wider.compareTo(Type.Primitive.INT) < 0 ? Type.INT : wider;
  }
}
