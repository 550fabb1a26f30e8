package io.cotangent.processor;

import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** A method's name from round to round: elements of one round are no use in another. */
record MethodKey(String owner, String signature) {

  static MethodKey of(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return new MethodKey(owner.getQualifiedName().toString(), method.toString());
  }

  /** The method as this round knows it. */
  Optional<ExecutableElement> find(ProcessingEnvironment env) {
    TypeElement type = env.getElementUtils().getTypeElement(owner);
    return type == null
        ? Optional.empty()
        : ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> method.toString().equals(signature))
            .findFirst();
  }
}
