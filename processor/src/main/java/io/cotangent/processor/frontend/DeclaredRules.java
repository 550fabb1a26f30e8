package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The derivatives that {@code @DerivativeOf} declares, by the method that they are for. */
public final class DeclaredRules {
  /** The annotation that makes a method a rule. */
  public static final String ANNOTATION = "io.cotangent.DerivativeOf";

  private final Elements elements;
  private final Types types;
  private final Map<ExecutableElement, Rule> rules = new LinkedHashMap<>();
  private final Set<ExecutableElement> known = new HashSet<>();
  private final Set<TypeElement> scanned = new HashSet<>();
  private final Map<String, Set<String>> waiting = new HashMap<>();
  private final GeneratedRules generated;
  private final Function<ExecutableElement, List<Integer>> wrt;
  private final Function<TypeElement, Optional<Composed>> composed;
  private final List<Wrong> wrong = new ArrayList<>();

  /** No rules but those that stand beside their methods. */
  public DeclaredRules(Elements elements, Types types) {
    this(
        elements, types, method -> Optional.empty(), method -> List.of(), type -> Optional.empty());
  }

  /**
   * No rules but those that stand beside their methods, and those of generated classes.
   *
   * @param classes the class of derivatives of a method
   * @param wrt indices of the parameters that it differentiates by
   * @param composed the method that a class of this compilation is for
   */
  public DeclaredRules(
      Elements elements,
      Types types,
      Function<ExecutableElement, Optional<TypeElement>> classes,
      Function<ExecutableElement, List<Integer>> wrt,
      Function<TypeElement, Optional<Composed>> composed) {
    this.elements = elements;
    this.types = types;
    this.generated = new GeneratedRules(types, classes);
    this.wrt = wrt;
    this.composed = composed;
  }

  /**
   * The derivative of a method.
   *
   * @param params indices of the parameters that carry a derivative, the receiver counted
   * @param external whether the rule is called and never read
   */
  public record Rule(
      ExecutableElement target,
      List<Integer> params,
      Optional<ExecutableElement> jvp,
      Optional<ExecutableElement> vjp,
      boolean external) {}

  /** A method that is annotated as a rule and is none. */
  public record Wrong(ExecutableElement rule, ProblemKind kind, List<String> args) {}

  /** Takes the rules among the methods of these classes. */
  public void addAll(Collection<TypeElement> holders) {
    for (TypeElement holder : holders) {
      if (scanned.add(holder)) {
        ElementFilter.methodsIn(holder.getEnclosedElements()).forEach(this::add);
      }
    }
  }

  /**
   * Takes the rules of a class once one of its targets' rule is asked for, so that no compilation
   * reads the classes of rules that it doesn't use.
   *
   * @param holder the class's canonical name
   * @param targets the canonical names of the classes whose methods its rules are for
   */
  public void addLater(String holder, Collection<String> targets) {
    targets.forEach(t -> waiting.computeIfAbsent(t, key -> new LinkedHashSet<>()).add(holder));
  }

  /** The canonical names of the classes whose methods a class has rules for. */
  public Set<String> targets(TypeElement holder) {
    Set<String> targets = new TreeSet<>();
    for (Rule rule : rules.values()) {
      for (Optional<ExecutableElement> half : List.of(rule.jvp(), rule.vjp())) {
        if (half.isPresent() && holder.equals(half.get().getEnclosingElement())) {
          targets.add(ElementTypes.owner(rule.target()).getQualifiedName().toString());
        }
      }
    }
    return targets;
  }

  /** What is wrong with the rules so far. */
  public List<Wrong> wrong() {
    return List.copyOf(wrong);
  }

  /** The rule of a method; one that stands in the method's own class needs not be added. */
  Optional<Rule> of(ExecutableElement target) {
    if (target.getEnclosingElement() instanceof TypeElement owner) {
      readWaiting(owner.getQualifiedName().toString());
      addAll(List.of(owner));
    }
    return Optional.ofNullable(rules.get(target));
  }

  private void readWaiting(String target) {
    Set<String> holders = waiting.remove(target);
    if (holders != null) {
      addAll(holders.stream().map(elements::getTypeElement).filter(Objects::nonNull).toList());
    }
  }

