package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Hessians and their products with vectors, forward over reverse. */
final class SecondOrderMethods {
  private static final TypeName MATRIX = JavaTypes.of(Type.arrayOf(Type.arrayOf(Type.DOUBLE)));

  private final Layout layout;

  SecondOrderMethods(Layout layout) {
    this.layout = layout;
  }

  /** Adds the public methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(hvp()).addMethod(hessian());
  }

  private MethodSpec hvp() {
    String ws = layout.locals().fresh("ws");
    MethodSpec.Builder method = layout.publicMethod("hvp", layout.gradientType());
    layout.addDots(method);
    CodeBlock.Builder out = CodeBlock.builder();
    ForwardMethods.requireShapes(layout, out);
    return method
        .addJavadoc(Javadoc.hvp(layout))
        .addCode(out.build())
        .addStatement("$1T $2N = new $1T()", layout.workspace, ws)
        .addStatement("$L", run(layout.dotList(), ws))
        .addStatement("return $L", layout.gradientOf(Layout.fields(ws, layout.barDots)))
        .build();
  }

  private MethodSpec hessian() {
    Names locals = layout.locals();
    String ws = locals.fresh("ws");
    String columns = locals.fresh("columns");
    CodeBlock.Builder out =
        CodeBlock.builder().addStatement("$1T $2N = new $1T()", layout.workspace, ws);
    new Columns(layout, locals, columns)
        .before(dots -> run(CodeBlock.join(dots, ", "), ws))
        .emit(
            out,
            dots -> run(CodeBlock.join(dots, ", "), ws),
            dots -> layout.flat(Layout.fields(ws, layout.barDots)));
    out.addStatement("return $1T.fromColumns($2N, $2N.length)", RunTime.TREES, columns);
    return layout
        .publicMethod("hessian", MATRIX)
        .addJavadoc(Javadoc.hessian(layout))
        .addCode(out.build())
        .build();
  }

  private CodeBlock run(CodeBlock dots, String ws) {
    return CodeBlock.of(
        "$N($L$L, $N)", layout.secondOrder, ReverseMethods.comma(layout.paramList()), dots, ws);
  }

  /** The private method that leaves the cotangents' tangents in the workspace. */
  MethodSpec secondOrder() {
    Names locals = layout.locals();
    String ws = locals.fresh("ws");
    MethodSpec.Builder method =
        layout.method(layout.secondOrder, TypeName.VOID, Modifier.PRIVATE, Modifier.STATIC);
    layout.addDots(method);
    method.addParameter(layout.workspace, ws);
    CodeBlock.Builder out = CodeBlock.builder().addStatement("$N.$N()", ws, layout.reset);
    Entry entry = Objects.requireNonNull(layout.plan.forms().reverseTangent());
    EntryCall call = new EntryCall(layout, entry);
    Shadows shadows =
        new Shadows(layout, call, locals, out, field -> CodeBlock.of("$N.$N", ws, field));
    shadows.primals();
    shadows.tangents();
    shadows.adjoints();
    shadows.adjointTangents();
    call.argument(Kind.SEED, -1, Layout.number(1.0, layout.plan.resultType()));
    call.ignoreValue();
    call.emit(out, locals, ws);
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size(); i++) {
      CodeBlock value = shadows.adjointTangent(wrt.get(i));
      out.addStatement("$N.$N = $L", ws, layout.barDots.get(i), value);
    }
    return method.addCode(out.build()).build();
  }
}
