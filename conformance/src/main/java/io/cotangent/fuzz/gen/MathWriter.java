package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.List;

/** Writes calls of Math, mostly inside the functions' domains. */
final class MathWriter {
  private static final List<String> ANYWHERE =
      List.of("sin", "cos", "tanh", "atan", "sin", "cos", "tanh");
  private static final List<String> GROWING = List.of("exp", "expm1", "sinh", "cosh", "tan");
  private static final List<String> POSITIVE = List.of("log", "sqrt", "log10", "log1p", "cbrt");
  private static final List<String> UNIT = List.of("asin", "acos");
  private static final List<String> STEPS = List.of("floor", "ceil", "rint", "signum");
  private static final List<String> RARE = List.of("toRadians", "toDegrees", "nextUp", "ulp");
  private final Author w;

  MathWriter(Author author) {
    this.w = author;
  }

  Expr expr(Ty ty, int depth) {
    if (ty.equals(Ty.FLOAT)) {
      return floatExpr(depth);
    }
    boolean raw = w.may(Feature.WILD, 0.12);
    Expr a = w.numbers.expr(Ty.DOUBLE, depth - 1);
    return switch (w.dice.weighted(
        20,
        w.has(Feature.MATH) ? 22 : 0,
        w.has(Feature.KINK) ? 14 : 0,
        w.has(Feature.MATH) ? 12 : 0,
        w.has(Feature.RARE_MATH) ? 5 : 0)) {
      case 0 -> call(w.dice.pick(ANYWHERE), a);
      case 1 -> restricted(a, raw);
      case 2 -> kinky(Ty.DOUBLE, a, depth);
      case 3 -> two(a, w.numbers.expr(Ty.DOUBLE, depth - 1), raw);
      default -> rare(a, depth);
    };
  }

  private Expr call(String name, Expr... args) {
    boolean strict = w.may(Feature.STRICT_MATH, 0.1);
    return new Expr.MathCall(Ty.DOUBLE, strict, name, List.of(args));
  }

  private static Expr plus(double c, Expr e) {
    return new Expr.Binary("+", new Expr.Lit(Ty.DOUBLE, c), e);
  }

  private static Expr square(Expr e) {
    return new Expr.Binary("*", e, e);
  }

  private Expr restricted(Expr a, boolean raw) {
    return switch (w.dice.below(3)) {
      case 0 -> call(w.dice.pick(GROWING), raw ? a : Tame.math(w.dice.of("sin", "tanh"), a));
      case 1 -> call(w.dice.pick(POSITIVE), raw ? a : positive(a));
      default ->
          call(
              w.dice.pick(UNIT),
              raw ? a : new Expr.Binary("*", new Expr.Lit(Ty.DOUBLE, 0.9), Tame.math("sin", a)));
    };
  }

  private Expr positive(Expr a) {
    return switch (w.dice.below(3)) {
      case 0 -> plus(1.5, Tame.math("sin", a));
      case 1 -> plus(0.25, square(a));
      default -> plus(0.5, Tame.math("abs", a));
    };
  }

  private Expr kinky(Ty ty, Expr a, int depth) {
    return switch (w.dice.below(4)) {
      case 0 -> typed(ty, "abs", a);
      case 1 -> typed(ty, w.dice.of("max", "min"), a, w.numbers.expr(ty, depth - 1));
      case 2 -> typed(ty, w.dice.of("max", "min"), w.numbers.leaf(ty), w.numbers.leaf(ty));
      default -> ty.equals(Ty.DOUBLE) ? call(w.dice.pick(STEPS), a) : typed(ty, "signum", a);
    };
  }

  private static Expr typed(Ty ty, String name, Expr... args) {
    return new Expr.MathCall(ty, false, name, List.of(args));
  }

  private Expr two(Expr a, Expr b, boolean raw) {
    return switch (w.dice.below(4)) {
      case 0 -> call("pow", raw ? a : positive(a), new Expr.Lit(Ty.DOUBLE, exponent()));
      case 1 -> call("pow", raw ? a : positive(a), raw ? b : Tame.math("tanh", b));
      case 2 -> call("hypot", a, raw ? b : plus(0.5, square(b)));
      default -> call("atan2", a, raw ? b : plus(0.5, square(b)));
    };
  }

  private double exponent() {
    return w.dice.of(2.0, 3.0, 0.5, -1.0, 1.0, 0.0, 1.5, -2.0);
  }

  private Expr rare(Expr a, int depth) {
    Expr b = w.numbers.expr(Ty.DOUBLE, depth - 1);
    return switch (w.dice.below(6)) {
      case 0 ->
          new Expr.MathCall(Ty.DOUBLE, false, "fma", List.of(a, b, w.numbers.leaf(Ty.DOUBLE)));
      case 1 -> call("copySign", plus(0.5, square(a)), b);
      case 2 ->
          new Expr.MathCall(
              Ty.DOUBLE, false, "scalb", List.of(a, new Expr.Lit(Ty.INT, w.dice.between(-2, 2))));
      case 3 -> call("IEEEremainder", a, plus(1.5, square(b)));
      case 4 -> call("nextAfter", a, b);
      default -> call(w.dice.pick(RARE), a);
    };
  }

  private Expr floatExpr(int depth) {
    Expr a = w.numbers.expr(Ty.FLOAT, depth - 1);
    if (w.may(Feature.KINK, 0.5)) {
      return kinky(Ty.FLOAT, a, depth);
    }
    Expr smooth = call(w.dice.pick(ANYWHERE), new Expr.Cast(Ty.DOUBLE, a));
    return new Expr.Cast(Ty.FLOAT, smooth);
  }
}
