package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** The documentation of classes for methods that return nothing. */
final class InPlaceJavadoc {
  private static final String SHAPES =
      "@throws IllegalArgumentException if a shape differs from its primal's, or two arrays are one\n"
          + "    where their primals are two or the other way round\n";

  private InPlaceJavadoc() {}

  /** Of the class. */
  static CodeBlock type(Layout layout) {
    return CodeBlock.of(
        "Derivatives of $L\n"
            + "with respect to $L.\n\n"
            + "<p>All methods leave in the arrays what the method writes, bit for bit, and throw"
            + " what\n"
            + "it throws. Those without a {@link Workspace} may be called from any thread.\n",
        Javadoc.source(layout),
        Javadoc.wrt(layout));
  }

  static CodeBlock jvp(Layout layout) {
    CodeBlock.Builder tags = CodeBlock.builder();
    for (int index : layout.plan.wrt()) {
      String more =
          layout.param(index).updated()
              ? ", updated as the method updates that"
              : layout.param(index).type().isArray() ? ", of its shape" : "";
      tags.add(
          "@param $L the tangent of {@code $L}" + more + "\n",
          layout.dots.get(index),
          layout.params.get(index));
    }
    return Javadoc.of(
        layout,
        "Runs the method on its arrays, and updates their tangents with them, by forward mode.\n\n"
            + "$L$L",
        tags.build(),
        SHAPES);
  }

  /**
   * Of the reverse form.
   *
   * @param bars per array its number among the wrt parameters and the cotangent's name
   * @param ws the workspace's name, or none
   */
  static CodeBlock vjp(Layout layout, List<CodeBlock> bars, CodeBlock ws) {
    return Javadoc.of(
        layout,
        "Runs the method on its arrays, then takes cotangents back through it, by reverse mode.\n"
            + "$L\n\n$L$L$L$L",
        ws.isEmpty()
            ? "Where the method throws, what the cotangents hold is of no use."
            : "Nothing is allocated once the workspace has seen the arguments' sizes.",
        CodeBlock.join(bars, ""),
        ws.isEmpty() ? "" : CodeBlock.of("@param $L keeps tape and arrays\n", ws),
        layout.gradientParts().isEmpty()
            ? ""
            : "@return the cotangents of the parameters that are numbers\n",
        SHAPES);
  }

  /** Of a cotangent. */
  static CodeBlock bar(Layout layout, int index, String bar) {
    return CodeBlock.of(
        layout.param(index).updated()
            ? "@param $1L the cotangent of {@code $2L}: on entry of its last contents, on exit of"
                + " its\n    first\n"
            : "@param $1L what the cotangent of {@code $2L} is added to\n",
        bar,
        layout.params.get(index));
  }
}
