package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.List;

/** Writes expressions of the integer types, which carry no derivatives. */
final class IntegerWriter {
  private final Author w;

  IntegerWriter(Author author) {
    this.w = author;
  }

  Expr expr(Ty ty, int depth) {
    if (depth <= 0) {
      return leaf(ty);
    }
    if (ty.promoted() != ty) {
      return w.dice.chance(0.5) ? leaf(ty) : new Expr.Cast(ty, expr(Ty.INT, depth - 1));
    }
    return switch (w.dice.weighted(30, 22, 8, 8, 6, 6, 5, 3)) {
      case 0 -> leaf(ty);
      case 1 -> arithmetic(ty, depth);
      case 2 -> new Expr.Cond(w.tests.expr(depth - 1), expr(ty, depth - 1), expr(ty, depth - 1));
      case 3 -> new Expr.Cast(ty, scaled(depth));
      case 4 -> rounded(ty, depth);
      case 5 -> w.has(Feature.SIDE_EFFECTS) ? sideEffect(ty, depth) : leaf(ty);
      case 6 -> w.calls.orElse(ty, depth, () -> leaf(ty));
      default ->
          ty.equals(Ty.INT)
              ? new Expr.Unary("~", expr(ty, depth - 1))
              : new Expr.Binary("+", expr(ty, depth - 1), expr(Ty.INT, depth - 1));
    };
  }

  Expr leaf(Ty ty) {
    List<Scope.Entry> variables = w.scope.ofType(ty);
    if (!variables.isEmpty() && w.dice.chance(0.65)) {
      return NumberWriter.variable(w.dice.pick(variables));
    }
    if (ty.equals(Ty.INT)) {
      return intLeaf();
    }
    return switch (ty.base()) {
      case LONG -> new Expr.Lit(ty, (long) w.dice.between(-3, 5));
      case CHAR -> new Expr.Lit(ty, (char) ('a' + w.dice.below(5)));
      default -> new Expr.Cast(ty, intLeaf());
    };
  }

  private Expr intLeaf() {
    List<Scope.Entry> arrays = w.scope.all(e -> e.ty().isArray());
    if (!arrays.isEmpty() && w.dice.chance(0.2)) {
      return new Expr.Length(NumberWriter.variable(w.dice.pick(arrays)));
    }
    return new Expr.Lit(Ty.INT, w.dice.between(-2, 5));
  }

  private Expr arithmetic(Ty ty, int depth) {
    Expr left = expr(ty, depth - 1);
    if (w.dice.chance(0.1)) {
      return new Expr.Binary(
          w.dice.of("<<", ">>", ">>>"), left, new Expr.Lit(Ty.INT, w.dice.below(4)));
    }
    Expr right = expr(ty, depth - 1);
    if (w.dice.chance(0.15)) {
      Expr safe =
          ty.equals(Ty.INT) && w.dice.chance(0.95)
              ? new Expr.Binary("|", right, new Expr.Lit(Ty.INT, 1))
              : new Expr.Lit(ty, ty.equals(Ty.INT) ? (Object) 3 : (Object) 3L);
      return new Expr.Binary(w.dice.of("/", "%"), left, safe);
    }
    return new Expr.Binary(w.dice.of("+", "-", "*", "&", "^", "|", "+", "-"), left, right);
  }

  private Expr scaled(int depth) {
    Expr real = w.numbers.expr(Ty.DOUBLE, depth - 1);
    return new Expr.Binary("*", real, new Expr.Lit(Ty.DOUBLE, 3.0));
  }

  private Expr rounded(Ty ty, int depth) {
    if (ty.equals(Ty.LONG)) {
      return round(ty, w.numbers.expr(Ty.DOUBLE, depth - 1));
    }
    return w.has(Feature.FLOAT)
        ? round(ty, w.numbers.expr(Ty.FLOAT, depth - 1))
        : new Expr.Cast(ty, scaled(depth));
  }

  private static Expr round(Ty ty, Expr arg) {
    return new Expr.MathCall(ty, false, "round", List.of(arg));
  }

  private Expr sideEffect(Ty ty, int depth) {
    List<Scope.Entry> variables = w.scope.writable(ty);
    if (variables.isEmpty()) {
      return leaf(ty);
    }
    Expr target = NumberWriter.variable(w.dice.pick(variables));
    return switch (w.dice.below(3)) {
      case 0 -> new Expr.Assign(target, "", expr(ty, depth - 1));
      case 1 -> new Expr.Assign(target, w.dice.of("+", "-", "^"), expr(ty, depth - 1));
      default -> new Expr.Step(target, w.dice.chance(0.5), w.dice.of(1, -1));
    };
  }

  /** An integer from 0 to {@code bound - 1}, whatever the operand. */
  Expr modulo(int bound, int depth) {
    return new Expr.MathCall(
        Ty.INT, false, "floorMod", List.of(expr(Ty.INT, depth), new Expr.Lit(Ty.INT, bound)));
  }
}
