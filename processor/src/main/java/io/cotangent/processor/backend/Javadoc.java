package io.cotangent.processor.backend;

import com.palantir.javapoet.CodeBlock;
import io.cotangent.processor.ir.ClassShape;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The documentation of generated classes. */
final class Javadoc {
  private Javadoc() {}

  /** Of the class. */
  static CodeBlock type(Layout layout) {
    return CodeBlock.of(
        "Derivatives of $L\n"
            + "with respect to $L.\n\n"
            + "<p>All methods but the forms with a {@link Workspace} may be called from any"
            + " thread,\n"
            + "leave their arguments as they found them, give the method's own value bit for bit\n"
            + "and throw what the method throws.\n",
        source(layout),
        wrt(layout));
  }

  static CodeBlock source(Layout layout) {
    DerivativeClass plan = layout.plan;
    CodeBlock owner = CodeBlock.of("$T", JavaTypes.className(plan.sourceClass()));
    if (!plan.sourceAccessible()) {
      return CodeBlock.of("{@code $L.$L}", owner, plan.sourceMethod());
    }
    List<CodeBlock> types = new ArrayList<>();
    for (int i = plan.hasReceiver() ? 1 : 0; i < plan.params().size(); i++) {
      types.add(CodeBlock.of("$T", layout.paramType(i)));
    }
    return CodeBlock.of(
        "{@link $L#$L($L)}", owner, plan.sourceMethod(), CodeBlock.join(types, ", "));
  }

  static CodeBlock wrt(Layout layout) {
    return list(layout, layout.plan.wrt());
  }

  private static CodeBlock list(Layout layout, List<Integer> wrt) {
    CodeBlock.Builder list = CodeBlock.builder();
    for (int i = 0; i < wrt.size(); i++) {
      String before = i == 0 ? "" : i == wrt.size() - 1 ? " and " : ", ";
      list.add("$L{@code $L}", before, layout.params.get(wrt.get(i)));
    }
    return list.build();
  }

  static CodeBlock of(Layout layout, String format, Object... args) {
    return CodeBlock.builder().add(format, args).add(throwing(layout)).build();
  }

  private static CodeBlock throwing(Layout layout) {
    CodeBlock.Builder tags = CodeBlock.builder();
    layout.exceptions.forEach(type -> tags.add("@throws $T where the method throws it\n", type));
    return tags.build();
  }

  private static String gradientShape(Layout layout) {
    if (layout.plan.wrt().size() > 1) {
      return "one component for each of these parameters, of its type and shape";
    }
    Type type = layout.param(layout.plan.wrt().get(0)).type();
    return type.isArray() ? "of the parameter's shape" : "one number";
  }

  static CodeBlock gradient(Layout layout) {
    return of(
        layout,
        "The gradient of $L\nwith respect to $L, by reverse mode.\n\n@return the gradient: $L\n",
        source(layout),
        wrt(layout),
        gradientShape(layout));
  }

  static CodeBlock valueAndGradient(Layout layout) {
    return of(
        layout,
        "The method's value and its gradient, by reverse mode.\n\n"
            + "@return the value and the gradient,\n    $L\n",
        gradientShape(layout));
  }

  static CodeBlock valueAndGradientInWorkspace(Layout layout, String ws) {
    return CodeBlock.of(
        "The method's value and its gradient, by reverse mode, without allocation once the\n"
            + "workspace has seen the arguments' sizes.\n\n"
            + "@param $L keeps tape and arrays, and holds the gradient until its next use\n"
            + "@return the value\n$L",
        ws,
        layout.plan.params().stream().anyMatch(param -> param.type().isArray())
            ? "@throws IllegalArgumentException if an argument is the workspace's own array\n"
            : "");
  }

  static CodeBlock vjpInWorkspace(String cotangent, String ws) {
    return CodeBlock.of(
        "The method's value and the vector-Jacobian product, by reverse mode, without allocation\n"
            + "once the workspace has seen the arguments' sizes.\n\n"
            + "@param $L the cotangent of the result, of its shape\n"
            + "@param $L keeps tape and arrays, and holds the product until its next use\n"
            + "@return the value, the workspace's own array\n"
            + "@throws IllegalArgumentException if a shape differs from its primal's, or an argument\n"
            + "    is the workspace's own array\n",
        cotangent,
        ws);
  }

  static CodeBlock vjp(Layout layout, String cotangent) {
    return of(
        layout,
        "The vector-Jacobian product, by reverse mode.\n\n"
            + "@param $L the cotangent of the result, of its shape\n"
            + "@return the cotangents of $L:\n    $L\n$L",
        cotangent,
        wrt(layout),
        gradientShape(layout),
        shapeError(!layout.isScalar()));
  }

  static CodeBlock jvp(Layout layout) {
    return of(
        layout,
        "The Jacobian-vector product, by forward mode.\n\n$L"
            + "@return the tangent of the result, of its shape\n$L",
        dots(layout),
        shapeError(takesArrays(layout)));
  }

  static CodeBlock valueAndJvp(Layout layout) {
    return of(
        layout,
        "The method's value and the Jacobian-vector product, by forward mode.\n\n$L"
            + "@return the value and its tangent, of its shape\n$L",
        dots(layout),
        shapeError(takesArrays(layout)));
  }

