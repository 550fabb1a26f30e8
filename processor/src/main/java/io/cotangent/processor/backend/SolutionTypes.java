package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The records that a class with a solution has. */
final class SolutionTypes {
  private SolutionTypes() {}

  static void addTo(TypeSpec.Builder type, SolutionLayout layout) {
    if (layout.plan.isConstrained()) {
      type.addType(kkt(layout));
    }
    addTo(type, layout.stateType, layout.gradientType(), layout.hasDerivatives());
    if (layout.plan.theta().size() > 1) {
      type.addType(gradient(layout));
    }
  }

  /** The records of a class with these types. */
  static void addTo(
      TypeSpec.Builder type, TypeName stateType, TypeName gradientType, boolean derivatives) {
    TypeName status = SolutionLayout.runtime("Status");
    type.addType(
        record(
            "Solution",
            MethodSpec.constructorBuilder()
                .addParameter(stateType, "value")
                .addParameter(status, "status")
                .addParameter(int.class, "iterations")
                .addParameter(double.class, "residual"),
            "What the search came to.\n\n@param value the last iterate\n"
                + "@param status how it ended\n@param iterations how many were made\n"
                + "@param residual the Euclidean norm of the residual\n"));
    if (!derivatives) {
      return;
    }
    type.addType(
        record(
            "AdjointSolution",
            MethodSpec.constructorBuilder()
                .addParameter(gradientType, "gradient")
                .addParameter(status, "status")
                .addParameter(SolutionLayout.runtime("Adjoint"), "solver")
                .addParameter(int.class, "iterations")
                .addParameter(double.class, "residual")
                .addParameter(double.class, "errorBound"),
            "A gradient of the solution with what is known about its error.\n\n"
                + "@param gradient NaN where it was not found\n@param status how it ended\n"
                + "@param solver which solver of the linear system it was\n"
                + "@param iterations how many it made\n"
                + "@param residual the Euclidean norm of the linear system's residual\n"
                + "@param errorBound a bound on the Euclidean norm of the gradient's error\n"));
  }

  private static TypeSpec kkt(SolutionLayout layout) {
    return record(
        "Kkt",
        MethodSpec.constructorBuilder()
            .addParameter(layout.stateType, "value")
            .addParameter(double[].class, "equalityMultipliers")
            .addParameter(double[].class, "inequalityMultipliers"),
        "A minimiser with the multipliers of its constraints.\n\n@param value the minimiser\n"
            + "@param equalityMultipliers those of {@code h = 0}\n"
            + "@param inequalityMultipliers those of {@code g <= 0}, none of them negative\n");
  }

  private static TypeSpec gradient(SolutionLayout layout) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    CodeBlock.Builder javadoc = CodeBlock.builder().add("Cotangents of the parameters.\n\n");
    for (int i = 0; i < layout.components.size(); i++) {
      int index = layout.plan.theta().get(i);
      components.addParameter(layout.typeOf(index), layout.components.get(i));
      javadoc.add(
          "@param $L of the shape of {@code $L}\n",
          layout.components.get(i),
          layout.params.get(index));
    }
    return TypeSpec.recordBuilder("Gradient")
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .addJavadoc(javadoc.build())
        .build();
  }

  private static TypeSpec record(String name, MethodSpec.Builder components, String javadoc) {
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .addJavadoc(javadoc)
        .build();
  }
}
