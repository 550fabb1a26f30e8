package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.backend.DerivativeClass.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The methods for a method that returns nothing: the caller's own arrays, tangents and cotangents
 * are updated.
 */
final class InPlaceMethods {
  private final Layout layout;

  InPlaceMethods(Layout layout) {
    this.layout = layout;
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(jvp()).addMethod(vjp()).addMethod(vjpInWorkspace());
  }

  private MethodSpec jvp() {
    MethodSpec.Builder method = layout.publicMethod("jvp", TypeName.VOID);
    layout.addDots(method);
    Names locals = layout.locals();
    CodeBlock.Builder out = CodeBlock.builder();
    ForwardMethods.requireShapes(layout, out);
    String arrays = locals.fresh("arrays");
    String partners = locals.fresh("partners");
    out.addStatement("$1T $2N = new $1T()", RunTime.ARRAY_POOL, arrays)
        .addStatement("$1T $2N = new $1T($3N)", RunTime.PARTNERS, partners, arrays);
    Map<Integer, String> dots = new LinkedHashMap<>();
    arrays().forEach(i -> dots.put(i, layout.dots.get(i)));
    EntryCall call = new EntryCall(layout, layout.plan.forms().jvp());
    pair(CodeBlock.of("$N", partners), dots, "read", List.of(), out);
    for (int i = 0; i < layout.params.size(); i++) {
      if (layout.plan.wrt().contains(i)) {
        call.argument(Kind.TANGENT, i, CodeBlock.of("$N", layout.dots.get(i)));
      } else if (isTaken(call, Kind.TANGENT, i)) {
        CodeBlock zeros = CodeBlock.of("$N.zeros($N)", partners, layout.params.get(i));
        call.argument(Kind.TANGENT, i, zeros);
      }
    }
    call.emit(out, locals, null);
    return method.addJavadoc(InPlaceJavadoc.jvp(layout)).addCode(out.build()).build();
  }

  private MethodSpec vjp() {
    Names locals = layout.locals();
    Map<Integer, String> bars = bars(locals);
    String ws = locals.fresh("ws");
    MethodSpec.Builder method = method(bars, null);
    CodeBlock passed =
        CodeBlock.join(bars.values().stream().map(b -> CodeBlock.of("$N", b)).toList(), ",$W");
    return method
        .addStatement("$1T $2N = new $1T()", layout.workspace, ws)
        .addStatement(
            "$Lvjp($L$L, $N)",
            layout.gradientParts().isEmpty() ? "" : "return ",
            ReverseMethods.comma(layout.paramList()),
            passed,
            ws)
        .build();
  }

  private MethodSpec vjpInWorkspace() {
    Names locals = layout.locals();
    Map<Integer, String> bars = bars(locals);
    String ws = locals.fresh("ws");
    MethodSpec.Builder method = method(bars, ws);
    CodeBlock.Builder out = CodeBlock.builder();
    shapes(bars.keySet(), bars, out);
    out.addStatement("$N.$N()", ws, layout.reset);
    EntryCall call = new EntryCall(layout, layout.plan.forms().reverse());
    List<Integer> seeded =
        layout.plan.forms().reverse().paramRoles().stream()
            .filter(role -> role.kind() == Kind.SEED)
            .map(Role::param)
            .toList();
    pair(CodeBlock.of("$N.partners", ws), bars, "added", seeded, out);
    Map<Integer, String> rows = shadows(bars, seeded, call, ws, locals, out);
    call.emit(out, locals, ws);
    if (!rows.isEmpty()) {
      // The cotangents must also fit the rows as they are now.
      shapes(rows.keySet(), bars, out);
      out.addStatement("$N.partners.clear()", ws);
      bars.forEach(
          (i, bar) -> {
            if (rows.containsKey(i)) {
              written(CodeBlock.of("$N.partners", ws), i, bar, out);
            }
          });
      rows.forEach(
          (i, own) -> out.addStatement("$T.copy($N, $N)", RunTime.PARTNERS, own, bars.get(i)));
    }
    List<CodeBlock> gradient = new ArrayList<>();
    for (int part : layout.gradientParts()) {
      int index = layout.plan.wrt().get(part);
      CodeBlock bar = call.result(Kind.ADJOINT, index);
      gradient.add(bar == null ? Layout.number(0.0, layout.param(index).type()) : bar);
    }
    if (!gradient.isEmpty()) {
      out.addStatement("return $L", layout.gradientOf(gradient));
    }
    return method.addCode(out.build()).build();
  }

