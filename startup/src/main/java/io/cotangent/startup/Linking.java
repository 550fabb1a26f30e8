package io.cotangent.startup;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Writes out what {@code invokedynamic} would link: lambdas, concatenations, records' methods. */
final class Linking {

  private static final String FACTORIES = "java/lang/invoke/LambdaMetafactory";
  private static final String CONCATENATIONS = "java/lang/invoke/StringConcatFactory";
  private static final String RECORDS = "java/lang/runtime/ObjectMethods";

  private final Classes classes;

  Linking(Classes classes) {
    this.classes = classes;
  }

  void run() {
    classes.all().stream().filter(each -> each.version >= Opcodes.V11).forEach(this::link);
  }

  private void link(ClassNode host) {
    Lambdas lambdas = new Lambdas(classes, host);
    List<MethodNode> helpers = new ArrayList<>();
    for (MethodNode method : host.methods) {
      for (AbstractInsnNode each : method.instructions.toArray()) {
        if (each instanceof InvokeDynamicInsnNode site) {
          link(host, method, site, lambdas, helpers);
        }
      }
    }
    host.methods.addAll(helpers);
    lambdas.write();
  }

  private static void link(
      ClassNode host,
      MethodNode method,
      InvokeDynamicInsnNode site,
      Lambdas lambdas,
      List<MethodNode> helpers) {
    String factory = site.bsm.getOwner();
    if (factory.equals(FACTORIES)) {
      lambdas.link(method, site);
    } else if (factory.equals(CONCATENATIONS) && site.bsm.getName().endsWith("WithConstants")) {
      MethodNode helper = Concatenation.method(site, "concatenation$" + helpers.size());
      helpers.add(helper);
      boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
      method.instructions.set(
          site,
          new MethodInsnNode(
              Opcodes.INVOKESTATIC, host.name, helper.name, helper.desc, isInterface));
    } else if (factory.equals(RECORDS)) {
      RecordMethods.write(method, site);
    }
  }
}
