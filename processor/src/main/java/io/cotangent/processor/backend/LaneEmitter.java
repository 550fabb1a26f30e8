package io.cotangent.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.FunctionTable.Compiled;
import io.cotangent.processor.backend.LaneProgram.Argument;
import io.cotangent.processor.backend.LaneProgram.Use;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Var;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the class that runs a batch in blocks of items, which are the innermost dimension. */
public final class LaneEmitter {
  static final ClassName LANES = ClassName.get("io.cotangent.runtime", "Lanes");
  private static final ClassName TAPE = ClassName.get("io.cotangent.runtime", "Tape");
  private static final ClassName LANE_TAPE = ClassName.get("io.cotangent.runtime", "LaneTape");
  private static final Set<String> OPERATIONS = Set.of("value", "jvp", "gradient", "vjp", "hvp");

  private final ClassName type;
  private final BatchClass plan;
  private final FunctionTable functions;
  private final @Nullable VectorEmitter vectors;

  /**
   * A writer of the class of the batch's.
   *
   * @param withVectors whether the Vector API can be compiled against
   */
  public LaneEmitter(BatchClass plan, boolean withVectors) {
    this.plan = plan;
    type = className(plan);
    List<Function> all = new ArrayList<>();
    for (LaneProgram program : plan.lanes()) {
      all.add(program.main());
      all.addAll(program.stretches());
    }
    Names methods = new Names(OPERATIONS, Set.of());
    Names none = new Names(Set.of(), Set.of());
    functions = new FunctionTable(all, Set.of(), methods, none, none);
    vectors = withVectors ? vectors() : null;
  }

  private VectorEmitter vectors() {
    List<Compiled> stretches = new ArrayList<>();
    for (LaneProgram program : plan.lanes()) {
      program.stretches().forEach(f -> stretches.add(functions.get(f.id())));
    }
    ClassName name = ClassName.get(type.packageName(), plan.simpleName() + "Vectors");
    return new VectorEmitter(name, plan.simpleName(), stretches);
  }

  /** The class of loops with vectors, if there is one. */
  public Optional<VectorEmitter> withVectors() {
    return Optional.ofNullable(vectors).filter(VectorEmitter::isNeeded);
  }

  /** The class's name. */
  static ClassName className(BatchClass plan) {
    return ClassName.get(plan.derivatives().packageName(), plan.simpleName() + "Lanes");
  }

  /** The class's simple name. */
  public String simpleName() {
    return type.simpleName();
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    TypeSpec.Builder spec =
        GeneratedClass.of(type.simpleName(), false)
            .addJavadoc(
                "The operations of {@link $L} on blocks of items, which are the innermost\n"
                    + "dimension of all arrays.\n",
                plan.simpleName());
    plan.lanes().forEach(program -> spec.addMethod(operation(program)));
    FunctionEmitter emitter = new FunctionEmitter(functions, type, List.of());
    for (Compiled compiled : functions.all()) {
      spec.addMethod(emitter.emit(compiled, dispatch(compiled)));
    }
    GeneratedClass.file(type.packageName(), spec.build()).writeTo(out);
  }

  /** A loop that has a form with vectors leaves the work to that where it can. */
  private CodeBlock dispatch(Compiled compiled) {
    if (vectors == null || !vectors.has(compiled.function().id())) {
      return CodeBlock.of("");
    }
    Identifiers identifiers = Identifiers.of(compiled.function());
    Names names = new Names(identifiers.hidden(), identifiers.variables());
    CodeBlock args =
        compiled.function().params().stream()
            .map(param -> CodeBlock.of("$N", names.declare(param)))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.builder()
        .beginControlFlow("if ($T.VECTORS)", LANES)
        .addStatement("$T.$N($L)", vectors.type(), compiled.name(), args)
        .addStatement("return")
        .endControlFlow()
        .build();
  }

