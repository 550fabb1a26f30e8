package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Ty;
import java.util.List;

/** Keeps values in a range where derivatives say something. */
final class Tame {
  private Tame() {}

  /** A call of a one-argument method of Math on doubles. */
  static Expr math(String name, Expr arg) {
    Expr e = arg.ty().equals(Ty.DOUBLE) ? arg : new Expr.Cast(Ty.DOUBLE, arg);
    return new Expr.MathCall(Ty.DOUBLE, false, name, List.of(e));
  }

  /** The expression, often made bounded. */
  static Expr wrap(Author w, Ty ty, Expr e) {
    if (!w.dice.chance(0.4)) {
      return e;
    }
    if (ty.equals(Ty.FLOAT)) {
      return new Expr.Binary("*", new Expr.Lit(ty, 0.5f), e);
    }
    return w.dice.chance(0.4)
        ? new Expr.Binary("*", new Expr.Lit(ty, 0.5), e)
        : math(w.dice.of("sin", "tanh", "cos", "atan"), e);
  }
}
