package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Arithmetic;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.FunctionId;
import io.cotangent.processor.ir.MathOp;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Program;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a function of each loop that is to keep copies of its state, and another of a stretch of
 * its steps, which the first calls: from step to step they pass on nothing but their parameters.
 */
public final class CheckpointedLoops extends Rewriter {
  private final Function function;
  private final Program program;
  private final Predicate<FunctionId> partial;
  private final Map<FunctionId, Function> made;
  private int count;

  private CheckpointedLoops(
      Function function,
      Program program,
      Predicate<FunctionId> partial,
      Map<FunctionId, Function> made) {
    this.function = function;
    this.program = program;
    this.partial = partial;
    this.made = made;
  }

  /**
   * The program with functions for such loops.
   *
   * @param partial functions of which not all is known
   */
  public static Program apply(Program program, Predicate<FunctionId> partial) {
    return CheckpointHints.of(program).isEmpty() ? program : outlined(program, partial);
  }

  private static Program outlined(Program program, Predicate<FunctionId> partial) {
    Map<FunctionId, Function> all = new LinkedHashMap<>();
    for (Function function : program.functions().values()) {
      CheckpointedLoops pass = new CheckpointedLoops(function, program, partial, all);
      all.put(function.id(), function.withBody(pass.block(function.body())));
    }
    return program.with(all);
  }

  /** All that such loops consist of, and call. */
  public static Set<FunctionId> reached(Program program) {
    List<FunctionId> loops =
        program.functions().keySet().stream().filter(CheckpointedState::isMarked).toList();
    return program.reachable(loops).functions().keySet();
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    int before = out.size();
    super.stmt(s, out);
    if (!(s instanceof Stmt.While || s instanceof Stmt.Counted)) {
      return;
    }
    Stmt loop = out.get(out.size() - 1);
    List<Expr.Invoke> hints = CheckpointHints.of(Walk.blocks(loop).get(0));
    if (!hints.isEmpty()) {
      LoopFields fields = LoopFields.of(loop, function, isQuiet(loop));
      Stmt bare = fields.without(loop);
      if (isKnownBefore(CheckpointHints.of(Block.of(bare)).get(0), bare)) {
        out.subList(before, out.size()).remove(loop);
        outline(bare, fields, hints.get(0), out);
      }
    }
  }

  private boolean isQuiet(Stmt loop) {
    Map<FunctionId, Function> all = new LinkedHashMap<>(program.functions());
    all.putAll(made);
    return Repeatable.isQuiet(program.with(all), Block.of(loop), partial);
  }

  /** Whether the number of copies can be had before the loop, even if that does not run. */
  private boolean isKnownBefore(Expr.Invoke hint, Stmt loop) {
    Set<Var> own = Walk.allWritten(loop);
    return Walk.reads(hint).stream().noneMatch(own::contains)
        && hint.args().stream().noneMatch(ThrowOrder::mayThrow);
  }

  /** The loop's variables in one of its functions, in the places of those that they stand for. */
  private record Names(List<Var> free, Map<Var, Var> own) {
    static Names of(List<Var> free) {
      Map<Var, Var> own = new HashMap<>();
      free.forEach(v -> own.put(v, new Var(v.name(), v.type())));
      return new Names(free, own);
    }

    List<Var> of(List<Var> vars, List<Var> first) {
      List<Var> all = new ArrayList<>(first);
      vars.forEach(v -> all.add(own.getOrDefault(v, v)));
      return all;
    }

    Renaming renaming() {
      return new Renaming(own);
    }
  }

  private void outline(Stmt loop, LoopFields fields, Expr.Invoke hint, List<Stmt> out) {
    Set<Var> inside = new LinkedHashSet<>();
    Set<Var> mentioned = new LinkedHashSet<>();
    Set<Var> written = Walk.allWritten(loop);
    Walk.statements(
        Block.of(loop),
        stmt -> {
          if (stmt instanceof Stmt.Declare || stmt instanceof Stmt.Counted) {
            inside.addAll(Walk.written(stmt));
          }
        });
    if (loop instanceof Stmt.While x) {
      mentioned.addAll(Walk.reads(x.test()));
    }
    Block body = CheckpointHints.without(Walk.blocks(loop).get(0));
    mentioned.addAll(Walk.reads(body));
    mentioned.addAll(written);
    mentioned.removeAll(inside);
    List<Var> free = List.copyOf(mentioned);
    List<Var> assigned = free.stream().filter(written::contains).toList();
    FunctionId id = function.id().loop(++count);
    FunctionId steps = new FunctionId(id.key() + "#steps");
    made.put(steps, steps(steps, loop, body, free, assigned));
    made.put(id, loop(id, steps, loop, free, assigned, hint));
    List<Expr> args = new ArrayList<>(hint.args());
    if (loop instanceof Stmt.Counted counted) {
      args.add(counted.from());
      args.add(counted.bound());
    }
    free.forEach(v -> args.add(fields.value(v)));
    call(id, args, assigned, List.of(new Var("trips", Type.INT)), hint, out);
  }

