package io.cotangent.processor;

import io.cotangent.processor.diagnostics.JavacReporter;
import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.DeclaredRules;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Which classes hold rules, in this compilation and on its class path. Each compilation with public
 * rules leaves a class in one package that names them; that package's classes can be listed,
 * whatever jars they come from. A package may not be in two named modules, so that a module leaves
 * none.
 */
final class RuleIndex {
  private static final String PACKAGE = "io.cotangent.rules";
  private static final String ANNOTATION = "io.cotangent.runtime.RuleHolders";

  private final ProcessingEnvironment env;
  private final Companions companions;
  private final Set<String> own = new LinkedHashSet<>();

  RuleIndex(ProcessingEnvironment env, Companions companions) {
    this.env = env;
    this.companions = companions;
  }

  /** No rules but those beside their methods. */
  DeclaredRules none() {
    return new DeclaredRules(
        env.getElementUtils(),
        env.getTypeUtils(),
        method ->
            Requests.isAnnotated(method)
                ? Optional.ofNullable(
                    env.getElementUtils().getTypeElement(Requests.generatedClass(env, method)))
                : Optional.empty(),
        Requests::knownWrt,
        companions::of);
  }

  /**
   * All rules as a round sees them. What is wrong with the round's own is reported; they are listed
   * for other compilations.
   */
  DeclaredRules of(RoundEnvironment round) {
    List<TypeElement> holders = added(round);
    DeclaredRules rules = none();
    rules.addAll(types(own));
    PackageElement index = env.getElementUtils().getPackageElement(PACKAGE);
    if (index != null) {
      index.getEnclosedElements().forEach(entry -> named(entry).forEach(n -> add(n, rules)));
    }
    JavacReporter reporter = new JavacReporter(env, span -> Optional.empty());
    for (DeclaredRules.Wrong wrong : rules.wrong()) {
      if (holders.contains(wrong.rule().getEnclosingElement())) {
        reporter.report(new Problem(wrong.kind(), Span.NONE, wrong.args()), wrong.rule());
      }
    }
    try {
      write(holders, rules);
    } catch (IOException e) {
      String text = InternalErrors.text(e);
      reporter.report(Problem.of(ProblemKind.INTERNAL, Span.NONE, text), holders.get(0));
    }
    return rules;
  }

  /** An entry without targets is from before they were listed. */
  private void add(String entry, DeclaredRules rules) {
    List<String> names = List.of(entry.split(" "));
    if (names.size() == 1) {
      rules.addAll(types(names));
    } else {
      rules.addLater(names.get(0), names.subList(1, names.size()));
    }
  }

  /** The classes with rules that are new in the round. */
  private List<TypeElement> added(RoundEnvironment round) {
    List<TypeElement> holders = new ArrayList<>();
    TypeElement annotation = env.getElementUtils().getTypeElement(DeclaredRules.ANNOTATION);
    if (annotation != null) {
      for (Element rule : round.getElementsAnnotatedWith(annotation)) {
        if (rule.getEnclosingElement() instanceof TypeElement holder
            && own.add(holder.getQualifiedName().toString())) {
          holders.add(holder);
        }
      }
    }
    return holders;
  }

  private List<TypeElement> types(Collection<String> names) {
    List<TypeElement> types = new ArrayList<>();
    for (String name : names) {
      TypeElement type = env.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }

  private static List<String> named(Element entry) {
    List<String> names = new ArrayList<>();
    for (AnnotationMirror mirror : entry.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(ANNOTATION)) {
        mirror.getElementValues().values().stream()
            .map(AnnotationValue::getValue)
            .filter(List.class::isInstance)
            .forEach(
                list ->
                    ((List<?>) list)
                        .forEach(v -> names.add(String.valueOf(((AnnotationValue) v).getValue()))));
      }
    }
    return names;
  }

  /** Writes the class that names these holders. */
  private void write(List<TypeElement> holders, DeclaredRules rules) throws IOException {
    Set<String> names = new TreeSet<>();
    for (TypeElement holder : holders) {
      ModuleElement module = env.getElementUtils().getModuleOf(holder);
      if (isPublic(holder) && hasPublicRule(holder) && (module == null || module.isUnnamed())) {
        names.add(holder.getQualifiedName() + " " + String.join(" ", rules.targets(holder)));
      }
    }
    if (names.isEmpty()) {
      return;
    }
    String simple = "Rules" + Integer.toHexString(names.hashCode());
    String list = names.stream().map(n -> '"' + n + '"').collect(Collectors.joining(", "));
    String text =
        "package %s;%n%n@%s({%s})%nfinal class %s {}%n"
            .formatted(PACKAGE, ANNOTATION, list, simple);
    Element[] origins = holders.toArray(new Element[0]);
    try (Writer out =
        env.getFiler().createSourceFile(PACKAGE + "." + simple, origins).openWriter()) {
      out.write(text);
    }
  }

  private static boolean isPublic(Element type) {
    return !(type instanceof TypeElement)
        || (type.getModifiers().contains(Modifier.PUBLIC) && isPublic(type.getEnclosingElement()));
  }

  private static boolean hasPublicRule(TypeElement holder) {
    return holder.getEnclosedElements().stream()
        .filter(e -> e.getModifiers().contains(Modifier.PUBLIC))
        .flatMap(e -> e.getAnnotationMirrors().stream())
        .anyMatch(m -> m.getAnnotationType().toString().equals(DeclaredRules.ANNOTATION));
  }
}