  /** What the batched operation calls: all items but a few, or none if one throws. */
  private MethodSpec operation(LaneProgram program) {
    Names names = new Names(Set.of("Lanes", "Tape", "LaneTape", "Trees", "Batches"), Set.of());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(program.name())
            .addModifiers(Modifier.STATIC)
            .returns(TypeName.INT)
            .addJavadoc(
                "Runs items {@code from} to {@code to}; the first that is left, to be run alone.\n");
    List<String> args = new ArrayList<>();
    List<CodeBlock> before = new ArrayList<>();
    List<String> trees = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < program.arguments().size(); i++) {
      Argument argument = program.arguments().get(i);
      Var param = program.main().params().get(i);
      String name = names.declare(param);
      args.add(name);
      if (!isGiven(argument.use())) {
        continue;
      }
      TypeName javaType = JavaTypes.of(param.type());
      if (isSummed(argument)) {
        String shape = names.fresh(name + "Like");
        method.addParameter(javaType, shape);
        String place = names.fresh(name + "At");
        places.add(place);
        before.add(CodeBlock.of("$T $N = $T.zerosLike($N)", javaType, name, RunTime.TREES, shape));
        trees.add(name);
      } else {
        method.addParameter(javaType, name);
      }
    }
    String at = args.get(args.size() - 5);
    String count = args.get(args.size() - 4);
    String from = names.fresh("from");
    String to = names.fresh("to");
    String end = names.fresh("end");
    String total = names.fresh("total");
    String k = names.fresh("k");
    method.addParameter(TypeName.INT, from).addParameter(TypeName.INT, to);
    method.addParameter(double[].class, total);
    places.forEach(place -> method.addParameter(TypeName.INT, place));
    String sums = args.get(args.size() - 1);
    CodeBlock.Builder body = CodeBlock.builder();
    body.addStatement("int $N = $T.end($N, $N)", end, LANES, from, to);
    body.beginControlFlow("try");
    before.forEach(statement -> body.addStatement("$L", statement));
    body.addStatement("double[] $N = new double[$L]", sums, scalars(program));
    body.addStatement("$1T $2N = new $1T()", TAPE, args.get(args.size() - 3));
    body.addStatement("$1T $2N = new $1T()", LANE_TAPE, args.get(args.size() - 2));
    body.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N += $4T.BLOCK)", at, from, end, LANES);
    body.addStatement("int $N = $T.count($N, $N)", count, LANES, at, end);
    body.addStatement(
        "$N($L)",
        functions.get(program.main().id()).name(),
        args.stream().map(a -> CodeBlock.of("$N", a)).collect(CodeBlock.joining(",$W")));
    body.endControlFlow();
    if (scalars(program) > 0) {
      body.beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", k, sums);
      body.addStatement("$1N[$2N] += $3N[$2N]", total, k, sums);
      body.endControlFlow();
    }
    for (int i = 0; i < trees.size(); i++) {
      body.addStatement(
          "$T.add($N, $N, $N)", BatchMethod.BATCHES, trees.get(i), total, places.get(i));
    }
    body.addStatement("return $N", end);
    String thrown = names.fresh("thrown");
    body.nextControlFlow("catch ($T $N)", Throwable.class, thrown);
    body.add("// Alone, the items say which of them throws what.\n");
    body.addStatement("return $T.leave($N, $N)", LANES, from, thrown);
    body.endControlFlow();
    return method.addCode(body.build()).build();
  }

  /** How many sums are returned. */
  private int scalars(LaneProgram program) {
    if (program.name().equals("value") || program.name().equals("jvp")) {
      return 0;
    }
    return (int)
        plan.derivatives().wrt().stream()
            .filter(i -> !plan.over().contains(i))
            .filter(i -> !plan.derivatives().params().get(i).type().isArray())
            .count();
  }

  /** Whether the caller gives it. */
  static boolean isGiven(Use use) {
    return switch (use) {
      case AT, COUNT, TAPE, LANE_TAPE, SUMS -> false;
      default -> true;
    };
  }

  /** Whether it is an array of sums over the items. */
  private boolean isSummed(Argument argument) {
    return argument.use() == Use.BAR && !plan.over().contains(argument.param());
  }
}
