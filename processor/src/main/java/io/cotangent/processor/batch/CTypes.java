package io.cotangent.processor.batch;

import io.cotangent.processor.ir.Type;
import java.util.Optional;

/** Types of the IR in OpenCL C; what has none can't run on a device. */
final class CTypes {
  private CTypes() {}

  /** The C type of a local variable. */
  static Optional<String> of(Type type) {
    if (type instanceof Type.Array array) {
      return array.rank() == 1 ? letter(array.element()).map(CTypes::array) : Optional.empty();
    }
    return type instanceof Type.Primitive primitive ? Optional.of(scalar(primitive)) : none();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String scalar(Type.Primitive type) {
    return switch (type) {
      case DOUBLE -> "double";
      case FLOAT -> "float";
      case LONG -> "long";
      case VOID -> "void";
      default -> "int";
    };
  }

  private static String array(char letter) {
    return switch (letter) {
      case 'd' -> "Doubles";
      case 'f' -> "Floats";
      default -> "Ints";
    };
  }

  /** What the helpers for arrays of these elements end with; arrays of {@code long} have none. */
  static Optional<Character> letter(Type element) {
    if (element == Type.DOUBLE) {
      return Optional.of('d');
    } else if (element == Type.FLOAT) {
      return Optional.of('f');
    }
    return element instanceof Type.Primitive && element != Type.LONG && element != Type.VOID
        ? Optional.of('i')
        : Optional.empty();
  }

  /** The C type of a buffer's elements: small integers and booleans come as {@code int}. */
  static String element(Type type) {
    return scalar((Type.Primitive) type.leaf());
  }
}
