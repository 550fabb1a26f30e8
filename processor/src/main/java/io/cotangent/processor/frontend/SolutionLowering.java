package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Arithmetic;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Functions that stand for {@code solve}, {@code at} and {@code value} of a generated class. The
 * search runs as it is; what carries the derivative is a function of its result with rules, whose
 * cotangents have rules of their own, so that second derivatives solve linear systems too and never
 * go through the search.
 */
final class SolutionLowering {
  static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

  final Map<FunctionId, Lowered> functions;
  final Map<FunctionId, CustomRule> rules;
  final SolutionCall call;
  final String owner;
  final List<Var> params = new ArrayList<>();
  final List<Integer> theta;
  final Type state;
  private final List<FunctionId> calls = new ArrayList<>();

  SolutionLowering(
      Map<FunctionId, Lowered> functions, Map<FunctionId, CustomRule> rules, SolutionCall call) {
    this.functions = functions;
    this.rules = rules;
    this.call = call;
    owner = ElementTypes.owner(call.method()).getQualifiedName().toString();
    call.method()
        .getParameters()
        .forEach(
            p -> params.add(new Var(p.getSimpleName().toString(), ElementTypes.of(p.asType()))));
    theta =
        IntStream.range(0, params.size())
            .filter(i -> i != call.unknown() && params.get(i).type().carriesDerivative())
            .boxed()
            .toList();
    state = params.get(call.unknown()).type();
  }

  /** The function that stands for the call. */
  FunctionId function() {
    FunctionId function =
        switch (call.kind()) {
          case SOLVE -> call.unrolled() ? unrolled() : found("solve", given(), state);
          case AT -> found("at", given(), state);
          case VALUE -> found("value", valueAt(), Type.DOUBLE);
          case KKT_POINT -> new KktLowering(this).point();
        };
    endAll();
    return function;
  }

  void endAll() {
    calls.stream().filter(id -> !rules.containsKey(id)).forEach(this::end);
  }

  /** What the generated class does not tell the derivative of throws where that is asked for. */
  private void end(FunctionId id) {
    Function last = java.util.Objects.requireNonNull(functions.get(id)).function();
    List<Integer> carrying =
        IntStream.range(0, last.params().size())
            .filter(i -> last.params().get(i).type().carriesDerivative())
            .boxed()
            .toList();
    List<Var> dotted = copies(last.params());
    carrying.forEach(i -> dotted.add(dot(last.params().get(i))));
    List<Var> barred = copies(last.params());
    Var result = last.results().get(0);
    barred.add(new Var("cotangent", result.type()));
    List<Var> bars = carrying.stream().map(last.params()::get).toList();
    FunctionId jvp = new FunctionId(id.key() + "-jvp");
    FunctionId vjp = new FunctionId(id.key() + "-vjp");
    missing(jvp, last, dotted, copies(List.of(result)));
    missing(vjp, last, barred, copies(bars));
    rules.put(id, new CustomRule(carrying, Optional.of(jvp), Optional.of(vjp)));
  }

