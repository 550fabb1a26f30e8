package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.reflect.factory.Factory;
import spoon.reflect.reference.CtArrayTypeReference;
import spoon.reflect.reference.CtExecutableReference;
import spoon.reflect.reference.CtFieldReference;
import spoon.reflect.reference.CtTypeParameterReference;
import spoon.reflect.reference.CtTypeReference;

/**
 * The source of one round as Spoon elements, tied to javac's elements.
 *
 * <p>It holds the files of the annotated methods from the start and takes in further files of the
 * compilation when the source of a method in them is asked for. Every other type is known by its
 * header alone.
 */
public final class SpoonModel {

  private final ProcessingEnvironment env;
  private final SourceTexts texts;
  private final Positions positions;
  private final ElementsNameEnvironment names;
  private final Executables executables;
  private final Map<String, Factory> factories = new HashMap<>();
  private final Map<String, TypeElement> owners = new HashMap<>();

  private SpoonModel(ProcessingEnvironment env, Collection<TypeElement> types) {
    this.env = env;
    this.texts = new SourceTexts(env);
    this.positions = new Positions(texts);
    this.names =
        new ElementsNameEnvironment(
            env.getElementUtils(),
            types.stream()
                .map(type -> env.getElementUtils().getModuleOf(type))
                .filter(module -> module != null)
                .collect(Collectors.toSet()));
    this.executables = new Executables(env.getTypeUtils(), names);
  }

  /**
   * A model over the source files of {@code types}, built at once.
   *
   * @param annotatedTopLevelTypes types of this compilation; nested ones stand for their files too
   */
  public static SpoonModel of(
      ProcessingEnvironment env, Collection<TypeElement> annotatedTopLevelTypes) {
    SpoonModel model = new SpoonModel(env, annotatedTopLevelTypes);
    model.load(annotatedTopLevelTypes);
    return model;
  }

  private void load(Collection<TypeElement> types) {
    Map<String, SourceText> wanted = new LinkedHashMap<>();
    for (TypeElement type : types) {
      texts
          .of(type)
          .ifPresent(
              text -> {
                wanted.put(text.unit(), text);
                owners.putIfAbsent(text.path(), topLevel(type));
              });
    }
    types.stream()
        .map(type -> topLevel(type).getQualifiedName().toString())
        .flatMap(name -> Models.together(name).stream())
        .flatMap(name -> texts.library(name).stream())
        .forEach(text -> wanted.put(text.unit(), text));
    wanted.keySet().removeAll(factories.keySet());
    if (!wanted.isEmpty()) {
      wanted.values().forEach(text -> names.addNamesIn(text.text()));
      Factory factory = SpoonBuild.build(wanted.values(), names, env.getSourceVersion());
      wanted.keySet().forEach(unit -> factories.put(unit, factory));
    }
  }

  /**
   * Spoon's method for javac's.
   *
   * @throws IllegalArgumentException if its source is not in this compilation
   */
  public CtMethod<?> method(ExecutableElement method) {
    if (declaration(method).orElse(null) instanceof CtMethod<?> found) {
      return found;
    }
    throw new IllegalArgumentException("no source: " + method.getEnclosingElement() + "." + method);
  }

  /**
   * The declaration of a method or constructor, with its body, if its file is in the compilation.
   */
  public Optional<CtExecutable<?>> source(CtExecutableReference<?> reference) {
    CtTypeReference<?> owner = reference.getDeclaringType();
    return owner != null && isLocal(owner)
        ? Optional.ofNullable(reference.getDeclaration())
        : element(reference)
            .flatMap(this::declaration)
            .or(
                () ->
                    ModelMembers.isInModel(owner)
                        ? Optional.ofNullable(reference.getDeclaration())
                        : Optional.empty());
  }

