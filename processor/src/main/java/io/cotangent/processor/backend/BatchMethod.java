package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * One batched operation being written: its parameters, the checks of their sizes, what a block
 * prepares, and what is done for each item.
 */
final class BatchMethod {
  private static final ClassName DEVICE = ClassName.get("io.cotangent.batch", "Device");
  private static final ClassName OPERATION = ClassName.get("io.cotangent.batch", "Operation");
  private static final ClassName LAUNCH = ClassName.get("io.cotangent.batch", "Launch");
  static final ClassName BATCHES = ClassName.get("io.cotangent.runtime", "Batches");

  private final BatchLayout layout;
  private final String name;
  private final MethodSpec.Builder method;
  private final CodeBlock.Builder checks = CodeBlock.builder();
  private final CodeBlock.Builder block = CodeBlock.builder();
  private final CodeBlock.Builder items = CodeBlock.builder();
  private final CodeBlock.Builder launch = CodeBlock.builder();
  private final Names locals;
  private final String from;
  private final String to;
  private final String sums;
  private final String[] sizes;
  private boolean sizesKnown;

  /** The kernels, where the operation has one of its name. */
  private @Nullable KernelText kernels;

  /** The call that runs most items in blocks. */
  private @Nullable CodeBlock blocks;

  /** Where the sums of a shared array begin. */
  private IntFunction<CodeBlock> places = param -> CodeBlock.of("0");

  /** The item's number, in code for each item. */
  final String item;

  BatchMethod(BatchLayout layout, String name, TypeName returns) {
    this.layout = layout;
    this.name = name;
    locals = layout.locals();
    from = locals.fresh("from");
    to = locals.fresh("to");
    sums = locals.fresh("sums");
    item = locals.fresh("item");
    sizes = new String[layout.params.size()];
    method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(returns)
            .addExceptions(layout.item.exceptions())
            .addParameter(DEVICE, layout.device)
            .addParameter(TypeName.INT, layout.n);
    for (int i = 0; i < layout.params.size(); i++) {
      method.addParameter(layout.paramType(i), layout.params.get(i));
    }
  }

  /** The operation has a kernel of its name, which takes the parameters added from now on. */
  void onDevice(@Nullable KernelText text) {
    kernels = text;
  }

  /** Adds the method's own parameters to the launch. */
  private void launchParameters() {
    for (int i = 0; i < layout.params.size(); i++) {
      launchInput(i, layout.params.get(i));
    }
  }

  private void launchInput(int param, String name) {
    if (layout.isBatched(param)) {
      launchItem(name, itemSize(param));
    } else {
      launch.add("\n.shared($S, $N)", name, name);
    }
  }

  /** Adds an array with a part for each item to the launch. */
  void launchItem(String name, CodeBlock perItem) {
    launch.add("\n.item($S, $N, $L)", name, name, perItem);
  }

  /** Adds an output array to the launch. */
  void launchOutput(String name, CodeBlock perItem) {
    launch.add("\n.out($S, $N, $L)", name, name, perItem);
  }

  /** A name for a local variable. */
  String local(String wanted) {
    return locals.fresh(wanted);
  }

  /** Code that runs once for each block. */
  CodeBlock.Builder block() {
    return block;
  }

  /** Code that runs for each item. */
  CodeBlock.Builder items() {
    return items;
  }

  /** Adds a parameter. */
  void parameter(TypeName type, String parameter) {
    method.addParameter(type, parameter);
  }

  /** Sets the documentation. */
  void javadoc(CodeBlock text) {
    method.addJavadoc(text);
  }

