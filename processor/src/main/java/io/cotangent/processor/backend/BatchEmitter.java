package io.cotangent.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Writes a {@link BatchClass} as a Java file; the same plan gives the same bytes. */
public final class BatchEmitter {
  private final BatchClass plan;
  private final BatchLayout layout;

  /** A writer of one class. */
  public BatchEmitter(BatchClass plan) {
    this.plan = plan;
    layout = new BatchLayout(plan);
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(plan.simpleName())
            .addModifiers(Modifier.FINAL)
            .addJavadoc(BatchJavadoc.type(layout))
            .addAnnotation(
                AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                    .addMember("value", "$S", ClassEmitter.PROCESSOR)
                    .build())
            .addAnnotation(ClassEmitter.suppressions())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (plan.derivatives().isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    if (plan.kernels() != null) {
      type.addField(kernels(plan.kernels()));
    }
    new BatchMethods(layout).addTo(type);
    if (layout.returned().size() > 1) {
      type.addType(gradient());
    }
    JavaFile.builder(plan.derivatives().packageName(), type.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build()
        .writeTo(out);
  }

  /** One text block for each function: a constant has its limit in a class file. */
  private static FieldSpec kernels(KernelText kernels) {
    CodeBlock.Builder text = CodeBlock.builder().add("$T.join($S", String.class, "\n");
    for (String part : kernels.parts()) {
      String escaped = part.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
      text.add(",\n\"\"\"\n$L\"\"\"", escaped);
    }
    return FieldSpec.builder(
            String.class, "KERNELS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What runs on OpenCL devices, after the prelude of their module.\n")
        .initializer(text.add(")").build())
        .build();
  }

  private TypeSpec gradient() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (int i : layout.returned()) {
      components.addParameter(layout.item.paramType(i), layout.component(i));
    }
    return TypeSpec.recordBuilder("Gradient")
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .addJavadoc(BatchJavadoc.gradientRecord(layout))
        .build();
  }
}
