package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes a class with the solution of a method of objects. Its {@code solve}, {@code at} and {@code
 * value} are plain enough to be read as source by differentiable methods that call them.
 */
public final class SolutionObjectEmitter {
  private static final TypeName MATRIX = TypeName.get(double[][].class);
  private static final String SOLVING =
      "@throws io.cotangent.ConvergenceException if the solution is not found";

  private final SolutionObjects plan;
  private final SolutionObjectCode code;

  /** A writer of one class. */
  public SolutionObjectEmitter(SolutionObjects plan) {
    this.plan = plan;
    code = new SolutionObjectCode(plan);
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    TypeSpec.Builder type =
        GeneratedClass.of(plan.simpleName(), plan.isPublic())
            .addJavadoc(
                "The solution of {@code $L.$L}\nin {@code $L}, and its derivatives with respect to"
                    + " the other parameters.\n\n<p>A tangent or cotangent of an object is an object"
                    + " of its class whose numbers are the tangent's\nor cotangent's; what else it"
                    + " holds is the object's own.\n",
                JavaTypes.className(plan.numbers().sourceClass()).simpleName(),
                plan.numbers().sourceMethod(),
                code.params.get(plan.unknown()));
    type.addMethod(found("solve", "The solution, searched from the state argument."))
        .addMethod(solution())
        .addMethod(found("at", "Takes the state argument as the solution."));
    if (plan.numbers().hasValue()) {
      type.addMethod(
          code.method("value", TypeName.DOUBLE)
              .addJavadoc("The optimal value.\n\n@return the objective there\n$L\n", SOLVING)
              .addStatement("return $L", call("value"))
              .build());
    }
    if (!plan.theta().isEmpty()) {
      for (String suffix : List.of("", "AtSolution")) {
        type.addMethod(jvp(suffix)).addMethod(vjp(suffix)).addMethod(jacobian(suffix));
      }
      type.addMethod(adjoint()).addMethod(corrected());
    }
    types(type);
    GeneratedClass.file(plan.numbers().packageName(), type.build()).writeTo(out);
  }

  private CodeBlock call(String method, CodeBlock... further) {
    List<CodeBlock> all = new ArrayList<>(code.arguments());
    all.addAll(List.of(further));
    return CodeBlock.of("$T.$N($L)", code.numbers.type, method, CodeBlock.join(all, ",$W"));
  }

  private MethodSpec found(String name, String text) {
    return code.method(name, code.stateType())
        .addJavadoc("$L\n\n@return the solution\n$L\n", text, SOLVING)
        .addStatement("$T $N = $L", code.numbers.stateType, code.found, call(name))
        .addStatement("return $L", code.made(code.found, ""))
        .build();
  }

  private MethodSpec solution() {
    return code.method("solution", code.type.nestedClass("Solution"))
        .addJavadoc(SolutionJavadoc.solution())
        .addStatement(
            "$T $N = $L", code.numbers.type.nestedClass("Solution"), code.found, call("solution"))
        .addStatement(
            "return new Solution($1L,$W$2N.status(),$W$2N.iterations(),$W$2N.residual())",
            code.made(code.found, ".value()"),
            code.found)
        .build();
  }

  private MethodSpec jvp(String suffix) {
    MethodSpec.Builder method = code.method("jvp" + suffix, code.stateType());
    List<CodeBlock> tangents = new ArrayList<>();
    for (int index : plan.theta()) {
      method.addParameter(code.typeOf(index), code.dots.get(index));
      tangents.addAll(code.parts(index, code.dots.get(index), true));
    }
    return method
        .addJavadoc(
            "The solution's tangent.\n\n@return its change along that of the others\n$L\n", SOLVING)
        .addStatement(
            "$T $N = $L",
            code.numbers.stateType,
            code.found,
            call("jvp" + suffix, tangents.toArray(new CodeBlock[0])))
        .addStatement("return $L", code.made(code.found, ""))
        .build();
  }

  private MethodSpec vjp(String suffix) {
    return code.method("vjp" + suffix, code.gradientType())
        .addParameter(code.stateType(), code.cotangent)
        .addJavadoc("The other parameters' cotangents.\n\n@return one for each\n$L\n", SOLVING)
        .addStatement(
            "$T $N = $L",
            code.numbers.gradientType(),
            code.found,
            call("vjp" + suffix, code.seed()))
        .addStatement("return $L", code.gradient(code.found))
        .build();
  }

  private MethodSpec jacobian(String suffix) {
    return code.method("jacobian" + suffix, MATRIX)
        .addJavadoc(
            "The Jacobian, over the numbers of solution and parameters in order.\n\n@return a row"
                + " for each number of the solution\n$L\n",
            SOLVING)
        .addStatement("return $L", call("jacobian" + suffix))
        .build();
  }

  private MethodSpec adjoint() {
    String gradient = code.found + "Gradient";
    return code.method("adjoint", code.type.nestedClass("AdjointSolution"))
        .addParameter(code.stateType(), code.cotangent)
        .addJavadoc(
            "The other parameters' cotangents with what is known about their error; no exception if"
                + " there\nare none.\n\n@return the cotangents, and how they were found\n")
        .addStatement(
            "$T $N = $L",
            code.numbers.type.nestedClass("AdjointSolution"),
            code.found,
            call("adjoint", code.seed()))
        .addStatement("$T $N = $N.gradient()", code.numbers.gradientType(), gradient, code.found)
        .addStatement(
            "return new AdjointSolution($1L,$W$2N.status(),$W$2N.solver(),$W$2N.iterations(),$W"
                + "$2N.residual(),$W$2N.errorBound())",
            code.gradient(gradient),
            code.found)
        .build();
  }

  private MethodSpec corrected() {
    String value = code.found + "Value";
    return code.method("corrected", TypeName.DOUBLE)
        .addParameter(code.stateType(), code.cotangent)
        .addParameter(TypeName.DOUBLE, value)
        .addJavadoc(
            "A number that depends on the solution, from what it is at a state near it, to second"
                + " order in\nthe residual there.\n\n@return the number with Christianson's"
                + " correction\n$L\n",
            SOLVING)
        .addStatement("return $L", call("corrected", code.seed(), CodeBlock.of("$N", value)))
        .build();
  }

  private void types(TypeSpec.Builder type) {
    SolutionTypes.addTo(type, code.stateType(), code.gradientType(), !plan.theta().isEmpty());
    if (plan.theta().size() > 1) {
      MethodSpec.Builder components = MethodSpec.constructorBuilder();
      plan.theta().forEach(i -> components.addParameter(code.typeOf(i), code.params.get(i)));
      type.addType(
          TypeSpec.recordBuilder("Gradient")
              .addModifiers(Modifier.PUBLIC)
              .recordConstructor(components.build())
              .addJavadoc("Cotangents of the parameters.\n")
              .build());
    }
  }
}
