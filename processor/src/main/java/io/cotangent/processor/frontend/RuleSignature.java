package io.cotangent.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** What a rule of a method looks like. */
final class RuleSignature {
  private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

  private final Types types;
  private final ExecutableElement target;

  RuleSignature(Types types, ExecutableElement target) {
    this.types = types;
    this.target = target;
  }

  /** Whether values of this type carry a derivative: floating, boxed, or arrays of numbers. */
  static boolean carries(TypeMirror type) {
    TypeMirror leaf = type;
    while (leaf instanceof ArrayType array) {
      leaf = array.getComponentType();
    }
    return leaf.getKind() == TypeKind.DOUBLE
        || leaf.getKind() == TypeKind.FLOAT
        || (type == leaf && BOXES.contains(type.toString()));
  }

  /** The receiver of an instance method, then the parameters. */
  List<TypeMirror> parameters() {
    List<TypeMirror> all = new ArrayList<>();
    if (!target.getModifiers().contains(Modifier.STATIC)) {
      all.add(types.erasure(ElementTypes.owner(target).asType()));
    }
    target.getParameters().forEach(p -> all.add(types.erasure(p.asType())));
    return all;
  }

  /** Indices of the parameters that carry a derivative. */
  List<Integer> carrying() {
    List<TypeMirror> params = parameters();
    List<Integer> carrying = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (carries(params.get(i))) {
        carrying.add(i);
      }
    }
    return carrying;
  }

  /** Whether the method can have a rule at all. */
  boolean isDifferentiable() {
    return carries(target.getReturnType()) && !carrying().isEmpty();
  }

  private List<TypeMirror> expected(boolean jvp) {
    List<TypeMirror> expected = parameters();
    if (jvp) {
      carrying().forEach(i -> expected.add(parameters().get(i)));
    } else {
      expected.add(target.getReturnType());
    }
    return expected;
  }

  /** Whether the method is a rule of this mode. */
  boolean fits(ExecutableElement rule, boolean jvp) {
    return isDifferentiable()
        && same(rule.getParameters().stream().map(p -> p.asType()).toList(), expected(jvp))
        && (jvp
            ? same(rule.getReturnType(), target.getReturnType())
            : isGradient(rule.getReturnType()));
  }

  private boolean isGradient(TypeMirror type) {
    List<TypeMirror> wanted = carrying().stream().map(parameters()::get).toList();
    return wanted.size() == 1
        ? same(type, wanted.get(0))
        : components(type).filter(given -> same(given, wanted)).isPresent();
  }

  /** The types of a record's components. */
  static Optional<List<TypeMirror>> components(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement record
            && record.getKind() == ElementKind.RECORD
        ? Optional.of(
            ElementFilter.recordComponentsIn(record.getEnclosedElements()).stream()
                .map(c -> c.asType())
                .toList())
        : Optional.empty();
  }

  private boolean same(List<? extends TypeMirror> left, List<TypeMirror> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = same(left.get(i), right.get(i));
    }
    return same;
  }

  private boolean same(TypeMirror left, TypeMirror right) {
    return types.isSameType(types.erasure(left), types.erasure(right));
  }

  /** The rule's declaration as it should be. */
  String text(String name, boolean jvp) {
    List<String> names = new ArrayList<>();
    if (!target.getModifiers().contains(Modifier.STATIC)) {
      names.add("self");
    }
    target.getParameters().forEach(p -> names.add(p.getSimpleName().toString()));
    List<String> all = new ArrayList<>(names);
    if (jvp) {
      carrying().forEach(i -> all.add(names.get(i) + "Dot"));
    } else {
      all.add("resultBar");
    }
    List<TypeMirror> expected = expected(jvp);
    List<String> params = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      params.add(simple(expected.get(i)) + " " + all.get(i));
    }
    return "static " + result(jvp) + " " + name + "(" + String.join(", ", params) + ")";
  }

  private String result(boolean jvp) {
    List<Integer> carrying = carrying();
    if (jvp) {
      return simple(target.getReturnType());
    } else if (carrying.size() == 1) {
      return simple(parameters().get(carrying.get(0)));
    }
    return "Gradient";
  }

  /** The record that a rule of several parameters returns; empty where it needs none. */
  String record() {
    List<Integer> carrying = carrying();
    List<TypeMirror> params = parameters();
    int offset = params.size() - target.getParameters().size();
    return carrying.size() < 2
        ? ""
        : carrying.stream()
            .map(i -> simple(params.get(i)) + " " + target.getParameters().get(i - offset))
            .collect(Collectors.joining(", ", ", with 'record Gradient(", ")'"));
  }

  private static String simple(TypeMirror type) {
    String text = type.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }
}