  private static CodeBlock dots(Layout layout) {
    CodeBlock.Builder tags = CodeBlock.builder();
    for (int index : layout.plan.wrt()) {
      tags.add(
          "@param $L the tangent of {@code $L}, of its shape\n",
          layout.dots.get(index),
          layout.params.get(index));
    }
    return tags.build();
  }

  private static boolean takesArrays(Layout layout) {
    return layout.plan.wrt().stream().anyMatch(index -> layout.param(index).type().isArray());
  }

  private static String shapeError(boolean arrays) {
    return arrays ? "@throws IllegalArgumentException if a shape differs from its primal's\n" : "";
  }

  static CodeBlock pullback(Layout layout) {
    return of(
        layout,
        "Runs the method once and keeps what the reverse sweep needs, to be applied to any\n"
            + "number of cotangents.\n\n"
            + "@return the pullback at these arguments; later changes of arrays don't reach it\n");
  }

  static CodeBlock pullbackType() {
    return CodeBlock.of(
        "The method's value at one point, and the linear map from a cotangent of the result to\n"
            + "the cotangents of the parameters. Used by one thread at a time.\n");
  }

  static CodeBlock pullbackApply(Layout layout, String cotangent) {
    return of(
        layout,
        "The vector-Jacobian product, by the reverse sweep alone.\n\n"
            + "@param $L the cotangent of the result, of its shape\n"
            + "@return fresh cotangents of $L:\n    $L\n$L",
        cotangent,
        wrt(layout),
        gradientShape(layout),
        shapeError(!layout.isScalar()));
  }

  static CodeBlock pushforward(Layout layout) {
    return of(
        layout,
        "Runs the method once and keeps the partials that its tangents need, to be applied to any\n"
            + "number of tangents.\n\n"
            + "@return the pushforward; later changes of arrays don't reach it\n");
  }

  static CodeBlock pushforwardApply(Layout layout) {
    return of(
        layout,
        "The Jacobian-vector product, by the tangents' part of forward mode alone.\n\n$L"
            + "@return a fresh tangent of the result, of its shape\n$L",
        dots(layout),
        shapeError(takesArrays(layout)));
  }

  static CodeBlock pushforwardType() {
    return CodeBlock.of(
        "The method's value at one point, and the linear map from tangents of the parameters to\n"
            + "the tangent of the result. The method is linearised once, when this is made. Used by\n"
            + "one thread at a time.\n");
  }

  static CodeBlock jacobian(Layout layout) {
    return of(
        layout,
        "The Jacobian, by forward or by reverse mode, whichever takes fewer runs.\n\n$L",
        jacobianShape(layout));
  }

  static CodeBlock jacobianBy(Layout layout, String mode) {
    return of(layout, "The Jacobian, by $L.\n\n$L", mode, jacobianShape(layout));
  }

  private static CodeBlock jacobianShape(Layout layout) {
    return CodeBlock.of(
        "@return a row for each entry of the result, row-major, with a column for each entry of\n"
            + "    $L, in that order\n",
        wrt(layout));
  }

  static CodeBlock hvp(Layout layout) {
    return of(
        layout,
        "The Hessian times a vector, forward over reverse.\n\n$L" + "@return the product: $L\n$L",
        dots(layout),
        gradientShape(layout),
        shapeError(takesArrays(layout)));
  }

  static CodeBlock hessian(Layout layout) {
    return of(
        layout,
        "The Hessian, column by column, forward over reverse.\n\n"
            + "@return rows and columns for each entry of $L,\n    in that order\n",
        wrt(layout));
  }

  static CodeBlock function(Layout layout) {
    return CodeBlock.of(
        "The method as a function of $L,\nflattened row-major to one array.\n\n"
            + "<p>The arguments given for these set the shape; they are copied. All others are\n"
            + "bound as they are. The function object is used by one thread at a time.\n\n"
            + "@return the function\n",
        wrt(layout));
  }

  static CodeBlock workspace(Layout layout) {
    return CodeBlock.of(
        "What the reverse mode needs of memory, kept from call to call. Used by one thread at a\n"
            + "time.\n");
  }

  static CodeBlock accessor(Layout layout, int wrtIndex) {
    int index = layout.plan.wrt().get(wrtIndex);
    boolean array = layout.param(index).type().isArray();
    return CodeBlock.of(
        "The last gradient with respect to {@code $L}.\n\n@return $L\n",
        layout.params.get(index),
        array ? "the workspace's own array, which its next use overwrites" : "the derivative");
  }

  static CodeBlock gradientRecord(Layout layout) {
    List<Integer> wrt = layout.gradientParts().stream().map(layout.plan.wrt()::get).toList();
    CodeBlock.Builder doc =
        CodeBlock.builder().add("The gradient with respect to $L.\n\n", list(layout, wrt));
    for (int i : layout.gradientParts()) {
      String name = layout.params.get(layout.plan.wrt().get(i));
      doc.add("@param $L the derivative by {@code $L}\n", layout.components.get(i), name);
    }
    return doc.build();
  }

  /** Of the class for the state of a user's objects. */
  static CodeBlock state(ClassShape shape) {
    return shape.kind() == ClassShape.Kind.FUNCTION
        ? CodeBlock.of("What a lambda captures, or the tangents or adjoints of that.\n")
        : CodeBlock.of(
            "What a {@code $L} holds, or its tangents or adjoints.\n", shape.simpleName());
  }
}