  private void shapes(
      Iterable<Integer> params, Map<Integer, String> others, CodeBlock.Builder out) {
    for (int i : params) {
      String other = others.get(i);
      out.addStatement(
          "$T.requireShape($S, $N, $N)", RunTime.TREES, other, layout.params.get(i), other);
    }
  }

  private void written(CodeBlock partners, int param, String other, CodeBlock.Builder out) {
    out.addStatement("$L.written($S, $N, $N)", partners, other, layout.params.get(param), other);
  }

  /** Gives the form its shadows and seeds; the shadows to copy back afterwards, by parameter. */
  private Map<Integer, String> shadows(
      Map<Integer, String> bars,
      List<Integer> seeded,
      EntryCall call,
      String ws,
      Names locals,
      CodeBlock.Builder out) {
    Map<Integer, String> rows = new LinkedHashMap<>();
    String own = seeded.isEmpty() ? "partners" : "adjoints";
    for (int i = 0; i < layout.params.size(); i++) {
      String primal = layout.params.get(i);
      if (bars.containsKey(i) && !seeded.contains(i)) {
        call.argument(Kind.ADJOINT, i, CodeBlock.of("$N", bars.get(i)));
      } else if (isTaken(call, Kind.ADJOINT, i)) {
        String shadow = locals.fresh(primal + "Shadow");
        out.addStatement("$T $N = $N.$N.zeros($N)", layout.paramType(i), shadow, ws, own, primal);
        call.argument(Kind.ADJOINT, i, CodeBlock.of("$N", shadow));
        if (seeded.contains(i)) {
          // The method moves rows, and their shadows with them.
          String kept = locals.fresh(primal + "Rows");
          out.addStatement("$T $N = $N.spines.spine($N)", layout.paramType(i), kept, ws, shadow);
          rows.put(i, kept);
          call.argument(Kind.SEED, i, CodeBlock.of("$N.shared.firstOnly($N)", ws, bars.get(i)));
        }
      }
    }
    return rows;
  }

  private boolean isTaken(EntryCall call, Kind kind, int param) {
    return call.takes(kind, param) && layout.param(param).type().isArray();
  }

  /** Pairs arrays with what belongs to them, written ones first. */
  private void pair(
      CodeBlock partners,
      Map<Integer, String> others,
      String read,
      List<Integer> strict,
      CodeBlock.Builder out) {
    List<Integer> onlyRead = new ArrayList<>(others.keySet());
    onlyRead.removeIf(i -> layout.param(i).updated() || strict.contains(i));
    others.forEach(
        (i, other) -> {
          if (!onlyRead.contains(i)) {
            written(partners, i, other, out);
          }
        });
    for (int i : onlyRead) {
      String other = others.get(i);
      out.addStatement("$L.$L($S, $N, $N)", partners, read, other, layout.params.get(i), other);
    }
  }

  private MethodSpec.Builder method(Map<Integer, String> bars, @Nullable String ws) {
    MethodSpec.Builder method = layout.publicMethod("vjp", layout.gradientType());
    List<CodeBlock> tags = new ArrayList<>();
    bars.forEach(
        (i, bar) -> {
          method.addParameter(layout.paramType(i), bar);
          tags.add(InPlaceJavadoc.bar(layout, i, bar));
        });
    CodeBlock workspace = CodeBlock.of("");
    if (ws != null) {
      method.addParameter(layout.workspace, ws);
      workspace = CodeBlock.of("$L", ws);
    }
    return method.addJavadoc(InPlaceJavadoc.vjp(layout, tags, workspace));
  }

  private Map<Integer, String> bars(Names locals) {
    Map<Integer, String> bars = new LinkedHashMap<>();
    arrays().forEach(i -> bars.put(i, locals.fresh(layout.params.get(i) + "Bar")));
    return bars;
  }

  /** The arrays that are differentiated by. */
  private List<Integer> arrays() {
    return layout.plan.wrt().stream().filter(i -> layout.param(i).type().isArray()).toList();
  }
}
