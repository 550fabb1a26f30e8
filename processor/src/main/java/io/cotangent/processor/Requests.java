package io.cotangent.processor;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Lifted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads annotations and checks what can be checked before the method's body is looked at. */
final class Requests {
  private final ProcessingEnvironment env;
  private final Map<String, Integer> names = new HashMap<>();

  Requests(ProcessingEnvironment env, List<ExecutableElement> methods) {
    this.env = env;
    for (ExecutableElement method : methods) {
      names.merge(packageOf(method) + "." + className(method), 1, Integer::sum);
    }
  }

  /** A request, or the reasons why there is none. */
  record Checked(Optional<Request> request, List<Problem> problems) {}

  /** Whether the method's derivatives are asked for. */
  static boolean isAnnotated(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(m -> m.getAnnotationType().toString().equals("io.cotangent.Differentiable"));
  }

  /** Whether the method's gradient is to be its complex derivative. */
  static boolean isHolomorphic(ExecutableElement method) {
    return Boolean.TRUE.equals(value(method, "holomorphic"));
  }

  private static boolean isComplex(ExecutableElement method, List<Integer> wrt, int offset) {
    return isComplex(method.getReturnType())
        && wrt.stream()
            .allMatch(
                i -> i >= offset && isComplex(method.getParameters().get(i - offset).asType()));
  }

  private static boolean isComplex(TypeMirror type) {
    return type.toString().equals("io.cotangent.Complex");
  }

  static TypeElement topLevel(ExecutableElement method) {
    Element element = method;
    while (!(element.getEnclosingElement() instanceof javax.lang.model.element.PackageElement)) {
      element = element.getEnclosingElement();
    }
    return (TypeElement) element;
  }

  Checked check(ExecutableElement method, Span name) {
    List<Problem> problems = new ArrayList<>();
    List<? extends VariableElement> params = method.getParameters();
    boolean receiver = !method.getModifiers().contains(Modifier.STATIC);
    if (names.getOrDefault(packageOf(method) + "." + className(method), 0) > 1) {
      problems.add(problem(ProblemKind.OVERLOADS, name, className(method)));
    }
    boolean isVoid = method.getReturnType().getKind() == TypeKind.VOID;
    if (!isVoid && !CarryingTypes.mayCarry(method.getReturnType())) {
      String type = method.getReturnType().toString();
      problems.add(problem(ProblemKind.PASSIVE_RESULT, name, type));
    }
    if (isVoid && Boolean.TRUE.equals(value(method, "inverse"))) {
      problems.add(
          problem(
              ProblemKind.ANNOTATION,
              name,
              "inverse = true on a method that returns nothing",
              "return what it computes"));
    }
    int order = value(method, "order") instanceof Integer n ? n : 1;
    if (order != 1 && order != 2) {
      problems.add(problem(ProblemKind.ANNOTATION, name, "order = " + order, "1 or 2 are"));
    }
    List<Integer> wrt = wrt(method, params, receiver ? 1 : 0, name, problems);
    if (isHolomorphic(method) && !isComplex(method, wrt, receiver ? 1 : 0)) {
      problems.add(
          problem(
              ProblemKind.ANNOTATION,
              name,
              "holomorphic = true without complex numbers only",
              "the result and the parameters in wrt have to be io.cotangent.Complex"));
    }
    if (!problems.isEmpty()) {
      return new Checked(Optional.empty(), problems);
    }
    return new Checked(Optional.of(request(method, receiver, wrt, order)), problems);
  }

