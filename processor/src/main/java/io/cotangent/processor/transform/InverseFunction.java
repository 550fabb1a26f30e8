package io.cotangent.processor.transform;

import io.cotangent.processor.analysis.Facts;
import io.cotangent.processor.diagnostics.Span;
import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Operator;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inverse function itself: first what is passive runs forward and is kept, then each step is
 * undone, from the last to the first. Where a step has no inverse in closed form, or passive code
 * depends on what is to be found, there is none.
 */
final class InverseFunction {
  private static final Type VECTOR = Type.arrayOf(Type.DOUBLE);

  private final Facts facts;
  private final LiveValues live;
  private final Widths widths;
  private final Indices indices;
  private final PassiveSweep passive;
  private final Map<Object, Var> arrays = new LinkedHashMap<>();

  /** Whether something active has come already, which reads passive arrays as they are then. */
  private boolean started;

  private Stmt.Mark here = new Stmt.Mark(Span.NONE, "");

  InverseFunction(Facts facts, Function function) {
    this.facts = facts;
    this.live = new LiveValues(facts);
    this.widths = new Widths(facts, live, function);
    this.indices = new Indices(function);
    this.passive = new PassiveSweep(facts);
  }

  /** The variable that holds the numbers of an array on the way back. */
  Var state(Object place) {
    return arrays.computeIfAbsent(place, p -> new Var(widths.name(p) + "State", VECTOR));
  }

  Var state(Var array) {
    return state(place(array));
  }

  /** What stands for an array's numbers. */
  Object place(Var array) {
    return live.place(array.read());
  }

  /** The two sweeps; the way back starts with the outputs' values in their variables. */
  record Sweeps(List<Stmt> forward, List<Stmt> backward, Set<Var> arrays, Set<Var> scalars) {}

  Sweeps of(Block body, Set<Object> first, Set<Object> last) {
    List<Stmt> forward = new ArrayList<>();
    List<Stmt> backward = block(body, first, last, true, forward);
    Set<Var> scalars = new LinkedHashSet<>();
    Walk.statements(
        body,
        s ->
            Walk.written(s).stream()
                .filter(v -> v.type().isFloating() && facts.activity().isActive(v))
                .forEach(scalars::add));
    return new Sweeps(forward, backward, new LinkedHashSet<>(arrays.values()), scalars);
  }

