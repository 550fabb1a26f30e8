package io.cotangent.startup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A record's {@code hashCode} and {@code equals} as {@link java.lang.runtime.ObjectMethods} has
 * them.
 */
final class RecordMethods {

  private RecordMethods() {}

  /** Gives {@code method}, which only calls {@code site}, its own code; texts are left alone. */
  static void write(MethodNode method, InvokeDynamicInsnNode site) {
    String owner = ((Type) site.bsmArgs[0]).getInternalName();
    List<Handle> fields = new ArrayList<>();
    Arrays.stream(site.bsmArgs).skip(2).forEach(each -> fields.add((Handle) each));
    if (method.name.equals("hashCode") && method.desc.equals("()I")) {
      clear(method);
      hashCode(method, owner, fields);
    } else if (method.name.equals("equals") && method.desc.equals("(Ljava/lang/Object;)Z")) {
      clear(method);
      equality(method, owner, fields);
    }
  }

  private static void clear(MethodNode method) {
    method.instructions.clear();
    method.localVariables = null;
  }

  private static void hashCode(MethodNode method, String owner, List<Handle> fields) {
    method.visitInsn(Opcodes.ICONST_0);
    for (Handle field : fields) {
      method.visitIntInsn(Opcodes.BIPUSH, 31);
      method.visitInsn(Opcodes.IMUL);
      read(method, 0, owner, field);
      Type type = Type.getType(field.getDesc());
      if (Boxes.isPrimitive(type)) {
        String descriptor = "(" + type.getDescriptor() + ")I";
        call(method, Boxes.of(type), "hashCode", descriptor);
      } else {
        call(method, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
      }
      method.visitInsn(Opcodes.IADD);
    }
    method.visitInsn(Opcodes.IRETURN);
    method.visitMaxs(4, 1);
  }

  private static void equality(MethodNode method, String owner, List<Handle> fields) {
    Label differ = new Label();
    Label compare = new Label();
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitJumpInsn(Opcodes.IF_ACMPNE, compare);
    method.visitInsn(Opcodes.ICONST_1);
    method.visitInsn(Opcodes.IRETURN);
    method.visitLabel(compare);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitTypeInsn(Opcodes.INSTANCEOF, owner);
    method.visitJumpInsn(Opcodes.IFEQ, differ);
    method.visitVarInsn(Opcodes.ALOAD, 1);
    method.visitTypeInsn(Opcodes.CHECKCAST, owner);
    method.visitVarInsn(Opcodes.ASTORE, 2);
    for (Handle field : fields) {
      read(method, 0, owner, field);
      read(method, 2, owner, field);
      unlessEqual(method, Type.getType(field.getDesc()), differ);
    }
    method.visitInsn(Opcodes.ICONST_1);
    method.visitInsn(Opcodes.IRETURN);
    method.visitLabel(differ);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.visitInsn(Opcodes.ICONST_0);
    method.visitInsn(Opcodes.IRETURN);
    method.visitMaxs(4, 3);
  }

  private static void unlessEqual(MethodNode method, Type type, Label differ) {
    switch (type.getSort()) {
      case Type.FLOAT, Type.DOUBLE -> {
        String letter = type.getDescriptor();
        call(method, Boxes.of(type), "compare", "(" + letter + letter + ")I");
        method.visitJumpInsn(Opcodes.IFNE, differ);
      }
      case Type.LONG -> {
        method.visitInsn(Opcodes.LCMP);
        method.visitJumpInsn(Opcodes.IFNE, differ);
      }
      case Type.ARRAY, Type.OBJECT -> {
        call(method, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
        method.visitJumpInsn(Opcodes.IFEQ, differ);
      }
      default -> method.visitJumpInsn(Opcodes.IF_ICMPNE, differ);
    }
  }

  private static void read(MethodNode method, int local, String owner, Handle field) {
    method.visitVarInsn(Opcodes.ALOAD, local);
    method.visitFieldInsn(Opcodes.GETFIELD, owner, field.getName(), field.getDesc());
  }

  private static void call(MethodNode method, String owner, String name, String descriptor) {
    method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }
}
