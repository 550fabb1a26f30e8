package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * An attempt in reverse: the forward sweep counts how many of the statements that may throw ran to
 * their end, and the reverse sweep takes back those and what followed them.
 */
final class AttemptSweeps {

  /** Writes a statement's forward sweep to the scope, and its reverse sweep. */
  interface Statements {
    void sweep(Stmt stmt, Scope scope, List<Stmt> reverse);
  }

  /** Statements of which all run or none: the first may throw, the others follow it. */
  private static final class Stretch {
    final List<List<Stmt>> reverse = new ArrayList<>();

    /** Where in the forward sweep the first statement has run to its end. */
    int end = -1;

    List<Stmt> reversed() {
      List<Stmt> all = new ArrayList<>();
      for (int i = reverse.size() - 1; i >= 0; i--) {
        all.addAll(reverse.get(i));
      }
      return all;
    }
  }

  private final Statements statements;

  AttemptSweeps(Statements statements) {
    this.statements = statements;
  }

  /** Writes both sweeps. */
  void sweep(Stmt.Attempt attempt, Scope scope, List<Stmt> reverse) {
    int start = scope.forward.size();
    Scope.Names known = scope.names();
    scope.attempting = true;
    List<Stretch> stretches = stretches(attempt.body(), scope);
    scope.attempting = false;
    scope.forgetAllBut(known);
    List<Stmt> section = scope.forward.subList(start, scope.forward.size());
    List<Stmt> body = new ArrayList<>(section);
    section.clear();
    List<Stretch> taken =
        stretches.stream().filter(s -> s.end >= 0 && !s.reversed().isEmpty()).toList();
    if (!taken.isEmpty()) {
      Var progress = progress(taken, scope);
      for (int i = taken.size(); i > 0; i--) {
        Expr reached = taken.size() == 1 ? Exprs.TRUE : Exprs.constant(i);
        body.add(taken.get(i - 1).end - start, new Stmt.Assign(progress, reached));
        List<Stmt> back = taken.get(i - 1).reversed();
        reverse.add(new Stmt.If(reached(progress, i), new Block(back), Block.EMPTY));
      }
    }
    reverse.addAll(stretches.get(0).reversed());
    scope.forward.add(new Stmt.Attempt(new Block(body), attempt.caught()));
  }

  private List<Stretch> stretches(Block body, Scope scope) {
    List<Stretch> stretches = new ArrayList<>(List.of(new Stretch()));
    Stmt mark = null;
    for (Stmt stmt : body.stmts()) {
      if (stmt instanceof Stmt.Mark) {
        mark = stmt;
        scope.forward.add(stmt);
        continue;
      }
      List<Stmt> reverse = new ArrayList<>();
      statements.sweep(stmt, scope, reverse);
      if (isRisky(stmt)) {
        stretches.add(new Stretch());
      }
      Stretch stretch = stretches.get(stretches.size() - 1);
      if (isRisky(stmt)) {
        stretch.end = scope.forward.size();
      }
      if (mark != null && !reverse.isEmpty()) {
        reverse.add(0, mark);
      }
      stretch.reverse.add(reverse);
    }
    return stretches;
  }

  /** A branch in an attempt comes from a choice between values. */
  private static boolean isRisky(Stmt stmt) {
    return Risk.isRisky(stmt) || stmt instanceof Stmt.If;
  }

  private static Var progress(List<Stretch> taken, Scope scope) {
    return taken.size() == 1
        ? scope.declare("completed", Exprs.FALSE)
        : scope.declare("progress", Exprs.constant(0));
  }

  private static Expr reached(Var progress, int count) {
    return progress.type() == Type.BOOLEAN
        ? progress.read()
        : Exprs.test(Operator.GE, progress.read(), Exprs.constant(count));
  }
}