  /** Spoon's executable for javac's, if its source is in this compilation. */
  public Optional<CtExecutable<?>> declaration(ExecutableElement executable) {
    if (!(executable.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    String name = executable.getSimpleName().toString();
    return type(owner)
        .flatMap(
            type ->
                ModelMembers.of(type).stream()
                    .filter(member -> member instanceof CtExecutable<?>)
                    .map(member -> (CtExecutable<?>) member)
                    .filter(member -> member.getSimpleName().equals(name))
                    .filter(member -> executables.matches(executable, parameterTypes(member)))
                    .<CtExecutable<?>>map(member -> member)
                    .findFirst());
  }

  /** All types of the files that were read so far, nested ones included. */
  public Collection<CtType<?>> types() {
    return SpoonBuild.types(factories.values());
  }

  /** The declaration of a type, if its source is in this compilation. */
  public Optional<CtType<?>> type(CtTypeReference<?> reference) {
    return isLocal(reference)
        ? Optional.ofNullable(reference.getTypeDeclaration())
        : element(reference).flatMap(this::type);
  }

  /** Spoon's type for javac's, if its source is in this compilation. */
  public Optional<CtType<?>> type(TypeElement type) {
    SourceText text = texts.of(type).orElse(null);
    if (text == null) {
      return Optional.empty();
    }
    load(List.of(type));
    Factory factory = factories.get(text.unit());
    return factory == null
        ? Optional.empty()
        : Optional.ofNullable(factory.Type().get(names.internalName(type).replace('/', '.')));
  }

  /**
   * Whether the executable really exists: Spoon guesses where it does not know.
   *
   * <p>A generated class of the same round does not exist yet.
   */
  public boolean resolved(CtExecutableReference<?> reference) {
    CtTypeReference<?> owner = reference.getDeclaringType();
    if (owner instanceof CtArrayTypeReference<?> array) {
      return resolved(array);
    }
    return ModelMembers.argumentsFit(reference, this)
        && (element(reference).isPresent()
            || (owner != null && isLocal(owner))
            || (ModelMembers.isInModel(owner) && reference.getDeclaration() != null));
  }

  /** Whether the type really exists; types of arrays and type parameters included. */
  public boolean resolved(@Nullable CtTypeReference<?> reference) {
    if (reference == null) {
      return false;
    }
    if (reference instanceof CtArrayTypeReference<?> array) {
      return resolved(array.getComponentType());
    }
    return reference.isPrimitive()
        || reference instanceof CtTypeParameterReference
        || reference.getQualifiedName().equals(CtTypeReference.NULL_TYPE_NAME)
        || reference.getDeclaration() != null
        || element(reference).isPresent();
  }

  /** javac's executable for Spoon's reference, found in the declaring type or its supertypes. */
  public Optional<ExecutableElement> element(CtExecutableReference<?> reference) {
    CtTypeReference<?> owner = reference.getDeclaringType();
    return owner == null
        ? Optional.empty()
        : element(owner)
            .flatMap(
                type ->
                    executables.find(type, reference.getSimpleName(), reference.getParameters()));
  }

  /** javac's type of this name, dots between all its parts. */
  Optional<TypeElement> named(String canonicalName) {
    return Optional.ofNullable(env.getElementUtils().getTypeElement(canonicalName));
  }

  /** javac's type for Spoon's reference; none for primitive types, arrays and local classes. */
  public Optional<TypeElement> element(CtTypeReference<?> reference) {
    return names.type(reference.getQualifiedName().replace('.', '/'));
  }

  /** javac's field for Spoon's reference, found in the declaring type or its supertypes. */
  public Optional<VariableElement> element(CtFieldReference<?> reference) {
    CtTypeReference<?> owner = reference.getDeclaringType();
    return owner == null
        ? Optional.empty()
        : element(owner)
            .flatMap(
                type ->
                    ElementFilter.fieldsIn(env.getElementUtils().getAllMembers(type)).stream()
                        .filter(
                            field -> field.getSimpleName().contentEquals(reference.getSimpleName()))
                        .findFirst());
  }

  /** The value of a field that is a constant expression, of its own type, boxed. */
  public Optional<Object> constant(CtFieldReference<?> reference) {
    return element(reference)
        .filter(field -> field.getModifiers().contains(Modifier.FINAL))
        .map(VariableElement::getConstantValue);
  }

  /** Whether code in {@code packageName}, outside the field's own class, may name the field. */
  public boolean accessible(CtFieldReference<?> reference, String packageName) {
    return element(reference).filter(field -> accessible(field, packageName)).isPresent();
  }

  /** Whether code in {@code packageName}, outside the element's own class, may name it. */
  public boolean accessible(Element element, String packageName) {
    Elements elements = env.getElementUtils();
    boolean inPackage =
        elements.getPackageOf(element).getQualifiedName().contentEquals(packageName);
    Element each = element;
    while (each != null && each.getKind() != ElementKind.PACKAGE) {
      Set<Modifier> modifiers = each.getModifiers();
      if (modifiers.contains(Modifier.PRIVATE)
          || !(inPackage || modifiers.contains(Modifier.PUBLIC))) {
        return false;
      }
      each = each.getEnclosingElement();
    }
    return true;
  }

  /** Where the element stands in its file; where its parent does if it is implicit. */
  public Span span(CtElement element) {
    return positions.span(element);
  }

  /** Where the name of a declaration stands; {@link #span} of what has none. */
  public Span nameSpan(CtElement element) {
    return positions.nameSpan(element);
  }

  /** The line of source on which the element starts, stripped; empty if there is none. */
  public String sourceLine(CtElement element) {
    return positions.sourceLine(element);
  }

  /** The type of this compilation on which messages about {@code span} are hung. */
  public Optional<TypeElement> typeAt(Span span) {
    return Optional.ofNullable(owners.get(span.file()));
  }

  /** Whether javac's elements do not show the type because it stands in a method. */
  private boolean isLocal(CtTypeReference<?> type) {
    return type.getDeclaration() != null && element(type).isEmpty();
  }

  private static List<CtTypeReference<?>> parameterTypes(CtExecutable<?> executable) {
    return executable.getParameters().stream()
        .<CtTypeReference<?>>map(parameter -> parameter.getType())
        .toList();
  }

  private static TypeElement topLevel(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer ? topLevel(outer) : type;
  }
}
