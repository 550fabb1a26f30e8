package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested classes of a class whose methods take objects, each around the one of numbers. */
final class ObjectHolders {
  private final ObjectLayout layout;

  ObjectHolders(ObjectLayout layout) {
    this.layout = layout;
  }

  void addTo(TypeSpec.Builder type) {
    if (layout.numbers.isScalar()) {
      type.addType(workspace());
    }
    type.addType(holder("Pullback", this::pullback))
        .addType(holder("Pushforward", this::pushforward));
  }

  private TypeSpec workspace() {
    ClassName numbers = layout.nested.nestedClass("Workspace");
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Workspace")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What a gradient works in, for one thread at a time.\n")
            .addField(
                FieldSpec.builder(numbers, "numbers", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", numbers)
                    .build())
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("An empty workspace; it grows with what it is used for.\n")
                    .build());
    List<CodeBlock> parts = new ArrayList<>();
    layout.numbers.components.forEach(name -> parts.add(CodeBlock.of("numbers.$N()", name)));
    for (int index : layout.plan.wrt()) {
      String name = layout.params.get(index);
      if (layout.graph.has(index)) {
        type.addField(RunTime.PARTS, name + "Given", Modifier.PRIVATE);
      } else if (layout.plan.params().get(index).object().isPresent()) {
        type.addField(layout.paramType(index), name + "Given", Modifier.PRIVATE);
      }
      type.addMethod(
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PUBLIC)
              .returns(layout.paramType(index))
              .addJavadoc("The gradient with respect to {@code $N}, of the last call.\n", name)
              .addStatement("return $L", layout.part(index, parts, name + "Given"))
              .build());
    }
    return type.build();
  }

  private interface Apply {
    MethodSpec of(ClassName numbers);
  }

  private TypeSpec holder(String name, Apply apply) {
    ClassName numbers = layout.nested.nestedClass(name);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addExceptions(layout.numbers.exceptions);
    layout.addParams(constructor);
    String factory = name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    if (layout.graph.isThere()) {
      constructor.addCode(layout.checks());
    }
    if (layout.graph.hasResult()) {
      constructor.addStatement("$N = new $T()", layout.graph.made, RunTime.PARTS);
    }
    constructor.addStatement("$N = $T.$N($L)", held(), layout.nested, factory, layout.args());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The method run once, for any number of products.\n")
            .addField(numbers, held(), Modifier.PRIVATE, Modifier.FINAL);
    if (layout.graph.hasResult()) {
      type.addField(RunTime.PARTS, layout.graph.made, Modifier.PRIVATE, Modifier.FINAL);
    }
    for (int index : layout.plan.wrt()) {
      if (layout.graph.has(index)) {
        String parts = layout.graph.parts(index);
        type.addField(RunTime.PARTS, parts, Modifier.PRIVATE, Modifier.FINAL);
        constructor.addStatement("this.$N = $N", parts, parts);
      } else if (layout.plan.params().get(index).object().isPresent()) {
        String param = layout.params.get(index);
        type.addField(layout.paramType(index), param, Modifier.PRIVATE, Modifier.FINAL);
        constructor.addStatement("this.$N = $N", param, param);
      }
    }
    TypeName result = layout.numbers.resultType;
    return type.addMethod(constructor.build())
        .addMethod(
            MethodSpec.methodBuilder("value")
                .addModifiers(Modifier.PUBLIC)
                .returns(layout.resultType())
                .addJavadoc("The method's value.\n")
                .addStatement("$T result = $N.value()", result, held())
                .addStatement("return $L", layout.result("result"))
                .build())
        .addMethod(apply.of(numbers))
        .build();
  }

  private String held() {
    String name = "numbers";
    while (layout.params.contains(name)) {
      name += "_";
    }
    return name;
  }

  private MethodSpec pullback(ClassName numbers) {
    Layout core = layout.numbers;
    TypeName gradient =
        core.plan.wrt().size() == 1 ? core.gradientType() : layout.nested.nestedClass("Gradient");
    return MethodSpec.methodBuilder("apply")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(layout.resultType(), "cotangent")
        .addExceptions(core.exceptions)
        .returns(layout.gradientType())
        .addJavadoc("The cotangents of the arguments for one of the result.\n")
        .addStatement("$T parts = $N.apply($L)", gradient, held(), layout.cotangent("cotangent"))
        .addStatement("return $L", layout.gradient(core.partsOf("parts"), name -> "this." + name))
        .build();
  }

  private MethodSpec pushforward(ClassName numbers) {
    MethodSpec.Builder apply =
        MethodSpec.methodBuilder("apply")
            .addModifiers(Modifier.PUBLIC)
            .addExceptions(layout.numbers.exceptions)
            .returns(layout.resultType())
            .addJavadoc("The tangent of the result for some of the arguments.\n");
    layout.addDots(apply);
    return apply
        .addStatement(
            "$T tangent = $N.apply($L)", layout.numbers.resultType, held(), layout.dotArgs())
        .addStatement("return $L", layout.result("tangent"))
        .build();
  }
}
