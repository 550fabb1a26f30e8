package io.cotangent.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.cotangent.processor.backend.SolutionClass.Constraint;
import io.cotangent.processor.backend.SolutionClass.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes a class with a solution and its derivatives. */
public final class SolutionEmitter {
  private final SolutionClass plan;
  private final SolutionLayout layout;

  /** A writer of one class. */
  public SolutionEmitter(SolutionClass plan) {
    this.plan = plan;
    layout = new SolutionLayout(plan);
  }

  /** Writes the class as Java text. */
  public void write(Appendable out) throws IOException {
    TypeSpec.Builder type =
        GeneratedClass.of(plan.simpleName(), plan.isPublic())
            .addJavadoc(SolutionJavadoc.type(layout));
    type.addField(settings());
    new SolutionMethods(layout).addTo(type);
    if (layout.hasDerivatives()) {
      new SolutionDerivatives(layout).addTo(type);
    }
    type.addMethod(problem());
    if (layout.hasDerivatives()) {
      type.addAnnotation(mark()).addType(new SolutionRulesType(layout).emit());
    }
    SolutionTypes.addTo(type, layout);
    GeneratedClass.file(plan.packageName(), type.build()).writeTo(out);
  }

  private AnnotationSpec mark() {
    AnnotationSpec.Builder mark =
        AnnotationSpec.builder(ClassName.get("io.cotangent.runtime", "SolutionRules"))
            .addMember("unknown", "$L", plan.unknown());
    if (plan.settings().derivative().equals("UNROLLED")) {
      mark.addMember("unrolled", "true");
    }
    if (plan.isObjectiveKnown()) {
      mark.addMember("of", "$S", plan.sourceClass() + "#" + plan.sourceMethod());
    }
    return mark.build();
  }

