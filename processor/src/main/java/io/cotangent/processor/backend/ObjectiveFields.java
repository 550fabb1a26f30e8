package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What a function object keeps: its arguments' and tangents' own arrays, and a workspace. */
final class ObjectiveFields {
  private final Layout layout;
  private final Names names;

  /** The field with the workspace; a function of arrays needs none. */
  final String workspace;

  /** The method that takes a point into the arguments, and the one that takes a direction. */
  final String moveTo = "moveTo";

  final String lookAlong = "lookAlong";

  ObjectiveFields(Layout layout, Names names) {
    this.layout = layout;
    this.names = names;
    workspace = names.fresh("ws");
  }

  /** Adds fields, the constructor and the methods that fill the fields. */
  void addTo(TypeSpec.Builder type) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    layout.addParams(constructor);
    for (int i = 0; i < layout.params.size(); i++) {
      String name = layout.params.get(i);
      boolean wrt = layout.plan.wrt().contains(i);
      boolean array = layout.param(i).type().isArray();
      type.addField(field(i, name, !wrt || array));
      CodeBlock given = CodeBlock.of("$N", name);
      CodeBlock kept = wrt && array ? CodeBlock.of("$T.copy($L)", RunTime.TREES, given) : given;
      constructor.addStatement("this.$N = $L", name, kept);
      if (wrt) {
        String dot = layout.dots.get(i);
        type.addField(field(i, dot, array));
        if (array) {
          constructor.addStatement("$N = $T.zerosLike($N)", dot, RunTime.TREES, name);
        }
      }
    }
    if (layout.isScalar()) {
      type.addField(
          FieldSpec.builder(layout.workspace, workspace, Modifier.PRIVATE, Modifier.FINAL)
              .initializer("new $T()", layout.workspace)
              .build());
    }
    type.addMethod(constructor.build())
        .addMethod(filling(moveTo, "x", layout.params))
        .addMethod(filling(lookAlong, "direction", layout.dots));
  }

  private FieldSpec field(int param, String name, boolean isFinal) {
    FieldSpec.Builder field = FieldSpec.builder(layout.paramType(param), name, Modifier.PRIVATE);
    return isFinal ? field.addModifiers(Modifier.FINAL).build() : field.build();
  }

  private MethodSpec filling(String method, String message, List<String> targets) {
    names.open();
    String flat = names.fresh("flat");
    String next = names.fresh("next");
    CodeBlock.Builder out =
        CodeBlock.builder()
            .addStatement("$T.requireLength($S, dimension(), $N)", RunTime.TREES, message, flat)
            .addStatement("int $N = 0", next);
    for (int index : layout.plan.wrt()) {
      String target = targets.get(index);
      Type type = layout.param(index).type();
      if (type.isArray()) {
        out.addStatement("$1N = $2T.unflatten($3N, $1N, $4N)", next, RunTime.TREES, flat, target);
      } else {
        String cast = type == Type.FLOAT ? "(float) " : "";
        out.addStatement("$N = $L$N[$N++]", target, cast, flat, next);
      }
    }
    names.close();
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(double[].class, flat)
        .addCode(out.build())
        .build();
  }

  /** Fields of the workspace with these names. */
  List<CodeBlock> bars(List<String> fields) {
    return Layout.fields(workspace, fields);
  }
}
