package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The nested records: gradients, values with derivatives, and several results of one function. */
final class RecordTypes {
  private RecordTypes() {}

  /** {@code Gradient}, of one component per wrt parameter. */
  static TypeSpec gradient(Layout layout) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (int i : layout.gradientParts()) {
      TypeName type = layout.paramType(layout.plan.wrt().get(i));
      components.addParameter(type, layout.components.get(i));
    }
    return record("Gradient", components.build(), Modifier.PUBLIC)
        .addJavadoc(Javadoc.gradientRecord(layout))
        .build();
  }

  /** {@code ValueAndGradient}. */
  static TypeSpec valueAndGradient(Layout layout) {
    return pair(
        "ValueAndGradient",
        layout.resultType,
        "gradient",
        layout.gradientType(),
        CodeBlock.of(
            "The value and its gradient.\n\n@param value the method's own value\n"
                + "@param gradient the gradient\n"));
  }

  /** {@code ValueAndTangent}. */
  static TypeSpec valueAndTangent(Layout layout) {
    return pair(
        "ValueAndTangent",
        layout.resultType,
        "tangent",
        layout.resultType,
        CodeBlock.of(
            "The value and its tangent, which has the value's shape.\n\n"
                + "@param value the method's own value\n@param tangent its derivative\n"));
  }

  /** The results of a function that has several of them and no tape. */
  static TypeSpec results(Compiled compiled) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    List<Var> results = compiled.function().results();
    for (int i = 0; i < results.size(); i++) {
      components.addParameter(JavaTypes.of(results.get(i).type()), compiled.resultNames().get(i));
    }
    return record(Objects.requireNonNull(compiled.record()), components.build(), Modifier.PRIVATE)
        .build();
  }

  private static TypeSpec pair(
      String name, TypeName value, String second, TypeName secondType, CodeBlock javadoc) {
    MethodSpec components =
        MethodSpec.constructorBuilder()
            .addParameter(value, "value")
            .addParameter(secondType, second)
            .build();
    return record(name, components, Modifier.PUBLIC).addJavadoc(javadoc).build();
  }

  private static TypeSpec.Builder record(String name, MethodSpec components, Modifier visibility) {
    return TypeSpec.recordBuilder(name).addModifiers(visibility).recordConstructor(components);
  }
}
