package io.cotangent.processor.frontend;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.ArrayLoops;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a derivative's function: the method's, then each direction's parts. */
final class Directions {
  private final Composed of;
  private final List<Var> params = new ArrayList<>();
  private final List<Map<Integer, Expr>> all = new ArrayList<>();

  Directions(Composed of, DerivativeForm form) {
    this.of = of;
    of.params().forEach(p -> params.add(new Var(p.name(), p.type())));
    for (int k = 1; k <= form.directions(); k++) {
      all.add(another("Along" + k, form.own() ? of.wrt() : of.carrying()));
    }
  }

  /** The parameters so far. */
  List<Var> params() {
    return params;
  }

  /** The parameters as arguments. */
  List<Expr> reads() {
    return reads(params);
  }

  /** The directions, each by the indices of the method's parameters. */
  List<Map<Integer, Expr>> all() {
    return new ArrayList<>(all);
  }

  /** More parameters: a direction of some of the method's. */
  Map<Integer, Expr> another(String suffix, List<Integer> along) {
    Map<Integer, Expr> direction = new HashMap<>();
    for (int i : along) {
      Var var = add(params.get(i).name() + suffix, params.get(i).type());
      direction.put(i, var.read());
    }
    return direction;
  }

  /** One parameter more. */
  Var add(String name, Type type) {
    Var var = new Var(name, type);
    params.add(var);
    return var;
  }

  /** The method's own arguments and these directions, each of all parameters. */
  List<Expr> with(List<Map<Integer, Expr>> along, List<Stmt> out) {
    List<Expr> args = reads(params.subList(0, of.params().size()));
    along.forEach(direction -> args.addAll(full(direction, out)));
    return args;
  }

  /** The parts of a direction of all parameters, zero where it has none. */
  List<Expr> full(Map<Integer, Expr> direction, List<Stmt> out) {
    List<Expr> parts = new ArrayList<>();
    for (int i : of.carrying()) {
      Expr part = direction.get(i);
      parts.add(part == null ? zero(params.get(i), out) : part);
    }
    return parts;
  }

  private static List<Expr> reads(List<Var> vars) {
    List<Expr> reads = new ArrayList<>();
    vars.forEach(v -> reads.add(v.read()));
    return reads;
  }

  /** A zero of the shape of a variable's value. */
  static Expr zero(Var like, List<Stmt> out) {
    if (!like.type().isArray()) {
      return Exprs.defaultValue(like.type());
    }
    Var zeros = new Var(like.name() + "Zero", like.type());
    out.addAll(ArrayLoops.zeros(zeros, like.read()));
    return zeros.read();
  }

  /** Adds a term to a sum. */
  static void add(Var sum, Var term, List<Stmt> out) {
    if (sum.type().isArray()) {
      out.addAll(ArrayLoops.add(sum.read(), term.read()));
    } else {
      out.add(new Stmt.Assign(sum, Arithmetic.add(sum.read(), term.read())));
    }
  }

  /** The directions, the first of them multiplied by a factor. */
  static List<Map<Integer, Expr>> scaled(
      List<Map<Integer, Expr>> directions, Var factor, List<Stmt> out) {
    List<Map<Integer, Expr>> scaled = new ArrayList<>(directions);
    if (!scaled.isEmpty()) {
      Map<Integer, Expr> first = new HashMap<>();
      scaled.get(0).forEach((i, part) -> first.put(i, product(part, factor, out).read()));
      scaled.set(0, first);
    }
    return scaled;
  }

  /** A value times a number. */
  static Var product(Expr value, Var factor, List<Stmt> out) {
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
}
