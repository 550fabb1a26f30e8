package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.backend.DerivativeClass.Kind;
import io.cotangent.processor.ir.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The copies, tangents and adjoint shadows that a public method makes of array parameters before it
 * calls a form. Parameters that may be written to are mirrored, so that arrays that are one array
 * stay one; all others are read only, and each has what it needs to itself.
 */
final class Shadows {
  private final Layout layout;
  private final EntryCall call;
  private final Names locals;
  private final CodeBlock.Builder out;
  private final Function<String, CodeBlock> storage;
  private final Map<Integer, CodeBlock> adjoints = new HashMap<>();
  private final Map<Integer, CodeBlock> adjointTangents = new HashMap<>();

  /**
   * Writes to {@code out}.
   *
   * @param storage where the workspace's fields {@code arrays}, {@code primals} and so on are found
   */
  Shadows(
      Layout layout,
      EntryCall call,
      Names locals,
      CodeBlock.Builder out,
      Function<String, CodeBlock> storage) {
    this.layout = layout;
    this.call = call;
    this.locals = locals;
    this.out = out;
    this.storage = storage;
  }

  /** Copies the parameters that may be written to. */
  void primals() {
    for (int i = 0; i < layout.params.size(); i++) {
      if (layout.param(i).written()) {
        copyPrimal(i, CodeBlock.of("$L.copy($N)", storage.apply("primals"), layout.params.get(i)));
      }
    }
  }

  /** Copies all arrays that may change before the form is done with them. */
  void allPrimals() {
    primals();
    for (int i = 0; i < layout.params.size(); i++) {
      if (layout.mayChange(i) && !layout.param(i).written()) {
        String primal = layout.params.get(i);
        copyPrimal(i, CodeBlock.of("$L.copyTree($N)", storage.apply("arrays"), primal));
      }
    }
  }

  private void copyPrimal(int param, CodeBlock copy) {
    if (call.takes(Kind.PRIMAL, param)) {
      call.argument(Kind.PRIMAL, param, local(param, "Copy", copy));
    }
  }

  /** Takes the tangents of wrt parameters, and zeros for all others. */
  void tangents() {
    for (int i = 0; i < layout.params.size(); i++) {
      if (call.takes(Kind.TANGENT, i)) {
        boolean active = layout.plan.wrt().contains(i);
        Type type = layout.param(i).type();
        String primal = layout.params.get(i);
        String dot = layout.dots.get(i);
        if (!type.isArray()) {
          CodeBlock number = active ? CodeBlock.of("$N", dot) : Layout.number(0.0, type);
          call.argument(Kind.TANGENT, i, number);
        } else if (layout.param(i).written()) {
          CodeBlock tangent =
              active
                  ? CodeBlock.of("$L.copy($N, $N)", storage.apply("tangents"), primal, dot)
                  : CodeBlock.of("$L.zeros($N)", storage.apply("tangents"), primal);
          call.argument(Kind.TANGENT, i, local(i, active ? "DotCopy" : "Dot", tangent));
        } else {
          CodeBlock zeros = CodeBlock.of("$L.zerosLike($N)", storage.apply("arrays"), primal);
          CodeBlock tangent = active ? CodeBlock.of("$N", dot) : local(i, "Dot", zeros);
          call.argument(Kind.TANGENT, i, tangent);
        }
      }
    }
  }

  /** Makes zeroed shadows for the arrays whose cotangents the form adds up. */
  void adjoints() {
    shadows(Kind.ADJOINT, "Bar", "adjoints", adjoints);
  }

  /** Makes zeroed shadows for those cotangents' tangents. */
  void adjointTangents() {
    shadows(Kind.ADJOINT_TANGENT, "BarDot", "adjointTangents", adjointTangents);
  }

  private void shadows(Kind kind, String suffix, String mirror, Map<Integer, CodeBlock> shadows) {
    for (int i = 0; i < layout.params.size(); i++) {
      if (call.takes(kind, i)) {
        String primal = layout.params.get(i);
        CodeBlock zeros =
            layout.param(i).written()
                ? CodeBlock.of("$L.zeros($N)", storage.apply(mirror), primal)
                : CodeBlock.of("$L.zerosLike($N)", storage.apply("arrays"), primal);
        CodeBlock shadow = local(i, suffix, zeros);
        call.argument(kind, i, shadow);
        // The method may exchange rows, and their shadows with them: the result keeps them as they
        // were on entry.
        boolean rows = layout.param(i).written() && layout.param(i).type().rank() > 1;
        CodeBlock spine = CodeBlock.of("$L.spine($L)", storage.apply("arrays"), shadow);
        shadows.put(i, rows ? local(i, suffix + "Rows", spine) : shadow);
      }
    }
  }

  private CodeBlock local(int param, String suffix, CodeBlock value) {
    String name = locals.fresh(layout.params.get(param) + suffix);
    out.addStatement("$T $N = $L", layout.paramType(param), name, value);
    return CodeBlock.of("$N", name);
  }

  /** The shadow that holds a parameter's cotangent. */
  CodeBlock adjoint(int param) {
    return cotangent(param, Kind.ADJOINT, adjoints);
  }

  /** The shadow that holds the tangent of a parameter's cotangent. */
  CodeBlock adjointTangent(int param) {
    return cotangent(param, Kind.ADJOINT_TANGENT, adjointTangents);
  }

  /** The array in which a wrt parameter's cotangent is added up; zeros where the form has none. */
  CodeBlock shadow(int param) {
    CodeBlock shadow = adjoints.get(param);
    return shadow == null
        ? CodeBlock.of("$L.zerosLike($N)", storage.apply("arrays"), layout.params.get(param))
        : shadow;
  }

  /** What the form computed for a wrt parameter, once it is called; zeros where it has nothing. */
  private CodeBlock cotangent(int param, Kind kind, Map<Integer, CodeBlock> shadows) {
    CodeBlock shadow = shadows.get(param);
    if (shadow != null) {
      return mayShare(layout, param)
          ? CodeBlock.of("$L.firstOnly($L)", storage.apply("shared"), shadow)
          : shadow;
    }
    CodeBlock result = call.result(kind, param);
    if (result != null) {
      return result;
    }
    Type type = layout.param(param).type();
    return type.isArray()
        ? CodeBlock.of("$L.zerosLike($N)", storage.apply("arrays"), layout.params.get(param))
        : Layout.number(0.0, type);
  }

  /**
   * Whether the method may put other rows in the array. The form then does the same to the shadow,
   * and is given a copy of it, with the same numbers at the bottom: the cotangent belongs to the
   * rows as they were.
   */
  private boolean mayMoveRows(int param) {
    return layout.param(param).written() && layout.param(param).type().rank() > 1;
  }

  /** Whether several arrays among the parameters, or several rows of one, may have one shadow. */
  static boolean mayShare(Layout layout, int param) {
    long written = layout.plan.params().stream().filter(DerivativeClass.Parameter::written).count();
    return layout.param(param).written() && (written > 1 || layout.param(param).type().rank() > 1);
  }
}
