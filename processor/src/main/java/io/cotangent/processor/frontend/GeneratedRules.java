package io.cotangent.processor.frontend;

import io.cotangent.processor.frontend.DeclaredRules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The derivatives that generated classes give of methods and of themselves. */
final class GeneratedRules {
  private static final Set<String> NESTED = Set.of("Pullback", "Pushforward", "Workspace");

  private final Types types;
  private final Function<ExecutableElement, Optional<TypeElement>> classes;

  /**
   * Rules by generated classes.
   *
   * @param classes the class of derivatives of a method, where it exists
   */
  GeneratedRules(Types types, Function<ExecutableElement, Optional<TypeElement>> classes) {
    this.types = types;
    this.classes = classes;
  }

  /** The derivative of a generated class's {@code gradient}: its Hessian is symmetric. */
  Optional<Rule> ofGradient(ExecutableElement target) {
    if (!target.getSimpleName().contentEquals("gradient")
        || !(target.getEnclosingElement() instanceof TypeElement owner)
        || !isGenerated(owner)) {
      return Optional.empty();
    }
    List<TypeMirror> params = parameters(target);
    List<Integer> wrt = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (types.isSameType(params.get(i), target.getReturnType())) {
        wrt.add(i);
      }
    }
    if (wrt.size() != 1 || !RuleSignature.carries(target.getReturnType())) {
      return Optional.empty();
    }
    params.add(target.getReturnType());
    return method(owner, "hvp", params)
        .map(hvp -> new Rule(target, wrt, Optional.of(hvp), Optional.of(hvp), true));
  }

  /** Whether the class holds generated derivatives, or is nested in one that does. */
  static boolean isInGenerated(TypeElement type) {
    return isGenerated(type)
        || (type.getEnclosingElement() instanceof TypeElement outer && isInGenerated(outer));
  }

  private static boolean isGenerated(TypeElement type) {
    Set<String> nested =
        ElementFilter.typesIn(type.getEnclosedElements()).stream()
            .map(t -> t.getSimpleName().toString())
            .collect(Collectors.toSet());
    return nested.containsAll(NESTED);
  }

  /**
   * The derivative of an annotated method by its generated class.
   *
   * @param wrt indices of the parameters that the class differentiates by
   */
  Optional<Rule> ofMethod(ExecutableElement target, List<Integer> wrt) {
    Optional<TypeElement> owner = classes.apply(target).filter(GeneratedRules::isGenerated);
    if (owner.isEmpty() || wrt.isEmpty()) {
      return Optional.empty();
    }
    List<TypeMirror> params = new RuleSignature(types, target).parameters();
    List<TypeMirror> forward = new ArrayList<>(params);
    wrt.forEach(i -> forward.add(params.get(i)));
    List<TypeMirror> reverse = new ArrayList<>(params);
    reverse.add(target.getReturnType());
    Optional<ExecutableElement> jvp = method(owner.get(), "jvp", forward);
    Optional<ExecutableElement> vjp = method(owner.get(), "vjp", reverse);
    return jvp.isPresent() && vjp.isPresent()
        ? Optional.of(new Rule(target, wrt, jvp, vjp, true))
        : Optional.empty();
  }

  private List<TypeMirror> parameters(ExecutableElement method) {
    return new ArrayList<>(method.getParameters().stream().map(p -> p.asType()).toList());
  }

  private Optional<ExecutableElement> method(
      TypeElement owner, String name, List<TypeMirror> params) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(m -> m.getSimpleName().contentEquals(name))
        .filter(m -> m.getModifiers().contains(Modifier.STATIC))
        .filter(m -> same(parameters(m), params))
        .findFirst();
  }

  private boolean same(List<TypeMirror> left, List<TypeMirror> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = types.isSameType(types.erasure(left.get(i)), types.erasure(right.get(i)));
    }
    return same;
  }
}