  /** Whether some instance method of the class has a declared rule. */
  boolean areForObjects(String className) {
    readWaiting(className);
    return rules.keySet().stream()
        .filter(m -> !m.getModifiers().contains(Modifier.STATIC))
        .anyMatch(m -> ElementTypes.owner(m).getQualifiedName().contentEquals(className));
  }

  /** The rule that a generated class is for a method without source, or for its own gradient. */
  Optional<Rule> ofGenerated(ExecutableElement target, boolean hasSource) {
    Optional<Rule> gradient = generated.ofGradient(target);
    return gradient.isPresent() || hasSource
        ? gradient
        : generated.ofMethod(target, wrt.apply(target));
  }

  /** The method that a generated class of this compilation is for. */
  Optional<Composed> composed(TypeElement generated) {
    return composed.apply(generated);
  }

  private void add(ExecutableElement rule) {
    for (AnnotationMirror mirror : rule.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(ANNOTATION) && known.add(rule)) {
        add(rule, mirror);
      }
    }
  }

  private void add(ExecutableElement rule, AnnotationMirror mirror) {
    Map<String, Object> values = new LinkedHashMap<>();
    elements
        .getElementValuesWithDefaults(mirror)
        .forEach((key, value) -> values.put(key.getSimpleName().toString(), value.getValue()));
    if (!(values.get("type") instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type)) {
      return;
    }
    boolean jvp =
        !(values.get("mode") instanceof VariableElement mode
            && mode.getSimpleName().contentEquals("VJP"));
    String name = String.valueOf(values.get("method"));
    List<ExecutableElement> named =
        methods(type, name, values.get("parameters") instanceof List<?> l ? l : List.of());
    List<ExecutableElement> fitting =
        named.stream().filter(m -> new RuleSignature(types, m).fits(rule, jvp)).toList();
    boolean isStatic = rule.getModifiers().contains(Modifier.STATIC);
    if (named.isEmpty()) {
      wrong.add(new Wrong(rule, ProblemKind.RULE_TARGET, List.of(name, type.toString())));
    } else if (fitting.isEmpty() || !isStatic) {
      wrong.add(misfit(rule, (fitting.isEmpty() ? named : fitting).get(0), jvp));
    } else {
      put(fitting.get(0), rule, jvp);
    }
  }

  private Wrong misfit(ExecutableElement rule, ExecutableElement target, boolean jvp) {
    RuleSignature signature = new RuleSignature(types, target);
    if (!signature.isDifferentiable()) {
      return new Wrong(rule, ProblemKind.RULE_PASSIVE, List.of(target.toString()));
    }
    String text = signature.text(rule.getSimpleName().toString(), jvp);
    return new Wrong(
        rule,
        ProblemKind.RULE_SIGNATURE,
        List.of(mode(jvp), target.toString(), text, jvp ? "" : signature.record()));
  }

  private static String mode(boolean jvp) {
    return jvp ? "JVP" : "VJP";
  }

  private void put(ExecutableElement target, ExecutableElement rule, boolean jvp) {
    Rule old = rules.get(target);
    if (old != null && (jvp ? old.jvp() : old.vjp()).isPresent()) {
      wrong.add(new Wrong(rule, ProblemKind.RULE_TWICE, List.of(mode(jvp), target.toString())));
      return;
    }
    Optional<ExecutableElement> other =
        old == null ? Optional.empty() : jvp ? old.vjp() : old.jvp();
    List<Integer> params = new RuleSignature(types, target).carrying();
    Optional<ExecutableElement> own = Optional.of(rule);
    rules.put(target, new Rule(target, params, jvp ? own : other, jvp ? other : own, false));
  }

  private List<ExecutableElement> methods(TypeElement type, String name, List<?> parameters) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(m -> m.getSimpleName().contentEquals(name))
        .filter(m -> parameters.isEmpty() || has(m, parameters))
        .toList();
  }

  private boolean has(ExecutableElement method, List<?> parameters) {
    List<? extends VariableElement> params = method.getParameters();
    boolean same = params.size() == parameters.size();
    for (int i = 0; same && i < params.size(); i++) {
      Object wanted = ((AnnotationValue) parameters.get(i)).getValue();
      same =
          wanted instanceof TypeMirror type
              && types.isSameType(types.erasure(params.get(i).asType()), types.erasure(type));
    }
    return same;
  }
}
