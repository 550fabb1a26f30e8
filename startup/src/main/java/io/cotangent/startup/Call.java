package io.cotangent.startup;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A call of the method or constructor that a handle names. */
final class Call {

  private final Handle target;
  private final boolean constructs;
  private final List<Type> arguments = new ArrayList<>();

  Call(Handle target) {
    this.target = target;
    this.constructs = target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (!constructs && target.getTag() != Opcodes.H_INVOKESTATIC) {
      arguments.add(Type.getObjectType(target.getOwner()));
    }
    arguments.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
  }

  /** The type of an argument; the receiver is the first. */
  Type argument(int index) {
    return arguments.get(index);
  }

  /** What comes before the arguments. */
  void begin(MethodVisitor code) {
    if (constructs) {
      code.visitTypeInsn(Opcodes.NEW, target.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
  }

  /** The call, and the return of its result as {@code result}. */
  void end(MethodVisitor code, Type result) {
    code.visitMethodInsn(
        opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    Type given =
        constructs ? Type.getObjectType(target.getOwner()) : Type.getReturnType(target.getDesc());
    if (result.getSort() != Type.VOID) {
      Boxes.convert(code, given, given, result);
    } else if (given.getSize() > 0) {
      code.visitInsn(given.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
  }

  private int opcode() {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      // A private method of a nest mate is called like any other.
      case Opcodes.H_INVOKESPECIAL ->
          target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
      default -> throw new IllegalStateException("no call: " + target);
    };
  }
}
