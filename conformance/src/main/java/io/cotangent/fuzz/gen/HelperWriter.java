package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the helper methods that a program calls. */
final class HelperWriter {
  private static final String DEPTH = "depth";
  private final Dice dice;
  private final Set<Feature> features;
  private final String mainClass;
  private final List<Helper> helpers = new ArrayList<>();

  HelperWriter(Dice dice, Set<Feature> features, String mainClass) {
    this.dice = dice;
    this.features = features;
    this.mainClass = mainClass;
  }

  /** Helpers, each of which calls only earlier ones and itself. */
  List<Helper> write(int count) {
    while (helpers.size() < count) {
      add();
    }
    return helpers;
  }

  private boolean has(Feature feature) {
    return features.contains(feature);
  }

  private void add() {
    boolean array = has(Feature.ARRAY);
    int kind =
        dice.weighted(
            12,
            array ? 10 : 0,
            array ? 8 : 0,
            has(Feature.VARARGS) ? 5 : 0,
            has(Feature.RECURSION) ? 7 : 0,
            has(Feature.RECURSION) ? 3 : 0,
            array ? 4 : 0,
            4,
            has(Feature.OVERLOAD) ? 3 : 0,
            has(Feature.RECURSION) && array ? 3 : 0);
    switch (kind) {
      case 0 -> plain(scalarResult(), scalars());
      case 1 -> plain(Ty.VOID, List.of(Ty.DOUBLES, dice.of(Ty.DOUBLE, Ty.DOUBLES, Ty.INT)));
      case 2 -> plain(Ty.DOUBLE, List.of(anyArray(), dice.of(Ty.INT, Ty.DOUBLE, Ty.DOUBLES)));
      case 3 -> varargs();
      case 4 -> recursive(dice.of(Ty.DOUBLE, Ty.DOUBLE, floatOrDouble()));
      case 5 -> mutual();
      case 6 -> plain(Ty.DOUBLES, List.of(dice.of(Ty.DOUBLES, Ty.DOUBLE), Ty.DOUBLES));
      case 7 -> plain(dice.of(Ty.INT, Ty.BOOLEAN), List.of(Ty.DOUBLE, Ty.INT));
      case 8 -> overloads();
      default -> recursive(Ty.VOID);
    }
  }

  private Ty floatOrDouble() {
    return has(Feature.FLOAT) ? Ty.FLOAT : Ty.DOUBLE;
  }

  private Ty anyArray() {
    return has(Feature.MATRIX) && dice.chance(0.35) ? Ty.MATRIX : Ty.DOUBLES;
  }

  private Ty scalarResult() {
    return dice.chance(0.8) ? Ty.DOUBLE : floatOrDouble();
  }

