package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Jacobians: columns by forward mode, rows by reverse mode, or whichever are fewer. */
final class JacobianMethods {
  private static final TypeName MATRIX = JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));

  private final Layout layout;

  JacobianMethods(Layout layout) {
    this.layout = layout;
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(jacobian()).addMethod(jacobianForward()).addMethod(jacobianReverse());
  }

  private MethodSpec jacobian() {
    Names locals = layout.locals();
    MethodSpec.Builder method =
        layout.publicMethod("jacobian", MATRIX).addJavadoc(Javadoc.jacobian(layout));
    if (layout.isScalar()) {
      List<Integer> wrt = layout.plan.wrt();
      boolean one = wrt.size() == 1 && !layout.param(wrt.get(0)).type().isArray();
      return method
          .addStatement(
              "return $N($L)", one ? "jacobianForward" : "jacobianReverse", layout.paramList())
          .build();
    }
    if (layout.plan.forms().rows() != null) {
      String rows = locals.fresh("rows");
      return method
          .addStatement("double[][] $N = $L", rows, tapeless(layout.wrtSize()))
          .addStatement("return $1N != null ? $1N : jacobianForward($2L)", rows, layout.paramList())
          .build();
    }
    String pullback = locals.fresh("pullback");
    return method
        .addStatement("Pullback $N = pullback($L)", pullback, layout.paramList())
        .beginControlFlow(
            "if ($L <= $T.size($N.value()))", layout.wrtSize(), RunTime.TREES, pullback)
        .addStatement("return jacobianForward($L)", layout.paramList())
        .endControlFlow()
        .addStatement("return $N($N)", layout.rows, pullback)
        .build();
  }

  private MethodSpec jacobianReverse() {
    MethodSpec.Builder method =
        layout
            .publicMethod("jacobianReverse", MATRIX)
            .addJavadoc(Javadoc.jacobianBy(layout, "reverse mode, row by row"));
    if (layout.isScalar()) {
      Names locals = layout.locals();
      String ws = locals.fresh("ws");
      CodeBlock one = Layout.number(1.0, layout.plan.resultType());
      return method
          .addStatement("$1T $2N = new $1T()", layout.workspace, ws)
          .addStatement(
              "$N($L$L, $N)", layout.sweep, ReverseMethods.comma(layout.paramList()), one, ws)
          .addStatement("return new double[][] {$L}", layout.flat(Layout.fields(ws, layout.bars)))
          .build();
    }
    if (layout.plan.forms().rows() != null) {
      CodeBlock all = CodeBlock.of("$T.MAX_VALUE", Integer.class);
      return method.addStatement("return $L", tapeless(all)).build();
    }
    return method.addStatement("return $N(pullback($L))", layout.rows, layout.paramList()).build();
  }

  /** The rows without a tape; null if there are not fewer than the limit. */
  private CodeBlock tapeless(CodeBlock limit) {
    FunctionId id = Objects.requireNonNull(layout.plan.forms().rows()).function().id();
    return CodeBlock.of(
        "$N($L$L,$W$L)",
        layout.functions.get(id).name(),
        ReverseMethods.comma(layout.paramList()),
        layout.wrtSize(),
        limit);
  }

  /** The private method that applies a pullback to every unit cotangent. */
  MethodSpec rows() {
    Names locals = layout.locals();
    String pullback = locals.fresh("pullback");
    String seed = locals.fresh("seed");
    String rows = locals.fresh("rows");
    String i = locals.fresh("i");
    String gradient = locals.fresh("gradient");
    return MethodSpec.methodBuilder(layout.rows)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(MATRIX)
        .addParameter(layout.type.nestedClass("Pullback"), pullback)
        .addExceptions(layout.exceptions)
        .addStatement(
            "$T $N = $T.zerosLike($N.value())", layout.resultType, seed, RunTime.TREES, pullback)
        .addStatement("double[][] $N = new double[$T.size($N)][]", rows, RunTime.TREES, seed)
        .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", i, rows)
        .addStatement("$T.set($N, $N, 1.0)", RunTime.TREES, seed, i)
        .addStatement("$T $N = $N.apply($N)", layout.gradientType(), gradient, pullback, seed)
        .addStatement("$N[$N] = $L", rows, i, layout.flat(layout.partsOf(gradient)))
        .addStatement("$T.set($N, $N, 0.0)", RunTime.TREES, seed, i)
        .endControlFlow()
        .addStatement("return $N", rows)
        .build();
  }

  private MethodSpec jacobianForward() {
    Names locals = layout.locals();
    String columns = locals.fresh("columns");
    CodeBlock.Builder out = CodeBlock.builder();
    Columns loop = new Columns(layout, locals, columns);
    loop.emit(out, this::jvp, dots -> layout.flatResult(jvp(dots)));
    out.addStatement("return $T.fromColumns($N, $L)", RunTime.TREES, columns, rowCount(columns));
    return layout
        .publicMethod("jacobianForward", MATRIX)
        .addJavadoc(Javadoc.jacobianBy(layout, "forward mode, column by column"))
        .addCode(out.build())
        .build();
  }

  private CodeBlock jvp(List<CodeBlock> dots) {
    return CodeBlock.of(
        "jvp($L$L)", ReverseMethods.comma(layout.paramList()), CodeBlock.join(dots, ", "));
  }

  private CodeBlock rowCount(String columns) {
    if (layout.isScalar()) {
      return CodeBlock.of("1");
    }
    boolean never =
        layout.plan.wrt().stream().anyMatch(index -> !layout.param(index).type().isArray());
    CodeBlock length = CodeBlock.of("$N[0].length", columns);
    return never
        ? length
        : CodeBlock.of(
            "$N.length == 0 ? $T.size(pullback($L).value()) : $L",
            columns,
            RunTime.TREES,
            layout.paramList(),
            length);
  }
}