  private List<Integer> wrt(
      ExecutableElement method,
      List<? extends VariableElement> params,
      int offset,
      Span name,
      List<Problem> problems) {
    List<String> wanted = strings(value(method, "wrt"));
    List<Integer> wrt = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      String param = params.get(i).getSimpleName().toString();
      TypeMirror type = params.get(i).asType();
      boolean named = wanted.contains(param);
      if (named ? CarryingTypes.mayCarry(type) : wanted.isEmpty() && CarryingTypes.carries(type)) {
        wrt.add(i + offset);
      } else if (named) {
        problems.add(problem(ProblemKind.PASSIVE_WRT, name, param, type.toString()));
      }
    }
    if (offset == 1 && wanted.contains("this")) {
      receiver(method, name, problems).ifPresent(self -> wrt.add(0, self));
    }
    List<String> known = params.stream().map(p -> p.getSimpleName().toString()).toList();
    wanted.stream()
        .filter(w -> !known.contains(w) && !(w.equals("this") && offset == 1))
        .forEach(w -> problems.add(unknown(w, known, name)));
    if (wrt.isEmpty() && problems.isEmpty()) {
      String text = method.getSimpleName().toString();
      problems.add(problem(ProblemKind.NOTHING_TO_DIFFERENTIATE, name, text));
    }
    return wrt;
  }

  private static Optional<Integer> receiver(
      ExecutableElement method, Span name, List<Problem> problems) {
    TypeMirror type = method.getEnclosingElement().asType();
    if (CarryingTypes.carries(type)) {
      return Optional.of(0);
    }
    problems.add(problem(ProblemKind.PASSIVE_WRT, name, "this", type.toString()));
    return Optional.empty();
  }

  private static Problem unknown(String wanted, List<String> known, Span name) {
    String list = known.isEmpty() ? "none" : String.join(", ", known);
    return problem(ProblemKind.UNKNOWN_WRT, name, wanted, list);
  }

  /** Whether the method and all classes around it are public. */
  static boolean isPublic(ExecutableElement method) {
    boolean isPublic = true;
    for (Element e = method;
        e instanceof ExecutableElement || e instanceof TypeElement;
        e = e.getEnclosingElement()) {
      isPublic &= e.getModifiers().contains(Modifier.PUBLIC) || isInInterface(e);
    }
    return isPublic;
  }

  private Request request(
      ExecutableElement method, boolean receiver, List<Integer> wrt, int order) {
    return new Request(
        packageOf(method),
        className(method),
        isPublic(method),
        ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
        method.getSimpleName().toString(),
        !method.getModifiers().contains(Modifier.PRIVATE),
        receiver,
        wrt,
        order,
        Boolean.TRUE.equals(value(method, "inverse")),
        method.getThrownTypes().stream().map(Object::toString).toList(),
        BatchRequests.wanted(method));
  }

  /** For the class of a lambda in a method, or in one that it calls. */
  static Request ofLambda(ProcessingEnvironment env, ExecutableElement method, Lifted lambda) {
    return new Request(
        env.getElementUtils().getPackageOf(method).getQualifiedName().toString(),
        lambda.simpleName(),
        false,
        ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
        method.getSimpleName().toString(),
        false,
        false,
        lambda.wrt(),
        lambda.order(),
        false,
        List.of(),
        List.of());
  }

  private static boolean isInInterface(Element e) {
    return e.getEnclosingElement() != null
        && e.getEnclosingElement().getKind().isInterface()
        && !e.getModifiers().contains(Modifier.PRIVATE);
  }

  /** The name of the package that an element lies in. */
  static String packageName(Element element) {
    Element at = element;
    while (!(at instanceof PackageElement)) {
      at = at.getEnclosingElement();
    }
    return ((PackageElement) at).getQualifiedName().toString();
  }

  private String packageOf(Element element) {
    return env.getElementUtils().getPackageOf(element).getQualifiedName().toString();
  }

  /** The full name of the class that is generated for a method. */
  static String generatedClass(ProcessingEnvironment env, ExecutableElement method) {
    String home = env.getElementUtils().getPackageOf(method).getQualifiedName().toString();
    return home.isEmpty() ? className(method) : home + "." + className(method);
  }

  /** Indices of the wrt parameters, the receiver counted; none if they can't be told by name. */
  static List<Integer> knownWrt(ExecutableElement method) {
    List<String> wanted = strings(value(method, "wrt"));
    int offset = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
    List<Integer> wrt = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement param = method.getParameters().get(i);
      String name = param.getSimpleName().toString();
      if (carries(param.asType()) && (wanted.isEmpty() || wanted.contains(name))) {
        wrt.add(i + offset);
      }
    }
    return wanted.isEmpty() || wrt.size() == wanted.size() ? wrt : List.of();
  }

  /** The simple name of the class that the method gets. */
  static String className(ExecutableElement method) {
    if (value(method, "name") instanceof String given && !given.isEmpty()) {
      return given;
    }
    return outerName(method) + "Derivatives";
  }

  /** The names of the method and of the classes around it, outermost first. */
  static String outerName(ExecutableElement method) {
    StringBuilder name = new StringBuilder(capitalised(method));
    for (Element e = method.getEnclosingElement();
        e instanceof TypeElement;
        e = e.getEnclosingElement()) {
      name.insert(0, capitalised(e));
    }
    return name.toString();
  }

  private static String capitalised(Element e) {
    String name = e.getSimpleName().toString();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static boolean carries(TypeMirror type) {
    TypeMirror leaf = type;
    while (leaf instanceof ArrayType array) {
      leaf = array.getComponentType();
    }
    return leaf.getKind() == TypeKind.DOUBLE || leaf.getKind() == TypeKind.FLOAT;
  }

  private static Object value(ExecutableElement method, String element) {
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals("io.cotangent.Differentiable")) {
        for (var entry : mirror.getElementValues().entrySet()) {
          if (entry.getKey().getSimpleName().contentEquals(element)) {
            return entry.getValue().getValue();
          }
        }
      }
    }
    return "";
  }

  private static List<String> strings(Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .map(v -> String.valueOf(((AnnotationValue) v).getValue()))
            .collect(Collectors.toList())
        : List.of();
  }

  private static Problem problem(ProblemKind kind, Span span, String... args) {
    return new Problem(kind, span, List.of(args));
  }
}
