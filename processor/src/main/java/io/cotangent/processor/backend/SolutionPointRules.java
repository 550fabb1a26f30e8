package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * The derivatives of {@code kktPoint}, the minimiser's numbers with the multipliers, and the
 * derivatives of these. Names and parameters are those that the frontend's {@code KktLowering}
 * calls.
 */
final class SolutionPointRules {
  private static final TypeName VECTOR = TypeName.get(double[].class);

  private final SolutionLayout layout;
  private final String given;
  private final String bar;
  private final String change;

  SolutionPointRules(SolutionLayout layout) {
    this.layout = layout;
    Names locals = layout.locals();
    given = locals.fresh("given");
    bar = locals.fresh("bar");
    change = locals.fresh("cotangentDot");
  }

  void addTo(TypeSpec.Builder type) {
    MethodSpec.Builder jvp = method("pointJvp");
    layout.addDots(jvp);
    type.addMethod(
        jvp.addCode(solved())
            .addStatement("return $N.jvp($N,$W$L)", layout.problem, layout.point, dots())
            .build());
    type.addMethod(
        method("pointVjp")
            .addParameter(VECTOR, layout.cotangent)
            .addCode(solved())
            .addStatement("return $N.vjp($N,$W$N)", layout.problem, layout.point, layout.cotangent)
            .build());
    MethodSpec.Builder second = method("pointVjpJvp").addParameter(VECTOR, layout.cotangent);
    layout.addDots(second);
    type.addMethod(
        second
            .addParameter(VECTOR, change)
            .addCode(solved())
            .addStatement(
                "return $N.vjpTangent($N,$W$L,$W$N,$W$N)",
                layout.problem,
                layout.point,
                dots(),
                layout.cotangent,
                change)
            .build());
    type.addMethod(
        method("pointVjpVjp")
            .addParameter(VECTOR, layout.cotangent)
            .addParameter(VECTOR, bar)
            .addCode(solved())
            .addStatement(
                "return $N.vjpCotangents($N,$W$N,$W$N)",
                layout.problem,
                layout.point,
                layout.cotangent,
                bar)
            .build());
  }

  private MethodSpec.Builder method(String name) {
    return layout.method(name, VECTOR, Modifier.PUBLIC).addParameter(VECTOR, given);
  }

  private CodeBlock solved() {
    return CodeBlock.builder()
        .addStatement("$T $N = problem($L)", layout.problemType, layout.problem, layout.arguments())
        .addStatement("double[] $N = $N.at($N)", layout.point, layout.problem, given)
        .build();
  }

  private CodeBlock dots() {
    return layout.flat(layout.theta(layout.dots));
  }
}
