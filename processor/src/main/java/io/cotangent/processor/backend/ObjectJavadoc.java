package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import java.util.stream.Stream;

/** The documentation of generated classes whose methods take objects. */
final class ObjectJavadoc {
  private ObjectJavadoc() {}

  static CodeBlock type(ObjectLayout layout) {
    DerivativeClass plan = layout.plan.numbers();
    return CodeBlock.of(
        "Derivatives of {@code $L.$L}\nwith respect to $L.\n\n"
            + "<p>A tangent or cotangent of an object is an object of its class whose numbers are the"
            + " tangent's\nor cotangent's; what else it holds is the object's own.$L\n",
        plan.sourceClass(),
        plan.sourceMethod(),
        wrt(layout),
        isComplex(layout)
            ? " The cotangent of a\ncomplex number {@code x + iy} is {@code d/dx - i d/dy}."
            : "");
  }

  private static boolean isComplex(ObjectLayout layout) {
    return Stream.concat(
            layout.plan.wrt().stream().flatMap(i -> layout.plan.params().get(i).object().stream()),
            layout.plan.result().stream())
        .anyMatch(object -> object.source().equals(ObjectCode.COMPLEX));
  }

  private static String wrt(ObjectLayout layout) {
    return layout.plan.wrt().stream()
        .map(index -> "{@code " + layout.params.get(index) + "}")
        .collect(java.util.stream.Collectors.joining(", "));
  }

  static CodeBlock gradient(ObjectLayout layout) {
    CodeBlock.Builder doc = CodeBlock.builder().add("The gradient, part by part.\n\n");
    layout.plan.wrt().stream()
        .map(layout.params::get)
        .forEach(name -> doc.add("@param $N with respect to {@code $N}\n", name, name));
    return doc.build();
  }
}
