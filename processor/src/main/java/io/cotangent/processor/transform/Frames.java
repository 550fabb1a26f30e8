package io.cotangent.processor.transform;

import io.cotangent.processor.ir.Block;
import io.cotangent.processor.ir.Expr;
import io.cotangent.processor.ir.Exprs;
import io.cotangent.processor.ir.Function;
import io.cotangent.processor.ir.Rewriter;
import io.cotangent.processor.ir.Stmt;
import io.cotangent.processor.ir.Type;
import io.cotangent.processor.ir.Var;
import io.cotangent.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the variables that parts of a split function share in one array for each type. */
final class Frames extends Rewriter {
  static final String NAME = "frame";

  /** More free variables than this, and a part is given its numbers in the frame, too. */
  private static final int MANY = 40;

  private final Map<Var, Integer> slots = new HashMap<>();
  private final Map<Type, Var> frames = new LinkedHashMap<>();
  private final Map<Type, Integer> sizes = new HashMap<>();
  private final Set<Var> params;

  private Frames(Set<Var> params) {
    this.params = params;
  }

  static Frames of(Function function, Block body, Set<Block> chunks) {
    Frames frames = new Frames(new LinkedHashSet<>(function.params()));
    Map<Var, Integer> uses = new HashMap<>();
    count(body, uses);
    function.results().forEach(r -> uses.merge(r, 1, Integer::sum));
    for (Block chunk : chunks) {
      Map<Var, Integer> inside = new HashMap<>();
      count(chunk, inside);
      Set<Var> declared = new HashSet<>();
      Set<Var> assigned = new HashSet<>();
      Walk.statements(
          chunk,
          stmt -> {
            if (stmt instanceof Stmt.Declare d) {
              declared.add(d.var());
            } else if (stmt instanceof Stmt.Counted c) {
              declared.add(c.index());
            } else {
              assigned.addAll(Walk.written(stmt));
            }
          });
      assigned.stream().filter(v -> !declared.contains(v)).forEach(frames::add);
      declared.stream()
          .filter(v -> !uses.getOrDefault(v, 0).equals(inside.getOrDefault(v, 0)))
          .forEach(frames::add);
    }
    frames.addFreeOfCrowded(chunks);
    return frames;
  }

  private void addFreeOfCrowded(Set<Block> chunks) {
    for (Block chunk : chunks) {
      Set<Var> free = new LinkedHashSet<>(Walk.reads(chunk));
      Walk.statements(chunk, stmt -> free.removeAll(Walk.written(stmt)));
      free.removeAll(slots.keySet());
      if (free.size() > MANY) {
        free.stream()
            .filter(v -> !v.type().isReference() && !params.contains(v))
            .forEach(this::add);
      }
    }
  }

  private static void count(Block block, Map<Var, Integer> uses) {
    Walk.expressions(
        block,
        e -> {
          if (e instanceof Expr.Read read) {
            uses.merge(read.var(), 1, Integer::sum);
          }
        });
    Walk.statements(block, stmt -> Walk.written(stmt).forEach(v -> uses.merge(v, 1, Integer::sum)));
  }

  private void add(Var var) {
    if (!slots.containsKey(var)) {
      int slot = sizes.merge(var.type(), 1, Integer::sum) - 1;
      slots.put(var, slot);
      frames.computeIfAbsent(var.type(), t -> new Var(NAME, Type.arrayOf(t)));
    }
  }

  /** The body after its frames are made and the parameters that live in them are stored. */
  Block opened(Block body) {
    List<Stmt> out = new ArrayList<>();
    frames.forEach(
        (type, frame) ->
            out.add(
                new Stmt.Declare(
                    frame,
                    new Expr.NewArray(
                        Type.arrayOf(type),
                        List.of(Exprs.constant(sizes.getOrDefault(type, 0)))))));
    params.stream()
        .filter(slots::containsKey)
        .forEach(p -> out.add(new Stmt.Store(frame(p), slot(p), p.read())));
    out.addAll(block(body).stmts());
    return new Block(out);
  }

  /** The body with the results taken out of their frames. */
  Block closed(Block body, List<Var> results) {
    List<Stmt> out = new ArrayList<>(body.stmts());
    for (Var result : results) {
      if (slots.containsKey(result)) {
        Expr value = new Expr.Load(frame(result), slot(result));
        out.add(
            params.contains(result)
                ? new Stmt.Assign(result, value)
                : new Stmt.Declare(result, value));
      }
    }
    return new Block(out);
  }

  private Expr frame(Var var) {
    return java.util.Objects.requireNonNull(frames.get(var.type())).read();
  }

  private Expr slot(Var var) {
    return Exprs.constant(java.util.Objects.requireNonNull(slots.get(var)));
  }

  @Override
  public Expr expr(Expr e) {
    return e instanceof Expr.Read read && slots.containsKey(read.var())
        ? new Expr.Load(frame(read.var()), slot(read.var()))
        : super.expr(e);
  }

  @Override
  public void stmt(Stmt s, List<Stmt> out) {
    if (s instanceof Stmt.Declare d && slots.containsKey(d.var())) {
      out.add(new Stmt.Store(frame(d.var()), slot(d.var()), expr(d.init())));
    } else if (s instanceof Stmt.Assign a && slots.containsKey(a.var())) {
      out.add(new Stmt.Store(frame(a.var()), slot(a.var()), expr(a.value())));
    } else if (s instanceof Stmt.Call c && c.targets().stream().anyMatch(slots::containsKey)) {
      call(c, out);
    } else if (s instanceof Stmt.Attempt a && slots.containsKey(a.caught())) {
      attempt(a, out);
    } else if (s instanceof Stmt.Counted c && slots.containsKey(c.index())) {
      throw new IllegalStateException("a loop's index is shared: " + c.index());
    } else {
      super.stmt(s, out);
    }
  }

  private void attempt(Stmt.Attempt attempt, List<Stmt> out) {
    Var caught = attempt.caught();
    Var local = new Var(caught.name(), caught.type());
    out.add(new Stmt.Declare(local, Exprs.defaultValue(local.type())));
    out.add(new Stmt.Attempt(block(attempt.body()), local));
    Stmt keep = new Stmt.Store(frame(caught), slot(caught), local.read());
    out.add(new Stmt.If(Attempts.isCaught(local), Block.of(keep), Block.EMPTY));
  }

  private void call(Stmt.Call call, List<Stmt> out) {
    List<Var> targets = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (Var target : call.targets()) {
      if (slots.containsKey(target)) {
        Var local = new Var(target.name(), target.type());
        out.add(new Stmt.Declare(local, Exprs.defaultValue(local.type())));
        after.add(new Stmt.Store(frame(target), slot(target), local.read()));
        targets.add(local);
      } else {
        targets.add(target);
      }
    }
    out.add(new Stmt.Call(targets, call.callee(), exprs(call.args()), call.span()));
    out.addAll(after);
  }
}
