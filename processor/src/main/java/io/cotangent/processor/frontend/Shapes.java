package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtAnnotationType;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtInterface;
import spoon.reflect.declaration.CtRecord;
import spoon.reflect.declaration.CtRecordComponent;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtTypeParameter;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/**
 * The classes whose objects are taken apart into fields: classes, records and interfaces whose
 * source, and that of what they extend, is in this compilation.
 */
final class Shapes {
  /** The field of an inner class's object that holds the object around it. */
  static final String OUTER = "outer";

  private static final List<String> ROOTS = List.of("java.lang.Object", "java.lang.Record");

  private final Sources sources;
  private final String packageName;
  private final Map<String, Optional<ClassShape>> known = new HashMap<>();
  private final Map<String, Map<String, CtVariable<?>>> captured = new HashMap<>();
  private int count;
  private final Map<String, CtType<?>> declarations = new LinkedHashMap<>();

  Shapes(Sources sources, String packageName) {
    this.sources = sources;
    this.packageName = packageName;
  }

  /** The shape of this class's objects; empty for a class without source, arrays and numbers. */
  Optional<ClassShape> of(@Nullable CtTypeReference<?> reference) {
    if (reference == null
        || reference.isPrimitive()
        || reference instanceof CtArrayTypeReference
        || (reference instanceof CtTypeParameterReference t && t.getDeclaration() == null)
        || reference.getQualifiedName().equals(CtTypeReference.NULL_TYPE_NAME)) {
      return Optional.empty();
    }
    if (!reference.getActualTypeArguments().isEmpty()) {
      sources.models().mention(reference);
    }
    CtTypeReference<?> erased = reference.getTypeErasure();
    String name = Types.canonicalName(erased);
    Optional<ClassShape> shape = known.get(name);
    if (shape == null) {
      known.put(name, Optional.empty());
      shape = sources.type(erased).flatMap(this::read);
      known.put(name, shape);
    }
    return shape;
  }

  /** Whether a reference of this type may lead to an object that is taken apart. */
  boolean mayHold(@Nullable CtTypeReference<?> reference) {
    if (reference instanceof CtArrayTypeReference<?> array) {
      return mayHold(array.getComponentType());
    }
    return reference != null
        && !reference.isPrimitive()
        && (reference instanceof CtTypeParameterReference
            || of(reference).isPresent()
            || (reference.isInterface() && FunctionalInterfaces.methodOf(reference).isPresent()));
  }

  /** A number that no other class without a name has. */
  int next() {
    return ++count;
  }

  /** Adds the shape of a class that no source declares. */
  void add(ClassShape shape) {
    known.put(shape.name(), Optional.of(shape));
  }

  /** All shapes so far, by name. */
  Map<String, ClassShape> all() {
    Map<String, ClassShape> all = new LinkedHashMap<>();
    known.values().forEach(shape -> shape.ifPresent(s -> all.put(s.name(), s)));
    return all;
  }

  /** The declaration of a class with a shape. */
  Optional<CtType<?>> declaration(String name) {
    return Optional.ofNullable(declarations.get(name));
  }

  /** Whether objects of the first class are objects of the second. */
  boolean isSubtype(String sub, String parent) {
    if (sub.equals(parent)) {
      return true;
    }
    ClassShape shape = known.getOrDefault(sub, Optional.empty()).orElse(null);
    return shape != null
        && (shape.parent().filter(p -> isSubtype(p, parent)).isPresent()
            || shape.interfaces().stream().anyMatch(i -> isSubtype(i, parent)));
  }

  private Optional<ClassShape> read(CtType<?> type) {
    if (type instanceof CtEnum
        || type instanceof CtAnnotationType
        || type instanceof CtTypeParameter
        || ModelLimits.extendsCollection(type)) {
      return Optional.empty();
    }
    CtTypeReference<?> parent = type.getSuperclass();
    boolean top = parent == null || ROOTS.contains(parent.getQualifiedName());
    Optional<ClassShape> parentShape = top ? Optional.empty() : of(parent);
    if (!top && parentShape.isEmpty()) {
      return Optional.empty();
    }
    List<String> interfaces = new ArrayList<>();
    type.getSuperInterfaces()
        .forEach(
            each ->
                of(each)
                    .ifPresentOrElse(
                        s -> interfaces.add(s.name()),
                        () -> interfaces.add(Types.canonicalName(each.getTypeErasure()))));
    String name = Types.canonicalName(type.getReference());
    declarations.put(name, type);
    return Optional.of(
        new ClassShape(
            name,
            type.isAnonymous() ? Types.canonicalName(unnamed(type)) + type.getSimpleName() : name,
            kind(type),
            isVisible(type) && !Models.isModelled(type.getTopLevelType().getQualifiedName()),
            type.isAbstract() || type.isInterface(),
            parentShape.map(ClassShape::name),
            interfaces,
            fields(type)));
  }

