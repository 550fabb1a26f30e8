package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.SolutionClass.Kind;
import javax.lang.model.element.Modifier;

/** The methods that find solutions: {@code solve}, {@code solution}, {@code at}, and of minima. */
final class SolutionMethods {
  private final SolutionLayout layout;

  SolutionMethods(SolutionLayout layout) {
    this.layout = layout;
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(solve()).addMethod(solution()).addMethod(at());
    if (layout.plan.kind() == Kind.ARGMIN) {
      type.addMethod(value());
    }
    if (layout.plan.isConstrained()) {
      type.addMethod(kkt());
    }
  }

  /** Statements that make the problem and find the solution's point. */
  static CodeBlock solved(SolutionLayout layout, boolean given) {
    return CodeBlock.builder()
        .addStatement("$T $N = problem($L)", layout.problemType, layout.problem, layout.arguments())
        .addStatement(
            "double[] $N = $N.$L($L)",
            layout.point,
            layout.problem,
            given ? "at" : "solve",
            layout.flat(java.util.List.of(layout.unknown())))
        .build();
  }

  private CodeBlock point() {
    return CodeBlock.of("$N", layout.point);
  }

  private MethodSpec solve() {
    return layout
        .method("solve", layout.stateType, Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.solve(layout))
        .addCode(solved(layout, false))
        .addStatement("return $L", layout.shaped(point()))
        .build();
  }

  private MethodSpec solution() {
    String solved = layout.locals().fresh("solved");
    return layout
        .method("solution", layout.type.nestedClass("Solution"), Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.solution())
        .addStatement(
            "$T $N = problem($L).solution($L)",
            SolutionLayout.implicit("Solved"),
            solved,
            layout.arguments(),
            layout.flat(java.util.List.of(layout.unknown())))
        .addStatement(
            "return new Solution($1L,$W$2N.status(),$W$2N.iterations(),$W$2N.residual())",
            layout.shaped(CodeBlock.of("$N.point()", solved)),
            solved)
        .build();
  }

  private MethodSpec at() {
    CodeBlock copy =
        layout.isArray(layout.plan.unknown())
            ? CodeBlock.of("$T.copy($N)", RunTime.TREES, layout.unknown())
            : CodeBlock.of("$N", layout.unknown());
    return layout
        .method("at", layout.stateType, Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.at(layout))
        .addStatement(
            "problem($L).at($L)",
            layout.arguments(),
            layout.flat(java.util.List.of(layout.unknown())))
        .addStatement("return $L", copy)
        .build();
  }

  private MethodSpec value() {
    return layout
        .method("value", TypeName.DOUBLE, Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.value(layout))
        .addCode(solved(layout, false))
        .addStatement("return $N.value($N)", layout.problem, layout.point)
        .build();
  }

  private MethodSpec kkt() {
    return layout
        .method("kkt", layout.type.nestedClass("Kkt"), Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.kkt(layout))
        .addCode(solved(layout, false))
        .addStatement(
            "return new Kkt($1L,$W$2N.equalityMultipliers($3N),$W$2N.inequalityMultipliers($3N))",
            layout.shaped(point()),
            layout.problem,
            layout.point)
        .build();
  }
}