  private void missing(FunctionId id, Function last, List<Var> params, List<Var> results) {
    Expr name = new Expr.Const(owner + "." + last.name(), Type.STRING);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Eval(Arithmetic.support("Missing", "derivativeOfSolution", Type.VOID, name)));
    results.forEach(r -> body.add(new Stmt.Declare(r, Exprs.defaultValue(r.type()))));
    put(id, "missing", params, results, body, false);
  }

  FunctionId id(String name) {
    return new FunctionId(owner + "#" + name + "#solution");
  }

  /** A function that searches and hands the solution on. */
  private FunctionId found(String name, FunctionId carrier, Type type) {
    FunctionId id = id(name);
    if (functions.containsKey(id)) {
      return id;
    }
    List<Var> own = copies(params);
    Var solution = new Var("solution", state);
    Var result = new Var("result", type);
    List<Expr> args = new ArrayList<>(reads(own));
    List<Stmt> body = new ArrayList<>();
    body.add(
        new Stmt.Declare(solution, invoke(owner, name.equals("at") ? "at" : "solve", args, state)));
    args.set(call.unknown(), solution.read());
    body.add(new Stmt.Declare(result, Exprs.defaultValue(type)));
    body.add(new Stmt.Call(List.of(result), carrier, args, Span.NONE));
    put(id, name, own, List.of(result), body, true);
    return id;
  }

  /** The solution as a function of the parameters; its state argument is the solution. */
  FunctionId given() {
    FunctionId id = id("given");
    if (!functions.containsKey(id)) {
      List<Var> own = copies(params);
      Var solution = own.get(call.unknown());
      Var result = new Var("result", state);
      List<Stmt> body =
          state.isArray()
              ? ArrayLoops.copy(result, solution.read())
              : List.of(new Stmt.Declare(result, solution.read()));
      put(id, "given", own, List.of(result), body, false);
      FunctionId jvp = stub("jvpAtSolution", owner, "jvpAtSolution", withDots(params), state);
      FunctionId flat = cotangents("atVjp", "atVjpJvp", "atVjpVjp");
      rules.put(id, new CustomRule(theta, Optional.of(jvp), Optional.of(parts("givenVjp", flat))));
    }
    return id;
  }

  private FunctionId unrolled() {
    FunctionId id = stub("solve", owner, "solve", params, state);
    if (!rules.containsKey(id)) {
      FunctionId jvp = stub("jvp", owner, "jvp", withDots(params), state);
      FunctionId flat = stub("solveVjp", owner + ".Rules", "solveVjp", withSeed(), VECTOR);
      rules.put(id, new CustomRule(theta, Optional.of(jvp), Optional.of(parts("solveBars", flat))));
    }
    return id;
  }

  FunctionId valueAt() {
    FunctionId id = stub("valueAt", owner + ".Rules", "valueAt", params, Type.DOUBLE);
    if (!rules.containsKey(id)) {
      FunctionId jvp =
          stub("valueAtJvp", owner + ".Rules", "valueAtJvp", withDots(params), Type.DOUBLE);
      rules.put(id, new CustomRule(theta, Optional.of(jvp), Optional.of(valueBars())));
    }
    return id;
  }

  private FunctionId valueBars() {
    FunctionId id = id("valueBars");
    List<Var> own = copies(params);
    Var seed = new Var("cotangent", Type.DOUBLE);
    Var flat = new Var("gradient", VECTOR);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(flat, Exprs.defaultValue(VECTOR)));
    body.add(new Stmt.Call(List.of(flat), valueGradient(), reads(own), Span.NONE));
    Unflatten unflatten = new Unflatten(flat, Optional.of(seed), body);
    List<Var> bars = theta.stream().map(i -> unflatten.like(own.get(i))).toList();
    own.add(seed);
    put(id, "valueBars", own, bars, body, false);
    return id;
  }

  private FunctionId valueGradient() {
    String nested = owner + ".Rules";
    FunctionId id = stub("valueGradient", nested, "valueGradient", params, VECTOR);
    FunctionId jvp = stub("valueGradientJvp", nested, "valueGradientJvp", withDots(params), VECTOR);
    List<Var> withBar = new ArrayList<>(params);
    withBar.add(new Var("bar", VECTOR));
    FunctionId flat = stub("valueGradientVjp", nested, "valueGradientVjp", withBar, VECTOR);
    FunctionId vjp = unflattened("valueGradientBars", flat, withBar, theta);
    rules.put(id, new CustomRule(theta, Optional.of(jvp), Optional.of(vjp)));
    return id;
  }

  /** The parameters' cotangents in one array, with both of its own derivatives. */
  private FunctionId cotangents(String name, String jvpName, String vjpName) {
    return cotangents(name, jvpName, vjpName, withSeed());
  }

  /** The same of a function whose parameters, with the seed, are these. */
  FunctionId cotangents(String name, String jvpName, String vjpName, List<Var> seeded) {
    String nested = owner + ".Rules";
    FunctionId id = stub(name, nested, name, seeded, VECTOR);
    List<Integer> carrying = new ArrayList<>(theta);
    carrying.add(seeded.size() - 1);
    List<Var> dotted = new ArrayList<>(seeded);
    theta.forEach(i -> dotted.add(dot(params.get(i))));
    dotted.add(new Var("cotangentDot", seeded.get(seeded.size() - 1).type()));
    FunctionId jvp = stub(jvpName, nested, jvpName, dotted, VECTOR);
    List<Var> barred = new ArrayList<>(seeded);
    barred.add(new Var("bar", VECTOR));
    FunctionId flat = stub(vjpName, nested, vjpName, barred, VECTOR);
    FunctionId vjp = unflattened(vjpName + "Parts", flat, barred, carrying);
    rules.put(id, new CustomRule(carrying, Optional.of(jvp), Optional.of(vjp)));
    return id;
  }

  private FunctionId parts(String name, FunctionId flat) {
    return unflattened(name, flat, withSeed(), theta);
  }

  /** A function that calls another and takes its array apart, in the shapes of some parameters. */
  FunctionId unflattened(String name, FunctionId flat, List<Var> given, List<Integer> shapes) {
    FunctionId id = id(name);
    List<Var> own = copies(given);
    Var all = new Var("flat", VECTOR);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.Declare(all, Exprs.defaultValue(VECTOR)));
    body.add(new Stmt.Call(List.of(all), flat, reads(own), Span.NONE));
    Unflatten unflatten = new Unflatten(all, Optional.empty(), body);
    List<Var> bars = shapes.stream().map(i -> unflatten.like(own.get(i))).toList();
    put(id, name, own, bars, body, false);
    return id;
  }

  /** A function that only calls a method of the generated class. */
  FunctionId stub(String name, String type, String method, List<Var> given, Type resultType) {
    FunctionId id = id("call-" + name);
    if (!functions.containsKey(id)) {
      List<Var> own = copies(given);
      Var result = new Var("result", resultType);
      Expr called = invoke(type, method, reads(own), resultType);
      List<Stmt> body = List.of(new Stmt.Declare(result, called));
      put(id, name, own, List.of(result), body, false);
      calls.add(id);
    }
    return id;
  }

  static Expr invoke(String type, String method, List<Expr> args, Type result) {
    return new Expr.Invoke(Invocation.STATIC, type, method, args, result, Span.NONE);
  }

  void put(
      FunctionId id,
      String name,
      List<Var> own,
      List<Var> results,
      List<Stmt> body,
      boolean original) {
    Function function = new Function(id, name, own, results, new Block(body));
    functions.put(id, new Lowered(function, List.of(), new Original(owner, name, original, true)));
  }

  private static Var dot(Var param) {
    return new Var(param.name() + "Dot", param.type());
  }

  List<Var> withDots(List<Var> given) {
    List<Var> all = new ArrayList<>(given);
    theta.forEach(i -> all.add(dot(params.get(i))));
    return all;
  }

  private List<Var> withSeed() {
    List<Var> all = new ArrayList<>(params);
    all.add(new Var("cotangent", state));
    return all;
  }

  static List<Var> copies(List<Var> vars) {
    List<Var> copies = new ArrayList<>();
    vars.forEach(v -> copies.add(new Var(v.name(), v.type())));
    return copies;
  }

  static List<Expr> reads(List<Var> vars) {
    return vars.stream().<Expr>map(Var::read).toList();
  }
}
