package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods that run the joint reverse form: gradients and vector-Jacobian products. */
final class ReverseMethods {
  private final Layout layout;

  ReverseMethods(Layout layout) {
    this.layout = layout;
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    if (layout.isScalar()) {
      type.addMethod(gradient())
          .addMethod(valueAndGradient())
          .addMethod(valueAndGradientInWorkspace());
    }
    type.addMethod(vjp());
    if (!layout.isScalar()) {
      type.addMethod(vjpInWorkspace());
    }
  }

  private MethodSpec gradient() {
    Names locals = layout.locals();
    String ws = locals.fresh("ws");
    return layout
        .publicMethod("gradient", layout.gradientType())
        .addJavadoc(Javadoc.gradient(layout))
        .addStatement("$1T $2N = new $1T()", layout.workspace, ws)
        .addStatement("$N($L$L, $N)", layout.sweep, comma(layout.paramList()), one(), ws)
        .addStatement("return $L", layout.gradientOf(Layout.fields(ws, layout.bars)))
        .build();
  }

  private MethodSpec valueAndGradient() {
    Names locals = layout.locals();
    String ws = locals.fresh("ws");
    String value = locals.fresh("value");
    CodeBlock gradient = layout.gradientOf(Layout.fields(ws, layout.bars));
    return layout
        .publicMethod("valueAndGradient", layout.type.nestedClass("ValueAndGradient"))
        .addJavadoc(Javadoc.valueAndGradient(layout))
        .addStatement("$1T $2N = new $1T()", layout.workspace, ws)
        .addStatement(
            "$T $N = $N($L$L, $N)",
            layout.resultType,
            value,
            layout.sweep,
            comma(layout.paramList()),
            one(),
            ws)
        .addStatement("return new ValueAndGradient($N, $L)", value, gradient)
        .build();
  }

  private MethodSpec valueAndGradientInWorkspace() {
    String ws = layout.locals().fresh("ws");
    return layout
        .publicMethod("valueAndGradient", layout.resultType)
        .addParameter(layout.workspace, ws)
        .addJavadoc(Javadoc.valueAndGradientInWorkspace(layout, ws))
        .addCode(foreign(ws))
        .addStatement("return $N($L$L, $N)", layout.sweep, comma(layout.paramList()), one(), ws)
        .build();
  }

  private MethodSpec vjp() {
    Names locals = layout.locals();
    String cotangent = locals.fresh("cotangent");
    String ws = locals.fresh("ws");
    return layout
        .publicMethod("vjp", layout.gradientType())
        .addParameter(layout.resultType, cotangent)
        .addJavadoc(Javadoc.vjp(layout, cotangent))
        .addStatement("$1T $2N = new $1T()", layout.workspace, ws)
        .addStatement("$N($L$N, $N)", layout.sweep, comma(layout.paramList()), cotangent, ws)
        .addStatement("return $L", layout.gradientOf(Layout.fields(ws, layout.bars)))
        .build();
  }

  private MethodSpec vjpInWorkspace() {
    Names locals = layout.locals();
    String cotangent = locals.fresh("cotangent");
    String ws = locals.fresh("ws");
    return layout
        .publicMethod("vjp", layout.resultType)
        .addParameter(layout.resultType, cotangent)
        .addParameter(layout.workspace, ws)
        .addJavadoc(Javadoc.vjpInWorkspace(cotangent, ws))
        .addCode(foreign(ws))
        .addStatement("return $N($L$N, $N)", layout.sweep, comma(layout.paramList()), cotangent, ws)
        .build();
  }

  /** What the workspace gave out before is overwritten while the method still reads it. */
  private CodeBlock foreign(String ws) {
    CodeBlock.Builder out = CodeBlock.builder();
    for (int i = 0; i < layout.params.size(); i++) {
      if (layout.param(i).type().isArray()) {
        String name = layout.params.get(i);
        out.addStatement("$N.arrays.requireForeign($S, $N)", ws, name, name);
      }
    }
    return out.build();
  }

  /** The private method that runs the form and leaves the cotangents in the workspace. */
  MethodSpec sweep() {
    Names locals = layout.locals();
    String cotangent = locals.fresh("cotangent");
    String ws = locals.fresh("ws");
    MethodSpec.Builder method =
        layout
            .method(layout.sweep, layout.resultType, Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(layout.resultType, cotangent)
            .addParameter(layout.workspace, ws);
    CodeBlock.Builder out = CodeBlock.builder().addStatement("$N.$N()", ws, layout.reset);
    EntryCall call = new EntryCall(layout, layout.plan.forms().sweep());
    call.argument(Kind.SEED, -1, seed(cotangent, ws, locals, out));
    Shadows shadows =
        new Shadows(layout, call, locals, out, field -> CodeBlock.of("$N.$N", ws, field));
    shadows.primals();
    shadows.adjoints();
    call.emit(out, locals, ws);
    if (!layout.isScalar() && !layout.plan.forms().sweep().takes(Kind.SEED, -1)) {
      out.addStatement(
          "$T.requireShape($S, $L, $N)", RunTime.TREES, cotangent, call.value(), cotangent);
    }
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size(); i++) {
      out.addStatement("$N.$N = $L", ws, layout.bars.get(i), shadows.adjoint(wrt.get(i)));
    }
    return method.addCode(out.addStatement("return $L", call.value()).build()).build();
  }

  /** The cotangent; an array may be one that this workspace gave out before, and takes again. */
  private CodeBlock seed(String cotangent, String ws, Names locals, CodeBlock.Builder out) {
    if (layout.isScalar()) {
      return CodeBlock.of("$N", cotangent);
    }
    String seed = locals.fresh("seed");
    out.addStatement("$T $N = $N.arrays.copyTree($N)", layout.resultType, seed, ws, cotangent);
    return CodeBlock.of("$N", seed);
  }

  private CodeBlock one() {
    return Layout.number(1.0, layout.plan.resultType());
  }

  /** The list with a comma behind it, where it is not empty. */
  static CodeBlock comma(CodeBlock list) {
    return list.isEmpty() ? list : CodeBlock.of("$L,$W", list);
  }
}
