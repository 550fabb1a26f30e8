package io.cotangent.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;

/** The solutions of many items and their derivatives, each item with a status of its own. */
final class BatchSolutions {
  private static final ClassName STATUS = ClassName.get("io.cotangent", "Status");

  private final BatchLayout layout;

  BatchSolutions(BatchLayout layout) {
    this.layout = layout;
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(solve());
    if (!layout.wrt().isEmpty()) {
      type.addMethod(vjp(false)).addMethod(vjp(true));
    }
  }

  private MethodSpec solve() {
    BatchMethod method = new BatchMethod(layout, "solve", TypeName.VOID);
    List<CodeBlock> arguments = method.arguments();
    method.parameter(layout.outType(), layout.out);
    boolean scalar = layout.item.isScalar();
    CodeBlock size = scalar ? CodeBlock.of("1") : CodeBlock.of("$N", method.perItem(layout.out));
    if (scalar) {
      method.require(layout.out, size);
    }
    String statuses = statuses(method);
    String solution = method.local("solution");
    CodeBlock.Builder items = method.items();
    items
        .addStatement(
            "$T $N = $T.solution($L)",
            layout.item.type().nestedClass("Solution"),
            solution,
            layout.item.type(),
            CodeBlock.join(arguments, ",$W"))
        .addStatement("$N[$N] = $N.status()", statuses, method.item, solution);
    if (scalar) {
      items.addStatement("$N[$N] = $N.value()", layout.out, method.item, solution);
    } else {
      items
          .addStatement(
              "$T.requireResult($S, $N, $N.value().length, $L)",
              BatchMethod.BATCHES,
              layout.out,
              method.item,
              solution,
              size)
          .addStatement(
              "$T.arraycopy($N.value(), 0, $N, $N * $L, $L)",
              System.class,
              solution,
              layout.out,
              method.item,
              size,
              size);
    }
    method.javadoc(BatchJavadoc.solve(layout, statuses));
    return method.build(CodeBlock.of("0"), CodeBlock.of(""));
  }

  private String statuses(BatchMethod method) {
    String statuses = method.local("statuses");
    method.parameter(ArrayTypeName.of(STATUS), statuses);
    method.require(statuses, CodeBlock.of("1"));
    return statuses;
  }

  private MethodSpec vjp(boolean ones) {
    BatchMethod method = new BatchMethod(layout, "vjp", layout.gradientType());
    List<CodeBlock> arguments = new ArrayList<>(method.arguments());
    arguments.add(ones ? ones(method) : cotangent(method));
    BatchSums cotangents = method.cotangents();
    String statuses = statuses(method);
    String adjoint = method.local("adjoint");
    CodeBlock.Builder items = method.items();
    items
        .addStatement(
            "$T $N = $T.adjoint($L)",
            layout.item.type().nestedClass("AdjointSolution"),
            adjoint,
            layout.item.type(),
            CodeBlock.join(arguments, ",$W"))
        .addStatement("$N[$N] = $N.status()", statuses, method.item, adjoint)
        .beginControlFlow("if ($N.status() == $T.CONVERGED)", adjoint, STATUS);
    cotangents.put(
        layout.wrt().size() == 1
            ? List.of(CodeBlock.of("$N.gradient()", adjoint))
            : layout.item.components().stream()
                .map(component -> CodeBlock.of("$N.gradient().$N()", adjoint, component))
                .toList());
    items.nextControlFlow("else");
    cotangents.putNaN();
    items.endControlFlow();
    method.javadoc(BatchJavadoc.solutionVjp(layout, statuses, ones));
    return method.build(cotangents.count(), cotangents.end());
  }

  private CodeBlock cotangent(BatchMethod method) {
    method.parameter(layout.outType(), layout.cotangent);
    if (layout.item.isScalar()) {
      method.require(layout.cotangent, CodeBlock.of("1"));
      return CodeBlock.of("$N[$N]", layout.cotangent, method.item);
    }
    CodeBlock size = CodeBlock.of("$N", method.perItem(layout.cotangent));
    return method.itemArray(layout.cotangent, JavaTypes.of(layout.item.resultType().leaf()), size);
  }

  private CodeBlock ones(BatchMethod method) {
    if (layout.item.isScalar()) {
      return CodeBlock.of("1");
    }
    String ones = method.local("ones");
    int unknown = layout.item.unknown();
    CodeBlock size =
        layout.isBatched(unknown)
            ? method.itemSize(unknown)
            : CodeBlock.of("$N.length", layout.params.get(unknown));
    TypeName leaf = JavaTypes.of(layout.item.resultType().leaf());
    method
        .block()
        .addStatement("$1T[] $2N = new $1T[$3L]", leaf, ones, size)
        .addStatement("$T.fill($N, 1)", java.util.Arrays.class, ones);
    return CodeBlock.of("$N", ones);
  }
}
