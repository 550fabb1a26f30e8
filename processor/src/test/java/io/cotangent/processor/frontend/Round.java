package io.cotangent.processor.frontend;

import static java.util.stream.Collectors.toList;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.visitor.filter.TypeFilter;

/** What a test sees of a round: javac's environment, and the model of the types it named. */
public record Round(ProcessingEnvironment env, RoundEnvironment round, SpoonModel model) {

  public TypeElement type(String name) {
    return env.getElementUtils().getTypeElement(name);
  }

  /** javac's methods of that name, in the order of the source. */
  public List<ExecutableElement> methods(String type, String name) {
    return ElementFilter.methodsIn(type(type).getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .collect(toList());
  }

  public CtMethod<?> method(String type, String name) {
    return model.method(methods(type, name).get(0));
  }

  public <E extends CtElement> List<E> all(CtElement root, Class<E> kind) {
    return root.getElements(new TypeFilter<>(kind));
  }
}
