package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The names and types of a class whose methods take objects, and how these are taken apart. */
final class ObjectLayout {
  final ObjectClass plan;
  final Layout numbers;
  final ClassName nested;
  final ClassName type;

  /** The parameters' names, and those of their tangents. */
  final List<String> params = new ArrayList<>();

  final List<String> dots = new ArrayList<>();

  final ObjectGraph graph;

  ObjectLayout(ObjectClass plan) {
    this.plan = plan;
    this.numbers = new Layout(plan.numbers());
    this.nested = plan.numbers().className();
    this.type = ClassName.get(plan.numbers().packageName(), plan.simpleName());
    Names names = new Names(java.util.Set.of(), java.util.Set.of());
    plan.params().forEach(param -> params.add(names.claim(param.name())));
    params.forEach(name -> dots.add(names.claim(name + "Dot")));
    this.graph = new ObjectGraph(plan, params, names);
  }

  TypeName paramType(int index) {
    ObjectClass.Parameter param = plan.params().get(index);
    if (param.isHanded() && !plan.types().isEmpty()) {
      return DeclaredTypes.of(plan.types().get(index));
    }
    return param.object().map(ObjectCode::type).orElseGet(() -> JavaTypes.of(param.type()));
  }

  TypeName resultType() {
    if (graph.hasResult()) {
      return plan.types().isEmpty()
          ? JavaTypes.of(plan.graph().orElseThrow().resultType())
          : DeclaredTypes.of(plan.types().get(params.size()));
    }
    return plan.result().map(ObjectCode::type).orElse(numbers.resultType);
  }

  /** Whether there is a gradient: of a number, or the complex derivative. */
  boolean hasGradient() {
    return numbers.isScalar() || plan.holomorphic();
  }

  TypeName gradientType() {
    return plan.wrt().size() == 1 ? paramType(plan.wrt().get(0)) : type.nestedClass("Gradient");
  }

