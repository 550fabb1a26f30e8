package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class {@code Pullback}: the primal once, the reverse sweep as often as wanted. */
final class PullbackType {
  private final Layout layout;
  private final ClassName type;
  private final Names names;
  private final String ws;
  private final String value;
  private final String tapeMark;
  private final String snapshot;
  private final List<String> bars = new ArrayList<>();

  PullbackType(Layout layout) {
    this.layout = layout;
    type = layout.type.nestedClass("Pullback");
    names = layout.locals();
    ws = names.fresh("ws");
    value = names.fresh("value");
    tapeMark = names.fresh("tapeMark");
    snapshot = names.fresh("snapshot");
    for (int index : layout.plan.wrt()) {
      boolean array = layout.param(index).type().isArray();
      bars.add(array ? names.fresh(layout.params.get(index) + "Bar") : "");
    }
  }

  /** The static method {@code pullback}. */
  MethodSpec factory() {
    return layout
        .publicMethod("pullback", type)
        .addJavadoc(Javadoc.pullback(layout))
        .addStatement("return new Pullback($L)", layout.paramList())
        .build();
  }

  /** The class. */
  TypeSpec emit() {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(Javadoc.pullbackType())
            .addField(layout.workspace, ws, Modifier.PRIVATE, Modifier.FINAL)
            .addField(layout.resultType, value, Modifier.PRIVATE, Modifier.FINAL);
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size(); i++) {
      if (layout.param(wrt.get(i)).type().isArray()) {
        builder.addField(
            layout.paramType(wrt.get(i)), bars.get(i), Modifier.PRIVATE, Modifier.FINAL);
      }
    }
    if (layout.plan.hasProducts()) {
      builder.addSuperinterface(RunTime.VECTOR_MAP).addMethod(product());
    }
    return builder
        .addField(RunTime.TAPE.nestedClass("Mark"), tapeMark, Modifier.PRIVATE, Modifier.FINAL)
        .addField(
            RunTime.ARRAY_POOL.nestedClass("Snapshot"), snapshot, Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(valueMethod())
        .addMethod(apply())
        .build();
  }

