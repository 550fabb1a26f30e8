package io.cotangent.processor;

import io.cotangent.processor.backend.GraphKind;
import io.cotangent.processor.frontend.Handed;
import io.cotangent.processor.frontend.LoweredProgram;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The classes and arrays of references that a method and its caller may hand each other, in the
 * order of their tags: subclasses before their superclasses.
 */
final class HandedKinds {
  /** The tag of the first, as the runtime's {@code Parts} has it. */
  static final int FIRST = 16;

  private final LoweredProgram lowered;
  private final List<ClassShape> classes = new ArrayList<>();
  private final List<Type.Array> arrays;
  private final List<ClassShape> abstracts = new ArrayList<>();

  HandedKinds(LoweredProgram lowered) {
    this.lowered = lowered;
    for (String name : lowered.handed().classes()) {
      ClassShape shape = shape(name);
      if (shape.isAccessible() && shape.kind() != ClassShape.Kind.FUNCTION) {
        boolean isMade = !shape.isAbstract() && shape.kind() != ClassShape.Kind.INTERFACE;
        (isMade ? classes : abstracts).add(shape);
      }
    }
    classes.sort(Comparator.comparingInt(this::depth).reversed());
    this.arrays = lowered.handed().arrays();
  }

  private ClassShape shape(String name) {
    return java.util.Objects.requireNonNull(lowered.shapes().get(name));
  }

  private int depth(ClassShape shape) {
    return shape.parent().map(parent -> 1 + depth(shape(parent))).orElse(0);
  }

  List<ClassShape> classes() {
    return classes;
  }

  List<Type.Array> arrays() {
    return arrays;
  }

  int tag(ClassShape shape) {
    return FIRST + classes.indexOf(shape);
  }

  int tag(Type.Array array) {
    return FIRST + classes.size() + arrays.indexOf(array);
  }

  /** The fields of an object, those of superclasses first. */
  List<ClassShape.Field> fields(ClassShape shape) {
    List<ClassShape.Field> fields = new ArrayList<>();
    shape.parent().ifPresent(parent -> fields.addAll(fields(shape(parent))));
    fields.addAll(shape.fields());
    return fields;
  }

  /** A class of the JDK's that is modelled, if the program has it. */
  Optional<Type.Struct> model(String name) {
    return lowered.shapes().values().stream()
        .filter(shape -> shape.source().equals(name))
        .map(ClassShape::type)
        .findFirst();
  }

  /** Whether lists are handed over. */
  boolean hasLists() {
    return has(Handed.LISTS);
  }

  /** Whether maps are handed over. */
  boolean hasMaps() {
    return has(Handed.MAPS);
  }

  private boolean has(java.util.Set<String> sources) {
    return lowered.handed().classes().stream()
        .anyMatch(name -> sources.contains(shape(name).source()));
  }

  /** Whether objects of this class, as the user knows it, can be handed over. */
  boolean isHandable(Type type) {
    String name = type.toString();
    return !name.startsWith("java.")
        || Handed.LISTS.contains(name)
        || Handed.MAPS.contains(name)
        || name.equals("java.lang.Double")
        || name.equals("java.lang.Float")
        || name.equals("java.lang.Object");
  }

  /** The fields of objects that are handed over whose own types can't be. */
  List<String> unhandable() {
    List<String> all = new ArrayList<>();
    for (ClassShape each : classes) {
      for (ClassShape.Field field : fields(each)) {
        Type type = source(field.type().leaf());
        if (field.type().leaf() instanceof Type.Struct && !isHandable(type)) {
          all.add(each.simpleName() + "." + field.name() + " of type " + type);
        }
      }
    }
    return all;
  }

  /** What the generated class tells the runtime. */
  List<GraphKind> told() {
    List<GraphKind> told = new ArrayList<>();
    for (ClassShape shape : classes) {
      List<String> names = fields(shape).stream().map(ClassShape.Field::name).toList();
      told.add(new GraphKind(new Type.Ref(shape.source()), names));
    }
    arrays.forEach(array -> told.add(new GraphKind(source(array), List.of())));
    abstracts.forEach(s -> told.add(new GraphKind(new Type.Ref(s.source()), List.of())));
    return told;
  }

  private Type source(Type type) {
    if (type instanceof Type.Array array) {
      return Type.arrayOf(source(array.element()));
    }
    return type instanceof Type.Struct struct ? new Type.Ref(shape(struct.name()).source()) : type;
  }
}
