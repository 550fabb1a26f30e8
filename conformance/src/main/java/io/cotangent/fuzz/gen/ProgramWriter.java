package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes a whole program from dice. */
final class ProgramWriter {
  private final Dice dice;
  private final Set<Feature> features;

  ProgramWriter(Dice dice, Set<Feature> features) {
    this.dice = dice;
    this.features = features;
  }

  Program write(long seed, String name) {
    int count = features.contains(Feature.HELPER) ? dice.weighted(4, 4, 3, 2) : 0;
    List<Helper> helpers = new HelperWriter(dice, features, name).write(count);
    Ty result = result();
    Author w = new Author(dice, features, helpers, result, dice.between(3, 14));
    List<Method.Param> params = params(w);
    List<Stmt> body = new ArrayList<>(w.statements.sequence(dice.between(2, 8)));
    finish(w, body);
    Method main = new Method("main", name, "f", result, params, false, body);
    List<Integer> carrying = new ArrayList<>();
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).ty().carries()) {
        carrying.add(i);
      }
    }
    boolean explicit = dice.chance(0.4);
    List<Integer> wrt =
        explicit ? carrying.stream().filter(i -> dice.chance(0.6)).toList() : carrying;
    wrt = wrt.isEmpty() ? carrying : wrt;
    boolean second = result.isFloating() && features.contains(Feature.SECOND_ORDER);
    return new Program(
        seed,
        name,
        main,
        wrt,
        explicit,
        second && dice.chance(0.5) ? 2 : 1,
        helpers.stream().map(Helper::method).toList(),
        null);
  }

  private boolean has(Feature feature) {
    return features.contains(feature);
  }

  private Ty result() {
    boolean array = has(Feature.ARRAY_RESULT);
    return switch (dice.weighted(
        70,
        has(Feature.FLOAT_RESULT) ? 6 : 0,
        array ? 14 : 0,
        array && has(Feature.MATRIX) ? 6 : 0,
        array && has(Feature.FLOAT) ? 2 : 0)) {
      case 0 -> Ty.DOUBLE;
      case 1 -> Ty.FLOAT;
      case 2 -> Ty.DOUBLES;
      case 3 -> Ty.MATRIX;
      default -> Ty.FLOATS;
    };
  }

  private List<Method.Param> params(Author w) {
    List<Method.Param> params = new ArrayList<>();
    int count = dice.between(1, 5);
    for (int i = 0; i < count || params.stream().noneMatch(p -> p.ty().carries()); i++) {
      Ty ty = paramType();
      String name = w.fresh(ty.isArray() ? "a" : ty.isFloating() ? "x" : "n");
      w.scope.add(ty, name, dice.chance(0.85));
      params.add(new Method.Param(ty, name));
    }
    return params;
  }

  private Ty paramType() {
    boolean array = has(Feature.ARRAY);
    return switch (dice.weighted(
        20,
        array ? 14 : 0,
        array && has(Feature.MATRIX) ? 6 : 0,
        has(Feature.FLOAT) ? 4 : 0,
        array && has(Feature.FLOAT) ? 2 : 0,
        6,
        2,
        array ? 2 : 0,
        has(Feature.LONG) ? 1 : 0,
        array && has(Feature.RANK3) ? 1 : 0)) {
      case 0 -> Ty.DOUBLE;
      case 1 -> Ty.DOUBLES;
      case 2 -> Ty.MATRIX;
      case 3 -> Ty.FLOAT;
      case 4 -> Ty.FLOATS;
      case 5 -> Ty.INT;
      case 6 -> Ty.BOOLEAN;
      case 7 -> Ty.INTS;
      case 8 -> Ty.LONG;
      default -> Ty.MATRIX.array();
    };
  }

  /** Ends the method with a result that much of it has an influence on. */
  private void finish(Author w, List<Stmt> body) {
    if (w.result.isArray()) {
      body.add(w.statements.returnValue());
      return;
    }
    List<Scope.Entry> parts = w.scope.all(e -> e.ty().rank() <= 1 && e.ty().carries());
    Expr total = null;
    int terms = Math.min(parts.size(), dice.between(1, 4));
    for (int i = 0; i < terms; i++) {
      Expr term = term(w, dice.pick(parts), body);
      total = total == null ? term : new Expr.Binary(dice.of("+", "-", "+", "*"), total, term);
    }
    if (total == null) {
      total = w.numbers.expr(w.result, 2);
    }
    Expr value = total.ty().equals(w.result) ? total : new Expr.Cast(w.result, total);
    body.add(new Stmt.Return(value));
  }

  private Expr term(Author w, Scope.Entry part, List<Stmt> body) {
    if (!part.ty().isArray()) {
      return NumberWriter.variable(part);
    }
    String sum = w.fresh("sum");
    w.scope.add(Ty.DOUBLE, sum, false);
    String e = w.fresh("e");
    Expr.Var total = new Expr.Var(Ty.DOUBLE, sum);
    Expr element = new Expr.Var(part.ty().element(), e);
    Expr increment = dice.chance(0.5) ? element : new Expr.Binary("*", element, element);
    body.add(new Stmt.Local("", Ty.DOUBLE, sum, new Expr.Lit(Ty.DOUBLE, 0.0)));
    Stmt add = new Stmt.Eval(new Expr.Assign(total, "+", increment));
    body.add(
        new Stmt.ForEach("", part.ty().element(), e, NumberWriter.variable(part), List.of(add)));
    return total;
  }
}
