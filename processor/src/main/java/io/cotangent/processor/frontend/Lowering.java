package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtStatement;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtPackage;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.declaration.CtType;
import spoon.reflect.visitor.filter.TypeFilter;

/** From source to raw IR: a method, and all methods that it calls whose source is at hand. */
public final class Lowering {
  private final Sources sources;
  private final KnownOperations known;
  private final String packageName;
  private final Set<FunctionId> asked = new HashSet<>();
  private final Deque<CtExecutable<?>> open = new ArrayDeque<>();

  private Lowering(Sources sources, KnownOperations known, String packageName) {
    this.sources = sources;
    this.known = known;
    this.packageName = packageName;
  }

  /**
   * The method and everything that it calls, as raw IR.
   *
   * <p>Expressions are free of side effects but for calls and allocations that are the whole of an
   * assigned value; conversions are explicit; every variable of the source is one {@link Var}. What
   * can't be lowered is listed with the function in which it stands.
   */
  public static LoweredProgram lower(
      SpoonModel model, CtMethod<?> annotated, KnownOperations known) {
    return lower(new SpoonSources(model), annotated, known);
  }

  static LoweredProgram lower(Sources sources, CtMethod<?> annotated, KnownOperations known) {
    CtPackage home = annotated.getTopLevelType().getPackage();
    String packageName = home == null || home.isUnnamedPackage() ? "" : home.getQualifiedName();
    Lowering lowering = new Lowering(sources, known, packageName);
    FunctionId entry = lowering.ask(annotated);
    Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
    while (!lowering.open.isEmpty()) {
      CtExecutable<?> next = lowering.open.removeFirst();
      functions.put(id(next), lowering.lower(next));
    }
    return new LoweredProgram(entry, functions);
  }

  private FunctionId ask(CtExecutable<?> executable) {
    FunctionId id = id(executable);
    if (asked.add(id)) {
      open.addLast(executable);
    }
    return id;
  }

  private static FunctionId id(CtExecutable<?> executable) {
    String params =
        executable.getParameters().stream()
            .map(parameter -> Types.of(parameter.getType()).toString())
            .collect(Collectors.joining(","));
    return new FunctionId(
        ownerName(executable) + "#" + executable.getSimpleName() + "(" + params + ")");
  }

  private static String ownerName(CtExecutable<?> executable) {
    return Types.canonicalName(executable.getParent(CtType.class).getReference());
  }

  private Lowered lower(CtExecutable<?> executable) {
    CtType<?> owner = executable.getParent(CtType.class);
    boolean isStatic = ((CtModifiable) executable).isStatic();
    Type type = Types.of(executable.getType());
    @Nullable Var self = isStatic ? null : new Var("self", Types.of(owner.getReference()));
    @Nullable Var result = type == Type.VOID ? null : new Var("result", type);
    MethodLowering method =
        new MethodLowering(sources, known, owner, packageName, self, result, this::ask);
    List<Var> params = new ArrayList<>(self == null ? List.of() : List.of(self));
    for (CtParameter<?> parameter : executable.getParameters()) {
      method.requireVisible(parameter.getType(), parameter);
      Var var = new Var(parameter.getSimpleName(), Types.of(parameter.getType()));
      method.frame.bind(var.name(), var);
      params.add(var);
    }
    Block body = method.frame.block(() -> body(executable, method));
    Function function =
        new Function(
            id(executable),
            executable.getSimpleName(),
            params,
            result == null ? List.of() : List.of(result),
            body);
    boolean accessible = isStatic && sources.accessible(executable.getReference(), packageName);
    Original original = new Original(ownerName(executable), executable.getSimpleName(), accessible);
    return new Lowered(function, method.frame.problems(), original);
  }

  private static void body(CtExecutable<?> executable, MethodLowering method) {
    Var result = method.result;
    if (result != null) {
      method.frame.emit(new Stmt.Declare(result, Exprs.defaultValue(result.type())));
    }
    if (executable.getBody() == null) {
      method.frame.problem(ProblemKind.NO_BODY, executable, executable.getSimpleName());
      return;
    }
    for (CtStatement each : executable.getElements(new TypeFilter<>(CtStatement.class))) {
      if (each.getLabel() != null) {
        method.frame.freshLabel(each.getLabel());
      }
    }
    method.statements.all(executable.getBody().getStatements());
  }
}
