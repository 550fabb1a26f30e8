package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Base;
import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.SwitchArm;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;

/** What an expression may be replaced by: a part of its own type, or a constant. */
final class SimplerExpressions {
  private SimplerExpressions() {}

  static List<Expr> of(Expr e) {
    List<Expr> result = new ArrayList<>();
    for (Expr part : parts(e)) {
      if (part.ty().equals(e.ty())) {
        result.add(part);
      } else if (e.ty().isFloating() && part.ty().isFloating()) {
        result.add(new Expr.Cast(e.ty(), part));
      }
    }
    constants(e, result);
    if (e instanceof Expr.MathCall m && m.strict()) {
      result.add(new Expr.MathCall(m.ty(), false, m.name(), m.args()));
    }
    result.removeIf(e::equals);
    if (e instanceof Expr.ArrayLit a && a.elements().size() > 1) {
      result.add(new Expr.ArrayLit(a.ty(), a.elements().subList(0, 1)));
    }
    return result;
  }

  private static List<Expr> parts(Expr e) {
    if (e instanceof Expr.Unary u) {
      return List.of(u.operand());
    }
    if (e instanceof Expr.Binary b) {
      return List.of(b.left(), b.right());
    }
    if (e instanceof Expr.Cond c) {
      return List.of(c.yes(), c.no(), c.test());
    }
    if (e instanceof Expr.Cast c) {
      return List.of(c.operand());
    }
    if (e instanceof Expr.Assign a) {
      return List.of(a.value(), a.target());
    }
    if (e instanceof Expr.Step s) {
      return List.of(s.target());
    }
    if (e instanceof Expr.Call c) {
      return c.args();
    }
    if (e instanceof Expr.MathCall m) {
      return m.args();
    }
    if (e instanceof Expr.CloneOf c) {
      return List.of(c.array());
    }
    if (e instanceof Expr.SwitchExpr s) {
      return s.arms().stream().map(SwitchArm::value).filter(v -> v != null).toList();
    }
    return List.of();
  }

  private static void constants(Expr e, List<Expr> result) {
    Ty ty = e.ty();
    if (e instanceof Expr.Lit l) {
      if (ty.equals(Ty.DOUBLE) && !l.value().equals(2.0) && !l.value().equals(1.0)) {
        result.add(new Expr.Lit(ty, 2.0));
      }
      return;
    }
    if (ty.rank() != 0) {
      return;
    }
    switch (ty.base()) {
      case DOUBLE -> result.add(new Expr.Lit(ty, 2.0));
      case FLOAT -> result.add(new Expr.Lit(ty, 2f));
      case INT -> {
        result.add(new Expr.Lit(ty, 0));
        result.add(new Expr.Lit(ty, 1));
      }
      case LONG -> result.add(new Expr.Lit(ty, 1L));
      case BOOLEAN -> {
        result.add(new Expr.Lit(ty, true));
        result.add(new Expr.Lit(ty, false));
      }
      case CHAR -> result.add(new Expr.Lit(ty, 'a'));
      default ->
          result.add(
              ty.base() == Base.BYTE ? new Expr.Lit(ty, (byte) 1) : new Expr.Lit(ty, (short) 1));
    }
  }
}
