package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that give derivatives of solutions. */
final class SolutionDerivatives {
  private static final TypeName MATRIX = TypeName.get(double[][].class);

  private final SolutionLayout layout;

  SolutionDerivatives(SolutionLayout layout) {
    this.layout = layout;
  }

  void addTo(TypeSpec.Builder type) {
    for (boolean given : new boolean[] {false, true}) {
      type.addMethod(jvp(given)).addMethod(vjp(given)).addMethod(jacobian(given));
    }
    type.addMethod(adjoint(false)).addMethod(adjoint(true)).addMethod(corrected());
    type.addMethod(gradient());
  }

  private MethodSpec.Builder method(String name, TypeName returns, boolean given) {
    return layout.method(given ? name + "AtSolution" : name, returns, Modifier.PUBLIC);
  }

  private MethodSpec jvp(boolean given) {
    MethodSpec.Builder method = method("jvp", layout.stateType, given);
    layout.addDots(method);
    CodeBlock tangent =
        CodeBlock.of(
            "$N.jvp($N,$W$L)",
            layout.problem,
            layout.point,
            layout.flat(layout.theta(layout.dots)));
    return method
        .addJavadoc(SolutionJavadoc.jvp(layout, given))
        .addCode(layout.checkDots())
        .addCode(SolutionMethods.solved(layout, given))
        .addStatement("return $L", layout.shaped(tangent))
        .build();
  }

  private MethodSpec vjp(boolean given) {
    return method("vjp", layout.gradientType(), given)
        .addParameter(layout.stateType, layout.cotangent)
        .addJavadoc(SolutionJavadoc.vjp(layout, given))
        .addCode(layout.checkCotangent())
        .addCode(SolutionMethods.solved(layout, given))
        .addStatement(
            "return gradient($N.vjp($N,$W$L),$W$L)",
            layout.problem,
            layout.point,
            layout.flat(List.of(layout.cotangent)),
            SolutionLayout.list(layout.theta(layout.params)))
        .build();
  }

  private MethodSpec jacobian(boolean given) {
    return method("jacobian", MATRIX, given)
        .addJavadoc(SolutionJavadoc.jacobian(layout, given))
        .addCode(SolutionMethods.solved(layout, given))
        .addStatement("return $N.jacobian($N)", layout.problem, layout.point)
        .build();
  }

  /** With or without what an earlier one found as a last parameter. */
  private MethodSpec adjoint(boolean warm) {
    Names locals = layout.locals();
    String outcome = locals.fresh("outcome");
    String from = locals.fresh("warm");
    MethodSpec.Builder method =
        layout
            .method("adjoint", layout.type.nestedClass("AdjointSolution"), Modifier.PUBLIC)
            .addParameter(layout.stateType, layout.cotangent);
    if (warm) {
      method.addParameter(SolutionLayout.implicit("WarmStart"), from);
    }
    return method
        .addJavadoc(SolutionJavadoc.adjoint(layout))
        .addCode(layout.checkCotangent())
        .addStatement(
            "$T $N =$Wproblem($L).adjoint($L,$W$L$L)",
            SolutionLayout.implicit("AdjointOutcome"),
            outcome,
            layout.arguments(),
            layout.flat(List.of(layout.unknown())),
            layout.flat(List.of(layout.cotangent)),
            warm ? CodeBlock.of(",$W$N", from) : "")
        .addStatement(
            "return new AdjointSolution(gradient($1N.gradient(),$W$2L),$W$1N.status(),$W"
                + "$1N.solver(),$W$1N.iterations(),$W$1N.residual(),$W$1N.errorBound())",
            outcome,
            SolutionLayout.list(layout.theta(layout.params)))
        .build();
  }

  private MethodSpec corrected() {
    String value = layout.locals().fresh("value");
    return layout
        .method("corrected", TypeName.DOUBLE, Modifier.PUBLIC)
        .addParameter(layout.stateType, layout.cotangent)
        .addParameter(TypeName.DOUBLE, value)
        .addJavadoc(SolutionJavadoc.corrected(layout, value))
        .addCode(layout.checkCotangent())
        .addStatement(
            "return problem($L).corrected($L,$W$L,$W$N)",
            layout.arguments(),
            layout.flat(List.of(layout.unknown())),
            layout.flat(List.of(layout.cotangent)),
            value)
        .build();
  }

  /** The private method that shapes a gradient. */
  private MethodSpec gradient() {
    Names locals = layout.locals();
    String next = locals.fresh("next");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("gradient")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(layout.gradientType())
            .addParameter(double[].class, layout.flat);
    List<Integer> theta = layout.plan.theta();
    theta.forEach(i -> method.addParameter(layout.typeOf(i), layout.params.get(i)));
    if (theta.size() == 1) {
      return method.addStatement("return $L", part(theta.get(0), CodeBlock.of("0"))).build();
    }
    method.addStatement("int $N = 0", next);
    List<String> bars = new ArrayList<>();
    for (int index : theta) {
      String bar = locals.fresh(layout.params.get(index) + "Bar");
      bars.add(bar);
      CodeBlock part = part(index, CodeBlock.of(layout.isArray(index) ? "$N" : "$N++", next));
      method.addStatement("$T $N = $L", layout.typeOf(index), bar, part);
      if (layout.isArray(index)) {
        method.addStatement("$N += $T.size($N)", next, RunTime.TREES, bar);
      }
    }
    return method.addStatement("return new Gradient($L)", SolutionLayout.list(bars)).build();
  }

  private CodeBlock part(int index, CodeBlock at) {
    if (layout.isArray(index)) {
      return CodeBlock.of(
          "$T.shaped($N, $L, $N)", RunTime.TREES, layout.flat, at, layout.params.get(index));
    }
    boolean narrow = layout.plan.params().get(index).type() == Type.FLOAT;
    return CodeBlock.of(narrow ? "(float) $N[$L]" : "$N[$L]", layout.flat, at);
  }
}