  private MethodSpec constructor() {
    Names locals = layout.locals();
    locals.fresh("ws");
    CodeBlock.Builder out = CodeBlock.builder();
    out.addStatement("$N = new $T()", ws, layout.workspace);
    if (layout.plan.params().stream().anyMatch(param -> param.type().isArray())) {
      out.add("// What the caller does to the arrays later must not be seen here.\n");
    }
    EntryCall call = new EntryCall(layout, layout.plan.forms().augmented());
    Shadows shadows =
        new Shadows(layout, call, locals, out, field -> CodeBlock.of("$N.$N", ws, field));
    shadows.allPrimals();
    shadows.adjoints();
    call.emit(out, locals, ws);
    boolean scalar = layout.isScalar();
    out.addStatement(
        scalar ? "this.$N = $L" : "this.$N = $T.copy($L)",
        scalar
            ? new Object[] {value, call.value()}
            : new Object[] {value, RunTime.TREES, call.value()});
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size(); i++) {
      if (layout.param(wrt.get(i)).type().isArray()) {
        out.addStatement("this.$N = $L", bars.get(i), shadows.shadow(wrt.get(i)));
      }
    }
    out.addStatement("$N = $N.tape.mark()", tapeMark, ws);
    out.addStatement("$N = $N.arrays.snapshot()", snapshot, ws);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addExceptions(layout.exceptions);
    layout.addParams(constructor);
    return constructor.addCode(out.build()).build();
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
    names.open();
    String cotangent = names.fresh("cotangent");
    CodeBlock.Builder out = restored();
    CodeBlock seed =
        layout.isScalar()
            ? CodeBlock.of("$N", cotangent)
            : CodeBlock.of("$N.arrays.copyTree($N)", ws, cotangent);
    EntryCall call = sweep(out, seed);
    List<CodeBlock> parts = new ArrayList<>();
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size(); i++) {
      parts.add(part(wrt.get(i), bars.get(i), call, true));
    }
    names.close();
    MethodSpec.Builder apply =
        MethodSpec.methodBuilder("apply")
            .addModifiers(Modifier.PUBLIC)
            .addParameter(layout.resultType, cotangent)
            .returns(layout.gradientType())
            .addExceptions(layout.exceptions)
            .addJavadoc(Javadoc.pullbackApply(layout, cotangent));
    if (!layout.isScalar()) {
      apply.addStatement("$T.requireShape($S, $N, $N)", RunTime.TREES, cotangent, value, cotangent);
    }
    return apply.addCode(out.build()).addStatement("return $L", layout.gradientOf(parts)).build();
  }

  /** The same from one array into another. */
  private MethodSpec product() {
    names.open();
    String cotangent = names.fresh("cotangent");
    String into = names.fresh("out");
    String seed = names.fresh("seed");
    CodeBlock.Builder out = restored();
    out.addStatement("$T $N = $N.arrays.copyTree($N)", layout.resultType, seed, ws, value);
    out.addStatement("$T.unflatten($N, 0, $N)", RunTime.TREES, cotangent, seed);
    EntryCall call = sweep(out, CodeBlock.of("$N", seed));
    CodeBlock at = CodeBlock.of("0");
    for (int i = 0; i < bars.size(); i++) {
      int unknown = layout.plan.wrt().get(i);
      CodeBlock part = part(unknown, bars.get(i), call, false);
      if (bars.get(i).isEmpty()) {
        out.addStatement("$N[$L] = $L", into, at, part);
      } else {
        out.addStatement("$T.flatten($L, $N, $L)", RunTime.TREES, part, into, at);
      }
      at = behind(at, unknown, i);
    }
    MethodSpec product =
        MethodSpec.methodBuilder("apply")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(double[].class, cotangent)
            .addParameter(double[].class, into)
            .addCode(Quiet.of(layout, names, out.build()))
            .build();
    names.close();
    return product;
  }

  /** Where the next parameter stands in an array of all, behind this one. */
  private CodeBlock behind(CodeBlock before, int param, int index) {
    CodeBlock size =
        layout.param(param).type().isArray()
            ? CodeBlock.of("$T.size($N)", RunTime.TREES, bars.get(index))
            : CodeBlock.of("1");
    return index == 0 ? size : CodeBlock.of("$L + $L", before, size);
  }

  private CodeBlock.Builder restored() {
    CodeBlock.Builder out = CodeBlock.builder();
    out.addStatement("$N.restore()", tapeMark);
    out.addStatement("$N.restore()", snapshot);
    if (layout.states.isNeeded()) {
      out.addStatement("$N.states.clear()", ws);
    }
    return out;
  }

  private EntryCall sweep(CodeBlock.Builder out, CodeBlock seed) {
    EntryCall call = new EntryCall(layout, layout.plan.forms().pullback());
    call.argument(Kind.SEED, -1, seed);
    List<Integer> wrt = layout.plan.wrt();
    for (int i = 0; i < wrt.size(); i++) {
      if (!bars.get(i).isEmpty()) {
        call.argument(Kind.ADJOINT, wrt.get(i), CodeBlock.of("$N", bars.get(i)));
      }
    }
    call.emit(out, names, ws);
    if (wrt.stream().anyMatch(i -> Shadows.mayShare(layout, i))) {
      out.addStatement("$N.shared.clear()", ws);
    }
    return call;
  }

  private CodeBlock part(int param, String bar, EntryCall call, boolean copied) {
    if (layout.param(param).type().isArray()) {
      CodeBlock array =
          Shadows.mayShare(layout, param)
              ? CodeBlock.of("$N.shared.firstOnly($N)", ws, bar)
              : CodeBlock.of("$N", bar);
      return copied ? CodeBlock.of("$T.copy($L)", RunTime.TREES, array) : array;
    }
    CodeBlock result = call.result(Kind.ADJOINT, param);
    return result == null ? Layout.number(0.0, layout.param(param).type()) : result;
  }
}