  /** A call whose results are new variables first, then the loop's: nothing else assigns them. */
  private static void call(
      FunctionId id,
      List<Expr> args,
      List<Var> assigned,
      List<Var> more,
      Expr.Invoke hint,
      List<Stmt> out) {
    List<Var> targets = Preaccumulated.copies(assigned);
    targets.addAll(more);
    targets.forEach(target -> out.add(Preaccumulated.declared(target)));
    out.add(new Stmt.Call(targets, id, args, hint.span()));
    for (int i = 0; i < assigned.size(); i++) {
      out.add(new Stmt.Assign(assigned.get(i), targets.get(i).read()));
    }
  }

  /** A stretch of the loop's steps, each of which is known to run. */
  private Function steps(FunctionId id, Stmt loop, Block body, List<Var> free, List<Var> assigned) {
    Names names = Names.of(free);
    Var from = new Var("from", Type.INT);
    Var to = new Var("to", Type.INT);
    Var first = new Var("first", Type.INT);
    Block renamed = names.renaming().block(body);
    Var step = new Var("step", Type.INT);
    Expr start = from.read();
    Expr end = to.read();
    if (loop instanceof Stmt.Counted counted && counted.step() == 1) {
      step = counted.index();
      start = isShifted(loop) ? Exprs.plus(first.read(), start) : start;
      end = isShifted(loop) ? Exprs.plus(first.read(), end) : end;
    } else if (loop instanceof Stmt.Counted counted) {
      Expr way = Exprs.apply(Operator.MUL, Type.INT, step.read(), Exprs.constant(counted.step()));
      List<Stmt> indexed = new ArrayList<>();
      indexed.add(new Stmt.Declare(counted.index(), Exprs.plus(first.read(), way)));
      indexed.addAll(renamed.stmts());
      renamed = new Block(indexed);
    }
    List<Var> leading = new ArrayList<>(List.of(from, to));
    if (isShifted(loop)) {
      leading.add(first);
    }
    return new Function(
        id,
        function.name() + "Steps",
        names.of(free, leading),
        names.of(assigned, List.of()),
        Block.of(new Stmt.Counted(step, start, Operator.LT, end, 1, renamed)));
  }

  /** Whether the index is not the number of the step. */
  private static boolean isShifted(Stmt loop) {
    return loop instanceof Stmt.Counted counted
        && !(counted.step() == 1 && counted.from().equals(Exprs.constant(0)));
  }

  /** The whole loop, by stretches of steps; its last result is how many there were. */
  private Function loop(
      FunctionId id,
      FunctionId steps,
      Stmt loop,
      List<Var> free,
      List<Var> assigned,
      Expr.Invoke hint) {
    Names names = Names.of(free);
    Var trips = new Var("trips", Type.INT);
    Var first = new Var("first", Type.INT);
    Var bound = new Var("bound", Type.INT);
    List<Var> targets = names.of(assigned, List.of());
    List<Var> leading = new ArrayList<>(List.of(new Var("copies", Type.INT)));
    List<Stmt> out = new ArrayList<>();
    if (loop instanceof Stmt.Counted counted) {
      leading.addAll(List.of(first, bound));
      out.add(new Stmt.Declare(trips, trips(counted, first, bound)));
      List<Expr> args = new ArrayList<>(List.of(Exprs.constant(0), trips.read()));
      if (isShifted(loop)) {
        args.add(first.read());
      }
      free.forEach(v -> args.add(names.renaming().var(v).read()));
      call(steps, args, targets, List.of(), hint, out);
    } else if (loop instanceof Stmt.While repeated) {
      out.add(new Stmt.Declare(trips, Exprs.constant(0)));
      List<Expr> args = new ArrayList<>();
      args.add(trips.read());
      args.add(Exprs.plus(trips.read(), Exprs.constant(1)));
      free.forEach(v -> args.add(names.renaming().var(v).read()));
      Expr next =
          Exprs.apply(new MathOp("java.lang.Math", "incrementExact"), Type.INT, trips.read());
      Expr test = names.renaming().expr(repeated.test());
      List<Stmt> body = new ArrayList<>();
      call(steps, args, targets, List.of(), hint, body);
      body.add(new Stmt.Assign(trips, next));
      out.add(new Stmt.While(test, new Block(body)));
    }
    List<Var> results = new ArrayList<>(targets);
    results.add(trips);
    return new Function(
        id, function.name() + "Loop", names.of(free, leading), results, new Block(out));
  }

  private static Expr trips(Stmt.Counted loop, Var first, Var bound) {
    Expr wide = Arithmetic.cast(Type.LONG, bound.read());
    Expr end =
        switch (loop.relation()) {
          case LE -> Exprs.apply(Operator.ADD, Type.LONG, wide, new Expr.Const(1L, Type.LONG));
          case GE -> Exprs.apply(Operator.SUB, Type.LONG, wide, new Expr.Const(1L, Type.LONG));
          default -> wide;
        };
    return Arithmetic.support(
        "Checkpoints", "trips", Type.INT, first.read(), end, Exprs.constant(loop.step()));
  }
}
