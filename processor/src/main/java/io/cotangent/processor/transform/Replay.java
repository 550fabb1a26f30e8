package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a forward form apart: the first half computes what the function computes, and keeps on the
 * tape, in order, the partials and tests that its tangents need; the second half is the tangents'
 * statements alone, which read the tape from its beginning. So the function is linearised once, and
 * the second half, a linear map, can run any number of times.
 *
 * <p>Every part of a tangent's statement that holds no tangent is such a value. It is computed
 * where the forward form computes it, so that both give the same bits.
 */
public final class Replay {
  private final Program primals;
  private final Forward.Result forward;
  private final TapedValues values;
  private List<Stmt> recorded = new ArrayList<>();
  private List<Stmt> replay = new ArrayList<>();

  private Replay(Program primals, Forward.Result forward, Set<Var> carried) {
    this.primals = primals;
    this.forward = forward;
    this.values = new TapedValues(forward.tangents(), carried, this::keep);
  }

  /** The two halves. */
  public record Halves(Function recorded, Function replay) {}

  /** The identity of the half that computes the function. */
  public static FunctionId recorded(FunctionId primal) {
    return new FunctionId(primal.key() + "#recorded");
  }

  /** The identity of the half that computes the tangents. */
  public static FunctionId replay(FunctionId primal) {
    return new FunctionId(primal.key() + "#replay");
  }

  /** Whether tangents go into the function or come out of it. */
  static boolean carries(Forward.Result forward, Function primal) {
    Function form = form(forward, primal);
    return form.params().size() > primal.params().size()
        || form.results().size() > primal.results().size();
  }

  /**
   * The halves of a function's forward form. The first has the primal's parameters and results, the
   * second those of the tangents.
   */
  static Halves of(Program primals, Forward.Result forward, Function primal) {
    Function form = form(forward, primal);
    Set<Var> carried = TapedValues.unchanging(form, forward.tangents());
    Replay trial = new Replay(primals, forward, carried);
    trial.halves(primal, form);
    carried.retainAll(trial.values.used());
    return new Replay(primals, forward, carried).halves(primal, form);
  }

  private static Function form(Forward.Result forward, Function primal) {
    return forward.program().get(Forward.id(primal.id(), Forward.VALUES_FIRST));
  }

  private Halves halves(Function primal, Function form) {
    primal.params().forEach(this::carry);
    form.body().stmts().forEach(this::statement);
    int params = primal.params().size();
    int results = primal.results().size();
    return new Halves(
        new Function(
            recorded(primal.id()),
            primal.name() + "Recorded",
            primal.params(),
            primal.results(),
            new Block(recorded)),
        new Function(
            replay(primal.id()),
            primal.name() + "Replay",
            form.params().subList(params, form.params().size()),
            form.results().subList(results, form.results().size()),
            new Block(replay)));
  }

  /** The blocks of both halves that a block of the forward form becomes. */
  private record Pair(List<Stmt> recorded, List<Stmt> replay) {
    boolean hasTangents() {
      return replay.stream().anyMatch(stmt -> !(stmt instanceof Stmt.Mark));
    }
  }

