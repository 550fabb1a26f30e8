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
 * An attempt in the two halves of {@link Replay}: the first counts how far it comes, and puts that
 * on the tape after it with the values it named by then; the second runs the tangents' statements
 * up to there, and throws nothing.
 */
final class AttemptReplay {
  private final TapedValues values;
  private final Var progress = new Var("progress", Type.INT);
  private final List<Var> kept = new ArrayList<>();
  private final List<Stmt> declared = new ArrayList<>();
  private List<Stmt> body = new ArrayList<>();
  private int steps;

  AttemptReplay(TapedValues values) {
    this.values = values.keptBy(this::keep);
  }

  /** Adds both halves. */
  void add(Stmt.Attempt attempt, List<Stmt> recorded, List<Stmt> replay) {
    List<Stmt> steps = block(attempt.body());
    if (this.steps > 0) {
      kept.add(0, progress);
      kept.forEach(var -> recorded.add(Reverse.zero(var)));
      kept.forEach(var -> replay.add(new Stmt.Declare(var, new Expr.Next(var))));
      replay.addAll(declared);
      replay.addAll(steps);
    }
    recorded.add(new Stmt.Attempt(new Block(body), attempt.caught()));
    kept.forEach(var -> recorded.add(new Stmt.Push(var, var.read())));
  }

  private Expr keep(Expr value) {
    Var var = new Var(TapedValues.name(value), value.type());
    kept.add(var);
    body.add(new Stmt.Assign(var, value));
    return var.read();
  }

  /** Adds a block to the first half's body, and gives back its part of the second half. */
  private List<Stmt> block(Block block) {
    List<Stmt> replay = new ArrayList<>();
    List<Stmt> waiting = new ArrayList<>();
    for (Stmt s : block.stmts()) {
      if (s instanceof Stmt.Mark) {
        body.add(s);
        replay.add(s);
      } else if (values.isTangent(s)) {
        boolean follows = s instanceof Stmt.Declare d && values.isTangent(d.var());
        waiting.add(hoisted(values.linear(s)));
        if (follows) {
          step(waiting, replay);
        }
      } else if (s instanceof Stmt.If x) {
        step(waiting, replay);
        branch(x, replay);
      } else {
        body.add(s);
        if (!(s instanceof Stmt.Declare)) {
          step(waiting, replay);
        }
      }
    }
    step(waiting, replay);
    return replay;
  }

  /**
   * A tangent's statement comes before the one that it belongs to, which may throw, with the
   * declarations of partials between them, or, if it declares a tangent, after it.
   */
  private void step(List<Stmt> waiting, List<Stmt> replay) {
    if (!waiting.isEmpty()) {
      steps++;
      body.add(new Stmt.Assign(progress, Exprs.constant(steps)));
      Expr reached = Exprs.test(Operator.GE, progress.read(), Exprs.constant(steps));
      replay.add(new Stmt.If(reached, new Block(waiting), Block.EMPTY));
      waiting.clear();
    }
  }

  private void branch(Stmt.If x, List<Stmt> replay) {
    Expr test = values.isThere(x.test()) ? x.test() : keep(x.test());
    List<Stmt> outer = body;
    body = new ArrayList<>();
    List<Stmt> then = block(x.then());
    Block thenBody = new Block(body);
    body = new ArrayList<>();
    List<Stmt> otherwise = block(x.otherwise());
    outer.add(new Stmt.If(test, thenBody, new Block(body)));
    body = outer;
    replay.add(new Stmt.If(test, new Block(then), new Block(otherwise)));
  }

  /** What an attempt declares stays in scope after it. */
  private Stmt hoisted(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      declared.add(Reverse.zero(d.var()));
      return new Stmt.Assign(d.var(), d.init());
    }
    return s;
  }
}
