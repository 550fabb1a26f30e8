package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The names and types that all parts of a generated class with a solution agree on. */
final class SolutionLayout {
  private static final String IMPLICIT = "io.cotangent.implicit";

  final SolutionClass plan;
  final ClassName type;
  final TypeName stateType;
  final ClassName problemType;
  final List<String> params = new ArrayList<>();

  /** Per parameter the name of its tangent. */
  final List<String> dots = new ArrayList<>();

  /** Per parameter of {@code θ} its component in the gradient record. */
  final List<String> components = new ArrayList<>();

  private final List<TypeName> exceptions = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** Names of locals and further parameters, free of the method's. */
  final String problem;

  final String point;
  final String cotangent;
  final String flat;

  SolutionLayout(SolutionClass plan) {
    this.plan = plan;
    type = ClassName.get(plan.packageName(), plan.simpleName());
    stateType = typeOf(plan.unknown());
    problemType =
        implicit(
            switch (plan.kind()) {
              case FIXED_POINT -> "FixedPointProblem";
              case ROOT -> plan.squares().isPresent() ? "LeastSquaresRoot" : "RootProblem";
              case ARGMIN -> plan.step().isPresent() ? "ProximalProblem" : "ArgminProblem";
            });
    Names names = new Names(Set.of("Trees", "SETTINGS"), Set.of());
    plan.params().forEach(param -> params.add(names.claim(param.name())));
    params.forEach(name -> dots.add(names.claim(name + "Dot")));
    cotangent = names.fresh("cotangent");
    problem = names.fresh("problem");
    point = names.fresh("point");
    flat = names.fresh("flat");
    taken.addAll(params);
    taken.addAll(dots);
    taken.addAll(List.of(cotangent, problem, point, flat, "Trees", "SETTINGS"));
    Names accessors = RecordNames.components();
    plan.theta().forEach(index -> components.add(accessors.claim(params.get(index))));
    plan.exceptions().forEach(name -> exceptions.add(JavaTypes.className(name)));
  }

  static ClassName implicit(String name) {
    return ClassName.get(IMPLICIT, name);
  }

  static ClassName runtime(String name) {
    return ClassName.get("io.cotangent", name);
  }

  /** Names for further locals. */
  Names locals() {
    return new Names(taken, Set.of());
  }

  TypeName typeOf(int index) {
    return JavaTypes.of(plan.params().get(index).type());
  }

  boolean isArray(int index) {
    return plan.params().get(index).type().isArray();
  }

  boolean hasDerivatives() {
    return !plan.theta().isEmpty();
  }

  /** The unknown's name. */
  String unknown() {
    return params.get(plan.unknown());
  }

  /** The type of the gradient. */
  TypeName gradientType() {
    return plan.theta().size() == 1 ? typeOf(plan.theta().get(0)) : type.nestedClass("Gradient");
  }

  /** A static method that takes the parameters. */
  MethodSpec.Builder method(String name, TypeName returns, Modifier visibility) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(visibility, Modifier.STATIC)
            .returns(returns)
            .addExceptions(exceptions);
    for (int i = 0; i < params.size(); i++) {
      method.addParameter(typeOf(i), params.get(i));
    }
    return method;
  }

  /** Adds the tangents of {@code θ}. */
  void addDots(MethodSpec.Builder method) {
    plan.theta().forEach(index -> method.addParameter(typeOf(index), dots.get(index)));
  }

  /** All parameters as arguments. */
  CodeBlock arguments() {
    return list(params);
  }

  /** These names as arguments. */
  static CodeBlock list(List<String> names) {
    return names.stream().map(name -> CodeBlock.of("$N", name)).collect(CodeBlock.joining(",$W"));
  }

  /** One array of all numbers in these variables. */
  CodeBlock flat(List<String> names) {
    boolean oneArray =
        names.size() == 1
            && java.util.stream.IntStream.range(0, params.size())
                .anyMatch(
                    i ->
                        isArray(i)
                            && (params.get(i).equals(names.get(0))
                                || dots.get(i).equals(names.get(0))));
    boolean state = names.equals(List.of(cotangent)) && isArray(plan.unknown());
    if (oneArray || state) {
      return CodeBlock.of("$T.flat($N)", RunTime.TREES, names.get(0));
    }
    return CodeBlock.of("$T.flatAll($L)", RunTime.TREES, list(names));
  }

  /** The names of {@code θ}, from this list of names per parameter. */
  List<String> theta(List<String> names) {
    return plan.theta().stream().map(names::get).toList();
  }

  /** The tangents' shapes are those of {@code θ}. */
  CodeBlock checkDots() {
    CodeBlock.Builder checks = CodeBlock.builder();
    for (int index : plan.theta()) {
      if (isArray(index)) {
        checks.add(check(dots.get(index), params.get(index)));
      }
    }
    return checks.build();
  }

  /** The cotangent's shape is that of the unknown. */
  CodeBlock checkCotangent() {
    return isArray(plan.unknown()) ? check(cotangent, unknown()) : CodeBlock.of("");
  }

  private static CodeBlock check(String given, String primal) {
    return CodeBlock.builder()
        .addStatement("$T.requireShape($S, $N, $N)", RunTime.TREES, given, primal, given)
        .build();
  }

  /** How many numbers there are in the parameters with these indices. */
  CodeBlock size(List<Integer> indices) {
    int scalars = 0;
    List<CodeBlock> terms = new ArrayList<>();
    for (int index : indices) {
      if (isArray(index)) {
        terms.add(CodeBlock.of("$T.size($N)", RunTime.TREES, params.get(index)));
      } else {
        scalars++;
      }
    }
    if (scalars > 0 || terms.isEmpty()) {
      terms.add(CodeBlock.of("$L", scalars));
    }
    return CodeBlock.join(terms, " + ");
  }

  /** How many constraints such a method gives. */
  CodeBlock count(Optional<SolutionClass.Constraint> constraint) {
    if (constraint.isEmpty() || !constraint.get().isArray()) {
      return CodeBlock.of("$L", constraint.isEmpty() ? 0 : 1);
    }
    CodeBlock target =
        constraint.get().isStatic()
            ? CodeBlock.of("$T", JavaTypes.className(plan.sourceClass()))
            : CodeBlock.of("$N", params.get(0));
    List<String> own = params.subList(plan.hasReceiver() ? 1 : 0, params.size());
    return CodeBlock.of("$L.$N($L).length", target, constraint.get().method(), list(own));
  }

  /** The unknown's value from the first numbers of a flat array. */
  CodeBlock shaped(CodeBlock numbers) {
    Type state = plan.params().get(plan.unknown()).type();
    if (state.isArray()) {
      return CodeBlock.of("$T.shaped($L, 0, $N)", RunTime.TREES, numbers, unknown());
    }
    return CodeBlock.of(state == Type.FLOAT ? "(float) $L[0]" : "$L[0]", numbers);
  }
}
