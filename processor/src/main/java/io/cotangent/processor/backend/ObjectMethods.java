package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.Type;
import java.util.List;

/** The static methods of a class whose methods take objects. */
final class ObjectMethods {
  private static final TypeName MATRIX = JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));

  private final ObjectLayout layout;

  ObjectMethods(ObjectLayout layout) {
    this.layout = layout;
  }

  void addTo(TypeSpec.Builder type) {
    if (layout.numbers.isScalar()) {
      type.addMethod(gradient()).addMethod(valueAndGradient()).addMethod(inWorkspace());
    }
    if (layout.plan.holomorphic()) {
      type.addMethod(derivative()).addMethod(valueAndDerivative());
    }
    type.addMethod(vjp()).addMethod(jvp()).addMethod(valueAndJvp());
    for (String holder : List.of("Pullback", "Pushforward")) {
      String name = holder.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + holder.substring(1);
      type.addMethod(
          layout
              .method(name, layout.type.nestedClass(holder))
              .addJavadoc("Runs the method once, for any number of products.\n")
              .addCode(layout.graph.isThere() ? CodeBlock.of("") : layout.checks())
              .addStatement("return new $N($L)", holder, paramList())
              .build());
    }
    for (String name : List.of("jacobian", "jacobianForward", "jacobianReverse")) {
      type.addMethod(matrix(name, "The Jacobian, over the numbers of the arguments in order.\n"));
    }
    if (layout.numbers.hasSecondOrder()) {
      type.addMethod(hvp());
      type.addMethod(
          matrix("hessian", "The Hessian, over the numbers of the arguments in order.\n"));
    }
    boolean scalar = layout.numbers.isScalar();
    type.addMethod(
        layout
            .method("function", scalar ? RunTime.SCALAR_FUNCTION : RunTime.VECTOR_FUNCTION)
            .addJavadoc("The method as a function of the numbers of its arguments.\n")
            .addCode(layout.checks())
            .addStatement("return $T.function($L)", layout.nested, layout.argsWithoutResult())
            .build());
  }

  private CodeBlock paramList() {
    return layout.params.stream()
        .map(name -> CodeBlock.of("$N", name))
        .collect(CodeBlock.joining(", "));
  }

  private Names locals() {
    Names names = new Names(new java.util.HashSet<>(layout.params), java.util.Set.of());
    layout.dots.forEach(names::fresh);
    return names;
  }

  private CodeBlock gradientOf(String variable) {
    return layout.gradient(layout.numbers.partsOf(variable), name -> name);
  }

  private TypeName numbersGradient() {
    TypeName type = layout.numbers.gradientType();
    return layout.numbers.plan.wrt().size() == 1 ? type : layout.nested.nestedClass("Gradient");
  }

  private MethodSpec gradient() {
    String g = locals().fresh("numbers");
    return layout
        .method("gradient", layout.gradientType())
        .addJavadoc("The gradient, by reverse mode.\n")
        .addCode(layout.checks())
        .addStatement("$T $N = $T.gradient($L)", numbersGradient(), g, layout.nested, layout.args())
        .addStatement("return $L", gradientOf(g))
        .build();
  }

  private MethodSpec derivative() {
    return layout
        .method("gradient", layout.gradientType())
        .addJavadoc("The complex derivative, by reverse mode.\n")
        .addStatement("return vjp($L, $T.ONE)", paramList(), layout.resultType())
        .build();
  }

  private MethodSpec valueAndDerivative() {
    String pullback = locals().fresh("pullback");
    return layout
        .method("valueAndGradient", layout.type.nestedClass("ValueAndGradient"))
        .addJavadoc("The value and the complex derivative, by reverse mode.\n")
        .addStatement("Pullback $N = pullback($L)", pullback, paramList())
        .addStatement(
            "return new ValueAndGradient($1N.value(), $1N.apply($2T.ONE))",
            pullback,
            layout.resultType())
        .build();
  }

  private MethodSpec valueAndGradient() {
    String both = locals().fresh("both");
    String g = locals().fresh("numbers");
    ClassName type = layout.nested.nestedClass("ValueAndGradient");
    return layout
        .method("valueAndGradient", layout.type.nestedClass("ValueAndGradient"))
        .addJavadoc("The value and the gradient, by reverse mode.\n")
        .addCode(layout.checks())
        .addStatement("$T $N = $T.valueAndGradient($L)", type, both, layout.nested, layout.args())
        .addStatement("$T $N = $N.gradient()", numbersGradient(), g, both)
        .addStatement("return new ValueAndGradient($N.value(), $L)", both, gradientOf(g))
        .build();
  }

  private MethodSpec inWorkspace() {
    String ws = locals().fresh("ws");
    MethodSpec.Builder method =
        layout
            .method("valueAndGradient", layout.resultType())
            .addParameter(layout.type.nestedClass("Workspace"), ws)
            .addJavadoc("The value; the gradient is read from {@code $N}.\n", ws)
            .addCode(layout.checks());
    for (int index : layout.plan.wrt()) {
      String name = layout.params.get(index);
      if (layout.graph.has(index)) {
        method.addStatement("$N.$NGiven = $N", ws, name, layout.graph.parts(index));
      } else if (layout.plan.params().get(index).object().isPresent()) {
        method.addStatement("$N.$NGiven = $N", ws, name, name);
      }
    }
    return method
        .addStatement(
            "return $T.valueAndGradient($L)",
            layout.nested,
            layout.args(CodeBlock.of("$N.numbers", ws)))
        .build();
  }

  private MethodSpec vjp() {
    String cotangent = locals().fresh("cotangent");
    if (layout.graph.hasResult()) {
      return layout
          .method("vjp", layout.gradientType())
          .addParameter(layout.resultType(), cotangent)
          .addJavadoc("The cotangents of the arguments, by reverse mode.\n")
          .addStatement("return pullback($L).apply($N)", paramList(), cotangent)
          .build();
    }
    String g = locals().fresh("numbers");
    return layout
        .method("vjp", layout.gradientType())
        .addParameter(layout.resultType(), cotangent)
        .addJavadoc("The cotangents of the arguments, by reverse mode.\n")
        .addCode(layout.checks())
        .addStatement(
            "$T $N = $T.vjp($L)",
            numbersGradient(),
            g,
            layout.nested,
            layout.args(layout.cotangent(cotangent)))
        .addStatement("return $L", gradientOf(g))
        .build();
  }

  private MethodSpec jvp() {
    MethodSpec.Builder method = layout.method("jvp", layout.resultType());
    layout.addDots(method);
    String tangent = locals().fresh("tangent");
    return method
        .addJavadoc("The tangent of the result, by forward mode.\n")
        .addCode(layout.checks())
        .addCode(layout.graph.madeDeclared())
        .addStatement(
            "$T $N = $T.jvp($L)",
            layout.numbers.resultType,
            tangent,
            layout.nested,
            layout.args(layout.dotArgs()))
        .addStatement("return $L", layout.result(tangent))
        .build();
  }

  private MethodSpec valueAndJvp() {
    TypeName pair = layout.type.nestedClass("ValueAndTangent");
    MethodSpec.Builder method = layout.method("valueAndJvp", pair);
    layout.addDots(method);
    Names locals = locals();
    String both = locals.fresh("both");
    String value = locals.fresh("value");
    String tangent = locals.fresh("tangent");
    TypeName result = layout.numbers.resultType;
    return method
        .addJavadoc("The value and its tangent, by forward mode.\n")
        .addCode(layout.checks())
        .addCode(layout.graph.madeDeclared())
        .addStatement(
            "$T $N = $T.valueAndJvp($L)",
            layout.nested.nestedClass("ValueAndTangent"),
            both,
            layout.nested,
            layout.args(layout.dotArgs()))
        .addStatement("$T $N = $N.value()", result, value, both)
        .addStatement("$T $N = $N.tangent()", result, tangent, both)
        .addStatement(
            "return new ValueAndTangent($L, $L)", layout.result(value), layout.result(tangent))
        .build();
  }

  private MethodSpec hvp() {
    MethodSpec.Builder method = layout.method("hvp", layout.gradientType());
    layout.addDots(method);
    String g = locals().fresh("numbers");
    return method
        .addJavadoc("The Hessian times a vector, forward over reverse.\n")
        .addCode(layout.checks())
        .addStatement(
            "$T $N = $T.hvp($L)",
            numbersGradient(),
            g,
            layout.nested,
            layout.args(layout.dotArgs()))
        .addStatement("return $L", gradientOf(g))
        .build();
  }

  private MethodSpec matrix(String name, String javadoc) {
    return layout
        .method(name, MATRIX)
        .addJavadoc(javadoc)
        .addCode(layout.checks())
        .addStatement("return $T.$N($L)", layout.nested, name, layout.argsWithoutResult())
        .build();
  }
}
