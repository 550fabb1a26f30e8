package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.ir.Var;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class {@code Workspace}: tape, pooled arrays, mirrors, results. */
final class WorkspaceType {
  private static final List<String> MIRRORS = List.of("primals", "adjoints", "spines", "shared");
  private static final List<String> IN_PLACE_MIRRORS = List.of("adjoints", "spines", "shared");
  private static final List<String> SECOND_MIRRORS = List.of("tangents", "adjointTangents");

  private final Layout layout;

  WorkspaceType(Layout layout) {
    this.layout = layout;
  }

  /** The class. */
  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(layout.workspace)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(Javadoc.workspace(layout))
            .addField(made(RunTime.TAPE, "tape", CodeBlock.of("")))
            .addField(made(RunTime.ARRAY_POOL, "arrays", CodeBlock.of("")));
    CodeBlock.Builder reset =
        CodeBlock.builder().addStatement("tape.clear()").addStatement("arrays.reset()");
    if (layout.states.isNeeded()) {
      type.addField(made(RunTime.STATES, "states", CodeBlock.of("")));
      reset.addStatement("states.reset()");
    }
    if (layout.isInPlace()) {
      type.addField(made(RunTime.PARTNERS, "partners", CodeBlock.of("arrays")));
      reset.addStatement("partners.clear()");
    }
    mirrors(type, layout.isInPlace() ? IN_PLACE_MIRRORS : MIRRORS, needsMirrors(), reset);
    mirrors(type, SECOND_MIRRORS, layout.hasSecondOrder(), reset);
    results(type);
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("An empty workspace; it grows with what it is used for.\n")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder(layout.reset)
            .addModifiers(Modifier.PRIVATE)
            .addCode(reset.build())
            .build());
    return type.build();
  }

  private void mirrors(
      TypeSpec.Builder type, List<String> names, boolean needed, CodeBlock.Builder reset) {
    if (layout.writes() && needed) {
      for (String name : names) {
        type.addField(made(RunTime.MIRROR, name, CodeBlock.of("arrays")));
        reset.addStatement("$N.clear()", name);
      }
    }
  }

  /** In place, only methods that move rows need any. */
  private boolean needsMirrors() {
    return !layout.isInPlace()
        || layout.plan.forms().reverse().paramRoles().stream()
            .anyMatch(role -> role.kind() == DerivativeClass.Kind.SEED);
  }

  private static FieldSpec made(ClassName type, String name, CodeBlock args) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer("new $T($L)", type, args)
        .build();
  }

  private void results(TypeSpec.Builder type) {
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size() && !layout.isInPlace(); i++) {
      TypeName bar = layout.paramType(wrt.get(i));
      type.addField(bar, layout.bars.get(i), Modifier.PRIVATE);
      if (layout.hasSecondOrder()) {
        type.addField(bar, layout.barDots.get(i), Modifier.PRIVATE);
      }
      type.addMethod(accessor(i, bar));
    }
    for (Compiled compiled : layout.functions.all()) {
      if (compiled.taped()) {
        List<Var> results = compiled.function().results();
        for (int i = 1; i < results.size(); i++) {
          TypeName result = JavaTypes.of(results.get(i).type());
          type.addField(result, compiled.resultNames().get(i), Modifier.PRIVATE);
        }
      }
    }
  }

  private MethodSpec accessor(int wrtIndex, TypeName bar) {
    String name = layout.components.get(wrtIndex);
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(bar)
        .addJavadoc(Javadoc.accessor(layout, wrtIndex))
        .addStatement("return $N", layout.bars.get(wrtIndex))
        .build();
  }
}
