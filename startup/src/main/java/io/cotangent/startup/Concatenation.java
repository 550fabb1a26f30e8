package io.cotangent.startup;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** A concatenation of strings as a method with a {@link StringBuilder}. */
final class Concatenation {

  private static final String BUILDER = "java/lang/StringBuilder";
  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';

  private Concatenation() {}

  /** The method that a call site of {@code makeConcatWithConstants} would link to. */
  static MethodNode method(InvokeDynamicInsnNode site, String name) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
    MethodNode method = new MethodNode(access, name, site.desc, null, null);
    method.visitTypeInsn(Opcodes.NEW, BUILDER);
    method.visitInsn(Opcodes.DUP);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, BUILDER, "<init>", "()V", false);
    String recipe = (String) site.bsmArgs[0];
    Type[] arguments = Type.getArgumentTypes(site.desc);
    int argument = 0;
    int constant = 1;
    int local = 0;
    StringBuilder literal = new StringBuilder();
    for (char each : recipe.toCharArray()) {
      if (each == ARGUMENT) {
        text(method, literal);
        Type type = arguments[argument++];
        method.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
        local += type.getSize();
        append(method, appended(type));
      } else {
        literal.append(each == CONSTANT ? site.bsmArgs[constant++] : each);
      }
    }
    text(method, literal);
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, BUILDER, "toString", "()Ljava/lang/String;", false);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(3, local);
    return method;
  }

  private static void text(MethodNode method, StringBuilder literal) {
    if (!literal.isEmpty()) {
      method.visitLdcInsn(literal.toString());
      append(method, "Ljava/lang/String;");
      literal.setLength(0);
    }
  }

  private static void append(MethodNode method, String type) {
    String descriptor = "(" + type + ")L" + BUILDER + ";";
    method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BUILDER, "append", descriptor, false);
  }

  /** The builder's parameter: arrays of characters are appended as objects here. */
  private static String appended(Type type) {
    return switch (type.getSort()) {
      case Type.BYTE, Type.SHORT -> "I";
      case Type.ARRAY -> "Ljava/lang/Object;";
      case Type.OBJECT ->
          type.getInternalName().equals("java/lang/String")
              ? type.getDescriptor()
              : "Ljava/lang/Object;";
      default -> type.getDescriptor();
    };
  }
}
