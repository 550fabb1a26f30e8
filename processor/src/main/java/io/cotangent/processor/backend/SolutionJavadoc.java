package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;

/** The documentation of generated classes with solutions. */
final class SolutionJavadoc {
  private static final String THROWS =
      "@throws io.cotangent.ConvergenceException if the solution is not found";

  private SolutionJavadoc() {}

  static CodeBlock type(SolutionLayout layout) {
    SolutionClass plan = layout.plan;
    String what =
        switch (plan.kind()) {
          case FIXED_POINT -> "The fixed point";
          case ROOT -> "The root";
          case ARGMIN -> "The minimiser";
        };
    return CodeBlock.of(
        "$L of {@code $L.$L} in {@code $L},\nand its derivatives with respect to the other"
            + " parameters.\n\n<p>The argument {@code $L} is where a search starts, or the solution"
            + " itself where a name says\nso; it has no derivative. All methods may be called from"
            + " any thread and leave their\narguments as they found them.\n",
        what,
        JavaTypes.className(plan.sourceClass()).simpleName(),
        plan.sourceMethod(),
        layout.unknown(),
        layout.unknown());
  }

  static CodeBlock solve(SolutionLayout layout) {
    return CodeBlock.of(
        "The solution, searched from {@code $L}.\n\n@return the solution\n$L\n",
        layout.unknown(),
        THROWS);
  }

  static CodeBlock solution() {
    return CodeBlock.of(
        "The search's last iterate and how it ended; not finding the solution is no exception.\n\n"
            + "@return iterate, status, iterations and residual\n");
  }

  static CodeBlock at(SolutionLayout layout) {
    return CodeBlock.of(
        "Takes {@code $L}, found by any solver, as the solution. In a differentiable method it\n"
            + "carries the solution's derivative.\n\n@return a copy of it\n"
            + "@throws io.cotangent.ConvergenceException if its residual is too large\n",
        layout.unknown());
  }

  static CodeBlock value(SolutionLayout layout) {
    return CodeBlock.of(
        "The optimal value; its derivative needs no linear solve.\n\n@return the objective at the"
            + " minimiser\n$L\n",
        THROWS);
  }

  static CodeBlock kkt(SolutionLayout layout) {
    return CodeBlock.of(
        "The minimiser with its constraints' multipliers.\n\n@return both, searched from {@code"
            + " $L}\n$L\n",
        layout.unknown(),
        THROWS);
  }

  private static String where(SolutionLayout layout, boolean given) {
    return given
        ? "at {@code " + layout.unknown() + "}, which is taken as the solution"
        : "which is searched first";
  }

  private static CodeBlock throwing() {
    return CodeBlock.of("$L, or has no derivative\n", THROWS);
  }

  static CodeBlock jvp(SolutionLayout layout, boolean given) {
    return CodeBlock.of(
        "The solution's tangent along tangents of the parameters, $L.\n\n@return the tangent, of"
            + " the solution's shape\n$L",
        where(layout, given),
        throwing());
  }

  static CodeBlock vjp(SolutionLayout layout, boolean given) {
    return CodeBlock.of(
        "The parameters' cotangents for a cotangent of the solution, $L.\n\n@param $L of the"
            + " solution's shape\n@return the parameters' cotangents\n$L",
        where(layout, given),
        layout.cotangent,
        throwing());
  }

  static CodeBlock jacobian(SolutionLayout layout, boolean given) {
    return CodeBlock.of(
        "The matrix of the solution's derivatives, $L.\n\n@return a row for each number of the"
            + " solution, a column for each of the parameters\n$L",
        where(layout, given),
        throwing());
  }

  static CodeBlock adjoint(SolutionLayout layout) {
    return CodeBlock.of(
        "Like {@code vjp}, with a bound on the error; what is not found is no exception.\n\n"
            + "@param $L of the solution's shape\n@return the gradient, or the status that says"
            + " why there is none\n",
        layout.cotangent);
  }

  static CodeBlock corrected(SolutionLayout layout, String value) {
    return CodeBlock.of(
        "A number that depends on the solution, from what it is at {@code $1L} near it: with"
            + " Christianson's\ncorrection the error is of second order in the residual"
            + " there.\n\n@param $2L the number's gradient with respect to {@code $1L}\n"
            + "@param $3L the number at {@code $1L}\n@return the number with the correction\n"
            + "@throws io.cotangent.ConvergenceException if the derivative's system is not"
            + " solved\n",
        layout.unknown(),
        layout.cotangent,
        value);
  }
}
