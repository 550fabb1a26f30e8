package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** How a class with the solution of a method of objects takes them apart and puts them together. */
final class SolutionObjectCode {
  final SolutionObjects plan;
  final SolutionLayout numbers;
  final ClassName type;
  final List<String> params = new ArrayList<>();
  final List<String> dots = new ArrayList<>();
  final String cotangent;
  final String found;

  SolutionObjectCode(SolutionObjects plan) {
    this.plan = plan;
    numbers = new SolutionLayout(plan.numbers());
    type = ClassName.get(plan.numbers().packageName(), plan.simpleName());
    Names names = RecordNames.components();
    plan.params().forEach(param -> params.add(names.claim(param.name())));
    params.forEach(name -> dots.add(names.claim(name + "Dot")));
    cotangent = names.fresh("cotangent");
    found = names.fresh("found");
  }

  TypeName typeOf(int index) {
    ObjectClass.Parameter param = plan.params().get(index);
    return param.object().map(ObjectCode::type).orElseGet(() -> JavaTypes.of(param.type()));
  }

  TypeName stateType() {
    return typeOf(plan.unknown());
  }

  TypeName gradientType() {
    return plan.theta().size() == 1 ? typeOf(plan.theta().get(0)) : type.nestedClass("Gradient");
  }

  /** A public static method that takes the parameters. */
  MethodSpec.Builder method(String name, TypeName returns) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(returns);
    plan.numbers().exceptions().forEach(e -> method.addException(JavaTypes.className(e)));
    for (int i = 0; i < params.size(); i++) {
      method.addParameter(typeOf(i), params.get(i));
    }
    return method;
  }

  /** The parameters as arguments of the method of numbers. */
  List<CodeBlock> arguments() {
    List<CodeBlock> all = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      all.addAll(i == plan.unknown() ? List.of(state(params.get(i))) : parts(i, params.get(i)));
    }
    return all;
  }

  private List<CodeBlock> parts(int index, String name) {
    return parts(index, name, false);
  }

  /** The parts of a parameter, or of its tangent. */
  List<CodeBlock> parts(int index, String name, boolean numbersOnly) {
    CodeBlock code = CodeBlock.of("$N", name);
    return plan.params()
        .get(index)
        .object()
        .map(object -> ObjectCode.parts(object, ObjectCode.checked(object, code), numbersOnly))
        .orElse(List.of(code));
  }

  private boolean isPacked() {
    return plan.params().get(plan.unknown()).object().isPresent();
  }

  private boolean isRows() {
    return plan.numbers().params().get(plan.numbers().unknown()).type().rank() == 2;
  }

  /** A state as the method of numbers takes it. */
  private CodeBlock state(String name) {
    return isPacked() ? packed(parts(plan.unknown(), name, true)) : CodeBlock.of("$N", name);
  }

  /** The state's cotangent as the method of numbers takes it. */
  CodeBlock seed() {
    CodeBlock code = CodeBlock.of("$N", cotangent);
    return plan.params()
        .get(plan.unknown())
        .object()
        .map(object -> ObjectCode.cotangents(object, ObjectCode.checked(object, code)))
        .map(this::packed)
        .orElse(code);
  }

  private CodeBlock packed(List<CodeBlock> parts) {
    ObjectParts object = plan.params().get(plan.unknown()).object().orElseThrow();
    List<CodeBlock> entries = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean lone = isRows() && !object.leaves().get(i).isArray();
      entries.add(lone ? CodeBlock.of("{$L}", parts.get(i)) : parts.get(i));
    }
    return CodeBlock.of(
        isRows() ? "new double[][] {$L}" : "new double[] {$L}", CodeBlock.join(entries, ",$W"));
  }

  /** A state, put together from what the method of numbers gives under this name. */
  CodeBlock made(String name, String suffix) {
    if (!isPacked()) {
      return CodeBlock.of("$N$L", name, suffix);
    }
    ObjectParts object = plan.params().get(plan.unknown()).object().orElseThrow();
    List<Type> leaves = object.leaves();
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      boolean lone = isRows() && !leaves.get(i).isArray();
      CodeBlock value = CodeBlock.of(lone ? "$N$L[$L][0]" : "$N$L[$L]", name, suffix, i);
      values.add(leaves.get(i) == Type.FLOAT ? CodeBlock.of("(float) $L", value) : value);
    }
    return ObjectCode.made(
        object, values.iterator(), CodeBlock.of("$N", params.get(plan.unknown())));
  }

  /** The gradient, put together from that of the numbers under this name. */
  CodeBlock gradient(String name) {
    List<CodeBlock> parts = new ArrayList<>();
    if (plan.numbers().theta().size() == 1) {
      parts.add(CodeBlock.of("$N", name));
    } else {
      numbers.components.forEach(part -> parts.add(CodeBlock.of("$N.$N()", name, part)));
    }
    return ObjectCode.gradient(
        plan.theta(),
        i -> plan.params().get(i).object(),
        i -> CodeBlock.of("$N", params.get(i)),
        parts);
  }
}