  private Pair block(Block block) {
    List<Stmt> outerRecorded = recorded;
    List<Stmt> outerReplay = replay;
    recorded = new ArrayList<>();
    replay = new ArrayList<>();
    block.stmts().forEach(this::statement);
    Pair pair = new Pair(recorded, replay);
    recorded = outerRecorded;
    replay = outerReplay;
    return pair;
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Mark) {
      recorded.add(s);
      replay.add(s);
    } else if (values.isTangent(s)) {
      Stmt linear = values.linear(s);
      replay.add(linear);
    } else if (s instanceof Stmt.Declare d) {
      recorded.add(d);
      carry(d.var());
    } else if (s instanceof Stmt.Attempt x) {
      new AttemptReplay(values).add(x, recorded, replay);
    } else if (s instanceof Stmt.If x) {
      branch(x);
    } else if (s instanceof Stmt.While x) {
      loop(x);
    } else if (s instanceof Stmt.Counted x) {
      counted(x);
    } else if (s instanceof Stmt.Call x) {
      call(x);
    } else {
      recorded.add(s);
    }
  }

  /** Puts the variable's value on the tape, once for all its uses, if the tangents read it. */
  private void carry(Var var) {
    if (values.carries(var)) {
      recorded.add(new Stmt.Push(var, var.read()));
      replay.add(new Stmt.Declare(var, new Expr.Next(var)));
    }
  }

  /** Puts a value on the tape where the first half is now, and names it in the second. */
  private Expr keep(Expr value) {
    Var kept = new Var(TapedValues.name(value), value.type());
    if (value instanceof Expr.Invoke) {
      recorded.add(new Stmt.Declare(kept, value));
    }
    recorded.add(new Stmt.Push(kept, value instanceof Expr.Invoke ? kept.read() : value));
    Var again = new Var(kept.name(), kept.type());
    replay.add(new Stmt.Declare(again, new Expr.Next(again)));
    return again.read();
  }

  private void branch(Stmt.If x) {
    Pair then = block(x.then());
    Pair otherwise = block(x.otherwise());
    Expr test = x.test();
    if (then.hasTangents() || otherwise.hasTangents()) {
      Var taken = new Var("taken", Type.BOOLEAN);
      boolean there = values.isThere(test);
      if (!there) {
        recorded.add(new Stmt.Declare(taken, test));
        test = taken.read();
      }
      Expr again = there ? test : keep(test);
      replay.add(new Stmt.If(again, new Block(then.replay), new Block(otherwise.replay)));
    }
    recorded.add(new Stmt.If(test, new Block(then.recorded), new Block(otherwise.recorded)));
  }

  /** Before each run of the body it is kept that there is one, and at last that there is none. */
  private void loop(Stmt.While x) {
    Pair body = block(x.body());
    if (!body.hasTangents()) {
      recorded.add(new Stmt.While(x.test(), new Block(body.recorded)));
      return;
    }
    Var more = new Var("more", Type.BOOLEAN);
    body.recorded.add(0, new Stmt.Push(more, Exprs.TRUE));
    recorded.add(new Stmt.While(x.test(), new Block(body.recorded)));
    recorded.add(new Stmt.Push(more, Exprs.FALSE));
    body.replay.add(new Stmt.Assign(more, new Expr.Next(more)));
    replay.add(new Stmt.Declare(more, new Expr.Next(more)));
    replay.add(new Stmt.While(more.read(), new Block(body.replay)));
  }

  private void counted(Stmt.Counted x) {
    values.addIndex(x.index());
    Pair body = block(x.body());
    if (body.hasTangents()) {
      Expr from = values.linear(x.from());
      Expr bound = values.linear(x.bound());
      replay.add(
          new Stmt.Counted(x.index(), from, x.relation(), bound, x.step(), new Block(body.replay)));
    }
    recorded.add(
        new Stmt.Counted(
            x.index(), x.from(), x.relation(), x.bound(), x.step(), new Block(body.recorded)));
  }

  private void call(Stmt.Call x) {
    Function primal =
        primals.functions().values().stream()
            .filter(f -> Forward.id(f.id(), Forward.VALUES_FIRST).equals(x.callee()))
            .findFirst()
            .orElseThrow();
    if (!carries(forward, primal)) {
      recorded.add(new Stmt.Call(x.targets(), primal.id(), x.args(), x.span()));
      return;
    }
    int params = primal.params().size();
    int results = primal.results().size();
    List<Var> dots = x.targets().subList(results, x.targets().size());
    dots.forEach(values::addTangent);
    List<Expr> args = new ArrayList<>();
    x.args().subList(params, x.args().size()).forEach(arg -> args.add(values.linear(arg)));
    recorded.add(
        new Stmt.Call(
            x.targets().subList(0, results),
            recorded(primal.id()),
            x.args().subList(0, params),
            x.span()));
    replay.add(new Stmt.Call(dots, replay(primal.id()), args, x.span()));
  }
}
