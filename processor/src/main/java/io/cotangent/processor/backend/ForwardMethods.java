package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.ir.Type;
import java.util.HashMap;
import java.util.Map;

/** The methods that run the forward form: Jacobian-vector products. */
final class ForwardMethods {
  private final Layout layout;

  ForwardMethods(Layout layout) {
    this.layout = layout;
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(jvp()).addMethod(valueAndJvp());
  }

  private MethodSpec jvp() {
    MethodSpec.Builder method = layout.publicMethod("jvp", layout.resultType);
    layout.addDots(method);
    return method
        .addJavadoc(Javadoc.jvp(layout))
        .addStatement(
            "return valueAndJvp($L$L).tangent()",
            ReverseMethods.comma(layout.paramList()),
            layout.dotList())
        .build();
  }

  private MethodSpec valueAndJvp() {
    TypeName result = layout.type.nestedClass("ValueAndTangent");
    MethodSpec.Builder method = layout.publicMethod("valueAndJvp", result);
    layout.addDots(method);
    Names locals = layout.locals();
    CodeBlock.Builder out = CodeBlock.builder();
    requireShapes(layout, out);
    EntryCall call = new EntryCall(layout, layout.plan.forms().jvp());
    Map<String, CodeBlock> storage = storage(layout, locals, out);
    Shadows shadows = new Shadows(layout, call, locals, out, storage::get);
    shadows.primals();
    shadows.tangents();
    call.emit(out, locals, null);
    CodeBlock tangent = call.result(Kind.VALUE_TANGENT, -1);
    out.addStatement(
        "return new ValueAndTangent($L, $L)",
        call.value(),
        tangent == null ? zeroTangent(layout, call.value()) : tangent);
    return method.addJavadoc(Javadoc.valueAndJvp(layout)).addCode(out.build()).build();
  }

  static CodeBlock zeroTangent(Layout layout, CodeBlock value) {
    Type type = layout.plan.resultType();
    return type.isArray()
        ? CodeBlock.of("$T.zerosLike($L)", RunTime.TREES, value)
        : Layout.number(0.0, type);
  }

  /** Declares the mirrors that a writing method needs; without a workspace they are locals. */
  static Map<String, CodeBlock> storage(Layout layout, Names locals, CodeBlock.Builder out) {
    Map<String, CodeBlock> storage = new HashMap<>();
    storage.put("arrays", CodeBlock.of("$T", RunTime.TREES));
    if (layout.writes()) {
      String arrays = locals.fresh("arrays");
      storage.put("arrays", CodeBlock.of("$N", arrays));
      out.addStatement("$1T $2N = new $1T()", RunTime.ARRAY_POOL, arrays);
      for (String mirror : new String[] {"primals", "tangents"}) {
        String name = locals.fresh(mirror);
        storage.put(mirror, CodeBlock.of("$N", name));
        out.addStatement("$1T $2N = new $1T($3N)", RunTime.MIRROR, name, arrays);
      }
    }
    return storage;
  }

  /** Checks that every tangent has its primal's shape. */
  static void requireShapes(Layout layout, CodeBlock.Builder out) {
    for (int index : layout.plan.wrt()) {
      if (layout.param(index).type().isArray()) {
        String dot = layout.dots.get(index);
        String primal = layout.params.get(index);
        out.addStatement("$T.requireShape($S, $N, $N)", RunTime.TREES, dot, primal, dot);
      }
    }
  }
}
