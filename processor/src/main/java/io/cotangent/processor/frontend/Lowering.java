package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.ClassShape;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtPackage;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.declaration.CtType;

/** From source to raw IR: a method, and all methods that it calls whose source is at hand. */
public final class Lowering implements Callees {
  private final Sources sources;
  private final KnownOperations known;
  private final String packageName;
  private final Shapes shapes;
  private final VirtualMethods virtual;
  private final RuleLowering ruled;
  private final List<Lifted> lifted = new ArrayList<>();
  private final String generated;
  private final Hints hints = new Hints();
  private final Set<FunctionId> asked = new HashSet<>();
  private final Deque<CtExecutable<?>> open = new ArrayDeque<>();
  private final Map<FunctionId, Lowered> functions = new LinkedHashMap<>();

  private Lowering(
      Sources sources, KnownOperations known, String packageName, int order, String generated) {
    this.generated = generated;
    this.sources = sources;
    this.known = known;
    this.packageName = packageName;
    this.shapes = new Shapes(sources, packageName);
    this.virtual = new VirtualMethods(shapes);
    this.ruled = new RuleLowering(sources, packageName, order, this::direct);
  }

  /**
   * The method and everything that it calls, as raw IR. Expressions are free of side effects but
   * for calls and allocations that are the whole of an assigned value; conversions are explicit;
   * every variable of the source is one {@link Var}. What can't be lowered is listed with the
   * function in which it stands.
   *
   * @param order how often the method will be differentiated
   * @param generated the full name of the class that its derivatives get
   * @param suffices whether a program in which operators stay as they are can be differentiated
   */
  public static LoweredProgram lower(
      SpoonModel model,
      DeclaredRules rules,
      CtMethod<?> annotated,
      KnownOperations known,
      int order,
      String generated,
      Predicate<LoweredProgram> suffices) {
    Models models = Models.none();
    LoweredProgram program =
        lower(new SpoonSources(model, rules, models), annotated, known, order, generated);
    for (var more = models.next(); more.isPresent(); more = models.next()) {
      if (more.get().addsOperatorsTo(models) && suffices.test(program)) {
        return program;
      }
      models = more.get();
      program = lower(new SpoonSources(model, rules, models), annotated, known, order, generated);
    }
    return program;
  }

  static LoweredProgram lower(
      Sources sources, CtMethod<?> annotated, KnownOperations known, int order, String generated) {
    CtPackage home = annotated.getTopLevelType().getPackage();
    String packageName = home == null || home.isUnnamedPackage() ? "" : home.getQualifiedName();
    Lowering lowering = new Lowering(sources, known, packageName, order, generated);
    GivenObjects given = new GivenObjects(lowering.shapes, sources);
    List<ClassShape> in = given.of(annotated);
    in.forEach(lowering::created);
    FunctionId entry = lowering.entry(annotated);
    new HandedModels(lowering.shapes, lowering::direct).ask(sources, annotated, in);
    Handed handed = given.withResult(annotated);
    lowering.drain();
    lowering.ruled.finish(lowering.shapes.all().keySet());
    lowering.ruled.addTo(lowering.functions);
    return new ShapedTypes(lowering.shapes)
        .apply(entry, lowering.functions, lowering.ruled, lowering.lifted, handed);
  }

  /** The annotated method; one with a rule is a call of itself. */
  private FunctionId entry(CtMethod<?> annotated) {
    return sources
        .rule(annotated.getReference())
        .map(rule -> ruled.entry(rule, sources.span(annotated)))
        .orElseGet(() -> direct(annotated));
  }

  private void drain() {
    int before = -1;
    while (functions.size() > before) {
      before = functions.size();
      while (!open.isEmpty()) {
        CtExecutable<?> next = open.removeFirst();
        functions.put(id(next), lower(next));
      }
      virtual.implementations().forEach(this::direct);
      virtual.written().forEach(each -> functions.putIfAbsent(each.function().id(), each));
      while (!open.isEmpty()) {
        CtExecutable<?> next = open.removeFirst();
        functions.put(id(next), lower(next));
      }
    }
    OpaqueCalls opaque = new OpaqueCalls(virtual);
    functions.replaceAll((id, lowered) -> opaque.in(lowered));
    for (VirtualMethod method : virtual.known()) {
      Function function = virtual.function(method, this::loweredFunction);
      functions.put(
          method.id(),
          new Lowered(
              function,
              List.of(),
              new Original(method.owner(), method.name(), method.accessible(), false)));
    }
  }

