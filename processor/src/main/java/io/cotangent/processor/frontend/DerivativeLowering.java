package io.cotangent.processor.frontend;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that stand for derivatives that generated classes give, with rules that tell their own
 * derivatives.
 *
 * <p>A derivative of a number is symmetric in its directions. So the gradient's cotangent is one
 * more direction: {@code ⟨c, ∇f(x)⟩} has the gradient {@code ∇ D f(x)[c]}, and in the same way each
 * order's derivatives are those of the next order and its own, whichever mode asks.
 */
final class DerivativeLowering {
  private final Composed of;
  private final Span span;
  private final Map<FunctionId, Lowered> functions;
  private final Map<FunctionId, CustomRule> rules;
  private final Map<FunctionId, Integer> orders;
  private final Collection<Companion> companions;
  private final Collection<FunctionId> calls;

  /**
   * Lowers derivatives of one method.
   *
   * @param span where one is called: what can't be differentiated there is told
   * @param functions takes the functions
   * @param rules takes their rules
   * @param orders how often each function can be differentiated
   * @param companions takes the classes that are called
   * @param calls takes the functions that call them
   */
  DerivativeLowering(
      Composed of,
      Span span,
      Map<FunctionId, Lowered> functions,
      Map<FunctionId, CustomRule> rules,
      Map<FunctionId, Integer> orders,
      Collection<Companion> companions,
      Collection<FunctionId> calls) {
    this.of = of;
    this.span = span;
    this.functions = functions;
    this.rules = rules;
    this.orders = orders;
    this.companions = companions;
    this.calls = calls;
  }

  /** The function of a form, and the rules with which it is differentiated {@code order} times. */
  FunctionId function(DerivativeForm asked, int order) {
    DerivativeForm form = normal(asked);
    FunctionId id = id(form, "");
    if (!functions.containsKey(id)) {
      put(id, called(form));
      calls.add(id);
    }
    if (order > orders.getOrDefault(id, 0)) {
      orders.put(id, order);
      Directions at = new Directions(of, form);
      List<Integer> carrying = new ArrayList<>(of.carrying());
      for (int i = of.params().size(); i < at.params().size(); i++) {
        carrying.add(i);
      }
      FunctionId jvp = id(form, "Jvp");
      FunctionId vjp = id(form, "Vjp");
      put(jvp, jvp(form, order - 1));
      put(vjp, vjp(form, order - 1));
      rules.put(id, new CustomRule(carrying, Optional.of(jvp), Optional.of(vjp)));
    }
    return id;
  }

  /** What the class itself gives is not computed by another. */
  private DerivativeForm normal(DerivativeForm form) {
    int highest = form.entry().isPresent() ? 0 : 1;
    return of.isWhole() && form.directions() == highest
        ? new DerivativeForm(form.directions(), form.entry(), true)
        : form;
  }

  private FunctionId id(DerivativeForm form, String mode) {
    String kind = of.weighted() ? "#weighted" : "#derivative";
    return new FunctionId(of.owner() + "#" + form + mode + kind);
  }

  private void put(FunctionId id, Built built) {
    Function function =
        new Function(id, built.name, built.params, built.results, new Block(built.body));
    Original original = new Original(of.owner(), built.name, false, true);
    functions.put(id, new Lowered(function, List.of(), original));
  }

  private record Built(String name, List<Var> params, List<Var> results, List<Stmt> body) {}

  private Type type(DerivativeForm form) {
    return form.entry().map(i -> of.params().get(i).type()).orElse(of.result());
  }

  /** The call of the generated method. */
  private Built called(DerivativeForm form) {
    Directions at = new Directions(of, form);
    List<Expr> args = at.reads();
    Type type = type(form);
    List<Stmt> body = new ArrayList<>();
    String owner = of.owner();
    if (!form.own()) {
      Companion companion =
          of.companion(form.entry().isPresent() ? form.directions() : form.directions() - 1);
      companions.add(companion);
      owner = companion.name();
    }
    String method = method(form);
    Var value = new Var(method, type);
    int entries = (form.own() ? of.wrt() : of.carrying()).size();
    if (form.entry().isPresent() && entries > 1) {
      Type record = new Type.Ref(owner + ".Gradient");
      Var all = new Var("gradient", record);
      String name = of.params().get(form.entry().get()).name();
      body.add(new Stmt.Declare(all, invoke(owner, method, args, record)));
      Expr part =
          new Expr.Invoke(
              Invocation.VIRTUAL, record.toString(), name, List.of(all.read()), type, Span.NONE);
      body.add(new Stmt.Declare(value, part));
    } else {
      body.add(new Stmt.Declare(value, invoke(owner, method, args, type)));
    }
    if (!type.isArray()) {
      return new Built(method, at.params(), List.of(value), body);
    }
    // Nobody can tell here that the class gives back an array of its own.
    Var copy = new Var("copy", type);
    body.addAll(ArrayLoops.copy(copy, value.read()));
    return new Built(method, at.params(), List.of(copy), body);
  }