  private List<Ty> scalars() {
    List<Ty> types = new ArrayList<>();
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      types.add(
          switch (dice.weighted(8, 2, 2)) {
            case 0 -> Ty.DOUBLE;
            case 1 -> floatOrDouble();
            default -> Ty.INT;
          });
    }
    return types;
  }

  private String owner() {
    return has(Feature.OTHER_FILE) && dice.chance(0.2) ? mainClass + "Helpers" : mainClass;
  }

  private String id() {
    return "h" + helpers.size();
  }

  private Author author(Ty result, int budget) {
    return new Author(dice, features, List.copyOf(helpers), result, budget);
  }

  private static List<Method.Param> params(Author w, List<Ty> types) {
    List<Method.Param> params = new ArrayList<>();
    for (Ty ty : types) {
      String name = w.fresh(ty.isArray() ? "p" : "x");
      w.scope.add(ty, name, true);
      params.add(new Method.Param(ty, name));
    }
    return params;
  }

  private void plain(Ty result, List<Ty> types) {
    plain(id(), owner(), result, types, false);
  }

  private void plain(String name, String owner, Ty result, List<Ty> types, boolean varargs) {
    Author w = author(result, 4);
    List<Method.Param> params = params(w, types);
    List<Stmt> body = w.statements.sequence(dice.between(1, 3));
    if (!result.equals(Ty.VOID)) {
      body.add(w.statements.returnValue());
    }
    helpers.add(new Helper(new Method(id(), owner, name, result, params, varargs, body), -1));
  }

  private void varargs() {
    plain(
        id(),
        owner(),
        Ty.DOUBLE,
        dice.chance(0.5) ? List.of(Ty.DOUBLES) : List.of(Ty.DOUBLE, Ty.DOUBLES),
        true);
  }

  private void overloads() {
    String name = id() + "o";
    String owner = owner();
    plain(name, owner, Ty.DOUBLE, List.of(Ty.DOUBLE), false);
    plain(name, owner, Ty.DOUBLE, List.of(dice.of(Ty.INT, floatOrInt())), false);
    if (has(Feature.ARRAY)) {
      plain(name, owner, Ty.DOUBLE, List.of(Ty.DOUBLES), false);
    }
  }

  private Ty floatOrInt() {
    return has(Feature.FLOAT) ? Ty.FLOAT : Ty.INT;
  }

  /** A method that calls itself once or twice, at most {@code depth} deep. */
  private void recursive(Ty result) {
    String id = id();
    Author w = author(result, 3);
    Ty first = result.equals(Ty.VOID) ? Ty.DOUBLES : result;
    List<Method.Param> params = params(w, List.of(first, Ty.DOUBLE));
    helpers.add(recursion(w, id, id, owner(), result, params, List.of(id)));
  }

  /** Two methods that call each other. */
  private void mutual() {
    String one = id();
    String two = "h" + (helpers.size() + 1);
    String owner = owner();
    for (String id : List.of(one, two)) {
      Author w = new Author(dice, features, before(one), Ty.DOUBLE, 3);
      List<Method.Param> params = params(w, List.of(Ty.DOUBLE, Ty.DOUBLE));
      String other = id.equals(one) ? two : one;
      helpers.add(recursion(w, id, id, owner, Ty.DOUBLE, params, List.of(other)));
    }
  }

  /** The helpers written before one with an id, which calls can be written to already. */
  private List<Helper> before(String id) {
    return helpers.stream()
        .filter(
            h -> Integer.parseInt(h.method().id().substring(1)) < Integer.parseInt(id.substring(1)))
        .toList();
  }

  private Helper recursion(
      Author w,
      String id,
      String name,
      String owner,
      Ty result,
      List<Method.Param> leading,
      List<String> callees) {
    List<Method.Param> params = new ArrayList<>(leading);
    params.add(new Method.Param(Ty.INT, DEPTH));
    w.scope.add(Ty.INT, DEPTH, false);
    Expr depth = new Expr.Var(Ty.INT, DEPTH);
    List<Stmt> body = new ArrayList<>();
    Expr stop = new Expr.Binary("<=", depth, new Expr.Lit(Ty.INT, 0));
    body.add(new Stmt.If(stop, List.of(w.statements.returnValue()), List.of()));
    body.addAll(w.statements.sequence(dice.between(0, 2)));
    Expr less = new Expr.Binary("-", depth, new Expr.Lit(Ty.INT, 1));
    Expr one = again(w, result, leading, dice.pick(callees), less);
    boolean twice = dice.chance(0.35);
    if (result.equals(Ty.VOID)) {
      body.add(new Stmt.Eval(one));
      if (twice) {
        // In the order of the text: the second call must not declare what these declare.
        body.addAll(w.statements.sequence(1));
        body.add(new Stmt.Eval(again(w, result, leading, dice.pick(callees), less)));
      }
    } else {
      Expr two = twice ? again(w, result, leading, dice.pick(callees), less) : null;
      body.add(new Stmt.Return(combine(w, result, one, two)));
    }
    return new Helper(new Method(id, owner, name, result, params, false, body), params.size() - 1);
  }

  private Expr combine(Author w, Ty result, Expr one, Expr two) {
    Expr rest = two == null ? w.numbers.expr(result, 1) : two;
    return new Expr.Binary(dice.of("+", "-", "*"), one, rest);
  }

  private Expr again(Author w, Ty result, List<Method.Param> leading, String id, Expr less) {
    List<Expr> args = new ArrayList<>();
    for (Method.Param p : leading) {
      args.add(
          p.ty().isArray()
              ? new Expr.Var(p.ty(), p.name())
              : Tame.wrap(w, p.ty(), w.expr(p.ty(), 2)));
    }
    args.add(less);
    return new Expr.Call(result, id, args, false);
  }
}
