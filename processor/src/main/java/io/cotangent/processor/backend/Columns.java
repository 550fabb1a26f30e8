package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The loops over all unit tangents, which fill an array of columns. */
final class Columns {
  private final Layout layout;
  private final Names locals;
  private final String columns;
  private Function<List<CodeBlock>, CodeBlock> before = dots -> CodeBlock.of("");

  Columns(Layout layout, Names locals, String columns) {
    this.layout = layout;
    this.locals = locals;
    this.columns = columns;
  }

  /** Writes a statement, made from the tangents, before each column. */
  Columns before(Function<List<CodeBlock>, CodeBlock> statement) {
    before = statement;
    return this;
  }

  /**
   * Writes the loops.
   *
   * @param run the statement that runs the method once along some tangents: without columns it is
   *     run all the same, since the method may throw
   * @param column makes a column from the tangents
   */
  void emit(
      CodeBlock.Builder out,
      Function<List<CodeBlock>, CodeBlock> run,
      Function<List<CodeBlock>, CodeBlock> column) {
    String at = locals.fresh("column");
    out.addStatement("double[][] $N = new double[$L][]", columns, layout.wrtSize());
    out.addStatement("int $N = 0", at);
    for (int index : layout.plan.wrt()) {
      if (layout.param(index).type().isArray()) {
        String primal = layout.params.get(index);
        out.addStatement(
            "$T $N = $T.zerosLike($N)",
            layout.paramType(index),
            layout.dots.get(index),
            RunTime.TREES,
            primal);
      }
    }
    if (layout.plan.wrt().stream().allMatch(index -> layout.param(index).type().isArray())) {
      out.beginControlFlow("if ($N.length == 0)", columns)
          .addStatement(run.apply(unit(-1)))
          .endControlFlow();
    }
    String i = locals.fresh("i");
    for (int index : layout.plan.wrt()) {
      String dot = layout.dots.get(index);
      CodeBlock next = next(unit(index), at, column);
      if (layout.param(index).type().isArray()) {
        out.beginControlFlow("for (int $1N = 0; $1N < $2T.size($3N); $1N++)", i, RunTime.TREES, dot)
            .addStatement("$T.set($N, $N, 1.0)", RunTime.TREES, dot, i)
            .add(next)
            .addStatement("$T.set($N, $N, 0.0)", RunTime.TREES, dot, i)
            .endControlFlow();
      } else {
        out.add(next);
      }
    }
  }

  private CodeBlock next(
      List<CodeBlock> dots, String at, Function<List<CodeBlock>, CodeBlock> column) {
    CodeBlock.Builder next = CodeBlock.builder();
    CodeBlock first = before.apply(dots);
    if (!first.isEmpty()) {
      next.addStatement(first);
    }
    return next.addStatement("$N[$N++] = $L", columns, at, column.apply(dots)).build();
  }

  private List<CodeBlock> unit(int chosen) {
    List<CodeBlock> dots = new ArrayList<>();
    for (int index : layout.plan.wrt()) {
      Type type = layout.param(index).type();
      dots.add(
          type.isArray()
              ? CodeBlock.of("$N", layout.dots.get(index))
              : Layout.number(index == chosen ? 1.0 : 0.0, type));
    }
    return dots;
  }
}
