package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Entry;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Steps;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The methods of inverse mode: step by step where the method allows it, else with the whole
 * Jacobian, factorised.
 */
final class InverseMethods {
  private final Layout layout;
  private final Optional<Steps> steps;
  private final String source;

  InverseMethods(Layout layout) {
    this.layout = layout;
    this.steps = layout.plan.inverse().orElseThrow().steps();
    String owner = layout.plan.sourceClass();
    source = owner.substring(owner.lastIndexOf('.') + 1) + "." + layout.plan.sourceMethod();
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(plain()).addMethod(transposed()).addMethod(logarithm());
    steps.flatMap(Steps::inverse).ifPresent(form -> type.addMethod(inverse(form)));
  }

  private MethodSpec inverse(Entry form) {
    Names locals = layout.locals();
    String y = locals.fresh("y");
    String ws = locals.fresh("ws");
    CodeBlock.Builder out = CodeBlock.builder();
    if (!layout.isScalar()) {
      out.addStatement("$T.requireLength($S, $L, $N)", RunTime.TREES, y, layout.wrtSize(), y);
    }
    out.addStatement("$1T $2N = new $1T()", layout.workspace, ws);
    EntryCall call = new EntryCall(layout, form);
    new Shadows(layout, call, locals, out, field -> CodeBlock.of("$N.$N", ws, field)).primals();
    call.argument(Kind.SEED, -1, CodeBlock.of("$N", y));
    call.emit(out, locals, ws);
    List<CodeBlock> parts = new ArrayList<>();
    layout.plan.wrt().forEach(index -> parts.add(call.result(Kind.ADJOINT, index)));
    return layout
        .publicMethod("inverse", layout.gradientType())
        .addParameter(layout.resultType, y)
        .addJavadoc(InverseJavadoc.inverse(layout, y))
        .addCode(out.build())
        .addStatement("return $L", layout.gradientOf(parts))
        .build();
  }

  private MethodSpec plain() {
    Names locals = layout.locals();
    String v = locals.fresh("v");
    MethodSpec.Builder method =
        layout
            .publicMethod("ijvp", layout.gradientType())
            .addParameter(layout.resultType, v)
            .addJavadoc(InverseJavadoc.plain(layout, v, steps.isPresent()));
    CodeBlock.Builder out = CodeBlock.builder();
    if (steps.isPresent()) {
      plainBySteps(steps.get().plain(), v, locals, out);
    } else {
      CodeBlock flat = layout.flatResult(CodeBlock.of("$N", v));
      String solution = locals.fresh("solution");
      out.addStatement(
          "double[] $N = $T.solve(jacobian($L), $L, $S)",
          solution,
          RunTime.INVERSES,
          layout.paramList(),
          flat,
          source);
      shaped(solution, locals, out);
    }
    return method.addCode(out.build()).build();
  }

