package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class {@code Pushforward}: a point, and tangents at it as often as wanted. */
final class PushforwardType {
  private final Layout layout;
  private final ClassName type;
  private final Names names;
  private final String value;

  PushforwardType(Layout layout) {
    this.layout = layout;
    type = layout.type.nestedClass("Pushforward");
    names = layout.locals();
    value = names.fresh("value");
  }

  /** The static method {@code pushforward}. */
  MethodSpec factory() {
    return layout
        .publicMethod("pushforward", type)
        .addJavadoc(Javadoc.pushforward(layout))
        .addStatement("return new Pushforward($L)", layout.paramList())
        .build();
  }

  /** The class. */
  TypeSpec emit() {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(Javadoc.pushforwardType());
    for (int i = 0; i < layout.params.size(); i++) {
      builder.addField(layout.paramType(i), layout.params.get(i), Modifier.PRIVATE, Modifier.FINAL);
    }
    return builder
        .addField(layout.resultType, value, Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(valueMethod())
        .addMethod(apply())
        .build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder method =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addExceptions(layout.exceptions);
    layout.addParams(method);
    if (layout.plan.params().stream().anyMatch(param -> param.type().isArray())) {
      names.open();
      String copies = names.fresh("copies");
      method.addStatement(
          "$1T $2N = new $1T(new $3T())", RunTime.MIRROR, copies, RunTime.ARRAY_POOL);
      copyParams(method, copies);
      names.close();
    } else {
      copyParams(method, "");
    }
    CodeBlock call =
        CodeBlock.of(
            "valueAndJvp($L$L).value()",
            ReverseMethods.comma(layout.paramListOf("this.")),
            CodeBlock.join(zeros(), ", "));
    method.addStatement(
        "this.$N = $L",
        value,
        layout.isScalar() ? call : CodeBlock.of("$T.copy($L)", RunTime.TREES, call));
    return method.build();
  }

  private void copyParams(MethodSpec.Builder method, String copies) {
    for (int i = 0; i < layout.params.size(); i++) {
      String name = layout.params.get(i);
      if (layout.param(i).type().isArray()) {
        method.addStatement("this.$1N = $2N.copy($1N)", name, copies);
      } else {
        method.addStatement("this.$1N = $1N", name);
      }
    }
  }

  private List<CodeBlock> zeros() {
    List<CodeBlock> zeros = new ArrayList<>();
    for (int index : layout.plan.wrt()) {
      Type paramType = layout.param(index).type();
      zeros.add(
          paramType.isArray()
              ? CodeBlock.of("$T.zerosLike($N)", RunTime.TREES, layout.params.get(index))
              : Layout.number(0.0, paramType));
    }
    return zeros;
  }

  private MethodSpec valueMethod() {
    return MethodSpec.methodBuilder("value")
        .addModifiers(Modifier.PUBLIC)
        .returns(layout.resultType)
        .addJavadoc("The method's value.\n\n@return the value, computed when this was made\n")
        .addStatement("return $N", value)
        .build();
  }

  private MethodSpec apply() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("apply")
            .addModifiers(Modifier.PUBLIC)
            .returns(layout.resultType)
            .addExceptions(layout.exceptions)
            .addJavadoc("The result's tangent.\n\n@return a fresh tangent of the value's shape\n");
    layout.addDots(method);
    CodeBlock call =
        CodeBlock.of("jvp($L$L)", ReverseMethods.comma(layout.paramListOf("")), layout.dotList());
    return method
        .addStatement(
            "return $L",
            layout.isScalar() ? call : CodeBlock.of("$T.copy($L)", RunTime.TREES, call))
        .build();
  }
}
