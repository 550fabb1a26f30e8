package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Writes a {@link BatchClass} as a Java file; the same plan gives the same bytes. */
public final class BatchEmitter {
  private final BatchLayout layout;
  private final boolean isPublic;
  private final Consumer<TypeSpec.Builder> members;

  /** A writer of the class for a method with its derivatives. */
  public BatchEmitter(BatchClass plan) {
    Layout item = new Layout(plan.derivatives());
    layout = new BatchLayout(BatchItem.of(item), plan.simpleName(), plan.over());
    isPublic = plan.isPublic();
    KernelText kernels = plan.kernels();
    members =
        type -> {
          if (kernels != null) {
            type.addField(kernels(kernels, item.type));
          }
          new BatchMethods(layout, item, plan).addTo(type);
        };
  }

  /** A writer of the class for a solution. */
  public BatchEmitter(
      SolutionClass solution, String simpleName, boolean isPublic, List<Integer> over) {
    BatchItem item = BatchItem.of(solution, new SolutionLayout(solution));
    layout = new BatchLayout(item, simpleName, over);
    this.isPublic = isPublic;
    members = type -> new BatchSolutions(layout).addTo(type);
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    TypeSpec.Builder type =
        GeneratedClass.of(layout.simpleName, isPublic).addJavadoc(BatchJavadoc.type(layout));
    members.accept(type);
    if (layout.returned().size() > 1) {
      type.addType(gradient());
    }
    GeneratedClass.file(layout.type.packageName(), type.build()).writeTo(out);
  }

  /** One text block for each function: a constant has its limit in a class file. */
  private static FieldSpec kernels(KernelText kernels, ClassName item) {
    CodeBlock.Builder text = CodeBlock.builder().add("$T.join($S", String.class, "\n");
    if (kernels.hasAsserts()) {
      String define = "#define " + KernelText.ASSERTS;
      text.add(",\n$T.class.desiredAssertionStatus() ? $S : $S", item, define, "");
    }
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
      components.addParameter(layout.paramType(i), layout.component(i));
    }
    return TypeSpec.recordBuilder("Gradient")
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .addJavadoc(BatchJavadoc.gradientRecord(layout))
        .build();
  }
}