  /** Gives the parts of a flat array the shapes of the wrt parameters. */
  private void shaped(String flat, Names locals, CodeBlock.Builder out) {
    String next = locals.fresh("next");
    boolean single = layout.plan.wrt().size() == 1;
    if (!single) {
      out.addStatement("int $N = 0", next);
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (int index : layout.plan.wrt()) {
      Type type = layout.param(index).type();
      String cast = type == Type.FLOAT ? "(float) " : "";
      if (!type.isArray()) {
        if (single) {
          parts.add(CodeBlock.of("$L$N[0]", cast, flat));
        } else {
          String part = locals.fresh(layout.params.get(index) + "Part");
          TypeName number = layout.paramType(index);
          out.addStatement("$T $N = $L$N[$N++]", number, part, cast, flat, next);
          parts.add(CodeBlock.of("$N", part));
        }
      } else if (single) {
        String name = layout.params.get(index);
        parts.add(CodeBlock.of("$T.shaped($N, 0, $N)", RunTime.TREES, flat, name));
      } else {
        String part = locals.fresh(layout.params.get(index) + "Part");
        String name = layout.params.get(index);
        TypeName array = layout.paramType(index);
        out.addStatement("$T $N = $T.zerosLike($N)", array, part, RunTime.TREES, name);
        out.addStatement("$1N = $2T.unflatten($3N, $1N, $4N)", next, RunTime.TREES, flat, part);
        parts.add(CodeBlock.of("$N", part));
      }
    }
    out.addStatement("return $L", layout.gradientOf(parts));
  }

  private void plainBySteps(Entry form, String v, Names locals, CodeBlock.Builder out) {
    if (!layout.isScalar()) {
      out.addStatement("$T.requireLength($S, $L, $N)", RunTime.TREES, v, layout.wrtSize(), v);
    }
    String ws = locals.fresh("ws");
    out.addStatement("$1T $2N = new $1T()", layout.workspace, ws);
    EntryCall call = new EntryCall(layout, form);
    new Shadows(layout, call, locals, out, field -> CodeBlock.of("$N.$N", ws, field)).primals();
    Map<Integer, CodeBlock> bars = new HashMap<>();
    for (int index : layout.plan.wrt()) {
      if (layout.param(index).type().isArray()) {
        String name = layout.params.get(index);
        CodeBlock zeros = CodeBlock.of("$T.zerosLike($N)", RunTime.TREES, name);
        call.argument(Kind.TANGENT, index, zeros);
        String bar = locals.fresh(name + "Bar");
        out.addStatement("$T $N = $L", layout.paramType(index), bar, zeros);
        call.argument(Kind.ADJOINT, index, CodeBlock.of("$N", bar));
        bars.put(index, CodeBlock.of("$N", bar));
      }
    }
    call.argument(Kind.SEED, -1, CodeBlock.of("$N", v));
    call.emit(out, locals, ws);
    List<CodeBlock> parts = new ArrayList<>();
    for (int index : layout.plan.wrt()) {
      CodeBlock result = bars.get(index);
      parts.add(result != null ? result : call.result(Kind.ADJOINT, index));
    }
    out.addStatement("return $L", layout.gradientOf(parts));
  }

  private MethodSpec transposed() {
    Names locals = layout.locals();
    MethodSpec.Builder method =
        layout
            .publicMethod("ivjp", layout.resultType)
            .addJavadoc(InverseJavadoc.transposed(layout, steps.isPresent()));
    List<CodeBlock> bars = new ArrayList<>();
    CodeBlock.Builder out = CodeBlock.builder();
    for (int index : layout.plan.wrt()) {
      String bar = InverseJavadoc.bar(layout, index);
      method.addParameter(layout.paramType(index), bar);
      bars.add(CodeBlock.of("$N", bar));
      if (layout.param(index).type().isArray()) {
        String primal = layout.params.get(index);
        out.addStatement("$T.requireShape($S, $N, $N)", RunTime.TREES, bar, primal, bar);
      }
    }
    if (steps.isPresent()) {
      Entry form = steps.get().transposed();
      EntryCall call = call(form, locals, out);
      for (int i = 0; i < bars.size(); i++) {
        call.argument(Kind.TANGENT, layout.plan.wrt().get(i), bars.get(i));
      }
      call.emit(out, locals, null);
      out.addStatement("return $L", call.result(Kind.VALUE_TANGENT, -1));
    } else {
      CodeBlock solution =
          CodeBlock.of(
              "$T.solveTransposed(jacobian($L), $L, $S)",
              RunTime.INVERSES,
              layout.paramList(),
              layout.flat(bars),
              source);
      returnResult(solution, out);
    }
    return method.addCode(out.build()).build();
  }

  private void returnResult(CodeBlock flat, CodeBlock.Builder out) {
    Type type = layout.plan.resultType();
    if (!type.isArray()) {
      String cast = type == Type.FLOAT ? "(float) " : "";
      out.addStatement("return $L$L[0]", cast, flat);
    } else if (type.rank() == 1 && type.leaf() == Type.DOUBLE) {
      out.addStatement("return $L", flat);
    } else {
      out.addStatement(
          "return $T.shaped($L, 0, pullback($L).value())", RunTime.TREES, flat, layout.paramList());
    }
  }

  private MethodSpec logarithm() {
    MethodSpec.Builder method =
        layout
            .publicMethod("logAbsDetJacobian", TypeName.DOUBLE)
            .addJavadoc(InverseJavadoc.logarithm(layout));
    CodeBlock.Builder out = CodeBlock.builder();
    if (steps.isPresent()) {
      Names locals = layout.locals();
      EntryCall call = call(steps.get().logarithm(), locals, out);
      call.emit(out, locals, null);
      out.addStatement("return $L", call.value());
    } else {
      out.addStatement(
          "return $T.logAbsDeterminant(jacobian($L), $S)",
          RunTime.INVERSES,
          layout.paramList(),
          source);
    }
    return method.addCode(out.build()).build();
  }

  /** A call of a form that has no tape, with copies of what it writes to. */
  private EntryCall call(Entry form, Names locals, CodeBlock.Builder out) {
    EntryCall call = new EntryCall(layout, form);
    Map<String, CodeBlock> storage = ForwardMethods.storage(layout, locals, out);
    new Shadows(layout, call, locals, out, storage::get).primals();
    return call;
  }
}
