package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import spoon.reflect.reference.CtTypeReference;

/**
 * Functional interfaces of libraries whose objects are taken apart where the program makes them.
 */
final class LibraryInterfaces {
  /** Interfaces with one method whose objects the language and the JDK use. */
  private static final Set<String> OF_JAVA =
      Set.of(
          "java.lang.Comparable",
          "java.lang.Iterable",
          "java.lang.AutoCloseable",
          "java.io.Closeable");

  private final Shapes shapes;

  LibraryInterfaces(Shapes shapes) {
    this.shapes = shapes;
  }

  /** The shape of a functional interface of a library, and of those that it extends. */
  void add(CtTypeReference<?> type) {
    if (shapes.of(type).isPresent()) {
      return;
    }
    String name = Types.canonicalName(type.getTypeErasure());
    List<CtTypeReference<?>> extended =
        type.getTypeDeclaration() == null
            ? List.of()
            : List.copyOf(type.getTypeDeclaration().getSuperInterfaces());
    extended.forEach(this::add);
    shapes.add(
        new ClassShape(
            name,
            name,
            ClassShape.Kind.INTERFACE,
            true,
            true,
            Optional.empty(),
            extended.stream().map(each -> Types.canonicalName(each.getTypeErasure())).toList(),
            List.of()));
  }

  /** Gives the functional interfaces of libraries a shape that a class implements. */
  void implemented(ClassShape shape) {
    shapes.declaration(shape.name()).stream()
        .flatMap(type -> type.getSuperInterfaces().stream())
        .filter(each -> !OF_JAVA.contains(each.getQualifiedName()))
        .filter(
            each -> shapes.of(each).isEmpty() && FunctionalInterfaces.methodOf(each).isPresent())
        .forEach(this::add);
    shape.parent().map(shapes.all()::get).ifPresent(this::implemented);
  }
}