  private boolean isVisible(CtType<?> type) {
    return !LocalClasses.isInCode(type) && sources.accessible(type.getReference(), packageName);
  }

  /** What a class without a name extends or implements. */
  private static CtTypeReference<?> unnamed(CtType<?> type) {
    return type.getSuperclass() != null
        ? type.getSuperclass()
        : type.getSuperInterfaces().stream().findFirst().orElse(type.getReference());
  }

  /** The variables of the method around a class that its objects hold, by the field's name. */
  Map<String, CtVariable<?>> captured(CtType<?> type) {
    return LocalClasses.isInCode(type) && !type.isStatic() && !type.isInterface()
        ? captured.computeIfAbsent(Types.canonicalName(type.getReference()), name -> held(type))
        : Map.of();
  }

  private Map<String, CtVariable<?>> held(CtType<?> type) {
    Map<String, CtVariable<?>> fields = new LinkedHashMap<>();
    Captures.variables(sources, type)
        .forEach(
            (name, variable) ->
                fields.put(type.getField(name) == null ? name : name + "Around", variable));
    return fields;
  }

  private static ClassShape.Kind kind(CtType<?> type) {
    if (type instanceof CtInterface) {
      return ClassShape.Kind.INTERFACE;
    }
    return type instanceof CtRecord ? ClassShape.Kind.RECORD : ClassShape.Kind.CLASS;
  }

  private List<ClassShape.Field> fields(CtType<?> type) {
    List<ClassShape.Field> fields = new ArrayList<>();
    if (isInner(type)) {
      Type outer = Types.of(type.getDeclaringType().getReference());
      fields.add(new ClassShape.Field(OUTER, outer, false));
    }
    captured(type)
        .forEach(
            (name, variable) ->
                fields.add(new ClassShape.Field(name, Types.of(variable.getType()), false)));
    boolean visible = isVisible(type);
    if (type instanceof CtRecord record) {
      // In the order of the constructor's parameters, which the fields need not have.
      for (CtRecordComponent each : ordered(record)) {
        fields.add(new ClassShape.Field(each.getSimpleName(), Types.of(each.getType()), visible));
      }
      return fields;
    }
    for (CtField<?> field : type.getFields()) {
      if (!field.isStatic()) {
        String name = fieldName(type, field.getSimpleName());
        boolean accessible =
            name.equals(field.getSimpleName())
                && sources.accessible(field.getReference(), packageName);
        fields.add(new ClassShape.Field(name, Types.of(field.getType()), accessible));
      }
    }
    return fields;
  }

  /** The type of a field as its class declares it. */
  Optional<Type> fieldType(String owner, String name) {
    return known
        .getOrDefault(owner, Optional.empty())
        .flatMap(
            shape ->
                shape.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .map(ClassShape.Field::type)
                    .findFirst()
                    .or(() -> shape.parent().flatMap(parent -> fieldType(parent, name))));
  }

  /** The name that a field has here: no other of the object has it, as one may in Java. */
  String fieldName(CtType<?> type, String name) {
    boolean taken = name.equals(OUTER) && isInner(type);
    CtType<?> parent = parent(type);
    while (!taken && parent != null) {
      CtField<?> other = parent.getField(name);
      taken = other != null && !other.isStatic();
      parent = parent(parent);
    }
    return taken ? name + "Of" + type.getSimpleName().replaceFirst("^[0-9]+", "") : name;
  }

  private @Nullable CtType<?> parent(CtType<?> type) {
    return type.getSuperclass() == null || type instanceof CtRecord
        ? null
        : of(type.getSuperclass()).flatMap(shape -> declaration(shape.name())).orElse(null);
  }

  private static List<CtRecordComponent> ordered(CtRecord record) {
    List<CtRecordComponent> components = new ArrayList<>(record.getRecordComponents());
    if (components.stream().allMatch(each -> each.getPosition().isValidPosition())) {
      components.sort(Comparator.comparingInt(each -> each.getPosition().getSourceStart()));
    }
    return components;
  }

  /** Whether the class's objects belong to an object of the class around it. */
  static boolean isInner(CtType<?> type) {
    if (type.isLocalType() || type.isAnonymous()) {
      return !type.isInterface()
          && !(type instanceof CtRecord)
          && !(type instanceof CtEnum)
          && !LocalClasses.isInStaticCode(type);
    }
    return type.getDeclaringType() != null
        && !type.isStatic()
        && !type.isInterface()
        && !(type instanceof CtRecord)
        && !(type instanceof CtEnum)
        && !type.getDeclaringType().isInterface();
  }

  /** The declarations of all classes with shapes. */
  Collection<CtType<?>> declarations() {
    return List.copyOf(declarations.values());
  }
}
