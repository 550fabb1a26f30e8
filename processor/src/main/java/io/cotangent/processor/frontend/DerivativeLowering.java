package io.cotangent.processor.frontend;

import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.frontend.Composed.Companion;
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
import java.util.Collection;
import java.util.HashMap;
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
  private final Map<FunctionId, Lowered> functions;
  private final Map<FunctionId, CustomRule> rules;
  private final Map<FunctionId, Integer> orders;
  private final Collection<Companion> companions;
  private final Collection<FunctionId> calls;

  /**
   * Lowers derivatives of one method.
   *
   * @param functions takes the functions
   * @param rules takes their rules
   * @param orders how often each function can be differentiated
   * @param companions takes the classes that are called
   * @param calls takes the functions that call them
   */
  DerivativeLowering(
      Composed of,
      Map<FunctionId, Lowered> functions,
      Map<FunctionId, CustomRule> rules,
      Map<FunctionId, Integer> orders,
      Collection<Companion> companions,
      Collection<FunctionId> calls) {
    this.of = of;
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
      Arguments at = new Arguments(form);
      List<Integer> carrying = new ArrayList<>(of.carrying());
      for (int i = of.params().size(); i < at.params.size(); i++) {
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
    return new FunctionId(of.owner() + "#" + form + mode + "#derivative");
  }

  private void put(FunctionId id, Built built) {
    Function function =
        new Function(id, built.name, built.params, built.results, new Block(built.body));
    Original original = new Original(of.owner(), built.name, false, true);
    functions.put(id, new Lowered(function, List.of(), original));
  }

  private record Built(String name, List<Var> params, List<Var> results, List<Stmt> body) {}

  /** The parameters of a form's function: the method's, then each direction. */
  private final class Arguments {
    final List<Var> params = new ArrayList<>();
    final List<Map<Integer, Expr>> directions = new ArrayList<>();

    Arguments(DerivativeForm form) {
      of.params().forEach(p -> params.add(new Var(p.name(), p.type())));
      for (int k = 1; k <= form.directions(); k++) {
        directions.add(direction("Along" + k, form.own() ? of.wrt() : of.carrying()));
      }
    }

    /** More parameters: a direction of some of the method's. */
    Map<Integer, Expr> direction(String suffix, List<Integer> along) {
      Map<Integer, Expr> direction = new HashMap<>();
      for (int i : along) {
        Var var = new Var(params.get(i).name() + suffix, params.get(i).type());
        params.add(var);
        direction.put(i, var.read());
      }
      return direction;
    }

    /** The method's own arguments and these directions, each of all parameters. */
    List<Expr> with(List<Map<Integer, Expr>> along, List<Stmt> out) {
      List<Expr> args = reads(params.subList(0, of.params().size()));
      along.forEach(direction -> args.addAll(full(direction, of.carrying(), out)));
      return args;
    }

    /** A direction's parts, zero where it has none. */
    List<Expr> full(Map<Integer, Expr> direction, List<Integer> wanted, List<Stmt> out) {
      List<Expr> parts = new ArrayList<>();
      for (int i : wanted) {
        Expr part = direction.get(i);
        parts.add(part == null ? zero(params.get(i), out) : part);
      }
      return parts;
    }
  }

  private static Expr zero(Var like, List<Stmt> out) {
    if (!like.type().isArray()) {
      return Exprs.defaultValue(like.type());
    }
    Var zeros = new Var(like.name() + "Zero", like.type());
    out.addAll(ArrayLoops.zeros(zeros, like.read()));
    return zeros.read();
  }

  private Type type(DerivativeForm form) {
    return form.entry().map(i -> of.params().get(i).type()).orElse(Type.DOUBLE);
  }

  /** The call of the generated method. */
  private Built called(DerivativeForm form) {
    Arguments at = new Arguments(form);
    List<Expr> args = reads(at.params);
    Type type = type(form);
    List<Stmt> body = new ArrayList<>();
    String owner = of.owner();
    if (!form.own()) {
      Companion companion =
          of.companion(form.entry().isPresent() ? form.directions() : form.directions() - 1);
      companions.add(companion);
      owner = companion.name();
    }
    String method =
        form.entry().isEmpty() ? "jvp" : form.own() && form.directions() == 1 ? "hvp" : "gradient";
    Var value = new Var(method, type);
    int entries = (form.own() ? of.wrt() : of.carrying()).size();
    if (form.entry().isPresent() && entries > 1) {
      Type record = new Type.Ref(owner + ".Gradient");
      Var all = new Var("gradient", record);
      String name = of.params().get(form.entry().get()).name();
      body.add(new Stmt.Declare(all, invoke(owner, method, args, record)));
      Expr part =
          new Expr.Invoke(
              Invocation.VIRTUAL,
              record.toString(),
              name,
              List.of(all.read()),
              type,
              Span.NONE);
      body.add(new Stmt.Declare(value, part));
    } else {
      body.add(new Stmt.Declare(value, invoke(owner, method, args, type)));
    }
    return new Built(method, at.params, List.of(value), body);
  }

  private static Expr invoke(String owner, String method, List<Expr> args, Type type) {
    return new Expr.Invoke(Invocation.STATIC, owner, method, args, type, Span.NONE);
  }

  /** Along the parameters' tangents, and along each direction's. */
  private Built jvp(DerivativeForm form, int order) {
    Arguments at = new Arguments(form);
    List<Map<Integer, Expr>> dots = new ArrayList<>();
    List<Integer> along = form.own() ? of.wrt() : of.carrying();
    Map<Integer, Expr> dot = at.direction("Dot", of.carrying());
    for (int k = 1; k <= form.directions(); k++) {
      dots.add(at.direction("Along" + k + "Dot", along));
    }
    List<Stmt> out = new ArrayList<>();
    List<Map<Integer, Expr>> all = new ArrayList<>(at.directions);
    all.add(dot);
    Var result = call(form.further(), at.with(all, out), order, out);
    for (int k = 0; k < dots.size(); k++) {
      List<Map<Integer, Expr>> changed = new ArrayList<>(at.directions);
      changed.set(k, dots.get(k));
      DerivativeForm same = new DerivativeForm(form.directions(), form.entry(), false);
      add(result, call(same, at.with(changed, out), order, out), out);
    }
    return new Built("tangent", at.params, List.of(result), out);
  }

  private Built vjp(DerivativeForm form, int order) {
    Arguments at = new Arguments(form);
    Var cotangent = new Var("cotangent", type(form));
    at.params.add(cotangent);
    List<Stmt> out = new ArrayList<>();
    List<Var> bars = new ArrayList<>();
    List<Integer> along = form.own() ? of.wrt() : of.carrying();
    if (form.entry().isPresent()) {
      Map<Integer, Expr> seed = Map.of(form.entry().get(), cotangent.read());
      List<Map<Integer, Expr>> all = new ArrayList<>(at.directions);
      all.add(seed);
      bars.addAll(entries(of.carrying(), at, all, order, out));
      for (int k = 0; k < form.directions(); k++) {
        List<Map<Integer, Expr>> changed = new ArrayList<>(at.directions);
        changed.set(k, seed);
        bars.addAll(entries(along, at, changed, order, out));
      }
    } else {
      bars.addAll(entries(of.carrying(), at, scaled(at.directions, cotangent, out), order, out));
      for (int k = 0; k < form.directions(); k++) {
        List<Map<Integer, Expr>> others = new ArrayList<>(at.directions);
        others.remove(k);
        List<Map<Integer, Expr>> scaled = scaled(others, cotangent, out);
        for (Var bar : entries(along, at, scaled, order, out)) {
          bars.add(others.isEmpty() ? product(bar.read(), cotangent, out) : bar);
        }
      }
    }
    return new Built("cotangents", at.params, bars, out);
  }

  /** Entries of the gradient of the derivative along some directions. */
  private List<Var> entries(
      List<Integer> wanted,
      Arguments at,
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

  private Var call(DerivativeForm form, List<Expr> args, int order, List<Stmt> out) {
    Var result = new Var(form.entry().isPresent() ? "gradient" : "slope", type(form));
    out.add(new Stmt.Declare(result, Exprs.defaultValue(result.type())));
    out.add(new Stmt.Call(List.of(result), function(form, order), args, Span.NONE));
    return result;
  }

  private static void add(Var sum, Var term, List<Stmt> out) {
    if (sum.type().isArray()) {
      out.addAll(ArrayLoops.add(sum.read(), term.read()));
    } else {
      out.add(new Stmt.Assign(sum, Arithmetic.add(sum.read(), term.read())));
    }
  }

  /** The directions, the first of them multiplied by a factor. */
  private static List<Map<Integer, Expr>> scaled(
      List<Map<Integer, Expr>> directions, Var factor, List<Stmt> out) {
    List<Map<Integer, Expr>> scaled = new ArrayList<>(directions);
    if (!scaled.isEmpty()) {
      Map<Integer, Expr> first = new HashMap<>();
      scaled.get(0).forEach((i, part) -> first.put(i, product(part, factor, out).read()));
      scaled.set(0, first);
    }
    return scaled;
  }

  private static Var product(Expr value, Var factor, List<Stmt> out) {
    Var product = new Var("scaled", value.type());
    if (value.type().isArray()) {
      out.addAll(ArrayLoops.copy(product, value));
      out.addAll(ArrayLoops.scale(product.read(), factor.read()));
    } else {
      Expr by = Arithmetic.cast(value.type(), factor.read());
      out.add(new Stmt.Declare(product, Arithmetic.mul(value, by)));
    }
    return product;
  }

  private static List<Expr> reads(List<Var> vars) {
    List<Expr> reads = new ArrayList<>();
    vars.forEach(v -> reads.add(v.read()));
    return reads;
  }
}