  private List<Stmt> block(
      Block block, Set<Object> first, @Nullable Set<Object> last, boolean top, List<Stmt> forward) {
    List<@Nullable Set<Object>> points = live.points(block, last);
    List<List<Stmt>> undone = new ArrayList<>();
    List<Stmt> pending = new ArrayList<>();
    List<Var> declared = new ArrayList<>();
    Set<Object> start = first;
    for (int i = 0; i < block.stmts().size(); i++) {
      Stmt s = block.stmts().get(i);
      Set<Object> after = points.get(i + 1);
      if (after == null || points.get(i) == null) {
        throw new NotStepwise();
      }
      if (s instanceof Stmt.Mark mark) {
        here = mark;
        forward.add(s);
      } else if (isArray(s)) {
        require(top && pending.isEmpty());
        undone.add(array(s, after, forward));
        start = after;
      } else if (isStraight(s)) {
        started = true;
        if (isLive(s, after)) {
          pending.add(s);
        }
      } else if (isActive(s)) {
        started = true;
        require(pending.isEmpty() && start.equals(points.get(i)));
        undone.add(compound(s, start, after, forward));
        start = after;
      } else {
        undone.add(passive.run(s, !pending.isEmpty(), top && !started, declared, forward));
      }
      if (!pending.isEmpty() && widths.isSame(after, start)) {
        undone.add(stretch(pending, start, after));
        pending.clear();
        start = after;
      }
    }
    require(pending.isEmpty());
    List<Stmt> back = new ArrayList<>();
    if (!top) {
      for (int i = declared.size() - 1; i >= 0; i--) {
        Var slot = new Var(declared.get(i).name(), declared.get(i).type());
        forward.add(new Stmt.Push(slot, declared.get(i).read()));
        back.add(0, new Stmt.Declare(declared.get(i), new Expr.Pop(slot)));
      }
    }
    for (int i = undone.size() - 1; i >= 0; i--) {
      back.addAll(undone.get(i));
    }
    return back;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new NotStepwise();
    }
  }

  private List<Stmt> stretch(List<Stmt> pending, Set<Object> start, Set<Object> end) {
    String place = here.span().exists() ? here.span().fileName() + ":" + here.span().line() : "";
    InverseStretch stretch =
        new InverseStretch(facts, live, this::state, indices, place + ": " + here.line().strip());
    List<Stmt> all = new ArrayList<>(List.of(here));
    all.addAll(stretch.backwards(pending, start, end));
    return all;
  }

  /** An array that gets a name; one that becomes another does so the other way round, too. */
  private List<Stmt> array(Stmt s, Set<Object> after, List<Stmt> forward) {
    Var var = Walk.written(s).get(0);
    Expr value = s instanceof Stmt.Declare d ? d.init() : ((Stmt.Assign) s).value();
    forward.add(s);
    Object place = live.place(var.read());
    if (value instanceof Expr.Read || value instanceof Expr.Const || !after.contains(place)) {
      return List.of();
    }
    require(value instanceof Expr.CloneArray);
    Object source = live.place(((Expr.CloneArray) value).array());
    require(!after.contains(source));
    return List.of(new Stmt.Assign(state(source), state(place).read()));
  }

  private boolean isArray(Stmt s) {
    return (s instanceof Stmt.Declare || s instanceof Stmt.Assign)
        && Walk.written(s).get(0).type().isArray()
        && facts.activity().isActive(Walk.written(s).get(0));
  }

  private boolean isStraight(Stmt s) {
    return s instanceof Stmt.Declare d && facts.activity().isActive(d.var())
        || s instanceof Stmt.Assign a && facts.activity().isActive(a.var())
        || s instanceof Stmt.Store st && facts.activity().isActive(st.array());
  }

  private boolean isLive(Stmt s, Set<Object> after) {
    Walk.exprs(s).forEach(e -> require(!(e instanceof Expr.Invoke)));
    return s instanceof Stmt.Store st
        ? after.contains(live.place(st.array()))
        : after.contains(Walk.written(s).get(0));
  }

  private boolean isActive(Stmt s) {
    boolean[] found = {false};
    Walk.statements(
        Block.of(s),
        x -> {
          found[0] |= isStraight(x) || x instanceof Stmt.Put || x instanceof Stmt.Attempt;
          found[0] |=
              x instanceof Stmt.Call call
                  && Calls.isActive(facts, facts.program().get(call.callee()));
        });
    return found[0];
  }

  private List<Stmt> compound(Stmt s, Set<Object> before, Set<Object> after, List<Stmt> forward) {
    Walk.exprs(s).forEach(e -> Walk.expressions(e, passive::require));
    if (s instanceof Stmt.If branch) {
      Var test = new Var("test", Type.BOOLEAN);
      Var slot = new Var("test", Type.BOOLEAN);
      List<Stmt> then = new ArrayList<>();
      List<Stmt> otherwise = new ArrayList<>();
      Block thenBack = arm(branch.then(), before, after, then);
      Block otherwiseBack = arm(branch.otherwise(), before, after, otherwise);
      forward.add(new Stmt.Declare(test, branch.test()));
      forward.add(new Stmt.If(test.read(), new Block(then), new Block(otherwise)));
      forward.add(new Stmt.Push(slot, test.read()));
      Var taken = new Var("taken", Type.BOOLEAN);
      return List.of(
          new Stmt.Declare(taken, new Expr.Pop(slot)),
          new Stmt.If(taken.read(), thenBack, otherwiseBack));
    } else if (s instanceof Stmt.While loop) {
      List<Stmt> body = new ArrayList<>();
      Block back = arm(loop.body(), before, before, body);
      return counted(body, back, forward, b -> new Stmt.While(loop.test(), b));
    } else if (s instanceof Stmt.Counted x) {
      List<Stmt> body = new ArrayList<>();
      Block back = arm(x.body(), before, before, body);
      Var slot = new Var(x.index().name(), Type.INT);
      Var index = new Var(x.index().name(), Type.INT);
      body.add(new Stmt.Push(slot, x.index().read()));
      List<Stmt> all = new ArrayList<>(List.of(new Stmt.Declare(index, new Expr.Pop(slot))));
      all.addAll(new Renaming(Map.of(x.index(), index)).block(back).stmts());
      return counted(
          body,
          new Block(all),
          forward,
          b -> new Stmt.Counted(x.index(), x.from(), x.relation(), x.bound(), x.step(), b));
    }
    throw new NotStepwise();
  }

  private static List<Stmt> counted(
      List<Stmt> body,
      Block back,
      List<Stmt> forward,
      java.util.function.Function<Block, Stmt> loop) {
    Var trips = new Var("trips", Type.INT);
    Var slot = new Var("trips", Type.INT);
    Var count = new Var("trips", Type.INT);
    body.add(new Stmt.Assign(trips, Exprs.plus(trips.read(), Exprs.constant(1))));
    forward.add(new Stmt.Declare(trips, Exprs.constant(0)));
    forward.add(loop.apply(new Block(body)));
    forward.add(new Stmt.Push(slot, trips.read()));
    return List.of(
        new Stmt.Declare(count, new Expr.Pop(slot)),
        new Stmt.Counted(
            new Var("trip", Type.INT), Exprs.constant(0), Operator.LT, count.read(), 1, back));
  }

  private Block arm(Block arm, Set<Object> before, Set<Object> after, List<Stmt> forward) {
    Set<Object> used = live.points(arm, after).get(0);
    require(used != null && used.equals(before));
    Stmt.Mark outer = here;
    Block back = new Block(block(arm, before, after, false, forward));
    here = outer;
    return back;
  }
}
