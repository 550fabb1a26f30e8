package io.cotangent.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.DerivativeClass.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The batched operations as loops over items, each by the class of one item's derivatives. */
final class BatchMethods {
  private static final TypeName VECTOR = ArrayTypeName.of(TypeName.DOUBLE);
  private static final TypeName MATRIX = ArrayTypeName.of(VECTOR);

  private final BatchLayout layout;
  private final Layout item;
  private final BatchClass batch;
  private final @Nullable KernelText kernels;

  BatchMethods(BatchLayout layout, Layout item, BatchClass batch) {
    this.layout = layout;
    this.item = item;
    this.batch = batch;
    kernels = batch.kernels();
  }

  /** Adds the methods. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(value());
    if (item.isScalar()) {
      type.addMethod(gradient());
    }
    type.addMethod(jvp()).addMethod(vjp()).addMethod(matrix("jacobian"));
    if (item.hasSecondOrder()) {
      type.addMethod(hvp()).addMethod(matrix("hessian"));
    }
  }

  private MethodSpec value() {
    BatchMethod method = new BatchMethod(layout, "value", TypeName.VOID);
    List<CodeBlock> arguments = method.arguments();
    method.onDevice(kernels);
    method.parameter(layout.outType(), layout.out);
    CodeBlock size = outSize(method);
    method.launchOutput(layout.out, size);
    store(method, valueOf(arguments), layout.out, size);
    method.inBlocks(batch, size);
    method.javadoc(BatchJavadoc.value(layout));
    return method.build(CodeBlock.of("0"), CodeBlock.of(""));
  }

  /** The value: by the method itself where that can be called and leaves its arguments alone. */
  private CodeBlock valueOf(List<CodeBlock> arguments) {
    DerivativeClass plan = item.plan;
    boolean writes = plan.params().stream().anyMatch(Parameter::written);
    if (!plan.sourceAccessible() || writes) {
      return CodeBlock.of("$T.pullback($L).value()", item.type, join(arguments));
    }
    CodeBlock target =
        plan.hasReceiver()
            ? arguments.get(0)
            : CodeBlock.of("$T", JavaTypes.className(plan.sourceClass()));
    List<CodeBlock> rest = arguments.subList(plan.hasReceiver() ? 1 : 0, arguments.size());
    return CodeBlock.of("$L.$N($L)", target, plan.sourceMethod(), join(rest));
  }

  private MethodSpec gradient() {
    BatchMethod method = new BatchMethod(layout, "gradient", layout.gradientType());
    List<CodeBlock> arguments = method.arguments();
    method.parameter(layout.outType(), layout.out);
    method.require(layout.out, CodeBlock.of("1"));
    method.onDevice(kernels);
    method.launchOutput(layout.out, CodeBlock.of("1"));
    BatchSums cotangents = method.cotangents();
    String ws = method.local("ws");
    method.block().addStatement("$1T $2N = new $1T()", item.workspace, ws);
    method
        .items()
        .addStatement(
            "$N[$N] = $T.valueAndGradient($L, $N)",
            layout.out,
            method.item,
            item.type,
            join(arguments),
            ws);
    cotangents.put(item.components.stream().map(c -> CodeBlock.of("$N.$N()", ws, c)).toList());
    method.inBlocks(batch, CodeBlock.of("1"));
    method.javadoc(BatchJavadoc.gradient(layout));
    return method.build(cotangents.count(), cotangents.end());
  }

  private MethodSpec jvp() {
    BatchMethod method = new BatchMethod(layout, "jvp", TypeName.VOID);
    List<CodeBlock> arguments = new ArrayList<>(method.arguments());
    arguments.addAll(method.tangents());
    method.parameter(layout.outType(), layout.out);
    method.parameter(layout.outType(), layout.outDot);
    CodeBlock size = outSize(method);
    method.require(layout.outDot, size);
    method.onDevice(kernels);
    method.launchOutput(layout.out, size);
    method.launchOutput(layout.outDot, size);
    String both = method.local("both");
    method
        .items()
        .addStatement(
            "$T $N = $T.valueAndJvp($L)",
            item.type.nestedClass("ValueAndTangent"),
            both,
            item.type,
            join(arguments));
    store(method, CodeBlock.of("$N.value()", both), layout.out, size);
    store(method, CodeBlock.of("$N.tangent()", both), layout.outDot, size);
    method.inBlocks(batch, size);
    method.javadoc(BatchJavadoc.jvp(layout));
    return method.build(CodeBlock.of("0"), CodeBlock.of(""));
  }

