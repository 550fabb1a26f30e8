package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The nested class {@code Pushforward}: a point, and tangents at it as often as wanted. */
final class PushforwardType {
  private final Layout layout;
  private final ClassName type;
  private final Names names;
  private final String value;
  private final String ws;

  PushforwardType(Layout layout) {
    this.layout = layout;
    type = layout.type.nestedClass("Pushforward");
    names = layout.locals();
    value = names.fresh("value");
    ws = names.fresh("ws");
  }

  /** The static method {@code pushforward}. */
  MethodSpec factory() {
    return layout
        .publicMethod("pushforward", type)
        .addJavadoc(Javadoc.pushforward(layout))
        .addStatement("return new Pushforward($L)", layout.paramList())
        .build();
  }

  /** The class. */
  TypeSpec emit() {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(Javadoc.pushforwardType());
    for (int i = 0; i < layout.params.size(); i++) {
      if (layout.mayChange(i)) {
        builder.addField(
            layout.paramType(i), layout.params.get(i), Modifier.PRIVATE, Modifier.FINAL);
      }
    }
    if (layout.plan.hasProducts()) {
      builder.addSuperinterface(RunTime.VECTOR_MAP).addMethod(product());
    }
    return builder
        .addField(
            FieldSpec.builder(layout.workspace, ws, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", layout.workspace)
                .build())
        .addField(layout.resultType, value, Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(valueMethod())
        .addMethod(apply())
        .build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder method =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addExceptions(layout.exceptions);
    layout.addParams(method);
    Names locals = layout.locals();
    locals.fresh(ws);
    CodeBlock.Builder out = CodeBlock.builder();
    copyArrays(locals, out);
    EntryCall call = new EntryCall(layout, layout.plan.forms().recorded());
    new Shadows(layout, call, locals, out, storage(locals, out)).primals();
    call.emit(out, locals, ws);
    out.addStatement("this.$N = $L", value, fresh(call.value()));
    return method.addCode(out.build()).build();
  }

  /**
   * Keeps the arrays as they are now: the tangents must have their shapes and be one where they
   * are.
   */
  private void copyArrays(Names locals, CodeBlock.Builder out) {
    List<String> arrays = new ArrayList<>();
    for (int i = 0; i < layout.params.size(); i++) {
      if (layout.mayChange(i)) {
        arrays.add(layout.params.get(i));
      }
    }
    if (!arrays.isEmpty()) {
      String copies = locals.fresh("copies");
      out.addStatement("$1T $2N = new $1T(new $3T())", RunTime.MIRROR, copies, RunTime.ARRAY_POOL);
      arrays.forEach(name -> out.addStatement("this.$1N = $2N.copy($1N)", name, copies));
    }
  }

  private MethodSpec valueMethod() {
    return MethodSpec.methodBuilder("value")
        .addModifiers(Modifier.PUBLIC)
        .returns(layout.resultType)
        .addJavadoc("The method's value.\n\n@return the value, computed when this was made\n")
        .addStatement("return $N", value)
        .build();
  }

  private MethodSpec apply() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("apply")
            .addModifiers(Modifier.PUBLIC)
            .returns(layout.resultType)
            .addExceptions(layout.exceptions)
            .addJavadoc(Javadoc.pushforwardApply(layout));
    layout.addDots(method);
    Names locals = layout.locals();
    locals.fresh(ws);
    CodeBlock.Builder out = CodeBlock.builder();
    ForwardMethods.requireShapes(layout, out);
    CodeBlock tangent = replayed(out, CodeBlock.of(""), locals);
    out.addStatement(
        "return $L",
        tangent == null
            ? ForwardMethods.zeroTangent(layout, CodeBlock.of("$N", value))
            : fresh(tangent));
    return method.addCode(out.build()).build();
  }

  /** The same from one array into another. */
  private MethodSpec product() {
    Names locals = layout.locals();
    locals.fresh(ws);
    locals.fresh(value);
    String direction = locals.fresh("direction");
    String into = locals.fresh("out");
    CodeBlock.Builder along = CodeBlock.builder();
    CodeBlock at = CodeBlock.of("0");
    for (int unknown : layout.plan.wrt()) {
      String dot = layout.dots.get(unknown);
      CodeBlock size = CodeBlock.of("1");
      if (layout.param(unknown).type().isArray()) {
        along.addStatement(
            "$T $N = $N.arrays.copyTree($N)",
            layout.paramType(unknown),
            dot,
            ws,
            layout.params.get(unknown));
        along.addStatement("$T.unflatten($N, $L, $N)", RunTime.TREES, direction, at, dot);
        size = CodeBlock.of("$T.size($N)", RunTime.TREES, dot);
      } else {
        boolean narrow = layout.param(unknown).type() == Type.FLOAT;
        CodeBlock entry = CodeBlock.of(narrow ? "(float) $N[$L]" : "$N[$L]", direction, at);
        along.addStatement("$T $N = $L", layout.paramType(unknown), dot, entry);
      }
      at = at.toString().equals("0") ? size : CodeBlock.of("$L + $L", at, size);
    }
    CodeBlock.Builder out = CodeBlock.builder();
    CodeBlock tangent = replayed(out, along.build(), locals);
    if (tangent == null) {
      out.addStatement("$T.fill($N, 0)", java.util.Arrays.class, into);
    } else {
      out.addStatement("$T.flatten($L, $N, 0)", RunTime.TREES, tangent, into);
    }
    return MethodSpec.methodBuilder("apply")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(double[].class, direction)
        .addParameter(double[].class, into)
        .addCode(Quiet.of(layout, locals, out.build()))
        .build();
  }

  /** Runs the form once more; the tangent, or null where it has none. */
  private @Nullable CodeBlock replayed(CodeBlock.Builder out, CodeBlock along, Names locals) {
    out.addStatement("$N.tape.rewind()", ws);
    out.addStatement("$N.arrays.reset()", ws);
    out.add(along);
    EntryCall call = new EntryCall(layout, layout.plan.forms().replay());
    new Shadows(layout, call, locals, out, storage(locals, out)).tangents();
    call.emit(out, locals, ws);
    return call.result(Kind.VALUE_TANGENT, -1);
  }

  /** What came out of the workspace's arrays, which the next run uses again. */
  private CodeBlock fresh(CodeBlock result) {
    return layout.isScalar() ? result : CodeBlock.of("$T.copy($L)", RunTime.TREES, result);
  }

  private Function<String, CodeBlock> storage(Names locals, CodeBlock.Builder out) {
    return ForwardMethods.storage(layout, locals, out)::get;
  }
}
