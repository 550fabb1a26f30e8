package io.cotangent.startup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The class of all of a class's lambdas that have one interface: an object holds a lambda's number
 * and what it captures, and the interface's method switches by the number.
 *
 * <p>What is captured lies in fields of its kind, {@code r0}, {@code r1}, … for references: lambdas
 * share them.
 */
final class LambdaClass {

  /** The static method that makes an object from what is captured and the lambda's number. */
  static final String MAKER = "of";

  private static final String NUMBER = "number";
  private static final Type OBJECT = Type.getObjectType("java/lang/Object");

  private final ClassNode host;
  private final String name;
  private final Type made;
  private final String method;
  private final Type erased;
  private final List<InvokeDynamicInsnNode> sites = new ArrayList<>();
  private final Set<String> makers = new LinkedHashSet<>();
  private final Set<String> fields = new LinkedHashSet<>();

  LambdaClass(ClassNode host, String name, Type made, String method, Type erased) {
    this.host = host;
    this.name = name;
    this.made = made;
    this.method = method;
    this.erased = erased;
  }

  String name() {
    return name;
  }

  /** Takes a call site in, and gives the number of its lambda. */
  int add(InvokeDynamicInsnNode site) {
    sites.add(site);
    makers.add(maker(site));
    return sites.size() - 1;
  }

  /** The descriptor of the method that makes the object of a call site. */
  String maker(InvokeDynamicInsnNode site) {
    Type[] captured = Type.getArgumentTypes(site.desc);
    Type[] parameters =
        Stream.concat(Arrays.stream(captured).map(LambdaClass::kind), Stream.of(Type.INT_TYPE))
            .toArray(Type[]::new);
    return Type.getMethodDescriptor(made, parameters);
  }

  private static Type kind(Type type) {
    return Boxes.isPrimitive(type) ? type : OBJECT;
  }

  byte[] bytes() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
    writer.visit(
        host.version,
        access,
        name,
        null,
        OBJECT.getInternalName(),
        new String[] {made.getInternalName()});
    writer.visitNestHost(Classes.nestOf(host));
    writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, NUMBER, "I", null, null);
    constructor(writer);
    makers.forEach(each -> maker(writer, each));
    dispatch(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void constructor(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(I)V", null, null);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT.getInternalName(), "<init>", "()V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, name, NUMBER, "I");
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
  }

  private void maker(ClassWriter writer, String descriptor) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, MAKER, descriptor, null, null);
    Type[] parameters = Type.getArgumentTypes(descriptor);
    int number = Arrays.stream(parameters).mapToInt(Type::getSize).sum() - 1;
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ILOAD, number);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "(I)V", false);
    List<String> slots = slots(Arrays.copyOf(parameters, parameters.length - 1));
    int local = 0;
    for (int i = 0; i < slots.size(); i++) {
      String type = parameters[i].getDescriptor();
      if (fields.add(slots.get(i))) {
        writer.visitField(Opcodes.ACC_PRIVATE, slots.get(i), type, null, null);
      }
      code.visitInsn(Opcodes.DUP);
      code.visitVarInsn(parameters[i].getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, slots.get(i), type);
      local += parameters[i].getSize();
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
  }

  /** The fields that hold what is captured, in its order. */
  private static List<String> slots(Type[] captured) {
    Map<String, Integer> used = new TreeMap<>();
    List<String> slots = new ArrayList<>();
    for (Type each : captured) {
      String letter = Boxes.isPrimitive(each) ? each.getDescriptor().toLowerCase(Locale.ROOT) : "r";
      slots.add(letter + (used.merge(letter, 1, Integer::sum) - 1));
    }
    return slots;
  }

  private void dispatch(ClassWriter writer) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
    Label[] labels = Stream.generate(Label::new).limit(sites.size()).toArray(Label[]::new);
    int last = labels.length - 1;
    if (last > 0) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, NUMBER, "I");
      code.visitTableSwitchInsn(0, last - 1, labels[last], Arrays.copyOf(labels, last));
    }
    for (int i = 0; i <= last; i++) {
      if (last > 0) {
        code.visitLabel(labels[i]);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      }
      body(code, sites.get(i));
    }
    code.visitMaxs(0, 0);
  }

  private void body(MethodVisitor code, InvokeDynamicInsnNode site) {
    Handle target = (Handle) site.bsmArgs[1];
    Call call = new Call(target);
    call.begin(code);
    Type[] captured = Type.getArgumentTypes(site.desc);
    List<String> slots = slots(captured);
    for (int i = 0; i < captured.length; i++) {
      Type kind = kind(captured[i]);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, slots.get(i), kind.getDescriptor());
      Boxes.convert(code, kind, captured[i], call.argument(i));
    }
    Type[] passed = erased.getArgumentTypes();
    Type[] known = ((Type) site.bsmArgs[2]).getArgumentTypes();
    int local = 1;
    for (int i = 0; i < passed.length; i++) {
      code.visitVarInsn(passed[i].getOpcode(Opcodes.ILOAD), local);
      local += passed[i].getSize();
      Boxes.convert(code, passed[i], known[i], call.argument(captured.length + i));
    }
    call.end(code, erased.getReturnType());
  }
}