  /** The parameters of one item as arguments; batched arrays are copied to the block's own. */
  List<CodeBlock> arguments() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < layout.params.size(); i++) {
      arguments.add(part(i, layout.params.get(i), itemSize(i)));
    }
    sizesKnown = true;
    launchParameters();
    return arguments;
  }

  /** Adds the tangents of the wrt parameters; those of one item as arguments. */
  List<CodeBlock> tangents() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i : layout.wrt()) {
      String dot = layout.dots.get(i);
      method.addParameter(layout.paramType(i), dot);
      if (layout.isBatched(i)) {
        require(dot, itemSize(i));
      }
      arguments.add(part(i, dot, itemSize(i)));
      launchInput(i, dot);
    }
    return arguments;
  }

  /** How many entries of a batched parameter belong to an item, checked where it is first asked. */
  CodeBlock itemSize(int param) {
    if (!layout.isBatched(param) || !layout.isArray(param)) {
      if (layout.isBatched(param) && !sizesKnown) {
        require(layout.params.get(param), CodeBlock.of("1"));
      }
      return CodeBlock.of("1");
    }
    if (sizes[param] == null) {
      sizes[param] = perItem(layout.params.get(param));
    }
    return CodeBlock.of("$N", sizes[param]);
  }

  /** Checks that an array holds the same number of entries for each item; that number's name. */
  String perItem(String array) {
    String size = locals.fresh(array + "Size");
    checks.addStatement(
        "int $N = $T.perItem($S, $N.length, $N)", size, BATCHES, array, array, layout.n);
    return size;
  }

  /** Checks the length of a batched array. */
  void require(String array, CodeBlock perItem) {
    checks.addStatement(
        "$T.require($S, $N.length, $N, $L)", BATCHES, array, array, layout.n, perItem);
  }

  private CodeBlock part(int param, String array, CodeBlock size) {
    if (!layout.isBatched(param)) {
      return CodeBlock.of("$N", array);
    }
    if (!layout.isArray(param)) {
      return CodeBlock.of("$N[$N]", array, item);
    }
    Type leaf = layout.item.paramType(param).leaf();
    return itemArray(array, JavaTypes.of(leaf), size);
  }

  /** A copy of an item's part of an array. */
  CodeBlock itemArray(String array, TypeName leaf, CodeBlock size) {
    String copy = locals.fresh(array + "Item");
    block.addStatement("$1T[] $2N = new $1T[$3L]", leaf, copy, size);
    items.addStatement(
        "$T.arraycopy($N, $N * $L, $N, 0, $L)", System.class, array, item, size, copy, size);
    return CodeBlock.of("$N", copy);
  }

  /** Puts an item's array of results, of a local variable, in its part of an array. */
  void store(String result, String array, CodeBlock size) {
    items.addStatement(
        "$T.arraycopy($N, 0, $N, $N * $L, $L)", System.class, result, array, item, size, size);
  }

  /** Adds up the cotangents of an item, one expression per wrt parameter; adds the bars. */
  BatchSums cotangents() {
    BatchSums cotangents = new BatchSums(layout, this, checks, sums);
    cotangents.parameters();
    places = cotangents::place;
    return cotangents;
  }

  /** Most items are run in blocks, where the operation has that form. */
  void inBlocks(BatchClass batch, CodeBlock outSize) {
    for (LaneProgram program : batch.lanes()) {
      if (program.name().equals(name)) {
        List<CodeBlock> args = new ArrayList<>();
        List<CodeBlock> summed = new ArrayList<>();
        for (LaneProgram.Argument argument : program.arguments()) {
          int param = argument.param();
          if (LaneEmitter.isGiven(argument.use())) {
            args.add(given(argument, outSize));
          }
          if (argument.use() == LaneProgram.Use.BAR && !layout.isBatched(param)) {
            summed.add(places.apply(param));
          }
        }
        args.add(CodeBlock.of("$N, $N, $N", from, to, sums));
        args.addAll(summed);
        blocks =
            CodeBlock.of(
                "$T.$N($L)", LaneEmitter.className(batch), name, CodeBlock.join(args, ",$W"));
      }
    }
  }

  private CodeBlock given(LaneProgram.Argument argument, CodeBlock outSize) {
    int param = argument.param();
    return switch (argument.use()) {
      case PRIMAL -> CodeBlock.of("$N", layout.params.get(param));
      case DOT -> CodeBlock.of("$N", layout.dots.get(param));
      case BAR -> CodeBlock.of("$N", layout.bars.get(param));
      case SIZE -> itemSize(param);
      case COTANGENT -> CodeBlock.of("$N", layout.cotangent);
      case OUT -> CodeBlock.of("$N", layout.out);
      case OUT_DOT -> CodeBlock.of("$N", layout.outDot);
      case OUT_SIZE -> outSize;
      default -> throw new IllegalStateException("not given: " + argument);
    };
  }

  /** The method, with {@code end} after the run, in which the sums have the given name. */
  MethodSpec build(CodeBlock sumCount, CodeBlock end) {
    CodeBlock.Builder out = CodeBlock.builder().add(checks.build());
    String qualified = layout.simpleName + "." + name;
    out.add(
        "$L$Znew $T($S, $N, $L,$W($N, $N, $N) -> {\n",
        end.isEmpty()
            ? CodeBlock.of("$N.run(", layout.device)
            : CodeBlock.of("double[] $N = $N.run(", result(), layout.device),
        OPERATION,
        qualified,
        layout.n,
        sumCount,
        from,
        to,
        sums);
    out.indent();
    String first = from;
    if (blocks != null) {
      first = locals.fresh("first");
      out.addStatement("int $N = $L", first, blocks);
    }
    out.add(block.build());
    out.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", item, first, to);
    out.add(items.build()).endControlFlow().unindent();
    if (kernels != null) {
      out.add(
          "}, new $T($N, $S, $L)$>$>$L$<$<));\n",
          LAUNCH,
          "KERNELS",
          name,
          kernels.usesDouble(),
          launch.build());
    } else {
      out.add("}));\n");
    }
    out.add(end);
    return method.addCode(out.build()).build();
  }

  /** The name of the sums over the batch, after the run. */
  String result() {
    return sums + "OfAll";
  }
}
