package io.cotangent.startup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The classes of a jar, and what their code may reach. */
final class Classes {

  /** What every interface has without declaring it. */
  private static final Set<String> OBJECT =
      Set.of("toString()Ljava/lang/String;", "hashCode()I", "equals(Ljava/lang/Object;)Z");

  private final String foreign;
  private final Map<String, ClassNode> byName = new LinkedHashMap<>();
  private final Map<String, byte[]> made = new TreeMap<>();

  /**
   * No classes yet.
   *
   * @param foreign a part of the internal names of classes that nobody will debug
   */
  Classes(String foreign) {
    this.foreign = foreign;
  }

  /** Adds a class file; module descriptors are left alone. */
  void add(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    if ((reader.getAccess() & Opcodes.ACC_MODULE) == 0) {
      ClassNode node = new ClassNode();
      reader.accept(node, reader.getClassName().contains(foreign) ? ClassReader.SKIP_DEBUG : 0);
      byName.put(node.name, node);
    }
  }

  /** Adds a class that {@code host} needs and that may use what is private to it. */
  void addBeside(ClassNode host, String name, byte[] bytes) {
    ClassNode nest = Objects.requireNonNull(byName.get(nestOf(host)));
    if (nest.nestMembers == null) {
      nest.nestMembers = new ArrayList<>();
    }
    nest.nestMembers.add(name);
    made.put(name, bytes);
  }

  List<ClassNode> all() {
    return List.copyOf(byName.values());
  }

  boolean has(String name) {
    return byName.containsKey(name) || made.containsKey(name);
  }

  /** The class files by internal name, as they are now. */
  Map<String, byte[]> bytes() {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    byName.forEach(
        (name, node) -> {
          ClassWriter writer = new ClassWriter(0);
          node.accept(writer);
          bytes.put(name, writer.toByteArray());
        });
    bytes.putAll(made);
    return bytes;
  }

  /** The internal name of the class whose nest {@code node} is in. */
  static String nestOf(ClassNode node) {
    return node.nestHostClass == null ? node.name : node.nestHostClass;
  }

  /** Whether another class of {@code from}'s nest may call {@code method}; no if in doubt. */
  boolean reach(ClassNode from, Handle method) {
    return reachTypes(from, method) && reachMethod(from, method);
  }

  private boolean reachMethod(ClassNode from, Handle method) {
    ClassNode owner = byName.get(method.getOwner());
    if (owner == null) {
      return isPublicPlatform(method.getOwner());
    }
    boolean ownerSeen = (owner.access & Opcodes.ACC_PUBLIC) != 0 || samePackage(from, owner);
    ClassNode holder = holder(owner, method);
    if (holder == null) {
      return ownerSeen && OBJECT.contains(method.getName() + method.getDesc());
    }
    int access = access(holder, method);
    if ((access & Opcodes.ACC_PRIVATE) != 0) {
      return nestOf(from).equals(nestOf(holder));
    }
    return ownerSeen && ((access & Opcodes.ACC_PUBLIC) != 0 || samePackage(from, holder));
  }

  private boolean reachTypes(ClassNode from, Handle method) {
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(method.getDesc())));
    types.add(Type.getReturnType(method.getDesc()));
    for (Type type : types) {
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      ClassNode known =
          element.getSort() == Type.OBJECT ? byName.get(element.getInternalName()) : null;
      if (known != null && (known.access & Opcodes.ACC_PUBLIC) == 0 && !samePackage(from, known)) {
        return false;
      }
    }
    return true;
  }

  /** The class of the jar that declares the method: {@code type} or one above it. */
  private @Nullable ClassNode holder(@Nullable ClassNode type, Handle method) {
    if (type == null || access(type, method) >= 0) {
      return type;
    }
    return Stream.concat(Stream.of(type.superName), type.interfaces.stream())
        .map(above -> holder(byName.get(above), method))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static int access(ClassNode holder, Handle method) {
    for (MethodNode each : holder.methods) {
      if (each.name.equals(method.getName()) && each.desc.equals(method.getDesc())) {
        return each.access;
      }
    }
    return -1;
  }

  /** A method reference names no method of the platform's that is not public, but for arrays'. */
  private static boolean isPublicPlatform(String owner) {
    return owner.startsWith("java/")
        || owner.startsWith("javax/")
        || owner.startsWith("com/sun/source/");
  }

  private static boolean samePackage(ClassNode one, ClassNode other) {
    return packageOf(one.name).equals(packageOf(other.name));
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
