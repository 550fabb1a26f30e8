package io.cotangent.fuzz.shrink;

import io.cotangent.fuzz.ast.Expr;
import io.cotangent.fuzz.ast.Method;
import io.cotangent.fuzz.ast.Program;
import io.cotangent.fuzz.ast.Stmt;
import io.cotangent.fuzz.ast.SwitchArm;
import java.util.ArrayList;
import java.util.List;

/** Carries out the n-th small simplification of a program, if there are that many. */
final class Edit extends Rewriter {
  /** Which simplifications are counted. */
  enum Phase {
    STATEMENTS,
    EXPRESSIONS
  }

  private final Phase phase;
  private final int wanted;
  private int seen;

  private Edit(Phase phase, int wanted) {
    this.phase = phase;
    this.wanted = wanted;
  }

  /** The program with one simplification, or null where there is no n-th one. */
  static Program apply(Program p, Phase phase, int n) {
    Edit edit = new Edit(phase, n);
    Method main = p.main().withBody(edit.all(p.main().body()));
    List<Method> helpers = new ArrayList<>();
    for (Method m : p.helpers()) {
      helpers.add(m.withBody(edit.all(m.body())));
    }
    return edit.seen <= n ? null : p.with(main, helpers);
  }

  private boolean here() {
    return seen++ == wanted;
  }

  @Override
  List<Stmt> stmt(Stmt s) {
    if (phase == Phase.STATEMENTS) {
      for (List<Stmt> simpler : SimplerStatements.of(s)) {
        if (here()) {
          return simpler;
        }
      }
    }
    return super.stmt(s);
  }

  @Override
  List<SwitchArm> arms(List<SwitchArm> arms) {
    if (phase == Phase.STATEMENTS && arms.size() > 1) {
      for (SwitchArm arm : arms) {
        if (here()) {
          return arms.stream().filter(a -> a != arm).toList();
        }
      }
    }
    return super.arms(arms);
  }

  @Override
  Expr expr(Expr e) {
    if (phase == Phase.EXPRESSIONS && e != null) {
      for (Expr simpler : SimplerExpressions.of(e)) {
        if (here()) {
          return simpler;
        }
      }
    }
    return super.expr(e);
  }
}
