package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The nested class {@code Rules}: the derivatives of {@code at} and {@code value}, and the
 * derivatives of these, with gradients in one array. Names and parameters are those that the
 * frontend's {@code SolutionLowering} calls.
 */
final class SolutionRulesType {
  private static final TypeName VECTOR = TypeName.get(double[].class);

  private final SolutionLayout layout;
  private final String cotangentDot;
  private final String bar;

  SolutionRulesType(SolutionLayout layout) {
    this.layout = layout;
    Names locals = layout.locals();
    cotangentDot = locals.fresh("cotangentDot");
    bar = locals.fresh("bar");
  }

  /** The class. */
  TypeSpec emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Rules")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "What differentiable methods that call {@code solve}, {@code at} or {@code value}"
                    + " run; gradients\nin one array, the parameters one after another.\n")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(atVjp())
            .addMethod(atVjpJvp())
            .addMethod(atVjpVjp());
    if (layout.plan.settings().derivative().equals("UNROLLED")) {
      type.addMethod(solveVjp());
    }
    if (layout.plan.isConstrained()) {
      new SolutionPointRules(layout).addTo(type);
    }
    if (layout.plan.hasValue()) {
      type.addMethod(valueAt())
          .addMethod(valueAtJvp())
          .addMethod(valueGradient())
          .addMethod(valueGradientJvp())
          .addMethod(valueGradientVjp());
    }
    return type.build();
  }

  private MethodSpec.Builder method(String name, TypeName returns) {
    return layout.method(name, returns, Modifier.PUBLIC);
  }

  private CodeBlock point() {
    return SolutionMethods.solved(layout, true);
  }

  private CodeBlock dots() {
    return layout.flat(layout.theta(layout.dots));
  }

  private CodeBlock seed() {
    return layout.flat(List.of(layout.cotangent));
  }

  private MethodSpec atVjp() {
    return method("atVjp", VECTOR)
        .addParameter(layout.stateType, layout.cotangent)
        .addCode(point())
        .addStatement("return $N.vjp($N,$W$L)", layout.problem, layout.point, seed())
        .build();
  }

  private MethodSpec solveVjp() {
    return method("solveVjp", VECTOR)
        .addParameter(layout.stateType, layout.cotangent)
        .addCode(SolutionMethods.solved(layout, false))
        .addStatement("return $N.vjp($N,$W$L)", layout.problem, layout.point, seed())
        .build();
  }

  private MethodSpec atVjpJvp() {
    MethodSpec.Builder method =
        method("atVjpJvp", VECTOR).addParameter(layout.stateType, layout.cotangent);
    layout.addDots(method);
    CodeBlock change =
        layout.isArray(layout.plan.unknown())
            ? CodeBlock.of("$T.flat($N)", RunTime.TREES, cotangentDot)
            : CodeBlock.of("new double[] {$N}", cotangentDot);
    return method
        .addParameter(layout.stateType, cotangentDot)
        .addCode(point())
        .addStatement(
            "return $N.vjpTangent($N,$W$L,$W$L,$W$L)",
            layout.problem,
            layout.point,
            dots(),
            seed(),
            change)
        .build();
  }

  private MethodSpec atVjpVjp() {
    return method("atVjpVjp", VECTOR)
        .addParameter(layout.stateType, layout.cotangent)
        .addParameter(VECTOR, bar)
        .addCode(point())
        .addStatement(
            "return $N.vjpCotangents($N,$W$L,$W$N)", layout.problem, layout.point, seed(), bar)
        .build();
  }

  private MethodSpec valueAt() {
    return method("valueAt", TypeName.DOUBLE)
        .addCode(point())
        .addStatement("return $N.value($N)", layout.problem, layout.point)
        .build();
  }

  private MethodSpec valueAtJvp() {
    MethodSpec.Builder method = method("valueAtJvp", TypeName.DOUBLE);
    layout.addDots(method);
    return method
        .addCode(point())
        .addStatement(
            "return $T.dot($N.valueGradient($N),$W$L)",
            com.palantir.javapoet.ClassName.get("io.cotangent.linear", "Vectors"),
            layout.problem,
            layout.point,
            dots())
        .build();
  }

  private MethodSpec valueGradient() {
    return method("valueGradient", VECTOR)
        .addCode(point())
        .addStatement("return $N.valueGradient($N)", layout.problem, layout.point)
        .build();
  }

  private MethodSpec valueGradientJvp() {
    MethodSpec.Builder method = method("valueGradientJvp", VECTOR);
    layout.addDots(method);
    return method
        .addCode(point())
        .addStatement(
            "return $N.valueGradientTangent($N,$W$L)", layout.problem, layout.point, dots())
        .build();
  }

  private MethodSpec valueGradientVjp() {
    return method("valueGradientVjp", VECTOR)
        .addParameter(VECTOR, bar)
        .addCode(point())
        .addStatement("return $N.valueGradientTangent($N, $N)", layout.problem, layout.point, bar)
        .build();
  }
}
