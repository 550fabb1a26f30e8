package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/**
 * Writes an {@link ObjectClass}: its methods take objects apart, call those of the nested class of
 * numbers, and put objects together from what these give.
 */
public final class ObjectEmitter {
  private final ObjectClass plan;
  private final ObjectLayout layout;

  /** A writer of one class. */
  public ObjectEmitter(ObjectClass plan) {
    this.plan = plan;
    this.layout = new ObjectLayout(plan);
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    TypeSpec.Builder type =
        GeneratedClass.of(plan.simpleName(), plan.isPublic())
            .addJavadoc(ObjectJavadoc.type(layout));
    layout.graph.addTo(type);
    new ObjectMethods(layout).addTo(type);
    records(type);
    new ObjectHolders(layout).addTo(type);
    type.addType(new ClassEmitter(plan.numbers()).nested(plan.batched()));
    GeneratedClass.file(plan.numbers().packageName(), type.build()).writeTo(out);
  }

  private void records(TypeSpec.Builder type) {
    if (plan.wrt().size() > 1) {
      MethodSpec.Builder components = MethodSpec.constructorBuilder();
      for (int index : plan.wrt()) {
        components.addParameter(layout.paramType(index), layout.params.get(index));
      }
      type.addType(record("Gradient", components, ObjectJavadoc.gradient(layout)));
    }
    if (layout.hasGradient()) {
      type.addType(
          pair(
              "ValueAndGradient",
              "gradient",
              layout.gradientType(),
              "The value and its gradient."));
    }
    type.addType(
        pair(
            "ValueAndTangent",
            "tangent",
            layout.resultType(),
            "The value and its tangent, which has the value's shape."));
  }

  private TypeSpec pair(String name, String second, TypeName type, String text) {
    MethodSpec.Builder components =
        MethodSpec.constructorBuilder()
            .addParameter(layout.resultType(), "value")
            .addParameter(type, second);
    return record(name, components, CodeBlock.of("$L\n", text));
  }

  private static TypeSpec record(String name, MethodSpec.Builder components, CodeBlock javadoc) {
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .addJavadoc(javadoc)
        .build();
  }
}
