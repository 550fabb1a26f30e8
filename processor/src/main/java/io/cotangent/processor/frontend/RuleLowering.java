package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Problem;
import io.cotangent.processor.diagnostics.ProblemKind;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Composed.Companion;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.CustomRule;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Expr.Invocation;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import spoon.reflect.declaration.CtExecutable;

/** Functions that stand for methods with a rule, and for the rule's own methods. */
final class RuleLowering {
  private final Sources sources;
  private final String packageName;
  private final java.util.function.Function<CtExecutable<?>, FunctionId> ask;
  private final Map<FunctionId, Lowered> functions = new LinkedHashMap<>();
  private final Map<FunctionId, Consumer<Set<String>>> parts = new LinkedHashMap<>();
  private final Map<FunctionId, CustomRule> rules = new LinkedHashMap<>();
  private final int order;
  private final Map<FunctionId, Integer> orders = new HashMap<>();
  private final Set<Companion> companions = new LinkedHashSet<>();
  private final Set<FunctionId> calls = new LinkedHashSet<>();
  private final Map<FunctionId, SolutionCall> minima = new HashMap<>();

  /**
   * Lowers for a generated class in a package.
   *
   * @param order how often derivatives are differentiated
   * @param ask lowers a method from its source
   */
  RuleLowering(
      Sources sources,
      String packageName,
      int order,
      java.util.function.Function<CtExecutable<?>, FunctionId> ask) {
    this.sources = sources;
    this.packageName = packageName;
    this.order = order;
    this.ask = ask;
  }

  /** Adds the functions so far to those that call them. */
  void addTo(Map<FunctionId, Lowered> others) {
    Envelopes.apply(others, this);
    others.putAll(functions);
  }

  /** The rules so far. */
  Map<FunctionId, CustomRule> rules() {
    return rules;
  }

  /** The function that stands for a method with a rule, called at {@code span}. */
  FunctionId ruled(DeclaredRules.Rule rule, Span span) {
    FunctionId plain = id(rule.target(), "ruled");
    FunctionId id = Preaccumulations.isMarked(rule.target()) ? plain.preaccumulated() : plain;
    if (!functions.containsKey(id)) {
      functions.put(id, stub(id, rule.target(), span));
      Optional<FunctionId> jvp = rule.jvp().map(method -> mode(method, rule, span));
      Optional<FunctionId> vjp = rule.vjp().map(method -> vjp(method, rule, span));
      rules.put(id, new CustomRule(rule.params(), jvp, vjp));
    }
    return id;
  }

  /** How often derivatives are differentiated. */
  int order() {
    return order;
  }

  /** The classes that the functions so far call for further derivatives. */
  Set<Companion> companions() {
    return companions;
  }

  /** Functions of numbers that only call a generated class, with its own records. */
  Set<FunctionId> calls() {
    return calls;
  }

  /** The function that stands for a derivative that a generated class gives. */
  FunctionId derived(Composed method, DerivativeForm form, Span span) {
    return new DerivativeLowering(method, span, functions, rules, orders, companions, calls)
        .function(form, order);
  }

  /** The function that stands for a call of a solution. */
  FunctionId solved(SolutionCall call) {
    FunctionId id = new SolutionLowering(functions, rules, call).function();
    if (call.isMinimiser()) {
      minima.put(id, call);
    }
    return id;
  }

  /** The minimiser that this function finds, if it does. */
  Optional<SolutionCall> minimum(FunctionId id) {
    return Optional.ofNullable(minima.get(id));
  }

  /** Makes two statements of a search, the search itself and what carries its derivative. */
  Var split(SolutionCall minimum, Stmt.Call call, List<Stmt> block, int place) {
    return envelope(minimum).split(call, block, place);
  }

  private EnvelopeLowering envelope(SolutionCall minimum) {
    return new EnvelopeLowering(new SolutionLowering(functions, rules, minimum));
  }

  /** The function that stands for the objective at its minimiser. */
  FunctionId envelope(SolutionCall minimum, Original objective) {
    return envelope(minimum).value(objective);
  }

  /** A function that only calls the one that stands for a method with a rule. */
  FunctionId entry(DeclaredRules.Rule rule, Span span) {
    FunctionId id = id(rule.target(), "entry");
    FunctionId callee = ruled(rule, span);
    List<Var> params = params(rule.target());
    Var result = new Var("result", ElementTypes.unboxed(rule.target().getReturnType()));
    List<Expr> args = params.stream().<Expr>map(Var::read).toList();
    Block body =
        Block.of(
            new Stmt.Declare(result, Exprs.defaultValue(result.type())),
            new Stmt.Call(List.of(result), callee, args, span));
    String name = rule.target().getSimpleName().toString();
    put(new Function(id, name, params, List.of(result), body), rule.target());
    return id;
  }

  private FunctionId mode(ExecutableElement method, DeclaredRules.Rule rule, Span span) {
    return rule.external()
        ? external(method, span)
        : source(method).orElseGet(() -> external(method, span));
  }

