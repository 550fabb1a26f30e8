package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;

/** The documentation of the methods of inverse mode. */
final class InverseJavadoc {
  private static final String SINGULAR =
      "@throws ArithmeticException if the Jacobian is singular\n";

  private InverseJavadoc() {}

  /** The name of a wrt parameter's cotangent. */
  static String bar(Layout layout, int param) {
    return layout.inverseBars.get(layout.plan.wrt().indexOf(param));
  }

  private static String way(boolean steps) {
    return steps ? "step by step" : "with the whole Jacobian, factorised";
  }

  static CodeBlock plain(Layout layout, String v, boolean steps) {
    return Javadoc.of(
        layout,
        "The inverse of the Jacobian times a vector, $L.\n\n"
            + "@param $L what the result would change by, of its shape\n"
            + "@return the change of the parameters that does it\n"
            + SINGULAR,
        way(steps),
        v);
  }

  static CodeBlock transposed(Layout layout, boolean steps) {
    CodeBlock.Builder tags = CodeBlock.builder();
    for (int index : layout.plan.wrt()) {
      tags.add(
          "@param $L a cotangent of {@code $L}, of its shape\n",
          bar(layout, index),
          layout.params.get(index));
    }
    return Javadoc.of(
        layout,
        "The inverse of the transposed Jacobian times a vector, $L.\n\n$L"
            + "@return the cotangent of the result whose vector-Jacobian product they are\n"
            + SINGULAR,
        way(steps),
        tags.build());
  }

  static CodeBlock inverse(Layout layout, String y) {
    return Javadoc.of(
        layout,
        "The inverse function: what the method makes $L of, given all other parameters. Of those\n"
            + "that are found only the shapes are read.\n\n"
            + "@param $L the method's result\n"
            + "@return the parameters; NaN where no step gives such a value\n",
        y,
        y);
  }

  static CodeBlock logarithm(Layout layout) {
    return Javadoc.of(
        layout,
        "The logarithm of the absolute value of the Jacobian's determinant.\n\n"
            + "@return the logarithm\n"
            + SINGULAR);
  }
}
