package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the two sweeps through a loop, or one of both. */
final class LoopSweeps {
  private final Sweeps sweeps;

  LoopSweeps(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  void loop(Stmt.While x, Scope scope, List<Stmt> reverse) {
    Scope body = new Scope(Scope.Kind.LOOP, scope, x);
    sweeps.block(x.body(), body);
    Block backwards = sweeps.finished(body);
    if (backwards.isEmpty()) {
      sweeps.add(x, scope, new Stmt.While(x.test(), new Block(body.forward)));
      return;
    }
    Var trips = counter(scope);
    sweeps.add(x, scope, new Stmt.While(x.test(), counting(body, trips)));
    reverse.add(countdown(new Var("trip", Type.INT), trips, backwards));
  }

  void counted(Stmt.Counted x, Scope scope, List<Stmt> reverse) {
    if (sweeps.fusion.isFused(x)) {
      fused(x, scope);
      return;
    }
    Scope body = new Scope(Scope.Kind.LOOP, scope, x);
    sweeps.block(x.body(), body);
    List<Stmt> backwards = sweeps.finish(body, body.reversed());
    Stmt.Counted forward = withBody(x, new Block(body.forward));
    if (backwards.isEmpty()) {
      sweeps.add(x, scope, forward);
      return;
    }
    Var index = new Var(x.index().name(), Type.INT);
    Block renamed = new Renaming(Map.of(x.index(), index)).block(new Block(backwards));
    Available here = sweeps.available(scope, x);
    if (x.step() == 1 || x.step() == -1) {
      Expr from = here.expr(x.from());
      Expr bound = here.expr(x.bound());
      reverse.add(sweeps.loops.reversed(x, index, from, bound, renamed));
      sweeps.add(x, scope, forward);
      return;
    }
    Var trips = counter(scope);
    Var trip = new Var("trip", Type.INT);
    Expr at =
        Exprs.plus(
            here.expr(x.from()),
            Exprs.apply(Operator.MUL, Type.INT, trip.read(), Exprs.constant(x.step())));
    List<Stmt> steps = new ArrayList<>();
    steps.add(new Stmt.Declare(index, at));
    steps.addAll(renamed.stmts());
    sweeps.add(x, scope, withBody(x, counting(body, trips)));
    reverse.add(countdown(trip, trips, new Block(steps)));
  }

  private static Stmt.Counted withBody(Stmt.Counted x, Block body) {
    return new Stmt.Counted(x.index(), x.from(), x.relation(), x.bound(), x.step(), body);
  }

  private static Var counter(Scope scope) {
    return scope.declare("trips", Exprs.constant(0));
  }

  /** The loop's forward body, counting its runs; a count beyond int's range throws. */
  private static Block counting(Scope body, Var trips) {
    List<Stmt> stmts = new ArrayList<>(body.forward);
    Expr next = Exprs.apply(new MathOp("java.lang.Math", "incrementExact"), Type.INT, trips.read());
    stmts.add(new Stmt.Assign(trips, next));
    return new Block(stmts);
  }

  private static Stmt countdown(Var trip, Var trips, Block body) {
    Expr last = Exprs.minus(trips.read(), Exprs.constant(1));
    return new Stmt.Counted(trip, last, Operator.GE, Exprs.constant(0), -1, body);
  }

  /** Every iteration's reverse right after the iteration; the reverse sweep passes it by. */
  private void fused(Stmt.Counted x, Scope scope) {
    Scope body = new Scope(Scope.Kind.FUSED, scope, x);
    sweeps.block(x.body(), body);
    List<Stmt> both = new ArrayList<>(body.forward);
    both.addAll(sweeps.finish(body, body.reversed()));
    Stmt.Counted loop = withBody(x, sweeps.fusion.seeded(x, new Block(both), scope));
    sweeps.add(x, scope, loop);
  }
}