  private FieldSpec settings() {
    SolutionClass.Settings settings = plan.settings();
    ClassName type = SolutionLayout.implicit("Settings");
    String owner = JavaTypes.className(plan.sourceClass()).simpleName();
    return FieldSpec.builder(type, "SETTINGS")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "new $T($S,$W$L,$W$L,$W$L,$W$T.$L,$W$T.$L,$W$T.$L,$W$L$L)",
            type,
            owner + "." + plan.sourceMethod(),
            settings.tolerance(),
            settings.adjointTolerance(),
            settings.maxIterations(),
            SolutionLayout.runtime("Solver"),
            settings.solver(),
            SolutionLayout.runtime("Adjoint"),
            settings.adjoint(),
            SolutionLayout.runtime("Derivative"),
            settings.derivative(),
            settings.terms(),
            settings.ridge() == 0 ? "" : CodeBlock.of(",$W$L", settings.ridge()))
        .build();
  }

  /** The private method that makes the problem at the given parameters. */
  private MethodSpec problem() {
    MethodSpec.Builder method = layout.method("problem", layout.problemType, Modifier.PRIVATE);
    Names locals = layout.locals();
    List<String> multipliers = new ArrayList<>();
    multipliers(plan.equality(), "equalityMultipliers", locals, multipliers, method);
    multipliers(plan.inequality(), "inequalityMultipliers", locals, multipliers, method);
    if (plan.kind() == Kind.ARGMIN && !plan.bounds().isEmpty()) {
      method.addStatement("$T.requireBounds($L,$W$L)", layout.problemType, bound(0), bound(1));
    }
    String problem = locals.fresh("problem");
    boolean preconditioned = !plan.preconditioner().isEmpty();
    method.addStatement(
        "$L new $T(SETTINGS,$W$L,$W$L$L)$L",
        preconditioned ? CodeBlock.of("$T $N =", layout.problemType, problem) : "return",
        layout.problemType,
        plan.step().isPresent()
            ? stepped(plan.step().get())
            : plan.squares().isPresent() && plan.kind() == Kind.ROOT
                ? squares(plan.squares().get())
                : equations(multipliers),
        layout.flat(layout.theta(layout.params)),
        further(multipliers),
        chained());
    if (preconditioned) {
      method.addStatement("$N.precondition($L)", problem, preconditioner(locals.fresh("z")));
      method.addStatement("return $N", problem);
    }
    return method.build();
  }

  /** The preconditioner as a function of the unknowns. */
  private CodeBlock preconditioner(String z) {
    List<CodeBlock> args = new ArrayList<>();
    for (int i = 0; i < layout.params.size(); i++) {
      args.add(
          i == plan.unknown()
              ? layout.shaped(CodeBlock.of("$N", z))
              : CodeBlock.of("$N", layout.params.get(i)));
    }
    args.add(CodeBlock.of("new double[$N.length]", z));
    return CodeBlock.of(
        "$N -> $T.function($L)",
        z,
        ClassName.get(plan.packageName(), plan.preconditioner()),
        CodeBlock.join(args, ",$W"));
  }

  private CodeBlock bound(int which) {
    return layout.flat(List.of(layout.params.get(plan.bounds().get(which))));
  }

  /** What is said of a problem after it is made. */
  private CodeBlock chained() {
    if (plan.kind() == Kind.ARGMIN && plan.squares().isPresent()) {
      return CodeBlock.of(".ofResiduals($L)", residuals(plan.squares().get()));
    }
    if (!plan.settings().solver().equals("BLOCK_COORDINATE_DESCENT")) {
      return CodeBlock.of("");
    }
    return layout.isArray(plan.unknown())
        ? CodeBlock.of(".inBlocks($N.length)", layout.unknown())
        : CodeBlock.of(".inBlocks(1)");
  }

  private void multipliers(
      Optional<Constraint> constraint,
      String name,
      Names locals,
      List<String> multipliers,
      MethodSpec.Builder method) {
    if (constraint.isEmpty()) {
      return;
    }
    String local = locals.fresh(name);
    multipliers.add(local);
    method.addStatement("double[] $N = new double[$L]", local, layout.count(constraint));
  }

  private CodeBlock equations(List<String> multipliers) {
    List<String> first = new ArrayList<>(layout.params);
    first.addAll(multipliers);
    List<String> second = new ArrayList<>(first);
    second.add(layout.unknown());
    second.addAll(multipliers);
    boolean gradient = plan.kind() == Kind.ARGMIN;
    return CodeBlock.of(
        "new $T($T.function($L),$W() -> $T.function($L),$W$L$L)$L",
        SolutionLayout.implicit(gradient ? "GradientEquations" : "VectorEquations"),
        ClassName.get(plan.packageName(), plan.first()),
        SolutionLayout.list(first),
        ClassName.get(plan.packageName(), plan.second()),
        SolutionLayout.list(second),
        arrangement(multipliers),
        gradient ? "" : plan.kind() == Kind.FIXED_POINT ? ", true" : ", false",
        bound(plan.alone(), first));
  }

  private CodeBlock bound(String alone, List<String> args) {
    return CodeBlock.of(
        "$Z.bound($T.function($L))",
        ClassName.get(plan.packageName(), alone),
        SolutionLayout.list(args));
  }

  private CodeBlock residuals(SolutionClass.Squares squares) {
    return CodeBlock.of(
        "new $T($T.function($L),$W$L)",
        SolutionLayout.implicit("Residuals"),
        ClassName.get(plan.packageName(), squares.map()),
        SolutionLayout.list(layout.params),
        arrangement(List.of()));
  }

  /** The equations of a root in the sense of least squares. */
  private CodeBlock squares(SolutionClass.Squares squares) {
    List<String> second = new ArrayList<>(layout.params);
    second.add(layout.unknown());
    return CodeBlock.of(
        "$L,$Wnew $T($T.function($L),$W() -> $T.function($L),$W$L),$W$L",
        residuals(squares),
        SolutionLayout.implicit("GradientEquations"),
        ClassName.get(plan.packageName(), squares.first()),
        SolutionLayout.list(layout.params),
        ClassName.get(plan.packageName(), squares.second()),
        SolutionLayout.list(second),
        arrangement(List.of()),
        squares.isSquare()
            ? CodeBlock.of("$T.of($L)", Optional.class, equations(List.of()))
            : CodeBlock.of("$T.empty()", Optional.class));
  }

  /** The equations of a minimum with a projection or proximal step. */
  private CodeBlock stepped(SolutionClass.Step step) {
    List<CodeBlock> args = new ArrayList<>();
    layout.params.forEach(name -> args.add(CodeBlock.of("$N", name)));
    if (step.isProximal()) {
      args.add(CodeBlock.of("1.0"));
    }
    List<CodeBlock> weighted = new ArrayList<>(args);
    weighted.add(CodeBlock.of("$N", layout.unknown()));
    List<CodeBlock> more = step.isProximal() ? List.of(CodeBlock.of("1")) : List.of();
    return CodeBlock.of(
        "new $T($L,$Wnew $T($T.function($L),$W() -> $T.function($L),$W$L,$Wfalse),$W$L)$L",
        SolutionLayout.implicit("ProximalEquations"),
        equations(List.of()),
        SolutionLayout.implicit("VectorEquations"),
        ClassName.get(plan.packageName(), step.map()),
        CodeBlock.join(args, ",$W"),
        ClassName.get(plan.packageName(), step.weighted()),
        CodeBlock.join(weighted, ",$W"),
        arrangement(List.of(), more),
        step.isProximal(),
        step.alone()
            .map(
                alone ->
                    CodeBlock.of(
                        ".bound($T.function($L))",
                        ClassName.get(plan.packageName(), alone),
                        CodeBlock.join(args, ",$W")))
            .orElse(CodeBlock.of("")));
  }

  private CodeBlock arrangement(List<String> multipliers) {
    return arrangement(multipliers, List.of());
  }

  private CodeBlock arrangement(List<String> multipliers, List<CodeBlock> more) {
    CodeBlock count =
        multipliers.isEmpty()
            ? CodeBlock.of("0")
            : multipliers.stream()
                .map(name -> CodeBlock.of("$N.length", name))
                .collect(CodeBlock.joining(" + "));
    int unknown = plan.unknown();
    return CodeBlock.of(
        "new $T($L,$W$L,$W$L,$W$L)",
        SolutionLayout.implicit("Arrangement"),
        layout.size(plan.theta().stream().filter(index -> index < unknown).toList()),
        layout.size(List.of(unknown)),
        CodeBlock.join(
            Stream.concat(
                    Stream.of(
                        layout.size(
                            plan.theta().stream().filter(index -> index > unknown).toList())),
                    more.stream())
                .toList(),
            " + "),
        count);
  }

  private CodeBlock further(List<String> multipliers) {
    if (plan.step().isPresent()) {
      return CodeBlock.of("");
    }
    if (plan.kind() == Kind.ARGMIN) {
      CodeBlock equalities =
          plan.equality().isPresent()
              ? CodeBlock.of("$N.length", multipliers.get(0))
              : CodeBlock.of("0");
      return CodeBlock.of(",$W$L,$W$L", layout.size(List.of(plan.unknown())), equalities);
    }
    return IntStream.range(0, plan.bounds().size())
        .mapToObj(i -> CodeBlock.of(",$W$L", bound(i)))
        .collect(CodeBlock.joining(""));
  }

  /** The type of arrays of numbers. */
  static TypeName vector() {
    return TypeName.get(double[].class);
  }
}
