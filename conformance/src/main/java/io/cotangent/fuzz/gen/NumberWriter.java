package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.ProgramConstants;
import io.cotangent.fuzz.ast.Ty;
import java.util.List;
import java.util.stream.Stream;

/** Writes expressions of type double and float. */
final class NumberWriter {
  private static final double[] ORDINARY = {0.5, 1.5, 2.0, -0.75, 0.1, 3.0, 1.0, -1.25, 0.3};
  private static final double[] WILD = {
    0.0, -0.0, 1e-8, 1e8, 1e-200, Double.NaN, Double.POSITIVE_INFINITY, 1.0, -1.0
  };
  private final Author w;

  NumberWriter(Author author) {
    this.w = author;
  }

  Expr expr(Ty ty, int depth) {
    if (depth <= 0) {
      return leaf(ty);
    }
    return switch (w.dice.weighted(24, 30, 6, 8, 14, 6, 6, 5, 3)) {
      case 0 -> leaf(ty);
      case 1 -> arithmetic(ty, depth);
      case 2 -> new Expr.Unary(w.dice.chance(0.9) ? "-" : "+", expr(ty, depth - 1));
      case 3 -> new Expr.Cond(w.tests.expr(depth - 1), expr(ty, depth - 1), other(ty, depth - 1));
      case 4 -> w.math.expr(ty, depth);
      case 5 -> cast(ty, depth);
      case 6 -> w.calls.orElse(ty, depth, () -> arithmetic(ty, depth));
      case 7 -> w.may(Feature.SIDE_EFFECTS, 1) ? sideEffect(ty, depth) : arithmetic(ty, depth);
      default ->
          w.may(Feature.SWITCH_EXPRESSION, 1) ? w.switches.expr(ty, depth) : arithmetic(ty, depth);
    };
  }

  /** A literal, a variable, an element or a constant. */
  Expr leaf(Ty ty) {
    List<Scope.Entry> variables = w.scope.ofType(ty);
    int kind = w.dice.weighted(variables.isEmpty() ? 0 : 60, 25, 12, 3);
    if (kind == 0) {
      return variable(w.dice.pick(variables));
    }
    if (kind == 1) {
      Expr element = w.arrays.elementOrNull(ty);
      return element != null ? element : literal(ty);
    }
    return kind == 2 ? literal(ty) : constant(ty);
  }

  static Expr variable(Scope.Entry entry) {
    return new Expr.Var(entry.ty(), entry.name());
  }

  Expr literal(Ty ty) {
    double[] from = w.may(Feature.WILD, 0.04) ? WILD : ORDINARY;
    double value = from[w.dice.below(from.length)];
    return ty.equals(Ty.DOUBLE) ? new Expr.Lit(ty, value) : new Expr.Lit(ty, (float) value);
  }

  private Expr constant(Ty ty) {
    return w.dice.pick(
        Stream.concat(ProgramConstants.OWN.stream(), ProgramConstants.SHARED.stream())
            .filter(c -> c.ty().equals(ty))
            .toList());
  }

  /** An expression of the type, or of one that binary promotion makes this type. */
  private Expr other(Ty ty, int depth) {
    if (w.dice.chance(0.85)) {
      return expr(ty, depth);
    }
    Ty narrower = ty.equals(Ty.DOUBLE) && w.may(Feature.FLOAT, 0.4) ? Ty.FLOAT : Ty.INT;
    if (narrower.equals(Ty.INT) && w.may(Feature.LONG, 0.2)) {
      narrower = Ty.LONG;
    }
    return w.expr(narrower, depth);
  }

  private Expr arithmetic(Ty ty, int depth) {
    Expr left = expr(ty, depth - 1);
    Expr right = other(ty, depth - 1);
    return switch (w.dice.weighted(30, 25, 30, 10, 3)) {
      case 0 -> either("+", left, right);
      case 1 -> either("-", left, right);
      case 2 -> either("*", left, right);
      case 3 -> new Expr.Binary("/", left, w.dice.chance(0.85) ? divisor(ty, right) : right);
      default ->
          new Expr.Binary(
              w.has(Feature.KINK) ? "%" : "*",
              left,
              w.dice.chance(0.8) ? divisor(ty, right) : right);
    };
  }

  private Expr either(String op, Expr left, Expr right) {
    return w.dice.chance(0.5) ? new Expr.Binary(op, left, right) : new Expr.Binary(op, right, left);
  }

  /** Something away from zero. */
  private Expr divisor(Ty ty, Expr e) {
    if (ty.equals(Ty.FLOAT)) {
      return new Expr.Binary("+", new Expr.Lit(ty, 1.5f), new Expr.Binary("*", e, e));
    }
    Expr bounded =
        w.dice.chance(0.5)
            ? Tame.math(w.dice.of("sin", "cos", "tanh"), e)
            : new Expr.Binary("*", e, e);
    return new Expr.Binary("+", new Expr.Lit(ty, 1.5), bounded);
  }

  private Expr cast(Ty ty, int depth) {
    if (ty.equals(Ty.FLOAT)) {
      return new Expr.Cast(ty, w.expr(w.dice.of(Ty.DOUBLE, Ty.DOUBLE, Ty.INT), depth - 1));
    }
    if (!w.has(Feature.FLOAT)) {
      return new Expr.Cast(ty, w.expr(Ty.INT, depth - 1));
    }
    Expr narrow = w.expr(w.dice.of(Ty.FLOAT, Ty.INT), depth - 1);
    return new Expr.Cast(ty, narrow);
  }

  /** An assignment or a step whose value is used. */
  private Expr sideEffect(Ty ty, int depth) {
    Expr target = w.arrays.targetOrNull(ty);
    if (target == null) {
      return leaf(ty);
    }
    return switch (w.dice.weighted(4, 4, 3)) {
      case 0 -> new Expr.Assign(target, "", Tame.wrap(w, ty, expr(ty, depth - 1)));
      case 1 -> new Expr.Assign(target, w.dice.of("+", "-"), other(ty, depth - 1));
      default -> new Expr.Step(target, w.dice.chance(0.5), w.dice.of(1, -1));
    };
  }
}
