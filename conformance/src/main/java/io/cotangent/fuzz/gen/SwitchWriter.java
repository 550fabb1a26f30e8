package io.cotangent.fuzz.gen;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.SwitchArm;
import io.cotangent.fuzz.ast.Ty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes switch statements and switch expressions, old and new. */
final class SwitchWriter {
  private final Author w;

  SwitchWriter(Author author) {
    this.w = author;
  }

  private Expr selector(boolean chars) {
    if (chars) {
      return new Expr.Cast(
          Ty.CHAR, new Expr.Binary("+", new Expr.Lit(Ty.CHAR, 'a'), w.integers.modulo(4, 1)));
    }
    return w.integers.modulo(4, 1);
  }

  private List<List<Expr>> labels(boolean chars, boolean withDefault) {
    List<List<Expr>> labels = new ArrayList<>();
    int next = 0;
    int arms = w.dice.between(1, 3);
    for (int i = 0; i < arms; i++) {
      List<Expr> these = new ArrayList<>();
      int count = w.dice.chance(0.2) ? 2 : 1;
      for (int k = 0; k < count; k++, next++) {
        these.add(chars ? new Expr.Lit(Ty.CHAR, (char) ('a' + next)) : new Expr.Lit(Ty.INT, next));
      }
      labels.add(these);
    }
    if (withDefault) {
      labels.add(w.dice.chance(0.7) ? labels.size() : w.dice.below(labels.size()), List.of());
    }
    return labels;
  }

  Stmt statement() {
    boolean chars = w.may(Feature.CHAR, 0.2);
    boolean arrows = w.dice.chance(0.45);
    Expr selector = selector(chars);
    List<List<Expr>> labels = labels(chars, w.dice.chance(0.7));
    List<SwitchArm> arms = new ArrayList<>();
    w.targets.add(new Author.Target(Author.Target.Kind.SWITCH, ""));
    Set<String> reserved = w.scope.reserved();
    for (List<Expr> label : labels) {
      int mark = w.scope.mark();
      List<Stmt> body = w.statements.sequence(w.dice.between(1, 3));
      if (arrows) {
        w.scope.restore(mark);
      } else {
        w.scope.restoreReserving(mark);
        if (w.dice.chance(0.7)) {
          body.add(new Stmt.Break(""));
        }
      }
      arms.add(arm(label, arrows, body));
    }
    w.scope.setReserved(reserved);
    w.targets.remove(w.targets.size() - 1);
    return new Stmt.Switch(selector, arrows, arms);
  }

  private static SwitchArm arm(List<Expr> label, boolean arrows, List<Stmt> body) {
    boolean single = arrows && body.size() == 1 && body.get(0) instanceof Stmt.Eval;
    return single
        ? new SwitchArm(label, ((Stmt.Eval) body.get(0)).expr(), List.of())
        : new SwitchArm(label, null, body);
  }

  /** A switch expression of a scalar type. */
  Expr expr(Ty ty, int depth) {
    boolean chars = w.may(Feature.CHAR, 0.15);
    boolean arrows = w.dice.chance(0.7);
    Expr selector = selector(chars);
    List<Author.Target> targets = w.targets;
    boolean inside = w.inSwitchExpression;
    w.targets = new ArrayList<>();
    w.inSwitchExpression = true;
    Set<String> reserved = w.scope.reserved();
    List<SwitchArm> arms = new ArrayList<>();
    for (List<Expr> label : labels(chars, true)) {
      arms.add(exprArm(label, arrows, ty, depth));
    }
    w.scope.setReserved(reserved);
    w.targets = targets;
    w.inSwitchExpression = inside;
    return new Expr.SwitchExpr(ty, selector, arrows, arms);
  }

  private SwitchArm exprArm(List<Expr> label, boolean arrows, Ty ty, int depth) {
    if (arrows && w.dice.chance(0.6)) {
      return new SwitchArm(label, w.expr(ty, depth - 1), List.of());
    }
    int mark = w.scope.mark();
    List<Stmt> body =
        w.dice.chance(0.6) && w.has(Feature.SIDE_EFFECTS)
            ? w.statements.sequence(w.dice.between(1, 2))
            : new ArrayList<>();
    if (w.dice.chance(0.2)) {
      Stmt early = new Stmt.Yield(w.expr(ty, depth - 1));
      body.add(new Stmt.If(w.tests.expr(1), List.of(early), List.of()));
    }
    body.add(new Stmt.Yield(w.expr(ty, depth - 1)));
    w.scope.restoreReserving(mark);
    return new SwitchArm(label, null, body);
  }
}
