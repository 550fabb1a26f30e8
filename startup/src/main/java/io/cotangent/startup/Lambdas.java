package io.cotangent.startup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The lambdas and method references of one class: one class for each interface that they have. */
final class Lambdas {

  private final Classes classes;
  private final ClassNode host;
  private final Map<String, LambdaClass> byInterface = new LinkedHashMap<>();

  Lambdas(Classes classes, ClassNode host) {
    this.classes = classes;
    this.host = host;
  }

  /** Makes an object of a class where {@code site} would be linked, if that can be done. */
  void link(MethodNode method, InvokeDynamicInsnNode site) {
    // The other factory makes what is serializable, or has more than one type.
    if (!site.bsm.getName().equals("metafactory")
        || !classes.reach(host, (Handle) site.bsmArgs[1])) {
      return;
    }
    Type made = Type.getReturnType(site.desc);
    Type erased = (Type) site.bsmArgs[0];
    LambdaClass target =
        byInterface.computeIfAbsent(
            made.getInternalName() + site.name + erased,
            key -> new LambdaClass(host, freeName(made), made, site.name, erased));
    int index = target.add(site);
    method.instructions.insertBefore(site, constant(index));
    method.instructions.set(
        site,
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, target.name(), LambdaClass.MAKER, target.maker(site), false));
    method.maxStack++;
  }

  void write() {
    byInterface.values().forEach(each -> classes.addBeside(host, each.name(), each.bytes()));
  }

  private String freeName(Type made) {
    String path = made.getInternalName();
    String simple = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('$')) + 1);
    String name = host.name + "$" + simple + "Lambdas";
    int number = 2;
    String free = name;
    while (isTaken(free)) {
      free = name + number++;
    }
    return free;
  }

  private boolean isTaken(String name) {
    return classes.has(name)
        || byInterface.values().stream().anyMatch(each -> each.name().equals(name));
  }

  private static AbstractInsnNode constant(int value) {
    if (value <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + value);
    }
    return new IntInsnNode(value <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH, value);
  }
}
