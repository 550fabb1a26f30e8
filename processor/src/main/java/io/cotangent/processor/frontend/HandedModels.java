package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.ClassShape;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;

/** The methods that make lists and maps which a caller hands over, and take apart what it gets. */
final class HandedModels {
  private final Shapes shapes;
  private final Consumer<CtExecutable<?>> lower;

  HandedModels(Shapes shapes, Consumer<CtExecutable<?>> lower) {
    this.shapes = shapes;
    this.lower = lower;
  }

  /**
   * Asks for all that a method needs.
   *
   * @param in the classes of what it may be given
   */
  void ask(Sources sources, CtMethod<?> method, List<ClassShape> in) {
    makers(in.stream().map(ClassShape::name).toList());
    takers(new GivenObjects(shapes, sources).withResult(method).classes());
  }

  private void makers(Collection<String> classes) {
    ask(classes, Handed.LISTS, List.of("list", "fixedList", "backedList"));
    ask(classes, Handed.MAPS, List.of("map", "sortedMap", "fixedMap"));
  }

  private void takers(Collection<String> classes) {
    ask(classes, Handed.LISTS, List.of("elements"));
    ask(classes, Handed.MAPS, List.of("keys", "values"));
  }

  private void ask(Collection<String> classes, Collection<String> wanted, List<String> methods) {
    classes.stream()
        .filter(wanted::contains)
        .findFirst()
        .flatMap(shapes::declaration)
        .ifPresent(
            declared -> {
              CtType<?> model = declared.getFactory().Type().get("java.util.GivenModel");
              for (String name : methods) {
                List<CtMethod<?>> found = model.getMethodsByName(name);
                found.forEach(lower);
              }
            });
  }
}
