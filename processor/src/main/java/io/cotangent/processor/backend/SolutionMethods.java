package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The methods that find solutions: {@code solve}, {@code solution}, {@code at}, and of minima. */
final class SolutionMethods {
  private static final io.cotangent.processor.ir.Type VECTOR =
      io.cotangent.processor.ir.Type.arrayOf(io.cotangent.processor.ir.Type.DOUBLE);

  private final SolutionLayout layout;

  SolutionMethods(SolutionLayout layout) {
    this.layout = layout;
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(solve()).addMethod(solution(false)).addMethod(solution(true)).addMethod(at());
    if (layout.plan.hasValue()) {
      type.addMethod(value());
    }
    if (layout.plan.isConstrained()) {
      type.addMethod(kktPoint()).addMethod(kkt());
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

  /** With or without a listener as a last parameter. */
  private MethodSpec solution(boolean told) {
    Names locals = layout.locals();
    String solved = locals.fresh("solved");
    String listener = locals.fresh("listener");
    MethodSpec.Builder method =
        layout.method("solution", layout.type.nestedClass("Solution"), Modifier.PUBLIC);
    if (told) {
      method.addParameter(SolutionLayout.implicit("IterationListener"), listener);
    }
    return method
        .addJavadoc(SolutionJavadoc.solution())
        .addStatement(
            "$T $N = problem($L).solution($L$L)",
            SolutionLayout.implicit("Solved"),
            solved,
            layout.arguments(),
            layout.flat(java.util.List.of(layout.unknown())),
            told ? CodeBlock.of(", $N", listener) : CodeBlock.of(""))
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

  private MethodSpec kktPoint() {
    return layout
        .method("kktPoint", TypeName.get(double[].class), Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.kkt(layout))
        .addCode(solved(layout, false))
        .addStatement("return $N", layout.point)
        .build();
  }

  /** Plain enough to be read as source by differentiable methods, where the point carries all. */
  private MethodSpec kkt() {
    Names locals = layout.locals();
    String from = locals.fresh("equalitiesFrom");
    String to = locals.fresh("inequalitiesFrom");
    boolean flat =
        layout.plan.params().get(layout.plan.unknown()).type().equals(VECTOR) || !isArray();
    CodeBlock value =
        !flat
            ? layout.shaped(point())
            : isArray()
                ? CodeBlock.of("$T.copyOf($N, $N)", java.util.Arrays.class, layout.point, from)
                : layout.shaped(point());
    return layout
        .method("kkt", layout.type.nestedClass("Kkt"), Modifier.PUBLIC)
        .addJavadoc(SolutionJavadoc.kkt(layout))
        .addStatement("double[] $N = kktPoint($L)", layout.point, layout.arguments())
        .addStatement(
            "int $N = $L",
            from,
            flat && isArray()
                ? CodeBlock.of("$N.length", layout.unknown())
                : layout.size(java.util.List.of(layout.plan.unknown())))
        .addStatement("int $N = $N + $L", to, from, layout.count(layout.plan.equality()))
        .addStatement(
            "return new Kkt($1L,$W$2T.copyOfRange($3N, $4N, $5N),$W"
                + "$2T.copyOfRange($3N, $5N, $3N.length))",
            value,
            java.util.Arrays.class,
            layout.point,
            from,
            to)
        .build();
  }

  private boolean isArray() {
    return layout.isArray(layout.plan.unknown());
  }
}