  /** The rule from its source, if that has the types of the IR. */
  private Optional<FunctionId> source(ExecutableElement method) {
    boolean plain =
        method.getParameters().stream().allMatch(p -> ElementTypes.boxed(p.asType()).isEmpty())
            && ElementTypes.boxed(method.getReturnType()).isEmpty();
    return plain ? sources.declaration(method).map(ask) : Optional.empty();
  }

  /** A rule that is only called; a rule of its own tells its derivative. */
  private FunctionId external(ExecutableElement method, Span span) {
    Optional<DeclaredRules.Rule> own = sources.rule(method);
    if (own.isPresent()) {
      return ruled(own.get(), span);
    }
    FunctionId id = id(method, "called");
    if (!functions.containsKey(id)) {
      functions.put(id, stub(id, method, span));
    }
    return id;
  }

  /** A rule that returns a record becomes a function with several results. */
  private FunctionId vjp(ExecutableElement method, DeclaredRules.Rule rule, Span span) {
    FunctionId whole = mode(method, rule, span);
    if (rule.params().size() == 1) {
      return whole;
    }
    FunctionId id = id(method, "parts");
    parts.put(id, shaped -> parts(id, whole, method, span, shaped));
    return id;
  }

  /**
   * Completes what had to wait.
   *
   * @param shaped the names of the classes whose objects are taken apart
   */
  void finish(Set<String> shaped) {
    parts.values().forEach(part -> part.accept(shaped));
  }

  private void parts(
      FunctionId id, FunctionId whole, ExecutableElement method, Span span, Set<String> shaped) {
    List<Var> params = params(method);
    Type type = ElementTypes.of(method.getReturnType());
    Var gradient = new Var("gradient", type);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(gradient, Exprs.defaultValue(type)));
    List<Expr> args = params.stream().<Expr>map(Var::read).toList();
    body.add(new Stmt.Call(List.of(gradient), whole, args, span));
    List<Var> results = new ArrayList<>();
    TypeElement record = (TypeElement) ((DeclaredType) method.getReturnType()).asElement();
    for (Element part : ElementFilter.recordComponentsIn(record.getEnclosedElements())) {
      String name = part.getSimpleName().toString();
      Type component = ElementTypes.of(part.asType());
      Var result = new Var(name, ElementTypes.unboxed(part.asType()));
      results.add(result);
      Expr value =
          shaped.contains(type.toString())
              ? new Expr.Field(gradient.read(), name, component)
              : new Expr.Invoke(
                  Invocation.VIRTUAL,
                  type.toString(),
                  name,
                  List.of(gradient.read()),
                  component,
                  span);
      body.add(new Stmt.Declare(result, value));
    }
    String name = method.getSimpleName().toString();
    put(new Function(id, name, params, results, new Block(body)), method);
  }

  /** A function whose body calls the method. */
  private Lowered stub(FunctionId id, ExecutableElement method, Span span) {
    List<Var> params = params(method);
    List<Expr> args = params.stream().<Expr>map(Var::read).toList();
    Type type = ElementTypes.of(method.getReturnType());
    Var result = new Var("result", ElementTypes.unboxed(method.getReturnType()));
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    String owner = ElementTypes.owner(method).getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    List<Problem> problems = new ArrayList<>();
    List<Stmt> body = new ArrayList<>();
    boolean accessible = sources.accessible(method, packageName);
    Var raw = new Var(name, type);
    if (accessible) {
      Invocation kind = isStatic ? Invocation.STATIC : Invocation.VIRTUAL;
      body.add(new Stmt.Declare(raw, new Expr.Invoke(kind, owner, name, args, type, span)));
    } else {
      body.add(new Stmt.Declare(raw, Exprs.defaultValue(type)));
      Optional<FunctionId> source = source(method);
      source.ifPresent(f -> body.add(new Stmt.Call(List.of(raw), f, args, span)));
      if (source.isEmpty()) {
        problems.add(Problem.of(ProblemKind.INACCESSIBLE, span, name));
      }
    }
    if (type.isArray()) {
      // The method may give back an array that others know, too.
      body.addAll(ArrayLoops.copy(result, raw.read()));
    } else {
      boolean boxed = !result.type().equals(type);
      body.add(
          new Stmt.Declare(result, boxed ? new Expr.Cast(result.type(), raw.read()) : raw.read()));
    }
    Function function = new Function(id, name, params, List.of(result), new Block(body));
    return new Lowered(
        function, problems, new Original(owner, name, isStatic && accessible, isStatic));
  }

  private void put(Function function, ExecutableElement method) {
    String owner = ElementTypes.owner(method).getQualifiedName().toString();
    Original original = new Original(owner, function.name(), false, true);
    functions.put(function.id(), new Lowered(function, List.of(), original));
  }

  private static List<Var> params(ExecutableElement method) {
    List<Var> params = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      params.add(new Var("self", ElementTypes.of(ElementTypes.owner(method).asType())));
    }
    method
        .getParameters()
        .forEach(
            p ->
                params.add(
                    new Var(p.getSimpleName().toString(), ElementTypes.unboxed(p.asType()))));
    return params;
  }

  private static FunctionId id(ExecutableElement method, String kind) {
    return new FunctionId(method.getEnclosingElement() + "#" + method + "#" + kind);
  }
}
