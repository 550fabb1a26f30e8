package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtTypeReference;

/**
 * The classes of the objects that a caller may pass to a method, as far as their source is known.
 */
final class GivenObjects {
  private final Shapes shapes;
  private final Sources sources;
  private final Map<String, ClassShape> found = new LinkedHashMap<>();
  private final Set<Type.Array> arrays = new LinkedHashSet<>();

  GivenObjects(Shapes shapes, Sources sources) {
    this.shapes = shapes;
    this.sources = sources;
  }

  /** The classes of all objects that can be reached from the parameters and the receiver. */
  List<ClassShape> of(CtMethod<?> method) {
    if (!method.isStatic()) {
      add(method.getDeclaringType().getReference());
    }
    for (CtParameter<?> parameter : method.getParameters()) {
      add(parameter.getType());
    }
    return List.copyOf(found.values());
  }

  /** The same with what can be reached from the result, and arrays of references. */
  Handed withResult(CtMethod<?> method) {
    add(method.getType());
    return new Handed(List.copyOf(found.keySet()), List.copyOf(arrays));
  }

  private void add(CtTypeReference<?> reference) {
    if (reference instanceof CtArrayTypeReference<?> array) {
      Type type = Types.of(array);
      if (type instanceof Type.Array t && t.element().isReference()) {
        arrays.add(t);
      }
      add(array.getComponentType());
      return;
    }
    reference.getActualTypeArguments().forEach(this::add);
    Optional<ClassShape> shape = shapes.of(reference);
    if (shape.isEmpty() || found.containsKey(shape.get().name())) {
      return;
    }
    found.put(shape.get().name(), shape.get());
    if (Models.isCollection(shape.get().name())) {
      // Its objects are made by a model of what a caller hands over.
      return;
    }
    shapes.declaration(shape.get().name()).ifPresent(this::members);
    for (CtType<?> each : List.copyOf(sources.types())) {
      if (LocalClasses.isInCode(each)) {
        continue;
      }
      Optional<ClassShape> sub = shapes.of(each.getReference());
      if (sub.isPresent() && shapes.isSubtype(sub.get().name(), shape.get().name())) {
        add(each.getReference());
      }
    }
  }

  private void members(CtType<?> type) {
    List<CtTypeReference<?>> held = new ArrayList<>();
    for (CtField<?> field : type.getFields()) {
      if (!field.isStatic()) {
        held.add(field.getType());
      }
    }
    if (type.getSuperclass() != null) {
      held.add(type.getSuperclass());
    }
    if (Shapes.isInner(type)) {
      held.add(type.getDeclaringType().getReference());
    }
    held.forEach(this::add);
  }
}
