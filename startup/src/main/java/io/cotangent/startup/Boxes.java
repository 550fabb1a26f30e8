package io.cotangent.startup;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Conversions of arguments and results, as lambdas have them. */
final class Boxes {

  private static final Type[] PRIMITIVES = {
    Type.BOOLEAN_TYPE,
    Type.CHAR_TYPE,
    Type.BYTE_TYPE,
    Type.SHORT_TYPE,
    Type.INT_TYPE,
    Type.LONG_TYPE,
    Type.FLOAT_TYPE,
    Type.DOUBLE_TYPE
  };

  private Boxes() {}

  static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** The class that boxes a primitive type. */
  static String of(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.CHAR -> "java/lang/Character";
      case Type.INT -> "java/lang/Integer";
      default -> {
        String name = primitive.getClassName();
        yield "java/lang/" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    };
  }

  /**
   * Turns the value on the stack from one type into another.
   *
   * @param known what a reference is known to be: it may be the box of a narrower type than {@code
   *     to}
   */
  static void convert(MethodVisitor code, Type from, Type known, Type to) {
    if (isPrimitive(from) && isPrimitive(to)) {
      widen(code, from, to);
    } else if (isPrimitive(from)) {
      String box = of(from);
      String descriptor = "(" + from.getDescriptor() + ")L" + box + ";";
      code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", descriptor, false);
    } else if (isPrimitive(to)) {
      Type boxed = unboxed(known);
      unbox(code, boxed == null ? to : boxed, to);
    } else if (!to.equals(from) && !to.getInternalName().equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static void unbox(MethodVisitor code, Type boxed, Type to) {
    String box = of(boxed);
    code.visitTypeInsn(Opcodes.CHECKCAST, box);
    String name = boxed.getClassName() + "Value";
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, name, "()" + boxed.getDescriptor(), false);
    widen(code, boxed, to);
  }

  private static @Nullable Type unboxed(Type type) {
    for (Type each : PRIMITIVES) {
      if (type.getSort() == Type.OBJECT && type.getInternalName().equals(of(each))) {
        return each;
      }
    }
    return null;
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    int source = from.getSort();
    int target = to.getSort();
    if (source == target || target <= Type.INT) {
      return;
    }
    if (source <= Type.INT) {
      code.visitInsn(
          target == Type.LONG ? Opcodes.I2L : target == Type.FLOAT ? Opcodes.I2F : Opcodes.I2D);
    } else if (source == Type.LONG) {
      code.visitInsn(target == Type.FLOAT ? Opcodes.L2F : Opcodes.L2D);
    } else {
      code.visitInsn(Opcodes.F2D);
    }
  }
}