  /** A public static method that takes the parameters. */
  MethodSpec.Builder method(String name, TypeName returns) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(returns)
            .addExceptions(numbers.exceptions);
    addParams(method);
    return method;
  }

  void addParams(MethodSpec.Builder method) {
    for (int i = 0; i < params.size(); i++) {
      method.addParameter(paramType(i), params.get(i));
    }
  }

  void addDots(MethodSpec.Builder method) {
    plan.wrt().forEach(index -> method.addParameter(paramType(index), dots.get(index)));
  }

  /** Checks of the arguments before they are taken apart. */
  CodeBlock checks() {
    List<CodeBlock> objects = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (plan.params().get(i).object().filter(o -> !o.isRecord()).isPresent()) {
        objects.add(CodeBlock.of("$N", params.get(i)));
      }
    }
    CodeBlock.Builder out = CodeBlock.builder();
    if (plan.changes() && objects.size() > 1) {
      out.addStatement("$T.requireDistinct($L)", RunTime.INSTANCES, CodeBlock.join(objects, ", "));
    }
    return out.add(graph.taken(params)).build();
  }

  /** The arguments of a method of numbers. */
  CodeBlock args(CodeBlock... further) {
    return args(graph.made, further);
  }

  /** The same, where the result itself is not wanted. */
  CodeBlock argsWithoutResult() {
    return args("null");
  }

  private CodeBlock args(String made, CodeBlock... further) {
    List<CodeBlock> args = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      args.addAll(graph.has(i) ? graph.args(i) : parts(i, params.get(i), false));
    }
    if (graph.hasResult()) {
      args.add(CodeBlock.of("$L", made));
    }
    args.addAll(List.of(further));
    args.removeIf(CodeBlock::isEmpty);
    return CodeBlock.join(args, ",$W");
  }

  /** The tangents as arguments of a method of numbers. */
  CodeBlock dotArgs() {
    List<CodeBlock> args = new ArrayList<>();
    for (int index : plan.wrt()) {
      CodeBlock dot = CodeBlock.of("$N", dots.get(index));
      args.addAll(
          graph.has(index)
              ? List.of(ObjectGraph.numbers(CodeBlock.of("$N", graph.parts(index)), dot, false))
              : parts(index, dots.get(index), true));
    }
    return CodeBlock.join(args, ",$W");
  }

  private List<CodeBlock> parts(int index, String name, boolean numbersOnly) {
    CodeBlock code = CodeBlock.of("$N", name);
    return plan.params()
        .get(index)
        .object()
        .map(object -> ObjectCode.parts(object, ObjectCode.checked(object, code), numbersOnly))
        .orElse(List.of(code));
  }

  /**
   * The gradient, put together.
   *
   * @param parts the parts of the gradient with respect to the numbers
   * @param like the parameters, by name
   */
  CodeBlock gradient(List<CodeBlock> parts, java.util.function.UnaryOperator<String> like) {
    List<CodeBlock> wanted = new ArrayList<>();
    for (int index : plan.wrt()) {
      String name = graph.has(index) ? graph.parts(index) : params.get(index);
      wanted.add(part(index, parts, like.apply(name)));
    }
    return wanted.size() == 1
        ? wanted.get(0)
        : CodeBlock.of("new Gradient($L)", CodeBlock.join(wanted, ",$W"));
  }

  /** The part of a wrt parameter alone. */
  CodeBlock part(int index, List<CodeBlock> parts, String like) {
    Iterator<CodeBlock> next = parts.iterator();
    CodeBlock made = CodeBlock.of("");
    for (int each : plan.wrt()) {
      made =
          graph.has(each)
              ? ObjectGraph.made(CodeBlock.of("$L", like), next.next(), true)
              : plan.params()
                  .get(each)
                  .object()
                  .map(
                      object -> ObjectCode.madeOfCotangents(object, next, CodeBlock.of("$L", like)))
                  .orElseGet(next::next);
      if (each == index) {
        return made;
      }
    }
    return made;
  }

  /** The result, put together from what the method of numbers gives under this name. */
  CodeBlock result(String name) {
    if (graph.hasResult()) {
      return ObjectGraph.made(CodeBlock.of("$N", graph.made), CodeBlock.of("$N", name), false);
    }
    return plan.result()
        .map(
            object -> {
              List<CodeBlock> values = new ArrayList<>();
              List<Type> leaves = object.leaves();
              boolean rows = numbers.plan.resultType().rank() == 2;
              for (int i = 0; i < leaves.size(); i++) {
                CodeBlock value = CodeBlock.of("$N[$L]", name, i);
                boolean scalar = !leaves.get(i).isArray();
                CodeBlock number = rows && scalar ? CodeBlock.of("$L[0]", value) : value;
                values.add(
                    leaves.get(i) == Type.FLOAT ? CodeBlock.of("(float) $L", number) : number);
              }
              return ObjectCode.made(object, values.iterator(), CodeBlock.of(""));
            })
        .orElse(CodeBlock.of("$N", name));
  }

  /** A cotangent of the result as the method of numbers takes it. */
  CodeBlock cotangent(String name) {
    if (graph.hasResult()) {
      CodeBlock made = CodeBlock.of("$N", graph.made);
      return ObjectGraph.numbers(made, CodeBlock.of("$N", name), true);
    }
    return plan.result()
        .map(
            object -> {
              List<CodeBlock> parts = ObjectCode.cotangents(object, CodeBlock.of("$N", name));
              if (numbers.plan.resultType().rank() == 1) {
                return CodeBlock.of("new double[] {$L}", CodeBlock.join(parts, ", "));
              }
              List<CodeBlock> rows = new ArrayList<>();
              for (int i = 0; i < parts.size(); i++) {
                boolean array = object.leaves().get(i).isArray();
                rows.add(array ? parts.get(i) : CodeBlock.of("{$L}", parts.get(i)));
              }
              return CodeBlock.of("new double[][] {$L}", CodeBlock.join(rows, ", "));
            })
        .orElse(CodeBlock.of("$N", name));
  }
}