  private Function loweredFunction(CtExecutable<?> executable) {
    return Objects.requireNonNull(functions.get(id(executable))).function();
  }

  @Override
  public FunctionId direct(CtExecutable<?> executable) {
    FunctionId id = id(executable);
    if (asked.add(id)) {
      open.addLast(executable);
    }
    return id;
  }

  @Override
  public FunctionId solved(SolutionCall call) {
    return ruled.solved(call);
  }

  @Override
  public int order() {
    return ruled.order();
  }

  @Override
  public Hints hints() {
    return hints;
  }

  @Override
  public FunctionId derived(Composed method, DerivativeForm form, Span span) {
    return ruled.derived(method, form, span);
  }

  @Override
  public FunctionId ruled(DeclaredRules.Rule rule, Span span) {
    return ruled.ruled(rule, span);
  }

  @Override
  public FunctionId virtual(VirtualMethod method) {
    return virtual.ask(method);
  }

  @Override
  public void lowered(Lowered function, ClassShape shape) {
    functions.put(function.function().id(), function);
    virtual.implement(shape.name(), function);
  }

  @Override
  public void implemented(ClassShape shape, VirtualMethods.Writer methods) {
    virtual.implement(shape.name(), methods);
  }

  @Override
  public String nextLifted() {
    return generated + "Lambda" + (lifted.size() + 1) + (order() > 1 ? "Twice" : "");
  }

  @Override
  public void lifted(Lowered function, Lifted made) {
    functions.put(function.function().id(), function);
    lifted.add(made);
  }

  @Override
  public Lifted summed(Lifted of) {
    int params = Objects.requireNonNull(functions.get(of.function())).function().params().size();
    Lifted summed = of.summed(params);
    lifted.add(summed);
    return summed;
  }

  @Override
  public void created(ClassShape shape) {
    virtual.created(shape);
  }

  private static FunctionId id(CtExecutable<?> executable) {
    String params =
        executable.getParameters().stream()
            .map(parameter -> Types.of(parameter.getType()).toString())
            .collect(Collectors.joining(","));
    FunctionId id =
        new FunctionId(
            ownerName(executable) + "#" + executable.getSimpleName() + "(" + params + ")");
    return Preaccumulations.isMarked(executable) ? id.preaccumulated() : id;
  }

  private static String ownerName(CtExecutable<?> executable) {
    return Types.canonicalName(executable.getParent(CtType.class).getReference());
  }

  private Lowered lower(CtExecutable<?> executable) {
    CtType<?> owner = executable.getParent(CtType.class);
    boolean isStatic = ((CtModifiable) executable).isStatic();
    boolean constructs = executable instanceof CtConstructor;
    Type type = constructs ? Type.VOID : Types.of(executable.getType());
    Var self = isStatic ? null : new Var("self", Types.of(owner.getReference()));
    Var result = type == Type.VOID ? null : new Var("result", type);
    MethodLowering method =
        new MethodLowering(sources, known, owner, packageName, self, result, shapes, this);
    List<Var> params = new ArrayList<>(self == null ? List.of() : List.of(self));
    ConstructorLowering constructor = new ConstructorLowering(method);
    if (constructs) {
      params.addAll(constructor.hidden());
    }
    for (CtParameter<?> parameter : executable.getParameters()) {
      method.requireVisible(parameter.getType(), parameter);
      String name = parameter.getSimpleName();
      Var var = new Var(name.replaceFirst("^\\$anonymous", "arg"), Types.of(parameter.getType()));
      method.frame.bind(name, var);
      params.add(var);
    }
    Block body =
        method.frame.block(
            () -> {
              if (executable instanceof CtConstructor<?> source) {
                constructor.body(source);
              } else {
                body(executable, method);
              }
            });
    Function function =
        new Function(
            id(executable),
            constructs ? "init" + owner.getSimpleName() : executable.getSimpleName(),
            params,
            result == null ? List.of() : List.of(result),
            body);
    boolean accessible =
        !constructs
            && ObjectLowering.isFixed(executable)
            && !Models.isModelled(owner.getTopLevelType().getQualifiedName())
            && sources.accessible(executable.getReference(), packageName);
    Original original =
        new Original(ownerName(executable), executable.getSimpleName(), accessible, isStatic);
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
    if (method.objects.component(executable).isPresent() && result != null) {
      method.frame.emit(new Stmt.Assign(result, method.objects.component(executable).get()));
      return;
    }
    method.statements.labels(executable);
    LocalClasses.bindCaptured(executable, method);
    method.statements.all(executable.getBody().getStatements());
  }
}
