package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the cotangents of a batched operation go: those of batched parameters to their items' parts
 * of the caller's arrays, those of shared ones to sums, scalars first.
 */
final class BatchSums {
  private final BatchLayout layout;
  private final BatchMethod method;
  private final CodeBlock.Builder checks;
  private final String sums;
  private final Map<Integer, CodeBlock> at = new LinkedHashMap<>();
  private CodeBlock count;

  BatchSums(BatchLayout layout, BatchMethod method, CodeBlock.Builder checks, String sums) {
    this.layout = layout;
    this.method = method;
    this.checks = checks;
    this.sums = sums;
    count = CodeBlock.of("$L", layout.returned().size());
  }

  /** Adds the arrays for the cotangents, and the places of the sums. */
  void parameters() {
    for (int i : layout.withBars()) {
      String bar = layout.bars.get(i);
      method.parameter(layout.paramType(i), bar);
      if (layout.isBatched(i)) {
        method.require(bar, method.itemSize(i));
        method.launchOutput(bar, method.itemSize(i));
      } else {
        checks.addStatement(
            "$T.requireShape($S, $N, $N)", RunTime.TREES, bar, layout.params.get(i), bar);
      }
    }
    List<Integer> shared = layout.sharedArrays();
    for (int i : shared) {
      if (count.toString().matches("\\d+")) {
        at.put(i, count);
        count = CodeBlock.of("$L + $T.size($N)", count, RunTime.TREES, layout.params.get(i));
      } else {
        String place = method.local(layout.params.get(i) + "At");
        checks.addStatement("int $N = $L", place, count);
        at.put(i, CodeBlock.of("$N", place));
        count = CodeBlock.of("$N + $T.size($N)", place, RunTime.TREES, layout.params.get(i));
      }
    }
  }

  /** Puts away the cotangents of an item, one expression per wrt parameter. */
  void put(List<CodeBlock> parts) {
    List<Integer> wrt = layout.wrt();
    CodeBlock.Builder items = method.items();
    for (int k = 0; k < wrt.size(); k++) {
      int i = wrt.get(k);
      CodeBlock part = parts.get(k);
      if (layout.isBatched(i) && layout.isArray(i)) {
        CodeBlock size = method.itemSize(i);
        items.addStatement(
            "$T.arraycopy($L, 0, $N, $N * $L, $L)",
            System.class,
            part,
            layout.bars.get(i),
            method.item,
            size,
            size);
      } else if (layout.isBatched(i)) {
        items.addStatement("$N[$N] = $L", layout.bars.get(i), method.item, part);
      } else if (layout.isArray(i)) {
        items.addStatement("$T.add($L, $N, $L)", BatchMethod.BATCHES, part, sums, at.get(i));
      } else {
        items.addStatement("$N[$L] += $L", sums, layout.returned().indexOf(i), part);
      }
    }
  }

  /** Says that an item has no cotangents: sums go without it. */
  void putNaN() {
    for (int i : layout.wrt()) {
      if (layout.isBatched(i)) {
        String bar = layout.bars.get(i);
        boolean isFloat = layout.item.paramType(i).leaf() == Type.FLOAT;
        CodeBlock nan = CodeBlock.of("$T.NaN", isFloat ? Float.class : Double.class);
        if (layout.isArray(i)) {
          CodeBlock size = method.itemSize(i);
          method
              .items()
              .addStatement(
                  "$1T.fill($2N, $3N * $4L, ($3N + 1) * $4L, $5L)",
                  Arrays.class,
                  bar,
                  method.item,
                  size,
                  nan);
        } else {
          method.items().addStatement("$N[$N] = $L", bar, method.item, nan);
        }
      }
    }
  }

  /** Where the sums of a shared array begin. */
  CodeBlock place(int param) {
    return java.util.Objects.requireNonNull(at.get(param));
  }

  /** How many sums there are. */
  CodeBlock count() {
    return count;
  }

  /** Gives the sums to the caller, after the run. */
  CodeBlock end() {
    CodeBlock.Builder end = CodeBlock.builder();
    for (int i : layout.sharedArrays()) {
      end.addStatement(
          "$T.unflatten($N, $L, $N)",
          RunTime.TREES,
          method.result(),
          at.get(i),
          layout.bars.get(i));
    }
    if (!layout.returned().isEmpty()) {
      end.addStatement("return $L", layout.gradientOf(method.result()));
    }
    return end.build();
  }
}