  private MethodSpec vjp() {
    BatchMethod method = new BatchMethod(layout, "vjp", layout.gradientType());
    List<CodeBlock> arguments = new ArrayList<>(method.arguments());
    method.parameter(layout.outType(), layout.cotangent);
    TypeName leaf = JavaTypes.of(item.plan.resultType().leaf());
    CodeBlock size = CodeBlock.of("1");
    if (item.isScalar()) {
      method.require(layout.cotangent, size);
      arguments.add(CodeBlock.of("$N[$N]", layout.cotangent, method.item));
    } else {
      size = CodeBlock.of("$N", method.perItem(layout.cotangent));
      arguments.add(method.itemArray(layout.cotangent, leaf, size));
    }
    method.onDevice(kernels);
    method.launchItem(layout.cotangent, size);
    BatchSums cotangents = method.cotangents();
    gradientOf(method, cotangents, "vjp", arguments);
    method.inBlocks(batch, size);
    method.javadoc(BatchJavadoc.vjp(layout));
    return method.build(cotangents.count(), cotangents.end());
  }

  private MethodSpec hvp() {
    BatchMethod method = new BatchMethod(layout, "hvp", layout.gradientType());
    List<CodeBlock> arguments = new ArrayList<>(method.arguments());
    arguments.addAll(method.tangents());
    BatchSums cotangents = method.cotangents();
    gradientOf(method, cotangents, "hvp", arguments);
    method.inBlocks(batch, CodeBlock.of("1"));
    method.javadoc(BatchJavadoc.hvp(layout));
    return method.build(cotangents.count(), cotangents.end());
  }

  private void gradientOf(
      BatchMethod method, BatchSums cotangents, String operation, List<CodeBlock> arguments) {
    String gradient = method.local("gradient");
    method
        .items()
        .addStatement(
            "$T $N = $T.$L($L)",
            item.gradientType(),
            gradient,
            item.type,
            operation,
            join(arguments));
    cotangents.put(item.partsOf(gradient));
  }

  private MethodSpec matrix(String operation) {
    BatchMethod method = new BatchMethod(layout, operation, TypeName.VOID);
    List<CodeBlock> arguments = method.arguments();
    method.parameter(VECTOR, layout.out);
    String size = method.perItem(layout.out);
    String rows = method.local("rows");
    method
        .items()
        .addStatement("$T $N = $T.$L($L)", MATRIX, rows, item.type, operation, join(arguments))
        .addStatement(
            "$T.requireResult($S, $N, $T.size($N), $N)",
            BatchMethod.BATCHES,
            layout.out,
            method.item,
            RunTime.TREES,
            rows,
            size)
        .addStatement(
            "$T.flatten($N, $N, $N * $N)", RunTime.TREES, rows, layout.out, method.item, size);
    method.javadoc(BatchJavadoc.matrix(layout, operation));
    return method.build(CodeBlock.of("0"), CodeBlock.of(""));
  }

  private CodeBlock outSize(BatchMethod method) {
    if (item.isScalar()) {
      method.require(layout.out, CodeBlock.of("1"));
      return CodeBlock.of("1");
    }
    return CodeBlock.of("$N", method.perItem(layout.out));
  }

  private void store(BatchMethod method, CodeBlock result, String array, CodeBlock size) {
    if (item.isScalar()) {
      method.items().addStatement("$N[$N] = $L", array, method.item, result);
      return;
    }
    String local = method.local("result");
    method
        .items()
        .addStatement("$T $N = $L", item.resultType, local, result)
        .addStatement(
            "$T.requireResult($S, $N, $N.length, $L)",
            BatchMethod.BATCHES,
            array,
            method.item,
            local,
            size);
    method.store(local, array, size);
  }

  private static CodeBlock join(List<CodeBlock> arguments) {
    return CodeBlock.join(arguments, ",$W");
  }
}
