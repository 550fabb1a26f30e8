package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import java.util.stream.Collectors;

/** The documentation of generated classes of batched operations. */
final class BatchJavadoc {
  private BatchJavadoc() {}

  /** Of the class. */
  static CodeBlock type(BatchLayout layout) {
    String over =
        layout.over().stream()
            .map(i -> "{@code " + layout.params.get(i) + "}")
            .collect(Collectors.joining(", "));
    return CodeBlock.of(
        "The operations of {@link $T}\nfor many items at once, which differ in $L.\n\n"
            + "<p>A batched parameter, its tangent and its cotangent are flat arrays, item after"
            + " item;\nall others are shared by the items. Each method takes the device, the number"
            + " of items,\nthe arguments, and output arrays of the caller's, which it overwrites."
            + " On Java's own\ndevices every item's numbers are those of one item alone,"
            + " bit for bit but for\nelementary functions of the Vector API, and whatever the first"
            + " failing item throws is thrown.\n",
        layout.item.type().topLevelClassName(),
        over);
  }

  private static final String SIZES =
      "@throws IllegalArgumentException if the length of an array doesn't fit the number of items\n";

  private static CodeBlock of(String format, Object... args) {
    return CodeBlock.of(format + SIZES, args);
  }

  static CodeBlock value(BatchLayout layout) {
    return of("The values of all items.\n\n@param $L for each item its value\n", layout.out);
  }

  static CodeBlock gradient(BatchLayout layout) {
    return of(
        "The values of all items and their gradients, by reverse mode.\n\n"
            + "@param $L for each item its value\n$L",
        layout.out,
        bars(layout));
  }

  static CodeBlock jvp(BatchLayout layout) {
    return of(
        "The values of all items and their Jacobian-vector products, by forward mode.\n\n"
            + "@param $L for each item its value\n@param $L for each item its value's tangent\n",
        layout.out,
        layout.outDot);
  }

  static CodeBlock vjp(BatchLayout layout) {
    return of(
        "The vector-Jacobian products of all items, by reverse mode.\n\n"
            + "@param $L for each item the cotangent of its value\n$L",
        layout.cotangent,
        bars(layout));
  }

  static CodeBlock hvp(BatchLayout layout) {
    return of(
        "The Hessian of the items' sum times a vector, forward over reverse.\n\n$L", bars(layout));
  }

  static CodeBlock solve(BatchLayout layout, String statuses) {
    return of(
        "The solutions of all items. An item without one harms no other.\n\n"
            + "@param $L for each item its solution, or where its solver stopped\n"
            + "@param $L for each item how its solver ended\n",
        layout.out,
        statuses);
  }

  static CodeBlock solutionVjp(BatchLayout layout, String statuses, boolean ones) {
    return of(
        "The derivatives of all items' solutions, by reverse mode, solving first. An item without\n"
            + "one gets NaN, and adds nothing to sums.\n\n$L@param $L for each item how its"
            + " solvers ended\n$L",
        CodeBlock.of(
            ones
                ? "<p>The cotangent of each number of a solution is one: this is the gradient of"
                    + " their sum.\n\n"
                : "@param $L for each item the cotangent of its solution\n",
            ones ? new Object[0] : new Object[] {layout.cotangent}),
        statuses,
        bars(layout));
  }

  static CodeBlock matrix(BatchLayout layout, String operation) {
    return of(
        "The $L of every item with respect to all its parameters.\n\n"
            + "@param $L for each item the matrix of {@link $T#$L},\n    row by row\n",
        operation.equals("hessian") ? "Hessian" : "Jacobian",
        layout.out,
        layout.item.type().topLevelClassName(),
        operation);
  }

  private static CodeBlock bars(BatchLayout layout) {
    CodeBlock.Builder tags = CodeBlock.builder();
    for (int i : layout.withBars()) {
      tags.add(
          layout.isBatched(i)
              ? "@param $L for each item the cotangent of its {@code $L}\n"
              : "@param $L the cotangent of {@code $L}, summed over the items\n",
          layout.bars.get(i),
          layout.params.get(i));
    }
    if (!layout.returned().isEmpty()) {
      tags.add("@return the cotangents of shared numbers, summed over the items\n");
    }
    return tags.build();
  }

  static CodeBlock gradientRecord(BatchLayout layout) {
    CodeBlock.Builder text =
        CodeBlock.builder().add("The cotangents of shared numbers, summed over the items.\n\n");
    for (int i : layout.returned()) {
      text.add(
          "@param $L the derivative by {@code $L}\n", layout.component(i), layout.params.get(i));
    }
    return text.build();
  }
}