  private String method(DerivativeForm form) {
    if (form.entry().isEmpty()) {
      return "jvp";
    } else if (!form.own()) {
      return "gradient";
    }
    return of.weighted() ? "vjp" : form.directions() == 1 ? "hvp" : "gradient";
  }

  private Expr invoke(String owner, String method, List<Expr> args, Type type) {
    return new Expr.Invoke(Invocation.STATIC, owner, method, args, type, span);
  }

  /** Along the parameters' tangents, and along each direction's. */
  private Built jvp(DerivativeForm form, int order) {
    Directions at = new Directions(of, form);
    List<Map<Integer, Expr>> dots = new ArrayList<>();
    List<Integer> along = form.own() ? of.wrt() : of.carrying();
    Map<Integer, Expr> dot = at.another("Dot", of.carrying());
    for (int k = 1; k <= form.directions(); k++) {
      dots.add(at.another("Along" + k + "Dot", along));
    }
    List<Stmt> out = new ArrayList<>();
    List<Map<Integer, Expr>> all = at.all();
    all.add(dot);
    Var result = call(form.further(), at.with(all, out), order, out);
    for (int k = 0; k < dots.size(); k++) {
      List<Map<Integer, Expr>> changed = at.all();
      changed.set(k, dots.get(k));
      DerivativeForm same = new DerivativeForm(form.directions(), form.entry(), false);
      Directions.add(result, call(same, at.with(changed, out), order, out), out);
    }
    return new Built("tangent", at.params(), List.of(result), out);
  }

  private Built vjp(DerivativeForm form, int order) {
    Directions at = new Directions(of, form);
    Var cotangent = at.add("cotangent", type(form));
    List<Stmt> out = new ArrayList<>();
    List<Var> bars = new ArrayList<>();
    List<Integer> along = form.own() ? of.wrt() : of.carrying();
    if (form.entry().isPresent()) {
      Map<Integer, Expr> seed = Map.of(form.entry().get(), cotangent.read());
      List<Map<Integer, Expr>> all = at.all();
      all.add(seed);
      bars.addAll(entries(of.carrying(), at, all, order, out));
      for (int k = 0; k < form.directions(); k++) {
        List<Map<Integer, Expr>> changed = at.all();
        changed.set(k, seed);
        bars.addAll(entries(along, at, changed, order, out));
      }
    } else if (of.result().isArray()) {
      bars.addAll(weighted(of.carrying(), at, at.all(), cotangent, order, out));
      for (int k = 0; k < form.directions(); k++) {
        List<Map<Integer, Expr>> others = at.all();
        others.remove(k);
        bars.addAll(weighted(along, at, others, cotangent, order, out));
      }
    } else {
      bars.addAll(
          entries(of.carrying(), at, Directions.scaled(at.all(), cotangent, out), order, out));
      for (int k = 0; k < form.directions(); k++) {
        List<Map<Integer, Expr>> others = at.all();
        others.remove(k);
        List<Map<Integer, Expr>> scaled = Directions.scaled(others, cotangent, out);
        for (Var bar : entries(along, at, scaled, order, out)) {
          bars.add(others.isEmpty() ? Directions.product(bar.read(), cotangent, out) : bar);
        }
      }
    }
    return new Built("cotangents", at.params(), bars, out);
  }

  /** Entries of the gradient of the derivative along some directions. */
  private List<Var> entries(
      List<Integer> wanted,
      Directions at,
      List<Map<Integer, Expr>> along,
      int order,
      List<Stmt> out) {
    List<Expr> args = at.with(along, out);
    List<Var> entries = new ArrayList<>();
    for (int i : wanted) {
      entries.add(call(DerivativeForm.entry(along.size(), i), args, order, out));
    }
    return entries;
  }

  /** The same of an array, its entries weighted by their cotangents. */
  private List<Var> weighted(
      List<Integer> wanted,
      Directions at,
      List<Map<Integer, Expr>> along,
      Var cotangent,
      int order,
      List<Stmt> out) {
    DerivativeLowering sum =
        new DerivativeLowering(of.summed(), span, functions, rules, orders, companions, calls);
    List<Expr> args = at.with(List.of(), out);
    args.add(cotangent.read());
    for (Map<Integer, Expr> direction : along) {
      args.addAll(at.full(direction, out));
      args.add(Directions.zero(cotangent, out));
    }
    List<Var> entries = new ArrayList<>();
    for (int i : wanted) {
      entries.add(sum.call(DerivativeForm.entry(along.size(), i), args, order, out));
    }
    return entries;
  }

  private Var call(DerivativeForm form, List<Expr> args, int order, List<Stmt> out) {
    Var result = new Var(form.entry().isPresent() ? "gradient" : "slope", type(form));
    out.add(new Stmt.Declare(result, Exprs.defaultValue(result.type())));
    out.add(new Stmt.Call(List.of(result), function(form, order), args, Span.NONE));
    return result;
  }
}
