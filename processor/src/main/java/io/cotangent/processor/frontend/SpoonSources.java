package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtType;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtFieldReference;
import spoon.reflect.reference.CtTypeReference;

/** The compilation as the model of a round knows it. */
record SpoonSources(SpoonModel model, DeclaredRules rules, Models models) implements Sources {

  @Override
  public Optional<CtExecutable<?>> source(CtExecutableReference<?> reference) {
    // A class that this processor wrote is asked for derivatives, never read, but for its records.
    CtTypeReference<?> owner = reference.getDeclaringType();
    return owner != null
            && (isHidden(owner)
                || model
                    .element(owner)
                    .filter(type -> type.getKind() != ElementKind.RECORD)
                    .filter(GeneratedRules::isInGenerated)
                    .isPresent())
        ? Optional.empty()
        : model.source(reference);
  }

  @Override
  public Optional<CtType<?>> type(CtTypeReference<?> reference) {
    return isHidden(reference) ? Optional.empty() : model.type(reference);
  }

  /** Whether a class of the JDK is left as it is, although there is a model of it. */
  private boolean isHidden(CtTypeReference<?> type) {
    CtTypeReference<?> outer = type.getDeclaringType();
    return outer == null
        ? models.hides(type.getQualifiedName())
            || (Models.mayBeLeft(type.getQualifiedName())
                && rules.areForObjects(type.getQualifiedName()))
        : isHidden(outer);
  }

  @Override
  public Collection<CtType<?>> types() {
    return model.types();
  }

  @Override
  public Optional<Object> constant(CtFieldReference<?> field) {
    return model.constant(field);
  }

  @Override
  public boolean resolved(CtExecutableReference<?> reference) {
    return model.resolved(reference);
  }

  @Override
  public boolean accessible(CtFieldReference<?> field, String packageName) {
    return model.accessible(field, packageName);
  }

  @Override
  public boolean accessible(CtExecutableReference<?> executable, String packageName) {
    return model
        .element(executable)
        .map(element -> model.accessible(element, packageName))
        .orElse(false);
  }

  @Override
  public boolean isPublic(CtExecutableReference<?> executable) {
    return model
        .element(executable)
        .filter(element -> element.getModifiers().contains(Modifier.PUBLIC))
        .isPresent();
  }

  @Override
  public boolean accessible(CtTypeReference<?> type, String packageName) {
    return type instanceof CtArrayTypeReference<?> array
        ? accessible(array.getComponentType(), packageName)
        : model
            .element(type.getTypeErasure())
            .map(element -> model.accessible(element, packageName))
            .orElse(true);
  }

  @Override
  public boolean accessible(ExecutableElement executable, String packageName) {
    return model.accessible(executable, packageName);
  }

  @Override
  public Optional<CtExecutable<?>> declaration(ExecutableElement executable) {
    return model.declaration(executable).filter(declaration -> declaration.getBody() != null);
  }

  @Override
  public Optional<DeclaredRules.Rule> rule(CtExecutableReference<?> executable) {
    return model
        .element(executable)
        .flatMap(
            element ->
                rules
                    .of(element)
                    .or(() -> rules.ofGenerated(element, model.source(executable).isPresent())));
  }

  @Override
  public Optional<DeclaredRules.Rule> rule(ExecutableElement executable) {
    return rules.of(executable);
  }

  @Override
  public Optional<DeclaredRules.Rule> sibling(
      CtExecutableReference<?> executable, List<Type> types) {
    return model
        .element(executable)
        .flatMap(
            element ->
                ElementFilter.methodsIn(ElementTypes.owner(element).getEnclosedElements()).stream()
                    .filter(m -> m.getSimpleName().equals(element.getSimpleName()))
                    .filter(
                        m ->
                            m.getParameters().stream()
                                .map(p -> ElementTypes.of(p.asType()))
                                .toList()
                                .equals(types))
                    .findFirst())
        .flatMap(this::rule);
  }

  @Override
  public Optional<SolutionCall> solution(CtExecutableReference<?> executable) {
    return model.element(executable).flatMap(SolutionCall::of);
  }

  @Override
  public Optional<Composed> composed(CtExecutableReference<?> executable) {
    return model
        .element(executable)
        .filter(element -> element.getModifiers().contains(Modifier.STATIC))
        .flatMap(element -> rules.composed(ElementTypes.owner(element)));
  }

  @Override
  public boolean has(String owner, String name) {
    return model
        .named(owner)
        .filter(
            type ->
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .anyMatch(m -> m.getSimpleName().contentEquals(name)))
        .isPresent();
  }

  @Override
  public Span span(CtElement element) {
    return model.span(element);
  }

  @Override
  public String sourceLine(CtElement element) {
    return model.sourceLine(element);
  }
}
